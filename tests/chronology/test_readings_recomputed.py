"""Every reading proposed really is the day it claims: recomputed by jdatetime, datetime and formulas written out."""

import datetime
import re
from math import isclose

import jdatetime
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from chronology.calendars import LABELS, Calendar
from chronology.edtf import format_edtf, parse_edtf
from chronology.formatting import format_day, vocabulary
from chronology.parsing import parse_candidates
from chronology.readings import Method, Slip, Verdict, Witness, judge
from chronology.spans import Span

_ORDINAL_TO_DAY = 1721425
_MONTHS = vocabulary("en")["months"]
_TWINS = {3: 4, 4: 3, 5: 6, 6: 5, 11: 12, 12: 11}
_ALIKE = {7: 9, 9: 7, 8: 10, 10: 8}

gregorian_days = st.dates(datetime.date(1850, 1, 1), datetime.date(1949, 12, 31))
days = st.integers(2396759, 2433282)  # 1850 to 1949


def gregorian_day(year, month, day):
    return datetime.date(year, month, day).toordinal() + _ORDINAL_TO_DAY


def julian_day(year, month, day):
    """The formula of Richards in the Explanatory Supplement to the Astronomical Almanac."""
    past = (14 - month) // 12
    years, months = year + 4800 - past, month + 12 * past - 3
    return day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083


