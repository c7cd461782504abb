"""The date columns: what they say is claimed, no more and no less."""

import pytest

from chronology.edtf import parse_edtf
from chronology.errors import DateParseError
from chronology.parsing import parse_candidates
from tests.timeline.importing.one_sheet.sheets import codes_of, dates_of, staged

JULY = {"Year": "1909", "Month": "7", "Day": "13"}
SOLAR = {"Year": "1288", "Month": "4", "Day": "22", "Calendar": "solar_hijri"}

SAID = [
    ("a day", JULY, "1909-07-13", "13 July 1909", "gregorian"),
    ("a month, never its first day", {"Year": "1909", "Month": "7"}, "1909-07", "July 1909", "gregorian"),
    ("a year, never its first day", {"Year": "1909"}, "1909", "1909", "gregorian"),
    ("months by name", {"Year": "1909", "Month": "July"}, "1909-07", "July 1909", "gregorian"),
    ("Persian digits", {"Year": "۱۹۰۹", "Month": "۷", "Day": "۱۳"}, "1909-07-13", "13 July 1909", "gregorian"),
    ("solar hijri", SOLAR, "1909-07-13", "22 Tir 1288", "solar_hijri"),
    (
        "by its Persian name", SOLAR | {"Month": "تیر", "Calendar": "هجری شمسی"},
        "1909-07-13", "22 Tir 1288", "solar_hijri",
    ),
    (
        "lunar hijri", {"Year": "1327", "Month": "6", "Day": "24", "Calendar": "lunar hijri"},
        "1909-07-13", "24 Jumada II 1327", "lunar_hijri",
    ),
    (
        "a thirtieth that the reckoned month lacks",
        {"Year": "1327", "Month": "2", "Day": "30", "Calendar": "lunar_hijri"},
        "1909-03-23", "30 Safar 1327", "lunar_hijri",
    ),
    (
        "old style", {"Year": "1909", "Month": "6", "Day": "30", "Calendar": "Julian"},
        "1909-07-13", "30 June 1909 O.S.", "julian",
    ),
    (
        "a span", {**JULY, "Day": "1", "End Year": "1909", "End Month": "7", "End Day": "13"},
        "1909-07-01/1909-07-13", "1 to 13 July 1909", "gregorian",
    ),
    ("a span of years", {"Year": "1905", "End Year": "1911"}, "1905/1911", "1905 to 1911", "gregorian"),
    (
        "one day with its end told", {**JULY, "End Year": "1909", "End Month": "7", "End Day": "13"},
        "1909-07-13", "13 July 1909", "gregorian",
    ),
    (
        "within a month", {"Year": "1909", "Month": "7", "End Year": "1909", "End Month": "7"},
        "1909-07/1909-07", "July 1909", "gregorian",
    ),
    ("the printed words", {**JULY, "Display Date": "13th July, 1909"}, "1909-07-13", "13th July, 1909", "gregorian"),
    ("words of another calendar", {**JULY, "Display Date": "22 Tir 1288"}, "1909-07-13", "22 Tir 1288", "solar_hijri"),
    ("words that are no date", {**JULY, "Display Date": "that night"}, "1909-07-13", "that night", "gregorian"),
    (
        "two words for one day", {**JULY, "Display Date": "12 or 13 July 1909"},
        "1909-07-13", "12 or 13 July 1909", "gregorian",
    ),
    ("nothing but the printed words", {"Display Date": "13 July 1909"}, "1909-07-13", "13 July 1909", "gregorian"),
    ("a whole date in Year", {"Year": "13 July 1909"}, "1909-07-13", "13 July 1909", "gregorian"),
    ("an ISO date", {"Date": "1909-07-13"}, "1909-07-13", "1909-07-13", "gregorian"),
    ("two whole dates", {"Date": "13 July 1909", "End Date": "16 July 1909"}, "1909-07-13/1909-07-16",
     "13 July 1909 – 16 July 1909", "gregorian"),
    ("a day above twelve", {"Date": "13/07/1909"}, "1909-07-13", "13/07/1909", "gregorian"),
]  # fmt: skip


