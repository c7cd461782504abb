"""How a movement looks in JSON."""

from typing import NotRequired, TypedDict

from timeline.api.bodies.claims import ClaimBody, claim_body
from timeline.api.bodies.dates import WhenBody, when_body
from timeline.api.bodies.disputes import DisputeBody
from timeline.api.bodies.events import dispute_ids
from timeline.api.bodies.links import ReferenceBody, optional_reference
from timeline.api.bodies.march_questions import MarchQuestionBody
from timeline.api.bodies.participants import ParticipantBody, participant_body
from timeline.api.bodies.places import MentionBody, mention_body
from timeline.chronicle.entries import LegEntry, MovementEntry, MoverEntry
from timeline.chronicle.values import PlaceMention, StrengthEntry


class StrengthBody(TypedDict):
    """A number as resolved; printed is the source's wording, low and high null where it has no bounds."""

    low: float | None
    high: float | None
    unit: str
    printed: str


class MoverBody(TypedDict):
    """Who or what moves; id is null for goods."""

    type: str
    id: str | None
    name: str
    letter: str
    side: str | None
    from_leg: int | None
    to_leg: int | None


LegBody = TypedDict(
    "LegBody",
    {
        "id": str,
        "order": int,
        "from": MentionBody | None,
        "via": list[MentionBody],
        "to": MentionBody | None,
        "departs": list[int | None] | None,
        "arrives": list[int | None] | None,
        "mode": str,
        "mode_label": str,
        "status": str,
        "status_label": str,
        "inferred": bool,
        "note": str,
        "strength": StrengthBody | None,
        "distance_km": float | None,
        "days": float | None,
        "km_per_day": float | None,
        "implausible": str | None,
        "geometry": list[list[float]],
        "claims": list[str],
    },
)


class MovementBody(TypedDict):
    """A march or voyage with its legs and everything said of it. Where one is asked for, `disagreements` tells
    why the sources differ, and `questions` what its dates leave no likely time for."""

    id: str
    url: str
    atlas: str
    title: str
    title_fa: str
    summary: str
    theatre: str
    theatre_label: str
    status: str
    status_label: str
    sides: list[str]
    importance: int
    modified: str
    when: WhenBody
    event: ReferenceBody | None
    movers: list[MoverBody]
    commanders: list[ParticipantBody]
    participants: list[ParticipantBody]
    strength: StrengthBody | None
    distance_km: float | None
    legs: list[LegBody]
    claims: list[ClaimBody]
    disputed: bool
    disputes: list[str]
    disagreements: NotRequired[list[DisputeBody]]
    questions: NotRequired[list[MarchQuestionBody]]


def movement_body(movement: MovementEntry, language: str) -> MovementBody:
    """The body of a movement."""
    return {
        "id": movement.id,
        "url": movement.url,
        "atlas": movement.atlas,
        "title": (movement.title_fa if language.startswith("fa") else "") or movement.title,
        "title_fa": movement.title_fa,
        "summary": movement.summary,
        "theatre": movement.theatre,
        "theatre_label": movement.theatre_label,
        "status": movement.status,
        "status_label": movement.status_label,
        "sides": list(movement.sides),
        "importance": movement.importance,
        "modified": movement.modified.isoformat(),
        "when": when_body(movement.when, language),
        "event": optional_reference(movement.event),
        "movers": [mover_body(mover) for mover in movement.movers],
        "commanders": [participant_body(person) for person in movement.commanders],
        "participants": [participant_body(person) for person in movement.participants],
        "strength": _strength(movement.strength),
        "distance_km": movement.distance_km,
        "legs": [leg_body(leg, language) for leg in movement.legs],
        "claims": [claim_body(claim, language) for claim in movement.claims],
        "disputed": movement.disputed,
        "disputes": dispute_ids(movement.disputes),
    }


def leg_body(leg: LegEntry, language: str) -> LegBody:
    """The body of a leg; geometry is latitude first."""
    return {
        "id": leg.key,
        "order": leg.order,
        "from": _place(leg.start, language),
        "via": [mention_body(place, language) for place in leg.via],
        "to": _place(leg.end, language),
        "departs": list(leg.departs) if leg.departs else None,
        "arrives": list(leg.arrives) if leg.arrives else None,
        "mode": leg.mode,
        "mode_label": leg.mode_label,
        "status": leg.status,
        "status_label": leg.status_label,
        "inferred": leg.inferred,
        "note": leg.note,
        "strength": _strength(leg.strength),
        "distance_km": leg.distance_km,
        "days": leg.days,
        "km_per_day": leg.km_per_day,
        "implausible": leg.implausible or None,
        "geometry": [list(point) for point in leg.geometry],
        "claims": list(leg.claims),
    }


def mover_body(mover: MoverEntry) -> MoverBody:
    """The body of a mover."""
    return {
        "type": mover.type,
        "id": mover.id or None,
        "name": mover.name,
        "letter": mover.letter,
        "side": mover.side or None,
        "from_leg": mover.from_leg,
        "to_leg": mover.to_leg,
    }


def _strength(strength: StrengthEntry | None) -> StrengthBody | None:
    if strength is None:
        return None
    return {
        "low": strength.low,
        "high": strength.high,
        "unit": strength.unit,
        "printed": strength.printed,
    }


def _place(place: PlaceMention | None, language: str) -> MentionBody | None:
    return mention_body(place, language) if place else None
