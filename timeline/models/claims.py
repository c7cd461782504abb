"""Claims: this source, at this locator, gives this attribute this value."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .atlases import Atlas, Side
from .events import Event, Participation, Relation
from .movements import Leg, Movement
from .records import Publishable, PublishedQuerySet, Record
from .sources import Source
from .vocabulary import (
    Attribute,
    Certainty,
    ClaimCalendar,
    Edge,
    Outcome,
    PlaceRelation,
    ReadingMethod,
    Shape,
)

SUBJECTS = ("event", "movement", "leg", "participation", "relation")


def exactly_one(names) -> models.Q:
    """The condition that exactly one of the nullable columns ``names`` is filled."""
    condition = models.Q()
    for chosen in names:
        condition |= models.Q(**{f"{name}__isnull": name != chosen for name in names})
    return condition


class Claim(Publishable):
    """One statement. ``face`` is the literal value; an interpretation never replaces it."""

    key = models.CharField(_("key"), max_length=120, unique=True)
    number = models.PositiveIntegerField(_("number in its source"), default=0, editable=False)
    source = models.ForeignKey(Source, models.PROTECT, related_name="claims", verbose_name=_("source"))
    section = models.CharField(_("section"), max_length=200, blank=True)
    paragraph = models.PositiveIntegerField(_("paragraph"), null=True, blank=True)
    sentence = models.PositiveIntegerField(_("sentence"), null=True, blank=True)
    page = models.CharField(_("page"), max_length=40, blank=True)

    event = models.ForeignKey(Event, models.CASCADE, null=True, blank=True, related_name="claims")
    movement = models.ForeignKey(Movement, models.CASCADE, null=True, blank=True, related_name="claims")
    leg = models.ForeignKey(Leg, models.CASCADE, null=True, blank=True, related_name="claims")
    participation = models.ForeignKey(Participation, models.CASCADE, null=True, blank=True, related_name="claims")
    relation = models.ForeignKey(Relation, models.CASCADE, null=True, blank=True, related_name="claims")
    attribute = models.CharField(_("attribute"), max_length=12, choices=Attribute.choices)
    edge = models.CharField(_("end"), max_length=8, choices=Edge.choices, blank=True)

    as_printed = models.CharField(_("as printed"), max_length=300, blank=True)
    calendar = models.CharField(_("calendar"), max_length=12, choices=ClaimCalendar.choices, blank=True)
    face = models.CharField(_("face value"), max_length=200, blank=True, help_text=_("EDTF, for dates."))
    face_shape = models.CharField(max_length=8, choices=Shape.choices, blank=True, editable=False)
    begin_earliest = models.IntegerField(null=True, blank=True, editable=False)
    begin_latest = models.IntegerField(null=True, blank=True, editable=False)
    end_earliest = models.IntegerField(null=True, blank=True, editable=False)
    end_latest = models.IntegerField(null=True, blank=True, editable=False)
    supplied = models.JSONField(_("supplied from the context"), default=list, blank=True)

    low = models.FloatField(_("low"), null=True, blank=True)
    high = models.FloatField(_("high"), null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=80, blank=True)
    qualifier = models.CharField(_("qualifier"), max_length=20, blank=True)
    parts = models.JSONField(_("parts"), default=list, blank=True)
    place = models.ForeignKey("geo.Place", models.PROTECT, null=True, blank=True, related_name="claims")
    place_relation = models.CharField(_("place is"), max_length=8, choices=PlaceRelation.choices, blank=True)
    place_2 = models.ForeignKey("geo.Place", models.PROTECT, null=True, blank=True, related_name="+")
    route = models.JSONField(_("route"), default=list, blank=True, help_text=_("Slugs of places, in order."))
    outcome = models.CharField(_("outcome"), max_length=14, choices=Outcome.choices, blank=True)
    winner = models.ForeignKey(Side, models.PROTECT, null=True, blank=True, related_name="+")

    relative_to_claim = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="hanging")
    relative_to_event = models.ForeignKey(Event, models.PROTECT, null=True, blank=True, related_name="hanging")
    offset_low = models.IntegerField(_("days, at least"), null=True, blank=True)
    offset_high = models.IntegerField(_("days, at most"), null=True, blank=True)
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty.choices, default=Certainty.CERTAIN)
    gap = models.CharField(_("hole in the text"), max_length=200, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = PublishedQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        permissions = [("publish_claim", "Can publish, send back and withdraw claims")]
        ordering = ["source", "number", "key"]
        indexes = [models.Index(fields=["source", "number", "key"], name="claim_in_source")]
        constraints = [
            models.CheckConstraint(condition=exactly_one(SUBJECTS), name="claim_has_one_subject"),
            models.CheckConstraint(
                condition=models.Q(relative_to_claim__isnull=True) | models.Q(relative_to_event__isnull=True),
                name="claim_hangs_on_one_thing",
            ),
        ]

    def __str__(self):
        return self.key

    def get_absolute_url(self):
        return f"/claims/{self.key}/"

    def clean(self):
        """Refuse what claim_checks refuses; keep the face's days in the columns."""
        # Imported here: the checks speak of claims, and the models package is loaded first.
        from timeline.claim_checks import check_claim, put_face_days

        check_claim(self)
        put_face_days(self)

    @property
    def subject_type(self) -> str:
        return next(name for name in SUBJECTS if getattr(self, f"{name}_id"))

    @property
    def subject(self):
        return getattr(self, self.subject_type)


class Interpretation(Record):
    """The value an editor holds the writer to have meant, with its arithmetic."""

    claim = models.OneToOneField(Claim, models.CASCADE, related_name="interpretation")
    method = models.CharField(_("method"), max_length=40, choices=ReadingMethod.choices)
    value = models.CharField(_("value"), max_length=200, help_text=_("EDTF."))
    arithmetic = models.TextField(_("arithmetic"), blank=True)
    reason = models.TextField(_("reason"))
    by = models.CharField(_("by"), max_length=120)
    on = models.CharField(_("on"), max_length=10, help_text=_("ISO day."))

    class Meta:
        verbose_name = _("interpretation")
        verbose_name_plural = _("interpretations")

    def __str__(self):
        return f"{self.claim}: {self.value}"


class Decision(Record):
    """The claim an editor prefers for a subject's attribute; empty = undecidable."""

    atlas = models.ForeignKey(Atlas, models.CASCADE, related_name="decisions")
    event = models.ForeignKey(Event, models.CASCADE, null=True, blank=True, related_name="decisions")
    movement = models.ForeignKey(Movement, models.CASCADE, null=True, blank=True, related_name="decisions")
    leg = models.ForeignKey(Leg, models.CASCADE, null=True, blank=True, related_name="decisions")
    participation = models.ForeignKey(Participation, models.CASCADE, null=True, blank=True, related_name="decisions")
    relation = models.ForeignKey(Relation, models.CASCADE, null=True, blank=True, related_name="decisions")
    attribute = models.CharField(_("attribute"), max_length=12, choices=Attribute.choices)
    edge = models.CharField(_("end"), max_length=8, choices=Edge.choices, blank=True)
    claim = models.ForeignKey(Claim, models.PROTECT, null=True, blank=True, related_name="decisions")
    reason = models.TextField(_("reason"))
    by = models.CharField(_("by"), max_length=120)
    on = models.CharField(_("on"), max_length=10, help_text=_("ISO day."))

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=exactly_one(SUBJECTS), name="decision_has_one_subject")]

    @property
    def undecidable(self) -> bool:
        return self.claim_id is None

    def __str__(self):
        return str(self.claim or _("undecidable"))
