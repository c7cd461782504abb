"""An atlas and what frames it: its lanes, its sides and the bands of reigns and wars."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .records import Publishable, PublishedQuerySet, Record
from .vocabulary import Pattern, PeriodKind, TokenShape


class Atlas(Publishable):
    """A collection of events and movements told together."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=200)
    title_fa = models.CharField(_("title in Persian"), max_length=200, blank=True)
    title_ru = models.CharField(_("title in Russian"), max_length=200, blank=True)
    description = models.TextField(_("description"), blank=True)
    description_fa = models.TextField(_("description in Persian"), blank=True)
    window_from = models.IntegerField(_("window from"), help_text=_("Julian day number the timeline opens at."))
    window_to = models.IntegerField(_("window to"), help_text=_("Julian day number the timeline opens to."))
    day = models.IntegerField(_("cursor day"), null=True, blank=True)
    west = models.FloatField(_("west"))
    south = models.FloatField(_("south"))
    east = models.FloatField(_("east"))
    north = models.FloatField(_("north"))
    languages = models.JSONField(_("languages"), default=list)
    rulers = models.JSONField(_("calendars of the rulers"), default=list)
    is_default = models.BooleanField(_("shown at the front"), default=False)
    licence = models.CharField(_("licence"), max_length=80, default="CC BY 4.0")
    revision = models.PositiveIntegerField(_("revision"), default=1, editable=False)

    objects = PublishedQuerySet.as_manager()

    class Meta:
        verbose_name = _("atlas")
        verbose_name_plural = _("atlases")
        permissions = [("publish_atlas", "Can publish, send back and withdraw atlases")]
        ordering = ["-is_default", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"], condition=models.Q(is_default=True), name="one_default_atlas"
            ),
            models.CheckConstraint(
                condition=models.Q(window_from__lte=models.F("window_to")),
                name="atlas_window_in_order",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return "/" if self.is_default else f"/a/{self.slug}/"

    def clean(self):
        """Refuse days and bounds that cannot be."""
        # Imported here: the checks speak of records, and the models package is loaded first.
        from timeline.atlas_checks import check_frame

        check_frame(self)

    @property
    def url(self) -> str:
        """Where readers find it."""
        return self.get_absolute_url()

    @property
    def as_question(self) -> str:
        """What the address of a list adds to speak of this atlas: nothing for the one at the front."""
        return "" if self.is_default else f"?atlas={self.slug}"


class Theatre(Record):
    """A lane of the timeline."""

    atlas = models.ForeignKey(Atlas, models.CASCADE, related_name="theatres", verbose_name=_("atlas"))
    slug = models.SlugField(_("slug"), max_length=40)
    order = models.PositiveIntegerField(_("order"), default=0)
    label_en = models.CharField(_("label"), max_length=80)
    label_fa = models.CharField(_("label in Persian"), max_length=80, blank=True)
    label_ru = models.CharField(_("label in Russian"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("theatre")
        verbose_name_plural = _("theatres")
        ordering = ["atlas", "order"]
        constraints = [models.UniqueConstraint(fields=["atlas", "slug"], name="theatre_once_per_atlas")]

    def __str__(self):
        return self.label_en


class Side(Record):
    """A party of the struggle: colour, line pattern and token shape together tell it apart."""

    atlas = models.ForeignKey(Atlas, models.CASCADE, related_name="sides", verbose_name=_("atlas"))
    slug = models.SlugField(_("slug"), max_length=40)
    order = models.PositiveIntegerField(_("order"), default=0)
    label_en = models.CharField(_("label"), max_length=80)
    label_fa = models.CharField(_("label in Persian"), max_length=80, blank=True)
    label_ru = models.CharField(_("label in Russian"), max_length=80, blank=True)
    colour = models.CharField(_("colour on the light plate"), max_length=7)
    colour_dark = models.CharField(_("colour on the dark plate"), max_length=7, blank=True)
    pattern = models.CharField(_("line pattern"), max_length=10, choices=Pattern.choices, default=Pattern.SOLID)
    shape = models.CharField(_("token"), max_length=10, choices=TokenShape.choices, default=TokenShape.CIRCLE)

    class Meta:
        verbose_name = _("side")
        verbose_name_plural = _("sides")
        ordering = ["atlas", "order"]
        constraints = [models.UniqueConstraint(fields=["atlas", "slug"], name="side_once_per_atlas")]

    def __str__(self):
        return self.label_en

    def clean(self):
        """Refuse colours that are none."""
        from timeline.atlas_checks import check_colours

        check_colours(self)


class Period(Record):
    """A reign, war or siege as a band; its ends are events, so a disputed end is drawn soft."""

    atlas = models.ForeignKey(Atlas, models.CASCADE, related_name="periods", verbose_name=_("atlas"))
    slug = models.SlugField(_("slug"), max_length=80)
    kind = models.CharField(_("kind"), max_length=10, choices=PeriodKind.choices, default=PeriodKind.OTHER)
    label_en = models.CharField(_("label"), max_length=120)
    label_fa = models.CharField(_("label in Persian"), max_length=120, blank=True)
    label_ru = models.CharField(_("label in Russian"), max_length=120, blank=True)
    begins = models.ForeignKey(
        "timeline.Event",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("begins at"),
    )
    ends = models.ForeignKey(
        "timeline.Event",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ends at"),
    )
    row = models.PositiveIntegerField(_("row"), default=0)

    class Meta:
        verbose_name = _("period")
        verbose_name_plural = _("periods")
        ordering = ["atlas", "row", "slug"]
        constraints = [models.UniqueConstraint(fields=["atlas", "slug"], name="period_once_per_atlas")]

    def __str__(self):
        return self.label_en
