"""The words of a date in a sheet: those that are printed, held against its days, and those for days without any."""

from django.utils.translation import gettext as _

from chronology.calendars import Calendar, from_day, year_span
from chronology.edtf import format_edtf
from chronology.errors import DateParseError
from chronology.formatting import format_span
from chronology.parsing import parse_candidates
from chronology.spans import Span
from timeline.importing.refusals import BadRow


def in_words(span: Span, calendar: str, language: str = "en") -> str:
    """A date in words, a bare year as its number: nothing is added that a page would not have printed."""
    return format_span(span, Calendar(calendar), language, style_of(span, Calendar(calendar)))


def style_of(span: Span, calendar: Calendar = Calendar.GREGORIAN) -> str:
    """The style in which a bare year is its number, and no "some day in 1909"."""
    return "short" if span.is_instant and _is_year(span, calendar) else "long"


def _is_year(span: Span, calendar: Calendar) -> bool:
    if span.earliest is None or span.latest is None:
        return False
    return year_span(calendar, from_day(calendar, span.earliest)[0]) == (span.earliest, span.latest)


def calendar_printed(printed: str, span: Span, calendar: str) -> str:
    """The calendar that the Display Date is printed in; BadRow where its words say another day than the columns."""
    readable = False
    for tried in (calendar, None):
        try:
            candidates = parse_candidates(printed, tried)
        except DateParseError:
            # Words that are no date ("the night of the telegram") are kept as they are.
            continue
        readable = True
        fitting = [each for each in candidates if each.date.span.compatible_with(span)]
        if fitting:
            return calendar if tried else fitting[0].calendar
    if readable:
        raise BadRow(
            "printed_says_another",
            _("“%(printed)s” is not the day in the columns, which is %(face)s: mend one of the two.")
            % {"printed": printed, "face": format_edtf(span)},
            printed,
        )
    return calendar