def lunar_day(year, month, day):
    """The 30-year table with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29."""
    return day + (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + 1948440 - 385


def solar_day(year, month, day):
    return jdatetime.date(year, month, day).togregorian().toordinal() + _ORDINAL_TO_DAY


def or_none(reckon, *parts):
    try:
        return reckon(*parts)
    except ValueError:
        return None


def lunar_length(year, month):
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    return lunar_day(*following, 1) - lunar_day(year, month, 1)


def lunar_date(number):
    year = (number - 1948440) * 30 // 10631 + 1
    while lunar_day(year + 1, 1, 1) <= number:
        year += 1
    while lunar_day(year, 1, 1) > number:
        year -= 1
    month = max(month for month in range(1, 13) if lunar_day(year, month, 1) <= number)
    return year, month, number - lunar_day(year, month, 1) + 1


def with_a_day_off(found, slip, number, off=Slip.DAY_OFF):
    return {(slip, number), ((*slip, off), number - 1), ((*slip, off), number + 1)} | found


def neighbours(year, month):
    return [((year * 12 + month - 1 + step) // 12, (month - 1 + step) % 12 + 1) for step in (-1, 1)]


def expected_of_gregorian(date):
    """What may be meant by a day of the Gregorian calendar written in words, reckoned without our calendars."""
    printed = gregorian_day(date.year, date.month, date.day)
    found = {((), printed), ((Slip.DAY_OFF,), printed - 1), ((Slip.DAY_OFF,), printed + 1)}
    of_month = {date.replace(day=1) + datetime.timedelta(days=n) for n in range(31)}
    solar = {jdatetime.date.fromgregorian(date=each) for each in of_month if each.month == date.month}
    for year, month in {(each.year, each.month) for each in solar}:
        number = or_none(solar_day, year, month, date.day)
        if number is not None:
            found = with_a_day_off(found, (Slip.SOLAR_MONTH,), number)
    if date.year <= 1923:
        found = with_a_day_off(found, (Slip.OLD_AS_NEW,), julian_day(date.year, date.month, date.day))
        true = next(n for n in range(printed - 14, printed) if julian_day(*greg(n)) == printed)
        found.add(((Slip.CONVERTED_TWICE,), true))
    year, month, day = lunar_date(printed)
    if month in _TWINS and day <= lunar_length(year, _TWINS[month]):
        found.add(((Slip.LUNAR_TWIN_CONVERTED,), lunar_day(year, _TWINS[month], day)))
    for year, month in neighbours(date.year, date.month):
        number = or_none(gregorian_day, year, month, date.day)
        if number is not None:
            found.add(((Slip.MONTH_SLIPPED,), number))
    return found


def greg(number):
    date = datetime.date.fromordinal(number - _ORDINAL_TO_DAY)
    return date.year, date.month, date.day


def proposed(found):
    return {(each.slips, each.day) for each in found.readings}


@given(gregorian_days)
def test_the_readings_of_a_gregorian_day_are_exactly_those_reckoned_without_our_calendars(date):
    text = f"{date.day} {_MONTHS['gregorian'][date.month - 1]} {date.year}"
    assert proposed(judge(text)) == expected_of_gregorian(date)


@given(gregorian_days)
def test_the_readings_of_a_solar_day_are_exactly_those_reckoned_by_jdatetime(date):
    solar = jdatetime.date.fromgregorian(date=date)
    printed = gregorian_day(date.year, date.month, date.day)
    expected = {((), printed), ((Slip.DAY_OFF,), printed - 1), ((Slip.DAY_OFF,), printed + 1)}
    for year, month in neighbours(solar.year, solar.month):
        number = or_none(solar_day, year, month, solar.day)
        if number is not None:
            expected.add(((Slip.MONTH_SLIPPED,), number))
    text = f"{solar.day} {_MONTHS['solar_hijri'][solar.month - 1]} {solar.year}"
    assert proposed(judge(text)) == expected


@given(days)
def test_the_readings_of_a_lunar_day_are_exactly_those_of_the_table(printed):
    year, month, day = lunar_date(printed)
    expected = {((), printed), ((Slip.MOON_SEEN,), printed - 1), ((Slip.MOON_SEEN,), printed + 1)}
    for slip, alike in ((Slip.LUNAR_TWIN, _TWINS), (Slip.LUNAR_ALIKE, _ALIKE)):
        if month in alike and day <= lunar_length(year, alike[month]):
            expected = with_a_day_off(expected, (slip,), lunar_day(year, alike[month], day), Slip.MOON_SEEN)
    for other_year, other in neighbours(year, month):
        if day <= lunar_length(other_year, other):
            expected.add(((Slip.MONTH_SLIPPED,), lunar_day(other_year, other, day)))
    assert proposed(judge(f"{day} {_MONTHS['lunar_hijri'][month - 1]} {year}")) == expected


@given(gregorian_days)
def test_an_old_style_date_may_have_been_new_style_already(date):
    text = f"{date.day} {_MONTHS['gregorian'][date.month - 1]} {date.year} O.S."
    found = {each.slips: each.day for each in judge(text).readings}
    assert found[()] == or_none(julian_day, date.year, date.month, date.day)
    already = gregorian_day(date.year, date.month, date.day) if date.year <= 1923 else None
    assert found.get((Slip.NEW_AS_OLD,)) == already


@given(st.integers(1, 28), st.integers(1, 12), st.integers(1250, 1320))
@example(21, 3, 1288)  # twice in the Solar year, never in the Lunar one
@example(1, 5, 1250)  # never in the Lunar year
def test_a_half_converted_date_is_read_in_both_years_and_by_the_month_meant(day, month, year):
    """ "5 May 1288 AH": the Gregorian day in the Solar and in the Lunar year, and 5 Ordibehesht and 5 Khordad."""
    first = lunar_day(year, 1, 1)
    falls = [n for n in range(first, lunar_day(year + 1, 1, 1)) if greg(n)[1:] == (month, day)]
    falls_solar = [n for n in range(solar_day(year, 1, 1), solar_day(year + 1, 1, 1)) if greg(n)[1:] == (month, day)]
    assume(falls or falls_solar)
    found = judge(f"{day} {_MONTHS['gregorian'][month - 1]} {year} AH")
    if falls:
        # A lunar year is eleven days short, and some dates do not fall in it.
        assert sorted(each.day for each in found.readings if each.slips == ()) == falls
        assert sorted(each.day for each in found.readings if each.slips == (Slip.SOLAR_YEAR,)) == falls_solar
    else:
        assert sorted(each.day for each in found.readings if each.slips == ()) == falls_solar
    for each in found.readings:
        if each.slips == (Slip.SOLAR_MONTH, Slip.SOLAR_YEAR):
            assert jdatetime.date.fromgregorian(date=datetime.date(*greg(each.day))).day == day


_EQUATION = re.compile(r"^([^.“:]+?(?: O\.S\.)?) is (\d[^.]*? \d{4})(?: by the table)?\.")


@given(days, st.sampled_from(list(Calendar)))
def test_both_sides_of_every_equation_printed_are_one_day(day, calendar):
    checked = 0
    for each in judge(format_day(day, calendar)).readings:
        equation = _EQUATION.match(each.why)
        if equation:
            left, right = (parse_candidates(side)[0].date.span for side in equation.groups())
            assert left == right
            checked += 1
        assert format_day(each.day) in each.why
    assert checked >= (0 if calendar is Calendar.GREGORIAN else 1)


witnesses = st.lists(
    st.tuples(st.integers(-400, 400), st.sampled_from([0, 0, 0, 9, 30, 365]), st.sampled_from(["", "a", "b"])),
    max_size=4,
)


def around(day, said):
    return [Witness.of(Span.instant(day + off, day + off + wide), source=source) for off, wide, source in said]


@given(days, st.sampled_from(list(Calendar)), witnesses, st.sets(st.sampled_from(list(Method))))
@settings(max_examples=150)
def test_the_answer_is_always_whole(day, calendar, said, habits):
    """Plain among the readings, scores in order and sharing 1, days and EDTF the same, the same answer twice."""
    printed = format_day(day, calendar)
    near = around(day, said)
    found = judge(printed, near=near, habits=habits)
    assert all(each.prior > 0 for each in found.readings)
    scores = [each.score for each in found.readings]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in [*scores, found.unexplained])
    assert isclose(sum(scores) + found.unexplained, 1)
    assert found.plain.span == parse_candidates(printed)[0].date.span
    assert all(parse_edtf(each.edtf) == each.span and format_edtf(each.span) == each.edtf for each in found.readings)
    assert all(set(each.meets) | set(each.misses) == set(near) for each in found.readings)
    assert all(each.calendar in LABELS for each in found.readings)
    assert judge(printed, near=near, habits=habits) == found


@given(days, st.sampled_from(list(Calendar)), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_what_nothing_contradicts_stands_first(day, calendar, said):
    near = [Witness.of(Span.instant(day - before, day + after)) for before, after in said]
    found = judge(format_day(day, calendar), near=near)
    assert found.readings[0].is_plain
    assert (found.verdict, found.best) == (Verdict.PLAIN_STANDS, found.readings[0])


@given(days, st.sampled_from([1, -1]))
def test_a_day_off_alone_decides_nothing(day, step):
    found = judge(format_day(day), near=[Witness.of(Span.day(day + step))])
    assert found.verdict is Verdict.CANNOT_TELL
    assert found.readings[0].is_plain


@given(days, witnesses)
def test_an_explanation_meets_the_day_or_is_a_day_from_it(day, said):
    found = judge(format_day(day), near=around(day, said))
    if found.verdict is Verdict.EXPLAINED:
        assert found.best.method is not Method.PLAIN
        assert any(
            span.earliest - 1 <= found.best.day <= span.latest + 1 for each in around(day, said) for span in each.spans
        )


@pytest.mark.parametrize(
    "printed",
    [
        "1 January 0001",
        "31 December 3000",
        "1 Muharram 001",
        "1 Farvardin 001",
        "31 December 2998 O.S.",
        "29 Esfand 2377",
    ],
)
def test_the_ends_of_the_years_read_are_no_trouble(printed):
    found = judge(printed)
    assert found.readings[0].is_plain
    assert all(each.why for each in found.readings)


@pytest.mark.parametrize(
    "printed",
    [
        "c. 1907",
        "1288",
        "190X",
        "1905-11",
        "spring 1909",
        "between May and July 1909",
        "before 20 April 1909",
        "30 June/13 July 1909",
        "24 Jumada II 1327 (13 July 1909)",
        "30 Jumada II 1327",
        "Tuesday 30 June 1909",
    ],
)
def test_every_reading_of_the_parser_is_among_the_answers(printed):
    candidates = parse_candidates(printed)
    found = judge(printed)
    literal = {(each.edtf, each.calendar) for each in found.readings}
    assert {(each.date.edtf, each.calendar) for each in candidates} <= literal
    assert all(each.why for each in found.readings)
