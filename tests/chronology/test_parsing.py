"""Printed dates: every form of the sources and of historians, with all its readings in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.calendars import Calendar, from_day
from chronology.dates import MIXED
from chronology.edtf import parse_edtf
from chronology.errors import AmbiguousDate, DateParseError
from chronology.formatting import format_day
from chronology.iso import from_iso
from chronology.parsing import parse, parse_candidates
from chronology.precision import Precision
from chronology.spans import Shape, Span

G, J, S, L = Calendar

# Texts with one reading: calendar, EDTF, precision.
PLAIN = [
    ("13 July 1909", G, "1909-07-13", Precision.DAY),
    ("July 17, 1909", G, "1909-07-17", Precision.DAY),
    ("July 17 1909", G, "1909-07-17", Precision.DAY),
    ("ON 26 MARCH 1909", G, "1909-03-26", Precision.DAY),
    ("26 MARCH 1909", G, "1909-03-26", Precision.DAY),
    ("01 March, 2025", G, "2025-03-01", Precision.DAY),
    ("June 30, 2006", G, "2006-06-30", Precision.DAY),
    ("27 December 1908", G, "1908-12-27", Precision.DAY),
    ("27 Dec. 1908", G, "1908-12-27", Precision.DAY),
    ("the 13th of July, 1909", G, "1909-07-13", Precision.DAY),
    ("1909 July 13", G, "1909-07-13", Precision.DAY),
    ("13-July-1909", G, "1909-07-13", Precision.DAY),
    ("1909-07-13", G, "1909-07-13", Precision.DAY),
    ("1909/7/13", G, "1909-07-13", Precision.DAY),
    ("13/7/1909", G, "1909-07-13", Precision.DAY),
    ("7/13/1909", G, "1909-07-13", Precision.DAY),
    ("7/7/1909", G, "1909-07-07", Precision.DAY),
    ("5.7.1909", G, "1909-07-05", Precision.DAY),
    ("Tuesday, 13 July 1909", G, "1909-07-13", Precision.DAY),
    ("13 July [1909]", G, "1909-07-13", Precision.DAY),
    ("29 February 1908", G, "1908-02-29", Precision.DAY),
    ("13 juillet 1909", G, "1909-07-13", Precision.DAY),
    ("13 июля 1909 г.", G, "1909-07-13", Precision.DAY),
    ("۱۳ ژوئیه ۱۹۰۹", G, "1909-07-13", Precision.DAY),
    ("٥ مه ١٩٠٩", G, "1909-05-05", Precision.DAY),
    ("February 1909", G, "1909-02", Precision.MONTH),
    ("October 1906", G, "1906-10", Precision.MONTH),
    ("in January 1907", G, "1907-01", Precision.MONTH),
    ("1909-07", G, "1909-07", Precision.MONTH),
    ("1908", G, "1908", Precision.YEAR),
    ("in 1908", G, "1908", Precision.YEAR),
    ("the year 1908", G, "1908", Precision.YEAR),
    ("1908 CE", G, "1908", Precision.YEAR),
    ("1900s", G, "190X", Precision.DECADE),
    ("190X", G, "190X", Precision.DECADE),
    ("spring 1909", G, "1909-21", Precision.SEASON),
    ("the summer of 1909", G, "1909-22", Precision.SEASON),
    ("autumn 1908", G, "1908-23", Precision.SEASON),
    ("winter 1908-09", G, "1908-24", Precision.SEASON),
    ("early July 1909", G, "[1909-07-01..1909-07-10]", Precision.PART),
    ("mid-July 1909", G, "[1909-07-11..1909-07-20]", Precision.PART),
    ("mid July 1909", G, "[1909-07-11..1909-07-20]", Precision.PART),
    ("late July 1909", G, "[1909-07-21..1909-07-31]", Precision.PART),
    ("at the end of July 1909", G, "[1909-07-21..1909-07-31]", Precision.PART),
    ("the first half of July 1909", G, "[1909-07-01..1909-07-15]", Precision.PART),
    ("early 1909", G, "[1909-01..1909-04]", Precision.PART),
    ("late spring 1909", G, "1909-05", Precision.PART),
    ("c. 1907", G, "1907~", Precision.YEAR),
    ("ca 1907", G, "1907~", Precision.YEAR),
    ("about July 1909", G, "1909-07~", Precision.MONTH),
    ("around 13 July 1909", G, "1909-07-13~", Precision.DAY),
    ("1907?", G, "1907?", Precision.YEAR),
    ("probably c. 1907", G, "1907%", Precision.YEAR),
    ("before 20 April 1909", G, "[..1909-04-19]", Precision.OPEN),
    ("prior to 1909", G, "[..1908-12-31]", Precision.OPEN),
    ("by October 1908", G, "[..1908-10-31]", Precision.OPEN),
    ("By 1913", G, "[..1913-12-31]", Precision.OPEN),
    ("not before May 1909", G, "[1909-05-01..]", Precision.OPEN),
    ("after December 1908", G, "[1909-01-01..]", Precision.OPEN),
    ("after 13 July 1909", G, "[1909-07-14..]", Precision.OPEN),
    ("before c. 1907", G, "[..1907-12-31]", Precision.OPEN),
    ("after c. 1907", G, "[1907-01-01..]", Precision.OPEN),
    ("until 20 April 1909", G, "../1909-04-20", Precision.OPEN),
    ("Until 20 April 1909", G, "../1909-04-20", Precision.OPEN),
    ("since 1908", G, "1908/..", Precision.OPEN),
    ("from 1907", G, "1907/..", Precision.OPEN),
    ("Beginning in 1907", G, "1907/..", Precision.OPEN),
    ("beginning of 1907", G, "[1907-01..1907-04]", Precision.PART),
    ("1909 onwards", G, "1909/..", Precision.OPEN),
    ("throughout 1908", G, "1908-01-01/1908-12-31", Precision.RANGE),
    ("between May and July 1909", G, "[1909-05..1909-07]", Precision.RANGE),
    ("Between 1905 and 1911", G, "[1905..1911]", Precision.RANGE),
    ("between December and February 1909", G, "1908-24", Precision.RANGE),
    ("between 22 June and 13 July 1909", G, "[1909-06-22..1909-07-13]", Precision.RANGE),
    ("1908 – November 23, 1911", G, "1908/1911-11-23", Precision.RANGE),
    ("1905–11", G, "1905/1911", Precision.RANGE),
    ("1905-1911", G, "1905/1911", Precision.RANGE),
    ("1907 to 1911", G, "1907/1911", Precision.RANGE),
    ("May–July 1909", G, "1909-05/1909-07", Precision.RANGE),
    ("13 to 16 July 1909", G, "1909-07-13/1909-07-16", Precision.RANGE),
    ("13-16 July 1909", G, "1909-07-13/1909-07-16", Precision.RANGE),
    ("July 13–16, 1909", G, "1909-07-13/1909-07-16", Precision.RANGE),
    ("from 22 June to 13 July 1909", G, "1909-06-22/1909-07-13", Precision.RANGE),
    ("from 27 December 1908 to 5 January", G, "1908-12-27/1909-01-05", Precision.RANGE),
    ("27 December until 5 January 1909", G, "1908-12-27/1909-01-05", Precision.RANGE),
    ("13 or 17 July 1909", G, "[1909-07-13,1909-07-17]", Precision.CHOICE),
    ("13/14 July 1909", G, "[1909-07-13,1909-07-14]", Precision.CHOICE),
    ("30 June 1909 O.S.", J, "1909-07-13", Precision.DAY),
    ("30 June 1909 (Old Style)", J, "1909-07-13", Precision.DAY),
    ("30 июня 1909 ст. ст.", J, "1909-07-13", Precision.DAY),
    ("13 July 1909 N.S.", G, "1909-07-13", Precision.DAY),
    ("14/27 December 1908", G, "1908-12-27", Precision.DAY),
    ("30 June/13 July 1909", G, "1909-07-13", Precision.DAY),
    ("30 June (13 July) 1909", G, "1909-07-13", Precision.DAY),
    ("22 Tir 1288", S, "1909-07-13", Precision.DAY),
    ("22 Tir 1288 AH", S, "1909-07-13", Precision.DAY),
    ("22 Tir 1288 SH", S, "1909-07-13", Precision.DAY),
    ("۲۲ تیر ۱۲۸۸", S, "1909-07-13", Precision.DAY),
    ("٢٢ تير ١٢٨٨", S, "1909-07-13", Precision.DAY),
    ("۲۲ تیرماه ۱۲۸۸ هجری شمسی", S, "1909-07-13", Precision.DAY),
    ("۱۴ امرداد ۱۲۸۵", S, "1906-08-06", Precision.DAY),
    ("Tir 1288", S, "[1909-06-22..1909-07-22]", Precision.MONTH),
    ("اواخر تیر ۱۲۸۸", S, "[1909-07-12..1909-07-22]", Precision.PART),
    ("1288 SH", S, "[1909-03-21..1910-03-21]", Precision.YEAR),
    ("spring 1288 SH", S, "[1909-03-21..1909-06-21]", Precision.SEASON),
    ("24 Jumada II 1327", L, "1909-07-13", Precision.DAY),
    ("1327 A.H. (lunar)", L, "[1909-01-23..1910-01-12]", Precision.YEAR),
    ("Muharram 1327", L, "[1909-01-23..1909-02-21]", Precision.MONTH),
    ("24 Jumada II 1327 (13 July 1909)", MIXED, "1909-07-13", Precision.DAY),
    ("22 Tir 1288 (July 1909)", MIXED, "1909-07-13", Precision.DAY),
    ("22 Tir 1909", MIXED, "1909-07-13", Precision.DAY),
    ("29 February 1286 SH", MIXED, "1908-02-29", Precision.DAY),
    ("5 May 1288 AH (5 May 1909)", MIXED, "1909-05-05", Precision.DAY),
    ("1327/1909", MIXED, "[1909-01-23..1909-12-31]", Precision.YEAR),
    ("Safar 1327/March 1909", MIXED, "[1909-03-01..1909-03-22]", Precision.MONTH),
    ("20 Jumada I–3 Rajab 1327", L, "1909-06-09/1909-07-21", Precision.RANGE),
    ("on the night of 22 July 1909", G, "1909-07-22", Precision.DAY),
    ("mid-1909", G, "[1909-05..1909-08]", Precision.PART),
    ("A.D. 1909", G, "1909", Precision.YEAR),
    ("between 1286 and 1288 SH", S, "[1907-03-22..1910-03-21]", Precision.RANGE),
    ("c. 1288 SH", S, "[1908-03-20..1911-03-22]", Precision.YEAR),
    ("پیش از تیر ۱۲۸۸", S, "[..1909-06-21]", Precision.OPEN),
    ("بهار ۱۲۸۸ شمسی", S, "[1909-03-21..1909-06-21]", Precision.SEASON),
    ("سه‌شنبه ۲۲ تیر ۱۲۸۸", S, "1909-07-13", Precision.DAY),
]


@pytest.mark.parametrize(("text", "calendar", "edtf", "precision"), PLAIN, ids=[row[0] for row in PLAIN])
def test_a_plain_text_has_one_reading(text, calendar, edtf, precision):
    [candidate] = parse_candidates(text)
    date = candidate.date
    assert (date.calendar, date.edtf, date.precision) == (calendar, edtf, precision)
    assert date.text == text
    assert date.span == parse_edtf(edtf)
    assert date.supplied == ()
    assert candidate.why.endswith(".")
    assert parse(text) == date


# Texts with several readings, likeliest first: (calendar, EDTF, a word of the reason).
AMBIGUOUS = [
    ("5 May 1288 AH", [(MIXED, "1909-05-05", "Solar Hijri years"), (MIXED, "1871-05-05", "properly means a Lunar")]),
    ("21 May 1288 AH", [(MIXED, "1909-05-21", "Solar Hijri years"), (MIXED, "1871-05-21", "properly means a Lunar")]),
    ("2 July 1287 AH", [(MIXED, "1908-07-02", "Solar Hijri years"), (MIXED, "1870-07-02", "properly means a Lunar")]),
    (
        "1286 and 1287 AH",
        [
            (L, "[1869-04-13..1870-04-02]/[1870-04-03..1871-03-22]", "properly means a Lunar"),
            (S, "[1907-03-22..1908-03-20]/[1908-03-21..1909-03-20]", "Solar Hijri years"),
        ],
    ),
    (
        "1327 AH",
        [(L, "[1909-01-23..1910-01-12]", "properly means"), (S, "[1948-03-21..1949-03-20]", "often put on")],
    ),
    (
        "5 May 1288",
        [
            (J, "1288-05-12", "common era"),
            (MIXED, "1909-05-05", "a Solar Hijri year, 21 March 1909 to 21 March 1910"),
            (MIXED, "1871-05-05", "a Lunar Hijri year, 23 March 1871 to 10 March 1872"),
        ],
    ),
    (
        "1288",
        [
            (J, "[1288-01-08..1289-01-07]", "common era"),
            (S, "[1909-03-21..1910-03-21]", "Solar"),
            (L, "[1871-03-23..1872-03-10]", "Lunar"),
        ],
    ),
    (
        "۱۲۸۸",
        [
            (S, "[1909-03-21..1910-03-21]", "Solar"),
            (L, "[1871-03-23..1872-03-10]", "Lunar"),
            (J, "[1288-01-08..1289-01-07]", "common era"),
        ],
    ),
    ("1288/4/22", [(S, "1909-07-13", "Solar"), (L, "1871-07-11", "Lunar"), (J, "1288-04-29", "common era")]),
    ("۱۲۸۸/۴/۲۲", [(S, "1909-07-13", "Solar"), (L, "1871-07-11", "Lunar"), (J, "1288-04-29", "common era")]),
    ("5/7/1909", [(G, "1909-07-05", "day before the month"), (G, "1909-05-07", "month before the day")]),
    ("5-7-1909", [(G, "1909-07-05", "day before the month"), (G, "1909-05-07", "month before the day")]),
    ("1905-11", [(G, "1905/1911", "second shortened"), (G, "1905-11", "ISO 8601")]),
    ("winter 1909", [(G, "1908-24", "ended in 1909"), (G, "1909-24", "began in 1909")]),
    ("24 Jumada 1327", [(L, "1909-06-13", "the first of them"), (L, "1909-07-13", "the second of them")]),
    ("Tuesday 30 June 1909", [(J, "1909-07-13", "weekday fits Old Style"), (G, "1909-06-30", "as it stands")]),
    (
        "March 1288 SH",
        [(MIXED, "[1909-03-21..1909-03-31]", "Solar"), (MIXED, "[1910-03-01..1910-03-21]", "Solar")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), AMBIGUOUS, ids=[row[0] for row in AMBIGUOUS])
def test_an_ambiguous_text_has_these_candidates_in_this_order(text, expected):
    candidates = parse_candidates(text)
    assert [(each.calendar, each.date.edtf) for each in candidates] == [row[:2] for row in expected]
    for candidate, (*_, word) in zip(candidates, expected, strict=True):
        assert word in candidate.why
        assert candidate.date.text == text
        assert candidate.date.span == parse_edtf(candidate.date.edtf)
        assert candidate.why_in("fa") != candidate.why == candidate.why_in("de")


@pytest.mark.parametrize("text", [row[0] for row in AMBIGUOUS])
def test_an_ambiguous_text_is_never_given_one_silent_answer(text):
    with pytest.raises(AmbiguousDate) as refused:
        parse(text)
    assert refused.value.candidates == parse_candidates(text)
    assert refused.value.value == text


# The year that the text leaves to its context.
SUPPLIED = [
    ("13 July", 1909, None, "1909-07-13"),
    ("July 25,", 1909, None, "1909-07-25"),
    ("July 17", 1909, None, "1909-07-17"),
    ("January 2", 1909, None, "1909-01-02"),
    ("December", 1911, None, "1911-12"),
    ("by October", 1908, None, "[..1908-10-31]"),
    ("until 17 July", 1909, None, "../1909-07-17"),
    ("27 December to 5 January", 1908, None, "1908-12-27/1909-01-05"),
    ("spring", 1909, None, "1909-21"),
    ("5 May", 1288, "solar_hijri", "1909-05-05"),
    ("22 Tir", 1288, "solar_hijri", "1909-07-13"),
    ("24 Jumada II", 1327, "lunar_hijri", "1909-07-13"),
    ("30 June", 1909, "julian", "1909-07-13"),
]


@pytest.mark.parametrize(("text", "year", "year_calendar", "edtf"), SUPPLIED)
def test_a_year_of_the_context_is_used_and_said_to_be_supplied(text, year, year_calendar, edtf):
    date = parse(text, year=year, year_calendar=year_calendar)
    assert date.edtf == edtf
    assert date.supplied == ("year",)
    assert date.text == text


def test_a_year_that_the_text_gives_is_not_taken_from_the_context():
    date = parse("13 July 1909", year=1911)
    assert date.edtf == "1909-07-13"
    assert date.supplied == ()


NAMED = [
    ("5 May 1288 AH", "solar_hijri", "1909-05-05"),
    ("5 May 1288 AH", "lunar_hijri", "1871-05-05"),
    ("13 July 1909", "julian", "1909-07-26"),
    ("5 May 1288", "gregorian", "1288-05-05"),
    ("1288/4/22", "solar_hijri", "1909-07-13"),
    ("1327", "lunar_hijri", "[1909-01-23..1910-01-12]"),
    ("13 July 1909", "unknown", "1909-07-13"),
    ("13 July 1909", "", "1909-07-13"),
]


@pytest.mark.parametrize(("text", "calendar", "edtf"), NAMED)
def test_a_named_calendar_settles_the_reading(text, calendar, edtf):
    assert parse(text, calendar).edtf == edtf


def test_mixed_keeps_only_the_readings_in_two_calendars():
    assert [each.date.edtf for each in parse_candidates("5 May 1288", MIXED)] == ["1909-05-05", "1871-05-05"]


@pytest.mark.parametrize(
    ("text", "calendar"),
    [("22 Tir 1288", "lunar_hijri"), ("13 July 1909", "solar_hijri"), ("24 Jumada II 1327", "gregorian")],
)
def test_a_date_of_another_calendar_is_refused(text, calendar):
    with pytest.raises(DateParseError) as refused:
        parse(text, calendar)
    assert refused.value.code == "calendar_mismatch"


# The same month in the spellings of English, French, Persian and Arabic writers.
JUMADA_II = [
    "Jumada II",
    "Jumādā II",
    "Jumada al-Thani",
    "Jumādā al-Thānī",
    "Jumada al-thaniya",
    "Jumādā al-Ākhira",
    "Jumada'l-ukhra",
    "Jumada al-Akhir",
    "Jamadi II",
    "Jamadi al-Sani",
    "Jamadi-ol-Sani",
    "Jamadi us-Sani",
    "Jamadiolsani",
    "Jomada al-thani",
    "Djumada II",
    "Joumada II",
    "جمادی‌الثانی",
    "جمادى الثانية",
    "جمادي الآخرة",
    "جمادی الثانی",
]
OTHER_LUNAR = [
    ("Muharram", 1),
    ("Moharram", 1),
    ("محرم", 1),
    ("Safar", 2),
    ("صفر", 2),
    ("Rabi I", 3),
    ("Rabi' al-Awwal", 3),
    ("Rabīʿ al-Awwal", 3),
    ("Rabi'ul-Awwal", 3),
    ("ربیع‌الاول", 3),
    ("Rabi al-Thani", 4),
    ("Rabi' II", 4),
    ("ربيع الآخر", 4),
    ("Jumada I", 5),
    ("Jumada al-Ula", 5),
    ("Jumādā al-Awwal", 5),
    ("جمادی‌الاول", 5),
    ("جمادی الاولی", 5),
    ("Rajab", 7),
    ("Sha'ban", 8),
    ("Shaʿbān", 8),
    ("Ramadan", 9),
    ("Ramazan", 9),
    ("Shawwal", 10),
    ("Shavval", 10),
    ("Dhu al-Qa'da", 11),
    ("Dhu'l-Qa'da", 11),
    ("Zi-Qa'deh", 11),
    ("Zil-Qa'da", 11),
    ("ذی‌القعده", 11),
    ("ذي القعدة", 11),
    ("Dhu al-Hijja", 12),
    ("Dhu'l-Hijjah", 12),
    ("Zil-Hajjeh", 12),
    ("Zihajjeh", 12),
    ("ذی‌الحجه", 12),
    ("ذو الحجة", 12),
]


@pytest.mark.parametrize("month", JUMADA_II)
def test_jumada_ii_is_known_in_its_many_spellings(month):
    assert parse(f"24 {month} 1327").span == Span.day(from_iso("1909-07-13"))


@pytest.mark.parametrize(("month", "number"), OTHER_LUNAR)
def test_the_lunar_months_are_known_in_their_spellings(month, number):
    date = parse(f"5 {month} 1327")
    assert from_day(Calendar.LUNAR_HIJRI, date.span.earliest) == (1327, number, 5)


@pytest.mark.parametrize("language", ["en", "fa", "ru"])
@pytest.mark.parametrize("calendar", Calendar)
@given(day=st.integers(from_iso("1850-01-01"), from_iso("1950-12-31")))
def test_a_day_that_is_worded_is_read_back(calendar, language, day):
    text = format_day(day, calendar, language)
    assert parse(text, calendar).span == Span.day(day)


def test_a_wrong_weekday_is_noted_and_not_corrected():
    [*_, plain] = parse_candidates("Monday 13 July 1909")
    assert plain.date.edtf == "1909-07-13"
    assert plain.date.note == "The text says Monday, but 13 July 1909 was a Tuesday."


def test_a_thirtieth_of_a_tabular_month_of_29_is_read_with_a_note():
    date = parse("30 Jumada II 1327")
    assert date.edtf == "1909-07-19"
    assert "29 days" in date.note


def test_two_calendars_that_disagree_leave_a_choice_with_a_note():
    date = parse("24 Jumada II 1327 (17 July 1909)")
    assert date.edtf == "[1909-07-13,1909-07-17]"
    assert date.note.endswith("days between them: 4.")


def test_circa_is_told_and_widens_by_its_own_width():
    date = parse("c. 1907")
    assert date.approximate
    assert date.span == Span.instant(from_iso("1906-01-01"), from_iso("1908-12-31"))
    assert parse("c. Tir 1288").span.width == 3 * 31


def test_a_shape_can_be_asked_for():
    date = parse("Between 1905 and 1911", shape=Shape.SPAN)
    assert date.span.shape is Shape.SPAN
    assert (date.span.earliest, date.span.latest) == (from_iso("1905-01-01"), from_iso("1911-12-31"))
    assert parse_edtf(date.edtf) == date.span


def test_a_wrong_weekday_is_noted_in_other_calendars_too():
    assert parse("Monday 22 Tir 1288").note == "The text says Monday, but 13 July 1909 was a Tuesday."
    assert parse("Tuesday 22 Tir 1288").note == ""


REFUSED = [
    ("32 May 1288 SH", "invalid_date", 0),
    ("29 February 1287 SH", "invalid_date", 0),
    ("15 January 1327 AH (lunar)", "invalid_date", 0),
    ("", "unreadable_date", 0),
    ("   ", "unreadable_date", 0),
    ("32 Tir 1288", "invalid_date", 0),
    ("30 Esfand 1287", "invalid_date", 0),
    ("29 February 1909", "invalid_date", 0),
    ("July 45, 1909", "invalid_date", 0),
    ("0 July 1909", "invalid_date", 0),
    ("1909-13-45", "invalid_date", 0),
    ("99999", "out_of_range", 0),
    ("13 July", "year_missing", 0),
    ("17", "month_missing", 0),
    ("5 1909", "month_missing", 0),
    ("13 July 09", "short_year", 8),
    ("5/7/09", "short_year", 0),
    ("hello", "unknown_word", 0),
    ("13 Foo 1909", "unknown_word", 3),
    ("13 July 1909 @", "unknown_character", 13),
    ("13 13 July 1909", "unreadable_date", 11),
    ("before", "relative_date", 0),
    ("between 1905", "unreadable_date", 0),
    ("before 1905 to 1908", "unreadable_date", 12),
    ("1911 to 1908", "reversed", 8),
    ("1909-03–", "unreadable_date", 7),
    ("1905–03", "unreadable_date", 0),
    ("the next day", "relative_date", 0),
    ("five days later", "relative_date", 0),
    ("x" * 10_000, "too_long", 200),
    ("<script>", "unknown_character", 0),
]


@pytest.mark.parametrize(("text", "code", "position"), REFUSED, ids=[row[0][:20] for row in REFUSED])
def test_what_cannot_be_read_is_refused_with_a_code_and_a_place(text, code, position):
    with pytest.raises(DateParseError) as refused:
        parse_candidates(text)
    error = refused.value
    assert (error.code, error.position) == (code, position)
    assert error.message.endswith(".")


def test_an_unknown_calendar_is_refused_with_the_known_ones():
    with pytest.raises(DateParseError) as refused:
        parse("13 July 1909", "mayan")
    assert refused.value.code == "unknown_calendar"
    assert "solar_hijri" in refused.value.hint


def test_an_impossible_day_is_told_in_the_words_of_its_calendar():
    with pytest.raises(DateParseError) as refused:
        parse("32 Tir 1288")
    assert refused.value.message == "Month 4 of 1288 (Solar Hijri) has 31 days, so there is no day 32."
    assert (refused.value.field, refused.value.value) == ("day", 32)


PIECES = st.sampled_from(
    [
        "13",
        "July",
        "1909",
        "Tir",
        "1288",
        "AH",
        "before",
        "between",
        "and",
        "to",
        "–",
        "-",
        "/",
        "c.",
        "spring",
        "?",
        "early",
        "or",
        "(",
        ")",
        "O.S.",
        "Monday",
        "1908-09",
        "5/7",
        "۲۲",
        "until",
        ",",
        "0",
        "the",
        "Jumada II",
        "1327",
    ]
)


@given(st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=8).map(" ".join)))
def test_any_text_is_read_or_refused_and_nothing_else(text):
    try:
        candidates = parse_candidates(text, year=1909)
    except DateParseError:
        return
    assert candidates
    for candidate in candidates:
        assert candidate.date.text == text
        assert parse_edtf(candidate.date.edtf) == candidate.date.span
        assert candidate.why
