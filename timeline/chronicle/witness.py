"""Sees events by what one source literally says, and by nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from chronology.spans import Shape, Span
from geo.models import Place
from timeline.chronicle.claims import with_joins
from timeline.models import Claim
from timeline.resolution import Resolution, resolve
from timeline.statements import date_statement, place_statement
from timeline.weighing import BEGIN_EDGES, END_EDGES, duration_days, joined_span


@dataclass(frozen=True, slots=True)
class Testimony:
    """What a source says of an event. span and place: None where it does not say; claim: the one that
    the date is taken from; rule: how, where the source says more than one thing."""

    span: Span | None
    rule: str
    claim: Claim | None
    place: Place | None
    relation: str


NOTHING = Testimony(None, "", None, None, "")


def testimonies(source: str, events: Iterable[tuple[int, str]]) -> dict[int, Testimony]:
    """What the source (a slug) says of each event, given as (primary key, shape); one query."""
    shapes = dict(events)
    claims: dict[int, list[Claim]] = {}
    told = with_joins(Claim.objects.published()).filter(source__slug=source, event__in=list(shapes))
    for claim in told.order_by("number", "key"):
        claims.setdefault(claim.event_id, []).append(claim)
    return {pk: _testimony(claims.get(pk, []), Shape(shape)) for pk, shape in shapes.items()}


def _testimony(claims: list[Claim], shape: Shape) -> Testimony:
    def dated(edges: tuple[str, ...], as_shape: Shape) -> Resolution:
        chosen = [c for c in claims if c.attribute == "date" and (c.edge or "on") in edges]
        return _literally(date_statement(claim, as_shape) for claim in chosen)

    on, begin, end = dated(("on",), shape), dated(BEGIN_EDGES, Shape.INSTANT), dated(END_EDGES, Shape.INSTANT)
    date = next((found for found in (on, begin, end) if found.value is not None), on)
    by_key = {claim.key: claim for claim in claims}
    placed = [c for c in claims if c.attribute == "place" and c.edge in ("", "at")]
    spot = _literally(place_statement(claim) for claim in placed)
    where = by_key.get(spot.accepted)
    return Testimony(
        span=joined_span(on, begin, end, shape, duration_days(claims)),
        rule=date.rule,
        claim=by_key.get(date.accepted),
        place=where.place if where else None,
        relation=(where.place_relation or "at") if where else "",
    )


def _literally(statements) -> Resolution:
    """Resolve the face values alone: what an editor holds to be meant is not what the source says."""
    return resolve([replace(statement, meant=None) for statement in statements if statement])
