"""Text to dates: every reading in order of likelihood, or the one there is."""

from dataclasses import dataclass, replace

from chronology.agreement import agreed
from chronology.bounding import bounded
from chronology.calendars import LABELS, Calendar
from chronology.dates import MIXED, UncertainDate
from chronology.edtf import format_edtf, reshaped
from chronology.errors import AmbiguousDate, DateParseError, InvalidSpan, RelativeDateError
from chronology.expressions import Expression, read_expressions
from chronology.folding import ascii_digits
from chronology.offset_parsing import parse_relative
from chronology.precision import Precision
from chronology.printed import Printed
from chronology.reasons import sentence
from chronology.senses import FIRST_COMMON_YEAR, Reason, Sense, senses_of
from chronology.spans import Shape

_IMPLIED_ERA = {
    Calendar.GREGORIAN: "new_style",
    Calendar.JULIAN: "old_style",
    Calendar.SOLAR_HIJRI: "solar",
    Calendar.LUNAR_HIJRI: "lunar",
}
_HIJRI = (Calendar.SOLAR_HIJRI, Calendar.LUNAR_HIJRI)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading: the date, its calendar (or MIXED) and, in a sentence, why it may be meant.

    reasons: the same as codes with values, for reasons.sentence in another language.
    """

    date: UncertainDate
    why: str
    calendar: str
    reasons: tuple[Reason, ...] = ()

    def why_in(self, language: str) -> str:
        """The sentence in another language."""
        return sentence(self.reasons, language)


def parse(
    text: str,
    calendar: str | None = None,
    *,
    year: int | None = None,
    year_calendar: str | None = None,
    shape: Shape | None = None,
) -> UncertainDate:
    """Return the date a text states; raise AmbiguousDate with the candidates if it has several readings.

    The parameters are those of parse_candidates.

    >>> parse("13 July 1909").edtf
    '1909-07-13'
    """
    candidates = parse_candidates(text, calendar, year=year, year_calendar=year_calendar, shape=shape)
    if len(candidates) > 1:
        raise AmbiguousDate(
            f"“{text}” can be read in {len(candidates)} ways.",
            candidates=candidates,
            value=text,
            hint="Name the calendar, or choose one of the candidates.",
        )
    return candidates[0].date


def parse_candidates(
    text: str,
    calendar: str | None = None,
    *,
    year: int | None = None,
    year_calendar: str | None = None,
    shape: Shape | None = None,
) -> tuple[Candidate, ...]:
    """Return every reading of a printed date, likeliest first; at least one.

    calendar: keep the readings in it (a Calendar, MIXED; "unknown" or None keeps all);
    year, year_calendar: the year of the context, for a text that leaves it unsaid;
    shape: instant or span, where the text does not say.
    Raises DateParseError (code, position, hint) for what is not a date, and for a date that
    its calendar does not have.
    """
    wanted = _wanted(calendar)
    era = _IMPLIED_ERA[Calendar(year_calendar)] if year_calendar else None
    candidates: list[Candidate] = []
    for expression in _expressions(text, year, era):
        candidates += _candidates(text, expression, wanted, shape)
    if not candidates:
        raise _mismatch(text, calendar)
    unique = {(each.date.edtf, each.date.span.shape, each.calendar): each for each in reversed(candidates)}
    return tuple(
        each for each in candidates if unique.get((each.date.edtf, each.date.span.shape, each.calendar)) is each
    )


def _expressions(text: str, year: int | None, era: str | None) -> list[Expression]:
    try:
        return read_expressions(text, year, era)
    except DateParseError as error:
        try:
            parse_relative(text)
        except RelativeDateError:
            raise error from None
        raise DateParseError(
            f"“{text}” is a distance from another date, not a date.",
            code="relative_date",
            hint="Give it an anchor, and it is a relative date.",
            value=text,
        ) from error


def _wanted(calendar: str | None) -> str | None:
    if calendar in (None, "", "unknown"):
        return None
    if calendar == MIXED:
        return MIXED
    try:
        return Calendar(calendar)
    except ValueError as error:
        raise DateParseError(
            f"“{calendar}” is not a calendar read here.",
            code="unknown_calendar",
            hint=", ".join([*Calendar, MIXED]),
            field="calendar",
            value=calendar,
        ) from error


def _candidates(text: str, expression: Expression, wanted: str | None, shape: Shape | None) -> list[Candidate]:
    persian = any(ascii_digits(c) != c for c in text)
    read = []
    for date in expression.dates:
        dated = _with_implied_era(date, wanted)
        if dated is None:
            return []
        read.append([sense for sense in senses_of(dated, persian) if _keeps(sense, wanted)])
    made = []
    for senses in _matched(read, expression.kind):
        candidate = _candidate(text, expression, senses, shape)
        if candidate is not None:
            made.append(candidate)
    if expression.kind == "twice":
        # Readings in which the two dates agree leave no room for those in which they do not.
        made = [each for each in made if each.date.precision is not Precision.CHOICE] or made
    if not made and all(read):
        raise DateParseError(
            "The second date comes before the first.",
            code="reversed",
            position=expression.dates[-1].position,
            value=text,
        )
    return made


def _with_implied_era(date: Printed, wanted: str | None) -> Printed | None:
    """The date with the era its stated calendar implies, or None where the two cannot go together."""
    if wanted in (None, MIXED) or date.year is None or date.era not in (None, "ah"):
        return date
    own = date.month.calendar if date.month else None
    if own in _HIJRI and own != wanted:
        return None
    if wanted in _HIJRI and date.year >= FIRST_COMMON_YEAR:
        return None
    return replace(date, era=_IMPLIED_ERA[wanted])


def _keeps(sense: Sense, wanted: str | None) -> bool:
    if wanted is None or sense.calendar == wanted:
        return True
    return sense.calendar == MIXED and wanted in _HIJRI and sense.year_calendar == wanted


def _matched(read: list[list[Sense]], kind: str) -> list[tuple[Sense, ...]]:
    """Senses of two dates go together when they reckon in the same calendar."""
    if len(read) == 1:
        return [(sense,) for sense in read[0]]
    first, second = read
    if kind == "twice":
        return [(one, two) for one in first for two in second]
    pairs = [
        (one, two)
        for one in first
        for two in second
        if (one.calendar, one.year_calendar) == (two.calendar, two.year_calendar)
    ]
    return pairs or [(one, two) for one in first for two in second]


def _candidate(text: str, expression: Expression, senses: tuple[Sense, ...], shape: Shape | None) -> Candidate | None:
    if expression.kind == "twice":
        expression, senses = agreed(expression, senses)
    try:
        span, precision, edtf = bounded(expression, senses)
    except InvalidSpan:
        return None
    if shape is not None and shape != span.shape:
        span = reshaped(span, shape)
        edtf = format_edtf(span)
    reasons = _reasons(senses)
    notes = [sense.note for sense in senses if sense.note]
    calendars = {sense.calendar for sense in senses}
    date = UncertainDate(
        text=text,
        calendar=str(calendars.pop()) if len(calendars) == 1 else MIXED,
        precision=precision,
        span=span,
        edtf=edtf,
        supplied=("year",) if any(date.supplied for date in expression.dates) else (),
        approximate=expression.circa,
        note=sentence(tuple(notes)),
    )
    return Candidate(date, sentence(reasons), date.calendar, reasons)


def _reasons(senses: tuple[Sense, ...]) -> tuple[Reason, ...]:
    """Each reason once: two dates of a range are usually read for the same ones."""
    kept: list[Reason] = []
    for sense in senses:
        kept += [reason for reason in sense.reasons if reason[0] not in [code for code, _ in kept]]
    return tuple(kept)


def _mismatch(text: str, calendar: str | None) -> DateParseError:
    label = LABELS.get(calendar, calendar)
    return DateParseError(
        f"“{text}” is not a date of the {label} calendar.",
        code="calendar_mismatch",
        field="calendar",
        value=calendar,
        hint="Leave the calendar out to see how it can be read.",
    )
