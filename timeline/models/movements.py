"""Movements of troops, persons and goods, leg by leg."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.querysets import MovementQuerySet

from .atlases import Atlas, Side, Theatre
from .events import NOTHING_WITHOUT_A_CLAIM, Event
from .people import Force, Person
from .records import Publishable, Record
from .vocabulary import Mode, Status


class Movement(Publishable):
    """A march or voyage; its legs hold the route and its days are resolved from theirs."""

    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    atlas = models.ForeignKey(Atlas, models.CASCADE, related_name="movements", verbose_name=_("atlas"))
    title = models.TextField(_("title"))
    title_fa = models.TextField(_("title in Persian"), blank=True)
    summary = models.TextField(_("summary"), blank=True)
    theatre = models.ForeignKey(Theatre, models.PROTECT, related_name="movements", verbose_name=_("theatre"))
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.HAPPENED)
    importance = models.PositiveSmallIntegerField(_("importance"), default=3)
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="movements",
        verbose_name=_("event"),
    )

    begin_earliest = models.IntegerField(null=True, blank=True, editable=False)
    begin_latest = models.IntegerField(null=True, blank=True, editable=False)
    end_earliest = models.IntegerField(null=True, blank=True, editable=False)
    end_latest = models.IntegerField(null=True, blank=True, editable=False)
    disputed = models.BooleanField(default=False, editable=False)
    at_odds = models.BooleanField(default=False, editable=False)
    published_claims = models.PositiveIntegerField(default=0, editable=False)
    search = models.TextField(editable=False, blank=True, default="")

    objects = MovementQuerySet.as_manager()

    class Meta:
        verbose_name = _("movement")
        verbose_name_plural = _("movements")
        permissions = [("publish_movement", "Can publish, send back and withdraw movements")]
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=NOTHING_WITHOUT_A_CLAIM, name="published_movement_has_a_claim"),
            models.CheckConstraint(
                condition=models.Q(importance__gte=1, importance__lte=5),
                name="movement_importance_1_to_5",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"/movements/{self.slug}/"


class Mover(Record):
    """Who or what moves, from which leg to which."""

    movement = models.ForeignKey(Movement, models.CASCADE, related_name="movers")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="moves")
    force = models.ForeignKey(Force, models.PROTECT, null=True, blank=True, related_name="moves")
    goods = models.CharField(_("goods"), max_length=200, blank=True)
    side = models.ForeignKey(Side, models.PROTECT, null=True, blank=True, related_name="movers")
    from_leg = models.PositiveIntegerField(_("joins at leg"), null=True, blank=True)
    to_leg = models.PositiveIntegerField(_("leaves after leg"), null=True, blank=True)

    class Meta:
        verbose_name = _("mover")
        verbose_name_plural = _("movers")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="mover_is_one_thing",
                condition=models.Q(person__isnull=False, force__isnull=True, goods="")
                | models.Q(person__isnull=True, force__isnull=False, goods="")
                | (models.Q(person__isnull=True, force__isnull=True) & ~models.Q(goods="")),
            )
        ]

    @property
    def type(self) -> str:
        return "force" if self.force_id else "person" if self.person_id else "goods"

    @property
    def name(self) -> str:
        return str(self.force or self.person or self.goods)

    def __str__(self):
        return self.name


class Leg(Record):
    """One stretch of a movement; either end may be unknown; days and strength come from claims."""

    movement = models.ForeignKey(Movement, models.CASCADE, related_name="legs")
    order = models.PositiveIntegerField(_("order"))
    start = models.ForeignKey(
        "geo.Place",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="legs_from",
        verbose_name=_("from"),
    )
    via = models.ManyToManyField("geo.Place", through="LegStop", related_name="legs_via", verbose_name=_("by way of"))
    end = models.ForeignKey(
        "geo.Place",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="legs_to",
        verbose_name=_("to"),
    )
    mode = models.CharField(_("means"), max_length=8, choices=Mode.choices, default=Mode.UNKNOWN)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.HAPPENED)
    inferred = models.BooleanField(_("route inferred"), default=True)
    note = models.TextField(_("note"), blank=True)

    departs_earliest = models.IntegerField(null=True, blank=True, editable=False)
    departs_latest = models.IntegerField(null=True, blank=True, editable=False)
    arrives_earliest = models.IntegerField(null=True, blank=True, editable=False)
    arrives_latest = models.IntegerField(null=True, blank=True, editable=False)
    strength_low = models.FloatField(null=True, blank=True, editable=False)
    strength_high = models.FloatField(null=True, blank=True, editable=False)
    strength_unit = models.CharField(max_length=40, blank=True, editable=False)
    strength_printed = models.CharField(max_length=200, blank=True, editable=False)

    class Meta:
        verbose_name = _("leg")
        verbose_name_plural = _("legs")
        ordering = ["movement", "order"]
        constraints = [models.UniqueConstraint(fields=["movement", "order"], name="leg_order_once")]

    @property
    def key(self) -> str:
        return f"{self.movement.slug}/{self.order}"

    def __str__(self):
        return f"{self.start or '?'} → {self.end or '?'}"


class LegStop(models.Model):
    """A place a leg passes through, in order."""

    leg = models.ForeignKey(Leg, models.CASCADE, related_name="stops")
    place = models.ForeignKey("geo.Place", models.PROTECT, related_name="+")
    order = models.PositiveIntegerField(_("order"))

    class Meta:
        verbose_name = _("place passed")
        verbose_name_plural = _("places passed")
        ordering = ["leg", "order"]
        constraints = [models.UniqueConstraint(fields=["leg", "order"], name="leg_stop_order_once")]

    def __str__(self):
        return str(self.place)
