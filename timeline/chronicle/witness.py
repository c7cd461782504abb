"""Sees events by what one source literally says, and by nothing else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from chronology.spans import Shape, Span
from geo.models import Place
from timeline.chronicle.claims import with_joins
from timeline.models import Claim
from timeline.resolution import Resolution, Statement, conflicting, resolve
from timeline.statements import date_statement, place_statement
from timeline.weighing import BEGIN_EDGES, END_EDGES, duration_days, joined_span


@dataclass(frozen=True, slots=True)
class Testimony:
    """What a source says of an event, or of a leg of a march. span and place: None where it does not say;
    meant: the days that editors hold it to mean, where those are others; claim: the one that the date is
    taken from; rule: how, where the source says more than one thing; disputed: it contradicts itself."""

    span: Span | None = None
    rule: str = ""
    claim: Claim | None = None
    place: Place | None = None
    relation: str = ""
    meant: Span | None = None
    disputed: bool = False


NOTHING = Testimony()


def testimonies(source: str, events: Iterable[tuple[int, str]]) -> dict[int, Testimony]:
    """What the source (a slug) says of each event, given as (primary key, shape); one query."""
    shapes = dict(events)
    claims: dict[int, list[Claim]] = {}
    told = with_joins(Claim.objects.published()).filter(source__slug=source, event__in=list(shapes))
    for claim in told.order_by("number", "key"):
        claims.setdefault(claim.event_id, []).append(claim)
    return {pk: testimony(claims.get(pk, []), Shape(shape)) for pk, shape in shapes.items()}


def testimony(claims: Sequence[Claim], shape: Shape) -> Testimony:
    """What these claims of one source and one subject come to, at their literal word."""

    def dated(edges: tuple[str, ...], as_shape: Shape) -> list[Statement]:
        chosen = [c for c in claims if c.attribute == "date" and (c.edge or "on") in edges]
        return [said for claim in chosen if (said := date_statement(claim, as_shape))]

    dates = (dated(("on",), shape), dated(BEGIN_EDGES, Shape.INSTANT), dated(END_EDGES, Shape.INSTANT))
    placed = [c for c in claims if c.attribute == "place" and c.edge in ("", "at")]
    spots = [said for claim in placed if (said := place_statement(claim))]
    length = duration_days(claims)
    literal, by_key = [_literally(said) for said in dates], {claim.key: claim for claim in claims}
    span = joined_span(*literal, shape, length)
    meant = joined_span(*(resolve(said) for said in dates), shape, length)
    date = next((found for found in literal if found.value is not None), literal[0])
    where = by_key.get(_literally(spots).accepted)
    return Testimony(
        span=span,
        rule=date.rule,
        claim=by_key.get(date.accepted),
        place=where.place if where else None,
        relation=(where.place_relation or "at") if where else "",
        meant=meant if meant != span else None,
        disputed=any(conflicting(said) for said in (*dates, spots)),
    )


def _literally(statements: Iterable[Statement]) -> Resolution:
    """Resolve the face values alone: what an editor holds to be meant is not what the source says."""
    return resolve([replace(statement, meant=None) for statement in statements])