@pytest.mark.parametrize(("_case", "cells", "face", "printed", "calendar"), SAID, ids=[case[0] for case in SAID])
def test_the_columns_say_the_date(_case, cells, face, printed, calendar):
    result = staged({"Headline": "A fight", **cells})
    assert codes_of(result) == []
    assert dates_of(result) == [(face, printed, calendar)]


@pytest.mark.parametrize(("_case", "cells", "face", "printed", "calendar"), SAID, ids=[case[0] for case in SAID])
def test_the_claims_own_check_finds_the_face_in_the_printed_words(_case, cells, face, printed, calendar):
    try:
        candidates = parse_candidates(printed, calendar)
    except DateParseError:
        return
    assert any(each.date.span.compatible_with(parse_edtf(face)) for each in candidates)


REFUSED = [
    ({"Year": "-44", "Month": "3"}, "out_of_range"),
    ({"Year": "0"}, "out_of_range"),
    ({"Year": "99999"}, "out_of_range"),
    ({"Year": "1909", "Month": "2", "Day": "30"}, "invalid_date"),
    ({"Year": "1909", "Month": "13"}, "invalid_date"),
    ({"Year": "1909", "Month": "Smarch"}, "bad_month"),
    ({"Year": "1909", "Month": "Tir"}, "month_of_another_calendar"),
    ({"Year": "1909", "Month": "7", "Day": "the ides"}, "bad_day"),
    ({"Year": "1909", "Day": "3"}, "month_missing"),
    ({"Month": "7", "Day": "3"}, "year_missing"),
    ({"End Year": "1909"}, "begin_missing"),
    ({"Year": "1909", "End Year": "1908"}, "end_before_begin"),
    ({**JULY, "Calendar": "Mayan"}, "unknown_calendar"),
    ({**JULY, "Display Date": "14 July 1909"}, "printed_says_another"),
    ({"Display Date": "one fine day"}, "unknown_word"),
    ({"Date": "13/07/09"}, "short_year"),
    ({"Date": "31/31/1909"}, "invalid_date"),
    ({"Date": "13 July 1909", "Month": "7"}, "date_twice"),
    ({"EDTF": "1909-07", **JULY}, "date_twice"),
    ({"EDTF": "July"}, "bad_edtf"),
    ({"Date": "7", "Year": "before 1909"}, "date_twice"),
    ({"Year": "5 May 1288 AH"}, "ambiguous_date"),
    ({}, "nothing_claimed"),
]


@pytest.mark.parametrize(("cells", "code"), REFUSED, ids=[f"{code}-{at}" for at, (_cells, code) in enumerate(REFUSED)])
def test_what_is_no_date_is_refused_by_a_code(cells, code):
    result = staged({"Headline": "A fight", "Year": "", **cells})
    assert codes_of(result) == [("row 2", code)]
    assert "events.csv" not in result.tables


def test_a_time_is_kept_in_the_note():
    row = staged({"Headline": "A fight", **JULY, "Time": "04:30", "End Time": "noon"}).tables["claims.csv"][0]
    assert row.cells["note"] == "Time: 04:30–noon."


def test_years_that_may_be_hijri_are_asked_about_and_a_named_calendar_is_not():
    row = {"Headline": "A fight", "Year": "1288", "Month": "4", "Day": "22"}
    (question,) = staged(row).questions
    assert (question.key, question.examples) == ("calendar", ("1288",))
    assert dates_of(staged(row, calendar="solar_hijri"))[0][0] == "1909-07-13"
    assert staged({**row, "Calendar": "solar_hijri"}).questions == ()


def test_the_calendar_that_was_asked_for_is_of_the_years_that_were_asked_about():
    rows = (
        {"Year": "1288", "Month": "4", "Day": "22"}, {"Year": "1909", "Month": "7", "Day": "13"}, {"Year": "1700"},
        {"Date": "13 July 1909"}, {"Date": "22/4/1288"},
    )  # fmt: skip
    told = [{"Headline": f"Event {at}", **row} for at, row in enumerate(rows)]
    assert [question.key for question in staged(*told).questions] == ["calendar"]
    result = staged(*told, calendar="solar_hijri")
    assert codes_of(result) == []
    assert [date[0] for date in dates_of(result)] == ["1909-07-13", "1909-07-13", "1700", "1909-07-13", "1909-07-13"]
