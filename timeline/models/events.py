"""Events, how they stand to each other, and who took part in them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.querysets import EventQuerySet

from .atlases import Atlas, Side, Theatre
from .people import Force, Person
from .records import Publishable, Record
from .vocabulary import EventKind, PlaceRelation, Publication, RelationKind, Role, Shape, Status

NOTHING_WITHOUT_A_CLAIM = ~models.Q(publication=Publication.PUBLISHED) | models.Q(published_claims__gt=0)


class Event(Publishable):
    """Something that happened, was ordered or was planned, once or over a stretch of days.

    ``begin_earliest begin_latest end_earliest end_latest`` (Julian day numbers, empty = not
    known), ``edtf``, ``date_rule`` and the place columns are resolved from the claims by
    timeline/resolving.py and never typed in.
    ``bracket_from``/``bracket_to`` bound an event that has no date of its own, from its relations.
    ``at_odds`` says that it contradicts another one, ``disputed`` that it does or its own claims do.
    """

    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    atlas = models.ForeignKey(Atlas, models.CASCADE, related_name="events", verbose_name=_("atlas"))
    title = models.TextField(_("title"))
    title_fa = models.TextField(_("title in Persian"), blank=True)
    summary = models.TextField(_("summary"), blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=EventKind.choices)
    theatre = models.ForeignKey(Theatre, models.PROTECT, related_name="events", verbose_name=_("theatre"))
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.HAPPENED)
    shape = models.CharField(_("shape"), max_length=8, choices=Shape.choices, default=Shape.INSTANT)
    importance = models.PositiveSmallIntegerField(_("importance"), default=3)
    order = models.PositiveIntegerField(_("place in the narrative"), default=0)

    begin_earliest = models.IntegerField(null=True, blank=True, editable=False)
    begin_latest = models.IntegerField(null=True, blank=True, editable=False)
    end_earliest = models.IntegerField(null=True, blank=True, editable=False)
    end_latest = models.IntegerField(null=True, blank=True, editable=False)
    edtf = models.CharField(max_length=120, blank=True, editable=False)
    date_rule = models.CharField(max_length=40, blank=True, editable=False)
    date_claim = models.ForeignKey(
        "timeline.Claim", models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    bracket_from = models.IntegerField(null=True, blank=True, editable=False)
    bracket_to = models.IntegerField(null=True, blank=True, editable=False)
    place = models.ForeignKey("geo.Place", models.PROTECT, null=True, blank=True, editable=False, related_name="events")
    place_relation = models.CharField(
        max_length=8, choices=PlaceRelation.choices, blank=True, editable=False, default=""
    )
    place_2 = models.ForeignKey("geo.Place", models.PROTECT, null=True, blank=True, editable=False, related_name="+")
    place_rule = models.CharField(max_length=40, blank=True, editable=False)
    lat = models.FloatField(null=True, blank=True, editable=False)
    lon = models.FloatField(null=True, blank=True, editable=False)
    uncertainty_km = models.FloatField(null=True, blank=True, editable=False)
    disputed = models.BooleanField(default=False, editable=False)
    at_odds = models.BooleanField(default=False, editable=False)
    published_claims = models.PositiveIntegerField(default=0, editable=False)
    search = models.TextField(editable=False, blank=True, default="")

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        permissions = [
            ("publish_event", "Can publish, send back and withdraw events"),
            ("rearrange_event", "Can merge and split events, move claims and decide proposals"),
        ]
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(condition=NOTHING_WITHOUT_A_CLAIM, name="published_event_has_a_claim"),
            models.CheckConstraint(
                condition=models.Q(importance__gte=1, importance__lte=5),
                name="event_importance_1_to_5",
            ),
            models.CheckConstraint(
                condition=models.Q(begin_earliest__isnull=True)
                | models.Q(end_latest__isnull=True)
                | models.Q(begin_earliest__lte=models.F("end_latest")),
                name="event_days_in_order",
            ),
        ]
        indexes = [
            models.Index(fields=["atlas", "-importance", "begin_earliest"], name="event_by_importance"),
            models.Index(
                fields=["atlas", "begin_earliest", "lat", "lon", "importance"],
                name="event_by_day_and_point",
            ),
            models.Index(fields=["order", "id"], name="event_in_narrative_order"),
            models.Index(fields=["atlas"], condition=models.Q(disputed=True), name="event_disputed"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"/events/{self.slug}/"


class Relation(Record):
    """``from_event <kind> to_event``, ``low`` to ``high`` days away where a text gives them."""

    atlas = models.ForeignKey(Atlas, models.CASCADE, related_name="relations", verbose_name=_("atlas"))
    from_event = models.ForeignKey(Event, models.CASCADE, related_name="relations_out", verbose_name=_("event"))
    kind = models.CharField(_("kind"), max_length=12, choices=RelationKind.choices)
    to_event = models.ForeignKey(Event, models.CASCADE, related_name="relations_in", verbose_name=_("of event"))
    low = models.IntegerField(_("days, at least"), null=True, blank=True)
    high = models.IntegerField(_("days, at most"), null=True, blank=True)

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["from_event", "kind", "to_event"], name="relation_once"),
            models.CheckConstraint(
                condition=~models.Q(from_event=models.F("to_event")),
                name="no_event_relates_to_itself",
            ),
        ]

    @property
    def key(self) -> str:
        return f"{self.from_event.slug}:{self.kind}:{self.to_event.slug}"

    def __str__(self):
        return f"{self.from_event} {self.get_kind_display()} {self.to_event}"


class Participation(Record):
    """A person or force in an event or movement, in one role, on one side: people change sides."""

    event = models.ForeignKey(Event, models.CASCADE, null=True, blank=True, related_name="participations")
    movement = models.ForeignKey(
        "timeline.Movement", models.CASCADE, null=True, blank=True, related_name="participations"
    )
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="participations")
    force = models.ForeignKey(Force, models.PROTECT, null=True, blank=True, related_name="participations")
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.PARTICIPANT)
    side = models.ForeignKey(Side, models.PROTECT, null=True, blank=True, related_name="participations")

    order = models.PositiveIntegerField(
        _("order"), default=0, help_text=_("The doer first: its side colours the event.")
    )

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["order", "id"]
        indexes = [models.Index(fields=["order", "id"], name="participation_in_order")]
        constraints = [
            models.CheckConstraint(
                name="participation_has_one_subject",
                condition=models.Q(event__isnull=False, movement__isnull=True)
                | models.Q(event__isnull=True, movement__isnull=False),
            ),
            models.CheckConstraint(
                name="participation_has_one_bearer",
                condition=models.Q(person__isnull=False, force__isnull=True)
                | models.Q(person__isnull=True, force__isnull=False),
            ),
        ]

    @property
    def who(self):
        return self.person or self.force

    @property
    def subject(self):
        return self.event or self.movement

    @property
    def key(self) -> str:
        return f"{self.subject.slug}/{self.who.slug}/{self.role}"

    def __str__(self):
        return f"{self.who}, {self.get_role_display()}"
