"""Reads the date of a row of the one sheet into the cells of its claim."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chronology.calendars import Calendar, days_in_month, month_span, to_day, year_span
from chronology.edtf import format_edtf, parse_edtf
from chronology.errors import ChronologyError, InvalidSpan
from chronology.folding import ascii_digits, fold_word
from chronology.formatting import format_span
from chronology.lexicon import month_of
from chronology.senses import FIRST_COMMON_YEAR
from chronology.spans import Span
from timeline.importing.markup import plain
from timeline.importing.one_sheet.calendar_names import read_calendar
from timeline.importing.one_sheet.date_words import calendar_printed, in_words
from timeline.importing.one_sheet.rows import SheetRow
from timeline.importing.one_sheet.whole_dates import Orders, WholeDate, read_whole
from timeline.importing.plain_text import check_text
from timeline.importing.refusals import BadRow
from timeline.importing.workbooks import DATE

LONGEST_PRINTED = 300
# Where one of these is filled, Display Date is only its wording.
BEGINNINGS = ("Year", "Date", "EDTF", "Month", "Day", "End Year", "End Date")
_YEAR = re.compile(r"[-−]?\d{1,4}\Z")
_FOUR_FIGURES = re.compile(r"(?<!\d)\d{4}(?!\d)")
# Years that people of these lands reckon now and did a hundred years ago, in both Hijri counts.
FIRST_HIJRI_YEAR = 1200


@dataclass(frozen=True, slots=True)
class DateTold:
    """What a row says of its date: the cells of a claim, and the days. face and span are empty where only the
    printed words are there and nothing can be read out of them."""

    span: Span
    face: str
    as_printed: str
    calendar: str
    note: str = ""

    @property
    def shape(self) -> str:
        return self.span.shape.value

    def adds_nothing_to(self, face: str) -> bool:
        """Whether a date known already, in EDTF, says all that this one does; "" is one counted from another."""
        return not face or self.span.contains(parse_edtf(face))


def is_year(text: str) -> bool:
    """Whether a cell holds a bare year, in any digits."""
    return bool(_YEAR.match(ascii_digits(text)))


def of_several_calendars(text: str) -> bool:
    """Whether a cell names a year from 1200 to 1499, which may be a Hijri or a common one."""
    years = map(int, _FOUR_FIGURES.findall(ascii_digits(text)))
    return any(FIRST_HIJRI_YEAR <= year < FIRST_COMMON_YEAR for year in years)


def whole_cells(row: SheetRow) -> list[str]:
    """The columns of a row that hold a whole date."""
    columns = [column for column in ("Date", "End Date") if row[column]]
    bare = {"Year": "Date", "End Year": "End Date"}
    columns += [
        column
        for column, whole in bare.items()
        if row[column] and not row[whole] and (row.cell(column).kind == DATE or not is_year(row[column]))
    ]
    if row.cell("Display Date").kind == DATE or (row["Display Date"] and not any(row[name] for name in BEGINNINGS)):
        columns.append("Display Date")
    return columns


def read_date(row: SheetRow, orders: Orders, calendar: str = Calendar.GREGORIAN.value) -> DateTold | None:
    """Return the date a row tells, None where it has none; raise BadRow.

    calendar: of years that may be of several, in rows that name none; other years are Gregorian then.
    """
    named = read_calendar(row["Calendar"])
    if row["EDTF"]:
        return _from_edtf(row)
    begin = _end_of(row, "", named, orders, calendar)
    end = _end_of(row, "End ", named, orders, calendar)
    note = _time_note(row)
    if begin is None:
        if end is not None:
            raise BadRow("begin_missing", _("The row has an end and no beginning: fill Year, or clear End Year."))
        return _from_display(row, named, orders, note)
    span, told_in = begin.span, begin.calendar
    if end is not None and end.span != begin.span:
        span = _joined(begin.span, end.span, row)
    elif end is not None and begin.span.width != 1:
        # "July to July" lasted within July; "1 July to 1 July" is a day.
        span = _joined(begin.span, end.span, row)
    printed = _printed(row) or _joined_words(begin, end, span)
    if _printed(row):
        told_in = calendar_printed(printed, span, told_in)
    return DateTold(span, format_edtf(span), check_text(printed, LONGEST_PRINTED, "Display Date"), told_in, note)


def _from_edtf(row: SheetRow) -> DateTold:
    """The date of a row of another format that writes EDTF."""
    if row["Year"] or row["Date"]:
        raise BadRow("date_twice", _("EDTF stands beside another date: keep one of them."), row["EDTF"])
    try:
        span = parse_edtf(row["EDTF"])
    except ChronologyError as error:
        raise BadRow(error.code, error.message, row["EDTF"]) from error
    calendar, printed = Calendar.GREGORIAN.value, check_text(_printed(row), LONGEST_PRINTED, "Display Date")
    try:
        calendar = calendar_printed(printed, span, calendar) if printed else calendar
    except BadRow:
        # The other format gives the day that is meant, beside the words that slipped.
        printed = ""
    return DateTold(span, format_edtf(span), printed or in_words(span, calendar), calendar)


def _end_of(row: SheetRow, which: str, named: str, orders: Orders, default: str) -> WholeDate | None:
    """The beginning (which: "") or the end ("End ") of what the row tells."""
    whole = f"{which}Date" if row[f"{which}Date"] else f"{which}Year"
    year, month, day = row[whole], row[f"{which}Month"], row[f"{which}Day"]
    is_whole = bool(year) and (row.cell(whole).kind == DATE or not is_year(year))
    if (is_whole and (month or day)) or (row[f"{which}Date"] and row[f"{which}Year"]):
        raise BadRow(
            "date_twice",
            _("“%(text)s” stands in one column and the date in others too: keep one of them.") % {"text": year},
            year,
        )
    default = default if of_several_calendars(year) else Calendar.GREGORIAN.value
    if is_whole:
        calendar = named or (default if default != Calendar.GREGORIAN else "")
        return read_whole(row.cell(whole), calendar, orders)
    if not year:
        if month or day:
            raise BadRow(
                "year_missing", _("There is a month or a day without a year: fill %(column)sYear.") % {"column": which}
            )
        return None
    calendar = Calendar(named or default)
    number = int(ascii_digits(year).replace("−", "-"))
    try:
        if thirtieth := _thirtieth(calendar, number, month, day):
            return thirtieth
        return WholeDate(Span.instant(*_unit(calendar, number, month, day)), calendar.value)
    except ChronologyError as error:
        raise BadRow(error.code, error.message, "-".join(part for part in (year, month, day) if part)) from error


def _unit(calendar: Calendar, year: int, month: str, day: str) -> tuple[int, int]:
    """First and last day of a year, a month or a day: a month is never its first day."""
    if not month:
        if day:
            raise BadRow("month_missing", _("There is a day without a month: fill Month, or clear Day."), day)
        return year_span(calendar, year)
    number = _month(calendar, month)
    if not day:
        return month_span(calendar, year, number)
    if not ascii_digits(day).isdecimal() or len(day) > 2:
        raise BadRow("bad_day", _("“%(day)s” is no day of a month: write its number.") % {"day": day[:40]}, day)
    exact = to_day(calendar, year, number, int(ascii_digits(day)))
    return exact, exact


def _thirtieth(calendar: Calendar, year: int, month: str, day: str) -> WholeDate | None:
    """The thirtieth of a lunar month that is reckoned with 29 days: months began when the crescent was seen."""
    if calendar is not Calendar.LUNAR_HIJRI or ascii_digits(day) != "30" or not month:
        return None
    number = _month(calendar, month)
    if days_in_month(calendar, year, number) != 29:
        return None
    last = to_day(calendar, year, number, 29)
    words = format_span(Span.day(last), calendar).replace("29", "30", 1)
    return WholeDate(Span.day(last + 1), calendar.value, words)


def _month(calendar: Calendar, text: str) -> int:
    figures = ascii_digits(text)
    if figures.isdecimal() and len(figures) <= 2:
        return int(figures)
    named = month_of(tuple(fold_word(word) for word in text[:60].replace("-", " ").split()) or ("",))
    common = {Calendar.GREGORIAN, Calendar.JULIAN}
    if named is None or len(named.numbers) != 1:
        raise BadRow("bad_month", _("“%(month)s” is no month: write its number.") % {"month": text[:40]}, text)
    if named.calendar != calendar and not {named.calendar, calendar} <= common:
        raise BadRow(
            "month_of_another_calendar",
            _("“%(month)s” is no month of that calendar: mend Calendar or Month.") % {"month": text},
            text,
        )
    return named.numbers[0]


def _joined(begin: Span, end: Span, row: SheetRow) -> Span:
    try:
        return Span.span(begin.begin_earliest, begin.end_latest, end.begin_earliest, end.end_latest)
    except InvalidSpan as error:
        ends = [row["End Date"] or row["End Year"], row["End Month"], row["End Day"]]
        raise BadRow(
            "end_before_begin",
            _("The end comes before the beginning: mend one of the two."),
            "-".join(part for part in ends if part),
        ) from error


def _printed(row: SheetRow) -> str:
    return "" if row.cell("Display Date").kind == DATE else plain(row["Display Date"])


def _joined_words(begin: WholeDate, end: WholeDate | None, span: Span) -> str:
    """The printed words of a row without a Display Date: its own text, else the date in words."""
    if end is None or end.span == begin.span:
        return begin.as_printed or in_words(begin.span, begin.calendar)
    if begin.as_printed or end.as_printed:
        ends = ((each.as_printed or in_words(each.span, each.calendar)) for each in (begin, end))
        return " – ".join(ends)
    return in_words(span, begin.calendar)


def _from_display(row: SheetRow, named: str, orders: Orders, note: str) -> DateTold | None:
    """The date of a row that has a Display Date and nothing in the columns."""
    cell = row.cell("Display Date")
    if not cell.text:
        return None
    try:
        whole = read_whole(cell, named, orders)
    except BadRow as bad:
        raise BadRow(bad.code, _("%(why)s Fill Year, Month and Day.") % {"why": bad.sentence}, bad.value) from bad
    return DateTold(whole.span, format_edtf(whole.span), whole.as_printed, whole.calendar, note)


def _time_note(row: SheetRow) -> str:
    """Hours play no part in the atlas's days, so a time is kept in words."""
    begin, end = row["Time"], row["End Time"]
    if not begin and not end:
        return ""
    time = f"{begin}–{end}" if begin and end else begin or end
    return _("Time: %(time)s.") % {"time": check_text(time, 100, "Time")}
