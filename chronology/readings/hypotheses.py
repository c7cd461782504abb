"""Every day a printed date may stand for: the literal readings, and what each slip would have made of another."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from chronology.calendars import Calendar
from chronology.edtf import format_edtf
from chronology.readings import departures
from chronology.readings.bases import Base
from chronology.readings.departures import Departure
from chronology.readings.facts import Clause, InCalendar
from chronology.readings.slips import (
    CONVERSIONS,
    EXPECTED,
    HABIT_PRIOR,
    PLAIN_AT_LEAST,
    UNEXPLAINED_PRIOR,
    Method,
    Slip,
)
from chronology.spans import Span


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Days that may be meant, by which slips, and how far to expect it before any witness speaks."""

    span: Span
    edtf: str
    calendar: str
    method: Method
    slips: tuple[Slip, ...]
    clauses: tuple[Clause, ...]
    prior: float


def hypotheses_of(base: Base, habits: Collection[str] = ()) -> Iterator[Hypothesis]:
    """Yield the literal reading first, then every departure from it; their priors share the base's weight.

    habits: methods an editor has accepted for other dates of the same passage.
    """
    found = list(_departures(base, habits))
    departed = sum(prior for _, prior in found)
    room = 1 - UNEXPLAINED_PRIOR
    scale = min(1.0, (room - PLAIN_AT_LEAST) / departed) if departed else 1.0
    yield _literal(base, (room - departed * scale) * base.weight)
    for departure, expected in found:
        prior = expected * scale
        yield _departed(base, departure, prior * base.weight)
        if departure.slip in CONVERSIONS and base.day is not None:
            for further, chance in _off(departure):
                yield _departed(base, departure, prior * chance * base.weight, further)


def _departures(base: Base, habits: Collection[str]) -> Iterator[tuple[Departure, float]]:
    """Each departure with its share of the prior of its slip, shared over all that the slip allows."""
    if base.calendar is None:
        return
    for propose in departures.ALL:
        for departure in propose(base):
            yield departure, _prior(departure.slip, habits) * departure.share


def _prior(slip: Slip, habits: Collection[str]) -> float:
    method, prior, _ = EXPECTED[slip]
    return HABIT_PRIOR if method in habits and slip in CONVERSIONS else prior


def _off(departure: Departure) -> Iterator[tuple[Departure, float]]:
    for further in departures.a_day_off(departure.first, departure.last, departure.calendar):
        yield further, EXPECTED[further.slip].prior * further.share


def _literal(base: Base, prior: float) -> Hypothesis:
    date = base.candidate.date
    slips: tuple[Slip, ...] = ()
    if base.method is not Method.PLAIN:
        slips = (Slip.SOLAR_YEAR if base.method is Method.SOLAR_YEAR else Slip.OLD_AS_NEW,)
    return Hypothesis(
        date.span, date.edtf, base.candidate.calendar, base.method, slips, (_literal_clause(base),), prior
    )


def _literal_clause(base: Base) -> Clause:
    """Its own words where the calendar is evident, else the parser's reasons and what follows from them."""
    span = base.candidate.date.span
    codes = {code for code, _ in base.candidate.reasons}
    if codes <= {"plain"}:
        return "as_printed", {"days": InCalendar(span)}
    if base.calendar is not None and codes <= {"month_tells", "labelled", "old_style"}:
        code = "is_by_table" if base.calendar is Calendar.LUNAR_HIJRI else "is"
        return code, {"meant": InCalendar(span, base.calendar), "days": InCalendar(span)}
    return "because", {"candidate": base.candidate, "days": InCalendar(span)}


def _departed(base: Base, departure: Departure, prior: float, further: Departure | None = None) -> Hypothesis:
    last = further or departure
    span = Span.instant(last.first, last.last)
    slips: tuple[Slip, ...] = (departure.slip,)
    clauses: tuple[Clause, ...] = departure.clauses
    if base.method is Method.SOLAR_YEAR:
        slips = (*slips, Slip.SOLAR_YEAR)
        year = next(facts["year"] for code, facts in base.candidate.reasons if code == "ah_solar")
        clauses = (*clauses, ("year_label", {"year": year}))
    if further is not None:
        slips, clauses = (*slips, further.slip), (*clauses, *further.clauses)
    return Hypothesis(
        span, format_edtf(span), str(departure.calendar), EXPECTED[departure.slip].method, slips, clauses, prior
    )
