"""Places: where something was, how sure that is, and who judged it so."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlaceKind(models.TextChoices):
    """What sort of place it is; decides its sign on the plate."""

    CAPITAL = "capital", _("capital")
    CITY = "city", _("city")
    TOWN = "town", _("town")
    VILLAGE = "village", _("village")
    PORT = "port", _("port")
    GATE = "gate", _("gate")
    QUARTER = "quarter", _("quarter")
    MOSQUE = "mosque", _("mosque")
    SHRINE = "shrine", _("shrine")
    PALACE = "palace", _("palace")
    PARLIAMENT = "parliament", _("parliament")
    LEGATION = "legation", _("legation")
    CONSULATE = "consulate", _("consulate")
    TELEGRAPH = "telegraph", _("telegraph office")
    BAZAAR = "bazaar", _("bazaar")
    FORT = "fort", _("fort")
    MOUNTAIN = "mountain", _("mountain")
    DESERT = "desert", _("desert")
    RIVER = "river", _("river")
    SEA = "sea", _("sea")
    REGION = "region", _("region")
    PROVINCE = "province", _("province")
    COUNTRY = "country", _("country")
    OTHER = "other", _("place")


class PlaceQuerySet(models.QuerySet):
    """Places by what is known of their point."""

    def placed(self):
        return self.filter(latitude__isnull=False)

    def published(self):
        return self.filter(publication="published")


class Place(models.Model):
    """A place; without a point it is listed but never drawn. Coordinates are degrees, WGS 84."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=12, choices=PlaceKind.choices, default=PlaceKind.OTHER)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    uncertainty_km = models.FloatField(_("uncertainty, km"), null=True, blank=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("lies in"),
    )
    geocoder = models.CharField(_("placed by"), max_length=40, blank=True)
    geocode_query = models.CharField(_("asked for"), max_length=200, blank=True)
    geocoded_on = models.CharField(_("placed on"), max_length=10, blank=True, help_text=_("ISO day."))
    accepted_by = models.CharField(_("accepted by"), max_length=120, blank=True)
    basis = models.TextField(_("basis"), blank=True, help_text=_("Why this point and this ring."))
    gazetteer_id = models.CharField(_("number in the gazetteer"), max_length=80, blank=True)
    search = models.TextField(editable=False, blank=True, default="")
    publication = models.CharField(
        _("publication"),
        max_length=10,
        default="draft",
        db_index=True,
        choices=[
            ("draft", _("draft")),
            ("review", _("in review")),
            ("published", _("published")),
            ("withdrawn", _("withdrawn")),
        ],
    )
    published_on = models.DateTimeField(_("published"), null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    created = models.DateTimeField(_("made"), auto_now_add=True)
    modified = models.DateTimeField(_("changed"), auto_now=True, db_index=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        permissions = [("publish_place", "Can publish, send back and withdraw places")]
        ordering = ["name", "slug"]
        constraints = [
            models.CheckConstraint(
                name="place_has_whole_point_or_none",
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
            ),
            models.CheckConstraint(
                name="place_uncertainty_not_negative",
                condition=models.Q(uncertainty_km__isnull=True) | models.Q(uncertainty_km__gte=0),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"/places/{self.slug}/"

    @property
    def has_point(self) -> bool:
        return self.latitude is not None and self.longitude is not None
