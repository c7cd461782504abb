"""Reads what events hold and what claims speak of, in a fixed number of queries."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from timeline.models import (
    Claim,
    Decision,
    Event,
    FormerSlug,
    Leg,
    Movement,
    Participation,
    Period,
    Relation,
)
from timeline.models.claims import SUBJECTS
from timeline.models.vocabulary import Publication
from timeline.rearranging.holdings import (
    FormerAddress,
    HeldClaim,
    HeldDecision,
    HeldEvent,
    HeldParticipation,
    HeldRelation,
    Holdings,
)
from timeline.rearranging.moving import Moved, Place
from timeline.rearranging.plan import Refused, Row

# What an editor may take from either event when two become one.
CHOOSABLE = ("title", "title_fa", "summary", "kind", "theatre_id", "status", "shape", "importance")
MODELS = {"event": Event, "movement": Movement, "leg": Leg, "participation": Participation, "relation": Relation}
JOINS = {
    "leg": ("movement", "start", "end"),
    "participation": ("event", "movement", "person", "force"),
    "relation": ("from_event", "to_event"),
}


def claims_held_by(key: int) -> Q:
    """The claims of an event and of everything it stands in."""
    return Q(event=key) | Q(participation__event=key) | Q(relation__from_event=key) | Q(relation__to_event=key)


def holdings_of(event: Event) -> Holdings:
    """Return the event with all that refers to it; nine queries, however much that is."""
    relations = list(
        Relation.objects.filter(Q(from_event=event) | Q(to_event=event)).select_related("from_event", "to_event")
    )
    participations = list(event.participations.select_related("person", "force"))
    claims = list(Claim.objects.filter(claims_held_by(event.pk)).order_by("pk"))
    decisions = list(
        Decision.objects.filter(
            Q(event=event) | Q(participation__in=participations) | Q(relation__in=relations)
        ).select_related("claim")
    )
    movements = list(event.movements.order_by("pk"))
    hanging = list(event.hanging.order_by("pk"))
    periods = list(Period.objects.filter(Q(begins=event) | Q(ends=event)).order_by("pk"))
    former = FormerSlug.objects.filter(Q(old=event.slug) | Q(new=event.slug), kind="event").order_by("pk")
    rows = [event, *claims, *relations, *participations, *decisions, *movements, *hanging, *periods]
    return Holdings(
        event=HeldEvent(
            event.pk, event.atlas_id, event.slug, event.title, event.publication == Publication.PUBLISHED,
            {column: getattr(event, column) for column in CHOOSABLE},
        ),
        claims=tuple(held_claim(claim) for claim in claims),
        relations=tuple(held_relation(relation) for relation in relations),
        participations=tuple(held_participation(participation) for participation in participations),
        decisions=tuple(held_decision(decision) for decision in decisions),
        movements=tuple(movement.pk for movement in movements),
        hanging=tuple(held_claim(claim) for claim in hanging),
        periods=tuple(
            (period.pk, column)
            for period in periods
            for column in ("begins_id", "ends_id")
            if getattr(period, column) == event.pk
        ),
        former=tuple(FormerAddress(f.pk, f.old, f.new) for f in former),
        stamps={row_of(record): stamp(record) for record in rows},
        names={row_of(record): name_of(record) for record in rows},
    )  # fmt: skip


def row_of(record: models.Model) -> Row:
    """The row that a record is."""
    return Row(record._meta.model_name, record.pk)


def name_of(record: models.Model) -> str:
    """What to call a record in a sentence: its sort with its name."""
    return f"{record._meta.verbose_name} “{str(record)[:120]}”"


def stamp(record) -> str:
    """A short text that differs after every save; weighing leaves it as it is."""
    return f"{record.version}-{int(record.modified.timestamp() * 1_000_000):x}"


def subject_row(record: Claim | Decision) -> Row:
    """The row that a claim or a decision speaks of."""
    return next(Row(name, key) for name in SUBJECTS if (key := getattr(record, f"{name}_id")) is not None)


def held_claim(claim: Claim) -> HeldClaim:
    return HeldClaim(
        claim.pk, claim.key, subject_row(claim), claim.publication == Publication.PUBLISHED,
        claim.relative_to_event_id,
    )  # fmt: skip


def held_decision(decision: Decision) -> HeldDecision:
    return HeldDecision(
        decision.pk, subject_row(decision), decision.attribute, decision.edge, decision.claim_id,
        f"{decision}: {decision.reason}",
    )  # fmt: skip


def held_relation(relation: Relation) -> HeldRelation:
    return HeldRelation(
        relation.pk, relation.from_event_id, relation.kind, relation.to_event_id, relation.low, relation.high
    )


def held_participation(part: Participation) -> HeldParticipation:
    bearer = Row("person", part.person_id) if part.person_id else Row("force", part.force_id)
    return HeldParticipation(part.pk, bearer, part.role, part.side_id, part.order)


def subject_named(table: str, key: int) -> models.Model:
    """Return the event, movement, leg, participation or relation, with what its name is made of.

    Raises Refused where there is none.
    """
    model = MODELS.get(table)
    found = model.objects.select_related(*JOINS.get(table, ())).filter(pk=key).first() if model else None
    if found is None:
        raise Refused(_("What you chose is not there any longer: choose another subject."), "unknown_subject")
    return found


def place_of(record: models.Model) -> Place:
    """Return a subject as a place that claims may move to; three queries."""
    decisions = Decision.objects.filter(**{record._meta.model_name: record}).select_related("claim")
    whole = whole_of(record)
    title = whole.title if record == whole else f"{whole.title}: {record}"
    return Place(
        row=row_of(record),
        atlas=whole.atlas_id,
        subject=(whole._meta.model_name, whole.slug, title),
        decisions=tuple(held_decision(decision) for decision in decisions),
        participations=tuple(map(held_participation, record.participations.all()))
        if isinstance(record, Event | Movement)
        else (),
        relations=tuple(map(held_relation, record.relations_out.all())) if isinstance(record, Event) else (),
    )


def whole_of(record: models.Model) -> Event | Movement:
    """The event or movement that a subject is or belongs to."""
    if isinstance(record, Leg):
        return record.movement
    if isinstance(record, Participation):
        return record.subject
    return record.from_event if isinstance(record, Relation) else record


def claims_to_move(keys: Iterable[int]) -> list[Claim]:
    """The claims of these primary keys, with what they speak of and the decisions that prefer them; four queries."""
    joins = ("source", *MODELS, *(f"{table}__{name}" for table, names in JOINS.items() for name in names))
    return list(
        Claim.objects.filter(pk__in=keys)
        .select_related(*joins)
        .prefetch_related(
            models.Prefetch("decisions", Decision.objects.select_related("claim")),
            models.Prefetch("participation__claims", Claim.objects.only("participation")),
            models.Prefetch("relation__claims", Claim.objects.only("relation")),
        )
        .order_by("key")
    )


def moved(claim: Claim) -> Moved:
    """The claim as it is planned with; no query where it was read by claims_to_move."""
    whole = whole_of(claim.subject)
    part = claim.participation or claim.relation
    held = held_participation if claim.participation_id else held_relation
    return Moved(
        claim=held_claim(claim),
        attribute=claim.attribute,
        atlas=whole.atlas_id,
        subject=(whole._meta.model_name, whole.slug, whole.title),
        decisions=tuple(held_decision(decision) for decision in claim.decisions.all()),
        part=held(part) if part else None,
        siblings=frozenset(each.pk for each in part.claims.all()) if part else frozenset(),
    )
