"""How an event looks in JSON."""

from typing import NotRequired, TypedDict

from timeline.api.bodies.claims import ClaimBody, claim_body
from timeline.api.bodies.dates import WhenBody, when_body
from timeline.api.bodies.disputes import DisputeBody
from timeline.api.bodies.links import ReferenceBody, reference_body
from timeline.api.bodies.participants import ParticipantBody, participant_body
from timeline.api.bodies.places import MentionBody, mention_body
from timeline.chronicle.entries import DisputeEntry, EventEntry, RelationEntry


class RelationBody(TypedDict):
    """How it stands to another event; low and high are days, where a text gives them."""

    kind: str
    kind_label: str
    event: ReferenceBody
    low: int | None
    high: int | None
    claims: list[str]


class EventBody(TypedDict):
    """An event with everything said of it; `disagreements` tells why the sources differ, where one is asked for."""

    id: str
    url: str
    atlas: str
    title: str
    title_fa: str
    summary: str
    kind: str
    kind_label: str
    theatre: str
    theatre_label: str
    status: str
    status_label: str
    sides: list[str]
    importance: int
    modified: str
    when: WhenBody
    bracket: list[int | None] | None
    place: MentionBody | None
    lat: float | None
    lon: float | None
    uncertainty_km: float | None
    people: list[ParticipantBody]
    forces: list[ParticipantBody]
    relations: list[RelationBody]
    movements: list[ReferenceBody]
    claims: list[ClaimBody]
    disputed: bool
    disputes: list[str]
    disagreements: NotRequired[list[DisputeBody]]
    position: int


def event_body(event: EventEntry, language: str) -> EventBody:
    """The body of an event."""
    return {
        "id": event.id,
        "url": event.url,
        "atlas": event.atlas,
        "title": (event.title_fa if language.startswith("fa") else "") or event.title,
        "title_fa": event.title_fa,
        "summary": event.summary,
        "kind": event.kind,
        "kind_label": event.kind_label,
        "theatre": event.theatre,
        "theatre_label": event.theatre_label,
        "status": event.status,
        "status_label": event.status_label,
        "sides": list(event.sides),
        "importance": event.importance,
        "modified": event.modified.isoformat(),
        "when": when_body(event.when, language),
        "bracket": list(event.bracket) if event.bracket else None,
        "place": mention_body(event.place, language) if event.place else None,
        "lat": event.lat,
        "lon": event.lon,
        "uncertainty_km": event.uncertainty_km,
        "people": [participant_body(person) for person in event.people],
        "forces": [participant_body(force) for force in event.forces],
        "relations": [relation_body(relation) for relation in event.relations],
        "movements": [reference_body(movement) for movement in event.movements],
        "claims": [claim_body(claim, language) for claim in event.claims],
        "disputed": event.disputed,
        "disputes": dispute_ids(event.disputes),
        "position": event.position,
    }


def relation_body(relation: RelationEntry) -> RelationBody:
    """How the event stands to another."""
    return {
        "kind": relation.kind,
        "kind_label": relation.kind_label,
        "event": reference_body(relation.event),
        "low": relation.low,
        "high": relation.high,
        "claims": list(relation.claims),
    }


def dispute_ids(disputes: tuple[DisputeEntry, ...]) -> list[str]:
    """The names of the disagreements, <subject>:<attribute>[:<edge>]."""
    return [dispute.id for dispute in disputes]
