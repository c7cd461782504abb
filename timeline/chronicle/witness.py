"""Sees events by what one source literally says, and by nothing else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from chronology.spans import Shape, Span
from geo.models import Place
from timeline.chronicle.claim_columns import with_what_is_said
from timeline.models import Claim
from timeline.resolution import Resolution, Statement, conflicting, resolve
from timeline.statements import counted_statement, date_statement, place_statement
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


class OwnDays:
    """The events from which one source counts days, as that source itself dates them.

    "The next day" hangs on an event, and the days that stand for the event may be another source's. Asked for
    once, when first needed: one query.
    """

    def __init__(self, source: str):
        self.source = source
        self._claims: dict[int, list[Claim]] | None = None
        self._known: dict[int, Testimony] = {}

    def statement(self, claim: Claim, shape: Shape) -> Statement | None:
        """What a claim of the source says of a date; None where it counts from what the source does not date."""
        if claim.face or claim.relative_to_event_id is None:
            return date_statement(claim, shape)
        event = self._of(claim.relative_to_event_id)
        return counted_statement(claim, shape, event.span, event.meant or event.span)

    def _of(self, event: int) -> Testimony:
        if event not in self._known:
            # A ring of dates is refused when it is written; what comes back here all the same has no days.
            self._known[event] = NOTHING
            told = self._told().get(event, [])
            if told:
                self._known[event] = testimony(told, Shape(told[0].event.shape), self)
        return self._known[event]

    def _told(self) -> dict[int, list[Claim]]:
        if self._claims is None:
            own = Claim.objects.published().filter(source__slug=self.source)
            counted_from = own.exclude(relative_to_event=None).values("relative_to_event")
            dating = own.filter(event__in=counted_from, attribute__in=("date", "duration"))
            self._claims = {}
            for claim in with_what_is_said(dating).order_by("number", "key"):
                self._claims.setdefault(claim.event_id, []).append(claim)
        return self._claims


def testimonies(source: str, events: Iterable[tuple[int, str]]) -> dict[int, Testimony]:
    """What the source (a slug) says of each event, given as (primary key, shape).

    One query, and one more where it counts days from an event.
    """
    return told_by(OwnDays(source), events)


def told_by(own: OwnDays, events: Iterable[tuple[int, str]]) -> dict[int, Testimony]:
    """The same of a source whose own days are at hand already."""
    shapes = dict(events)
    claims: dict[int, list[Claim]] = {}
    told = with_what_is_said(Claim.objects.published()).filter(source__slug=own.source, event__in=list(shapes))
    for claim in told.order_by("number", "key"):
        claims.setdefault(claim.event_id, []).append(claim)
    return {pk: testimony(claims.get(pk, []), Shape(shape), own) for pk, shape in shapes.items()}


def testimony(claims: Sequence[Claim], shape: Shape, own: OwnDays) -> Testimony:
    """What these claims of one source and one subject come to, at their literal word."""

    def dated(edges: tuple[str, ...], as_shape: Shape) -> list[Statement]:
        chosen = [c for c in claims if c.attribute == "date" and (c.edge or "on") in edges]
        return [said for claim in chosen if (said := own.statement(claim, as_shape))]

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
