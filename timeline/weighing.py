"""Weighs all that is claimed of one subject: its days, its place, its numbers, and what conflicts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chronology.spans import Shape, Span
from timeline.allegiances import Divided, TakingPart, on_two_sides, two_in_one_role
from timeline.lengths import length, length_conflict
from timeline.models import Claim, Decision
from timeline.outcomes import Ending, opposed
from timeline.resolution import (
    DECIDED,
    OPEN,
    UNDECIDABLE,
    Conflict,
    Resolution,
    Statement,
    conflict,
    resolve,
)
from timeline.statements import date_statement, number_statement, place_statement

BEGIN_EDGES, END_EDGES = ("begin", "departs"), ("end", "arrives")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A conflict with what it is about; `edge` is empty where the attribute has none."""

    attribute: str
    edge: str
    conflict: Conflict


@dataclass(frozen=True, slots=True)
class Weighed:
    """What stands after weighing: days with the rule and claim that decided, place, disagreements."""

    span: Span | None
    date: Resolution
    place: Resolution
    strength: Resolution
    disagreements: tuple[Disagreement, ...]


def weigh(
    claims: Iterable[Claim], decisions: Iterable[Decision], shape: Shape, parts: Iterable[TakingPart] = ()
) -> Weighed:
    """Weigh the claims made of one subject, whose date has the given shape, and of who took `parts` in it.

    The claims need their source, place, interpretation and anchor at hand; nothing is written.
    """
    claims, decisions = list(claims), list(decisions)
    disagreements: list[Disagreement] = []

    def settle(attribute: str, edge: str, statements: Sequence[Statement]) -> Resolution:
        decision = _decision(decisions, attribute, edge)
        clash = conflict(
            statements,
            decided=decision is not None and not decision.undecidable,
            undecidable=decision is not None and decision.undecidable,
        )
        if clash:
            disagreements.append(Disagreement(attribute, edge, clash))
        return resolve(
            statements,
            decided=decision.claim.key if decision and decision.claim else "",
            undecidable=decision is not None and decision.undecidable,
        )

    def dated(edges: Sequence[str], as_shape: Shape) -> list[Statement]:
        chosen = (c for c in claims if c.attribute == "date" and (c.edge or "on") in edges)
        return [s for c in chosen if (s := date_statement(c, as_shape)) is not None]

    begins, ends = dated(BEGIN_EDGES, Shape.INSTANT), dated(END_EDGES, Shape.INSTANT)
    on = settle("date", "on", dated(("on",), shape))
    begin = settle("date", "begin", begins)
    end = settle("date", "end", ends)
    disagreements += _of_length(claims, decisions, begins, ends)
    place = settle("place", "", _placed(claims, "", "at"))
    for edge in ("from", "to"):
        # Of one source, two places to set out from or to come to are two stretches of the way.
        ways = _placed(claims, edge)
        if len({statement.source for statement in ways}) > 1:
            settle("place", edge, ways)
    strengths = Resolution(None, "")
    for attribute in ("strength", "casualties"):
        for unit in sorted({c.unit for c in claims if c.attribute == attribute}):
            of_unit = [c for c in claims if c.attribute == attribute and c.unit == unit]
            told = [s for c in of_unit if (s := number_statement(c)) is not None]
            # One source that gives two numbers of one unit speaks of two parties, not of one twice.
            rivals = len({s.source for s in told}) > 1
            settled = settle(attribute, unit, told) if rivals else resolve(told)
            if attribute == "strength" and strengths.value is None:
                strengths = settled
    disagreements += _of_outcome(claims, decisions)
    disagreements += _divided(list(parts), decisions)
    span = joined_span(on, begin, end, shape, duration_days(claims))
    date = next((r for r in (on, begin, end) if r.value is not None), on)
    return Weighed(span, date, place, strengths, tuple(disagreements))


def _placed(claims: Iterable[Claim], *edges: str) -> list[Statement]:
    chosen = (c for c in claims if c.attribute == "place" and c.edge in edges)
    return [statement for claim in chosen if (statement := place_statement(claim)) is not None]


def _of_length(
    claims: list[Claim], decisions: list[Decision], begins: list[Statement], ends: list[Statement]
) -> Iterable[Disagreement]:
    told = (length(c.key, c.low, c.high, c.unit, c.qualifier) for c in claims if c.attribute == "duration")
    status = _verdict(decisions, "duration", "")
    clash = length_conflict(
        begins,
        ends,
        [each for each in told if each is not None],
        decided=status == DECIDED,
        undecidable=status == UNDECIDABLE,
    )
    return [Disagreement("duration", "", clash)] if clash else []


def _of_outcome(claims: list[Claim], decisions: list[Decision]) -> Iterable[Disagreement]:
    told = [Ending(c.key, c.outcome, str(c.winner_id or "")) for c in claims if c.attribute == "outcome"]
    against = opposed(told)
    if against:
        yield Disagreement("outcome", "", Conflict(against, _verdict(decisions, "outcome", "") or OPEN))


