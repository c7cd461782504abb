"""The four calendars against judges that share no code with them."""

import datetime
import itertools
import json
from functools import cache
from pathlib import Path

import convertdate.persian
import jdatetime
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.calendars import (
    YEARS,
    Calendar,
    days_in_month,
    from_day,
    month_span,
    to_day,
    year_span,
)
from chronology.errors import InvalidDate
from chronology.iso import from_iso

HERE = Path(__file__).parent
FIRST, LAST = 2396759, 2433647  # 1 January 1850 to 31 December 1950
ICU = json.loads((HERE / "icu_months.json").read_text(encoding="utf-8"))
VECTORS = json.loads((HERE.parent / "vectors" / "calendars.json").read_text(encoding="utf-8"))
_ORDINAL_TO_DAY = 1721425  # date.toordinal() of a day, to its day number


def gregorian_by_formula(year, month, day):
    """Fliegel and Van Flandern, Communications of the ACM 11 (1968), with floor division."""
    shift = (14 - month) // 12
    years, months = year + 4800 - shift, month + 12 * shift - 3
    return day + (153 * months + 2) // 5 + 365 * years + years // 4 - years // 100 + years // 400 - 32045


def julian_by_formula(year, month, day):
    """The same for the Julian calendar: every fourth year has its leap day."""
    shift = (14 - month) // 12
    years, months = year + 4800 - shift, month + 12 * shift - 3
    return day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083


def lunar_by_formula(year, month, day):
    """The 30-year table: leap years 2 5 7 10 13 16 18 21 24 26 29, months of 30 and 29 days in turn."""
    leap_years = {2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29}
    cycles, of_cycle = divmod(year - 1, 30)
    past = sum(355 if number in leap_years else 354 for number in range(1, of_cycle + 1))
    return 1948439 + cycles * 10631 + past + sum(30 - index % 2 for index in range(month - 1)) + day


@pytest.mark.parametrize(
    ("calendar", "formula"),
    [
        (Calendar.GREGORIAN, gregorian_by_formula),
        (Calendar.JULIAN, julian_by_formula),
        (Calendar.LUNAR_HIJRI, lunar_by_formula),
    ],
)
def test_every_day_of_1850_to_1950_agrees_with_the_formula_written_out(calendar, formula):
    for day in range(FIRST, LAST + 1):
        date = from_day(calendar, day)
        assert formula(*date) == day, date


def test_every_solar_hijri_day_of_1850_to_1950_agrees_with_jdatetime():
    for day in range(FIRST, LAST + 1):
        judged = jdatetime.date.fromgregorian(date=datetime.date.fromordinal(day - _ORDINAL_TO_DAY))
        assert from_day(Calendar.SOLAR_HIJRI, day) == (judged.year, judged.month, judged.day)


@pytest.mark.parametrize("calendar", [Calendar.GREGORIAN, Calendar.SOLAR_HIJRI, Calendar.LUNAR_HIJRI])
def test_every_day_of_1850_to_1950_agrees_with_icu(calendar):
    months = ICU[calendar]
    assert len(months) > 1200
    for (year, month, first), (*_, following) in itertools.pairwise(months):
        assert month_span(calendar, year, month) == (first, following - 1)
        for day in range(first, following):
            assert from_day(calendar, day) == (year, month, day - first + 1)


@pytest.mark.parametrize("calendar", Calendar)
def test_the_vectors_that_the_browser_runs_hold_here_too(calendar):
    assert len(VECTORS["days"]) > 300
    for vector in VECTORS["days"]:
        assert from_day(calendar, vector["day"]) == tuple(vector[calendar])
        assert to_day(calendar, *vector[calendar]) == vector["day"]
        assert vector["day"] % 7 == vector["weekday"]


@pytest.mark.parametrize("date", VECTORS["refused"])
def test_a_date_its_calendar_does_not_have_is_refused(date):
    with pytest.raises(InvalidDate):
        to_day(*date)


# Days that histories name in several calendars: Gregorian, Julian, Solar Hijri.
KNOWN = [
    ("the reform of the calendar", "1582-10-15", (1582, 10, 5), None),
    ("the Majlis bombarded", "1908-06-23", (1908, 6, 10), (1287, 4, 2)),
    ("Tehran taken", "1909-07-13", (1909, 6, 30), (1288, 4, 22)),
    ("Mohammad Ali Shah deposed", "1909-07-16", (1909, 7, 3), (1288, 4, 25)),
    ("Fazlollah Nuri hanged", "1909-07-31", (1909, 7, 18), (1288, 5, 9)),
    ("Naser al-Din Shah shot", "1896-05-01", (1896, 4, 19), (1275, 2, 12)),
    ("the October Revolution", "1917-11-07", (1917, 10, 25), None),
    ("Russia leaves Old Style", "1918-02-14", (1918, 2, 1), None),
    ("the coup of 3 Esfand", "1921-02-22", None, (1299, 12, 3)),
    ("the calendar law", "1925-03-31", None, (1304, 1, 11)),
    ("Reza Shah crowned", "1926-04-25", None, (1305, 2, 4)),
    ("the coup of 28 Mordad", "1953-08-19", None, (1332, 5, 28)),
    ("22 Bahman", "1979-02-11", None, (1357, 11, 22)),
]


