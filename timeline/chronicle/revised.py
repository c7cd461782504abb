"""Tells when a record, or what it leans on, last changed, and which of these it was."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import CharField, Max, Q, QuerySet, Value

from geo.models import Place
from timeline.at_hand import kept_of_record
from timeline.models import (
    Atlas,
    Claim,
    Decision,
    Event,
    Interpretation,
    Leg,
    Lesson,
    LessonStep,
    Movement,
    Participation,
    Relation,
    Source,
)


class Revised(NamedTuple):
    """The moment of the last change, and what changed then: a key of timeline/pages/citing.py's LEANING."""

    at: datetime
    leaning: str


@kept_of_record
def event_revised(event: Event) -> Revised:
    """When an event, or anything that its page tells of it, last changed; one query."""
    told = _told_of("event", event.pk, relations=True)
    return _last(
        event.modified,
        place=Place.objects.filter(pk=event.place_id),
        participant=Participation.objects.filter(event=event.pk),
        relation=Relation.objects.filter(Q(from_event=event.pk) | Q(to_event=event.pk)),
        **_leaned_on(told, Decision.objects.filter(event=event.pk)),
    )


@kept_of_record
def movement_revised(movement: Movement) -> Revised:
    """When a movement, or anything that its page tells of it, last changed; one query."""
    told = _told_of("movement", movement.pk)
    of_it = Q(movement=movement.pk) | Q(leg__movement=movement.pk)
    return _last(
        movement.modified,
        leg=Leg.objects.filter(movement=movement.pk),
        place=Place.objects.filter(Q(legs_from__movement=movement.pk) | Q(legs_to__movement=movement.pk)),
        participant=Participation.objects.filter(movement=movement.pk),
        **_leaned_on(told, Decision.objects.filter(of_it)),
    )


@kept_of_record
def lesson_revised(lesson: Lesson) -> Revised:
    """When a lesson, a step of it or a claim that it discusses last changed; one query."""
    steps = LessonStep.objects.filter(lesson=lesson.pk)
    return _last(lesson.modified, step=steps, claim=Claim.objects.published().filter(lesson_steps__lesson=lesson.pk))


@kept_of_record
def claim_revised(claim: Claim) -> Revised:
    """When a claim, its reading or its source last changed; one query."""
    return _last(
        claim.modified,
        reading=Interpretation.objects.filter(claim=claim.pk),
        source=Source.objects.filter(pk=claim.source_id),
    )


@kept_of_record
def source_revised(source: Source) -> Revised:
    """When what is said of a work, or of the one it copies, last changed."""
    return _last(source.modified, source=Source.objects.filter(pk=source.based_on_id))


@kept_of_record
def atlas_revised(atlas: Atlas) -> Revised:
    """When an atlas, or anything published in it, last changed; one query over all its records."""
    told = Claim.objects.published().filter(
        Q(event__atlas=atlas.pk)
        | Q(movement__atlas=atlas.pk)
        | Q(leg__movement__atlas=atlas.pk)
        | Q(participation__event__atlas=atlas.pk)
        | Q(participation__movement__atlas=atlas.pk)
        | Q(relation__atlas=atlas.pk)
    )
    found = _last(
        atlas.modified,
        event=Event.objects.published().filter(atlas=atlas.pk),
        movement=Movement.objects.published().filter(atlas=atlas.pk),
        **_leaned_on(told, Decision.objects.filter(atlas=atlas.pk)),
    )
    return found._replace(leaning="atlas") if found.leaning == "record" else found


def _told_of(kind: str, pk: int, *, relations: bool = False) -> QuerySet:
    """The published claims that the page of an event or movement tells."""
    other = Q(relation__from_event=pk) if relations else Q(leg__movement=pk)
    return Claim.objects.published().filter(Q(**{kind: pk}) | Q(**{f"participation__{kind}": pk}) | other)


def _leaned_on(told: QuerySet, decisions: QuerySet) -> dict[str, QuerySet]:
    keys = told.order_by().values("pk")
    return {
        "claim": told,
        "reading": Interpretation.objects.filter(claim__in=keys),
        "decision": decisions,
        "source": Source.objects.published().filter(claims__in=keys),
    }


def _last(own: datetime, **leaned: QuerySet) -> Revised:
    """The latest of the record's own moment and those of what it leans on; its own where they are one moment."""
    asked = [
        records.order_by().values(what=Value(name, CharField())).annotate(at=Max("modified")).values_list("what", "at")
        for name, records in leaned.items()
    ]
    found = asked[0].union(*asked[1:], all=True) if len(asked) > 1 else asked[0]
    moments = [Revised(own, "record"), *(Revised(at, name) for name, at in found if at is not None)]
    return max(moments, key=lambda moment: moment.at)
