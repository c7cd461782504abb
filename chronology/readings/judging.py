"""Weighs what a printed date may have meant against the other statements of the same thing.

Bayes' rule over a closed list: a reading's score is its prior times the likelihood of every
witness, as a share of the sum over all readings and over "something else went wrong". Pure and
never applied by itself: an editor accepts a reading, with a reason.
"""

from collections.abc import Collection, Sequence
from math import log

from chronology.readings.bases import bases_of
from chronology.readings.hypotheses import Hypothesis, hypotheses_of
from chronology.readings.judgement import Judgement, Reading, Verdict
from chronology.readings.slips import UNEXPLAINED_PRIOR
from chronology.readings.witnesses import RIGHT, Testimony, Witness, density, shares, without_copies
from chronology.spans import Span

# A verdict needs two thirds of all belief.
DECISIVE = 2 / 3
_NEAR = 45


def propose(
    printed: str,
    *,
    calendar: str | None = None,
    year: int | None = None,
    year_calendar: str | None = None,
    near: Sequence[Witness] = (),
    source: str = "",
    habits: Collection[str] = (),
) -> tuple[Reading, ...]:
    """Return everything the writer may have meant, best first; the parameters are those of judge."""
    return judge(
        printed,
        calendar=calendar,
        year=year,
        year_calendar=year_calendar,
        near=near,
        source=source,
        habits=habits,
    ).readings


def judge(
    printed: str,
    *,
    calendar: str | None = None,
    year: int | None = None,
    year_calendar: str | None = None,
    near: Sequence[Witness] = (),
    source: str = "",
    habits: Collection[str] = (),
) -> Judgement:
    """Return the readings of a printed date, in the light of the other statements, with a verdict.

    calendar, year, year_calendar: what the text leaves to its context, as parse_candidates takes
    them; near: the other statements of the same thing; source: the work the text goes back to, so
    that its copies are not heard as witnesses; habits: methods an editor has accepted for other
    dates of the same passage, since a writer who converted one so converted the next so.
    Raises DateParseError for what is not a date.

    >>> from chronology.iso import from_iso
    >>> found = judge("22 July", year=1909, near=[Witness.of(Span.day(from_iso("1909-07-13")))])
    >>> found.verdict.value, found.best.why
    ('explained', '22 Tir 1288 is 13 July 1909. Tir was printed as “July” and the day kept.')
    """
    bases = bases_of(printed, calendar, year, year_calendar, habits)
    literal = tuple(base.candidate.date.span for base in bases)
    witnesses = without_copies(near, literal, source)
    testimony = Testimony(witnesses)
    found = [each for base in bases for each in hypotheses_of(base, habits)]
    weights = [log(each.prior) + testimony.log_likelihood(each.span) for each in found]
    astray = [log(UNEXPLAINED_PRIOR * chance) + said for chance, said in _astray(literal[0], testimony)]
    scores = shares([*weights, *astray])
    unexplained = sum(scores[len(found) :], 0.0)
    readings = [reading_of(printed, each, score, witnesses) for each, score in zip(found, scores, strict=False)]
    # The sort is stable: of equal scores the literal one and the simpler slip stay in front.
    readings.sort(key=lambda each: -each.score)
    verdict, best = _verdict(readings, witnesses, source, one_reading=len(bases) == 1)
    return Judgement(printed, tuple(readings), unexplained, verdict, best)


def reading_of(printed: str, found: Hypothesis, score: float, witnesses: tuple[Witness, ...] = ()) -> Reading:
    """Put a score and the witnesses to a hypothesis."""
    agreeing = {id(each) for each in witnesses if each.agrees_with(found.span)}
    return Reading(
        printed=printed,
        method=found.method,
        slips=found.slips,
        calendar=found.calendar,
        span=found.span,
        edtf=found.edtf,
        score=score,
        prior=found.prior,
        meets=tuple(each for each in witnesses if id(each) in agreeing),
        misses=tuple(each for each in witnesses if id(each) not in agreeing),
        clauses=found.clauses,
    )


def _astray(literal: Span, testimony: Testimony) -> list[tuple[float, float]]:
    """The days meant if the text is wrong in some way unknown: the chance of each, and log likelihood of the testimony.

    The days tried are those around the printed ones, and those the witnesses name; a text is wrong
    by so many days as a witness is.
    """
    first, _, _, last = literal.bounds
    near = set(range(first - _NEAR, first)) | set(range(last + 1, last + _NEAR + 1))
    days = sorted((near if last - first <= 366 else set()) | testimony.edges())
    off = [(day, max(first - day, day - last)) for day in days if not first <= day <= last]
    return [(density(distance) / (1 - RIGHT), testimony.log_likelihood(Span.day(day))) for day, distance in off]


def _verdict(
    readings: list[Reading], witnesses: tuple[Witness, ...], source: str, *, one_reading: bool
) -> tuple[Verdict, Reading | None]:
    """The verdict and the reading it speaks of; one_reading: the text itself has no second one."""
    plain = [each for each in readings if each.is_plain]
    top = readings[0]
    standing = next((each for each in plain if not each.misses), None)
    if standing is not None and (one_reading or (witnesses and _decisive(standing, readings))):
        return Verdict.PLAIN_STANDS, standing
    if _decisive(top, readings):
        if not top.is_plain and (not witnesses or any(each.meets for each in _kin(top, readings))):
            return Verdict.EXPLAINED, top
        if top.is_plain and any(not source or each.source != source for each in top.meets):
            return Verdict.PLAIN_STANDS, top
    missed = {id(each) for each in plain[0].misses}
    if missed and not any(id(each) in missed for reading in readings for each in reading.meets):
        return Verdict.NO_CALENDAR, None
    return Verdict.CANNOT_TELL, None


def _decisive(reading: Reading, readings: list[Reading]) -> bool:
    return sum(each.score for each in _kin(reading, readings)) >= DECISIVE


def _kin(reading: Reading, readings: list[Reading]) -> list[Reading]:
    """The reading, and those that make the same slip and differ by a day off only."""
    return [
        each
        for each in readings
        if each.slips[:1] == reading.slips[:1]
        and each.calendar == reading.calendar
        and abs(each.span.bounds[0] - reading.span.bounds[0]) <= 1
    ]