@pytest.mark.parametrize(("event", "iso", "julian", "solar"), KNOWN)
def test_a_day_known_to_history_has_its_dates(event, iso, julian, solar):
    day = from_iso(iso)
    if julian:
        assert from_day(Calendar.JULIAN, day) == julian, event
    if solar:
        assert from_day(Calendar.SOLAR_HIJRI, day) == solar, event


# Lunar dates as they were kept by those who saw the moon.
OBSERVED = [
    ("1908-06-23", (1326, 5, 23)),
    ("1909-07-13", (1327, 6, 24)),
    ("1909-07-16", (1327, 6, 27)),
    ("1909-07-31", (1327, 7, 13)),
    ("1906-08-05", (1324, 6, 14)),
    ("1906-12-30", (1324, 11, 14)),
    ("1896-05-01", (1313, 11, 17)),
]


@pytest.mark.parametrize(("iso", "lunar"), OBSERVED)
def test_the_lunar_table_is_within_a_day_of_the_moon_as_seen(iso, lunar):
    assert abs(to_day(Calendar.LUNAR_HIJRI, *lunar) - from_iso(iso)) <= 1


def test_the_years_where_convertdate_begins_a_day_later_are_the_ones_listed(monkeypatch):
    # It reckons each equinox several times over, which takes seconds.
    monkeypatch.setattr(convertdate.persian, "equinox_jd", cache(convertdate.persian.equinox_jd))
    listed = {1243, 1255, 1259, 1267, 1271, 1276}
    differing = set()
    for year in range(1229, 1330):
        theirs = int(convertdate.persian.to_jd(year, 1, 1) + 0.5)
        ours = to_day(Calendar.SOLAR_HIJRI, year, 1, 1)
        if theirs != ours:
            assert theirs == ours + 1
            differing.add(year)
    assert differing == listed


def test_the_33_year_rule_names_the_leap_years():
    for year in range(*YEARS[Calendar.SOLAR_HIJRI]):
        first, last = year_span(Calendar.SOLAR_HIJRI, year)
        assert (last - first == 365) == ((25 * year + 11) % 33 < 8)


@pytest.mark.parametrize("calendar", Calendar)
@given(data=st.data())
def test_every_date_of_every_year_read_goes_there_and_back(calendar, data):
    year = data.draw(st.integers(*YEARS[calendar]))
    month = data.draw(st.integers(1, 12))
    day = data.draw(st.integers(1, days_in_month(calendar, year, month)))
    number = to_day(calendar, year, month, day)
    assert from_day(calendar, number) == (year, month, day)
    first, last = month_span(calendar, year, month)
    assert first <= number <= last
    assert year_span(calendar, year)[0] <= number <= year_span(calendar, year)[1]


@pytest.mark.parametrize("calendar", Calendar)
def test_the_first_and_last_years_read_are_whole(calendar):
    for year in YEARS[calendar]:
        first, last = year_span(calendar, year)
        assert from_day(calendar, first) == (year, 1, 1)
        assert from_day(calendar, last)[:2] == (year, 12)


@pytest.mark.parametrize(
    ("date", "field", "value"),
    [
        ((Calendar.SOLAR_HIJRI, 1288, 4, 32), "day", 32),
        ((Calendar.SOLAR_HIJRI, 1288, 4, 0), "day", 0),
        ((Calendar.GREGORIAN, 1909, 13, 1), "month", 13),
        ((Calendar.GREGORIAN, 0, 1, 1), "year", 0),
        ((Calendar.GREGORIAN, -5, 1, 1), "year", -5),
        ((Calendar.JULIAN, 1, 1, 1), "year", 1),
        ((Calendar.LUNAR_HIJRI, 2451, 1, 1), "year", 2451),
    ],
)
def test_a_refusal_names_the_field_and_the_value(date, field, value):
    with pytest.raises(InvalidDate) as refused:
        to_day(*date)
    assert (refused.value.field, refused.value.value) == (field, value)
    assert str(value) in refused.value.message


@pytest.mark.parametrize("calendar", [Calendar.SOLAR_HIJRI, Calendar.LUNAR_HIJRI])
def test_a_day_before_the_first_hijri_year_is_refused(calendar):
    with pytest.raises(InvalidDate) as refused:
        from_day(calendar, from_iso("0600-01-01"))
    assert refused.value.code == "out_of_range"