def _divided(parts: list[TakingPart], decisions: list[Decision]) -> Iterable[Disagreement]:
    found: list[tuple[str, Divided]] = [("side", each) for each in on_two_sides(parts)]
    found += [("participant", each) for each in two_in_one_role(parts)]
    for attribute, each in found:
        # Of an event there is one decision about sides: it says nothing of a person whose claims it does not prefer.
        own = [decision for decision in decisions if decision.undecidable or decision.claim.key in each.claims]
        yield Disagreement(attribute, each.about, Conflict(each.claims, _verdict(own, attribute, "") or OPEN))


def _verdict(decisions: list[Decision], attribute: str, edge: str) -> str:
    decision = _decision(decisions, attribute, edge)
    if decision is None:
        return ""
    return UNDECIDABLE if decision.undecidable else DECIDED


def joined_span(
    on: Resolution, begin: Resolution, end: Resolution, shape: Shape, duration: tuple[int, int] | None
) -> Span | None:
    """Put together the days of a whole and of its two ends; a stated duration gives a missing end."""
    whole = on.value.span if on.value else None
    first = begin.value.span if begin.value else None
    last = end.value.span if end.value else None
    if shape == Shape.INSTANT:
        chosen = whole or first or last
        return Span.instant(chosen.earliest, chosen.latest) if chosen else None
    if whole is None and first is None and last is None:
        return None
    if duration and first is not None and last is None and whole is None:
        last = first.shift(duration[0], duration[1])
    if duration and last is not None and first is None and whole is None:
        first = last.shift(-duration[1], -duration[0])
    begin_pair = (first.earliest, first.latest) if first else _begin_of(whole) if whole else (None, last.latest)
    end_pair = (last.earliest, last.latest) if last else _end_of(whole) if whole else (first.earliest, None)
    if _crossed(begin_pair, end_pair):
        # The two ends contradict each other; what was said of the whole, or of the first, stands.
        return whole or Span.span(*begin_pair, begin_pair[0], None)
    return Span.span(*begin_pair, *end_pair)


def leg_ends(claims: Iterable[Claim], span: Span | None) -> tuple[Span | None, Span | None]:
    """When a leg sets out and when it comes in, by its claims and the days they come to; None: not said.

    An end with one side open is an inequality, not a day to march by.
    """
    claims = list(claims)
    edges = {claim.edge for claim in claims if claim.attribute == "date"}
    has_length = any(claim.attribute == "duration" for claim in claims)
    begun, ended = (has_length or edges & {*names, "on", ""} for names in (BEGIN_EDGES, END_EDGES))
    departs = _known_day(span.begin_earliest, span.begin_latest) if span and begun else None
    arrives = _known_day(span.end_earliest, span.end_latest) if span and ended else None
    return departs, arrives


def _known_day(earliest: int | None, latest: int | None) -> Span | None:
    return None if earliest is None or latest is None else Span.instant(earliest, latest)


def days_of_legs(ends: Sequence[tuple[Span | None, Span | None]]) -> Span | None:
    """The days of a whole movement, from (departs, arrives) of each leg in order; None where none is dated."""
    known = [day for leg in ends for day in leg if day]
    if not known:
        return None
    first, last = ends[0][0], ends[-1][1]
    return Span.span(
        min(day.earliest for day in known) if first else None,
        min(day.latest for day in known),
        max(day.earliest for day in known),
        max(day.latest for day in known) if last else None,
    )


def of_whole_march(claims: Iterable[Claim], *, first: bool, last: bool) -> list[Claim]:
    """What is said of a march as a whole and dates one of its legs: its first start, its last arrival."""
    return [
        claim
        for claim in claims
        if claim.attribute == "date" and ((first and claim.edge in BEGIN_EDGES) or (last and claim.edge in END_EDGES))
    ]


def _begin_of(span: Span) -> tuple[int | None, int | None]:
    return span.begin_earliest, span.begin_latest


def _end_of(span: Span) -> tuple[int | None, int | None]:
    return span.end_earliest, span.end_latest


def _crossed(begin: tuple[int | None, int | None], end: tuple[int | None, int | None]) -> bool:
    return begin[0] is not None and end[1] is not None and begin[0] > end[1]


def duration_days(claims: Iterable[Claim]) -> tuple[int, int] | None:
    """Return how many days lie between first and last day, at least and at most, where a claim says.

    "Three days" ends on the third day or the fourth; an hour or two may cross one midnight.
    """
    for claim in claims:
        if claim.attribute != "duration" or claim.low is None or claim.high is None:
            continue
        days = {"hours": 1 / 24, "days": 1, "weeks": 7, "months": 30.44, "years": 365.24}.get(claim.unit)
        if days is None:
            continue
        low, high = claim.low * days, claim.high * days
        return max(0, int(low) - 1), max(0, int(high + 0.999))
    return None


def _decision(decisions: Iterable[Decision], attribute: str, edge: str) -> Decision | None:
    for decision in decisions:
        if decision.attribute == attribute and (decision.edge or "") in ("", edge):
            return decision
    return None
