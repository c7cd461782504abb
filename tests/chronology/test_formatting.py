"""The words of dates, in each calendar and language."""

import json
from pathlib import Path

import pytest

from chronology.calendars import Calendar
from chronology.edtf import edtf_choices, parse_edtf
from chronology.formatting import (
    format_day,
    format_either,
    format_span,
    format_weekday,
    four_calendars,
    localised_digits,
    vocabulary,
)
from chronology.iso import from_iso
from chronology.parsing import parse
from chronology.reasons import sentence
from chronology.wording import LANGUAGES, words

WORDING = Path(__file__).parents[2] / "chronology" / "wording"
VECTORS = Path(__file__).parents[1] / "vectors" / "date_words.json"

LONG = [
    ("1909-07-13", "13 July 1909"),
    ("1909-02", "February 1909"),
    ("1908", "some day in 1908"),
    ("1907~", "between 1906 and 1908"),
    ("190X", "between 1900 and 1909"),
    ("1909-21", "between March and May 1909"),
    ("1908-24", "between December 1908 and February 1909"),
    ("XXXX", "date not known"),
    ("[..1909-04-19]", "before 20 April 1909"),
    ("[..1908-10-31]", "before November 1908"),
    ("[..1907-12-31]", "before 1908"),
    ("[1909-07-14..]", "after 13 July 1909"),
    ("[1909-06-01..]", "after May 1909"),
    ("[1909-01-01..]", "after 1908"),
    ("[1909-06-22..1909-07-13]", "between 22 June and 13 July 1909"),
    ("[1909-07-13..1909-07-17]", "between 13 and 17 July 1909"),
    ("[1908-12-27..1909-01-05]", "between 27 December 1908 and 5 January 1909"),
    ("[1909-05..1909-07]", "between May and July 1909"),
    ("[1905..1911]", "between 1905 and 1911"),
    ("1909-07-13/1909-07-16", "13 to 16 July 1909"),
    ("1909-07-13/1909-08-02", "13 July to 2 August 1909"),
    ("1908-12-27/1909-01-05", "27 December 1908 to 5 January 1909"),
    ("1909-07-13/1909-07-13", "13 July 1909"),
    ("1909-05/1909-07", "May to July 1909"),
    ("1905/1911", "1905 to 1911"),
    ("1908/1911-11-23", "1908 to 23 November 1911"),
    ("1908/1908", "within 1908"),
    ("1909-07/1909-07", "within July 1909"),
    ("../1909-04-20", "until 20 April 1909"),
    ("/1909-04", "until April 1909"),
    ("1909-04/..", "from April 1909"),
    ("1909-04/", "from April 1909, end not known"),
    ("[1909-05-03..1909-05-05]/1909-06", "began between 3 and 5 May 1909, ended June 1909"),
    ("../..", "without beginning or end"),
    ("/[..1909-04-19]", "before 20 April 1909"),
    ("[1909-07-14..]/", "after 13 July 1909"),
    ("[..1909-04-19]/1911", "began before 20 April 1909, ended 1911"),
    ("1908/[1911..]", "began 1908, ended after 1910"),
    ("[1909-05-03..1909-05-05]/[1909-05-03..1909-05-05]", "between 3 and 5 May 1909"),
    ("../[1909-05-03..1909-05-05]", "ended between 3 and 5 May 1909"),
    ("[1909-05-03..1909-05-05]/..", "began between 3 and 5 May 1909"),
]


@pytest.mark.parametrize(("edtf", "said"), LONG)
def test_a_span_is_said_in_english(edtf, said):
    assert format_span(parse_edtf(edtf)) == said


OTHERS = [
    ("1909-07-13", "gregorian", "en", "short", "13 Jul 1909"),
    ("1908", "gregorian", "en", "short", "1908"),
    ("1909-07-13/1909-07-16", "gregorian", "en", "short", "13–16 Jul 1909"),
    ("1909-07-13/1909-08-02", "gregorian", "en", "short", "13 Jul – 2 Aug 1909"),
    ("1905/1911", "gregorian", "en", "short", "1905–1911"),
    ("1909-07-13", "julian", "en", "long", "30 June 1909 O.S."),
    ("1909-07-13", "solar_hijri", "en", "long", "22 Tir 1288"),
    ("1909-07-13", "lunar_hijri", "en", "long", "24 Jumada II 1327"),
    ("1909-07", "solar_hijri", "en", "long", "between 10 Tir and 9 Mordad 1288"),
    ("[1909-06-22..1909-07-22]", "solar_hijri", "en", "long", "Tir 1288"),
    ("[1909-03-21..1910-03-21]", "solar_hijri", "en", "long", "some day in 1288 SH"),
    ("[1909-01-23..1910-01-12]", "lunar_hijri", "en", "short", "1327 AH"),
    ("[..1909-06-21]", "solar_hijri", "en", "long", "before Tir 1288"),
    ("1909-07-13", "gregorian", "fa", "long", "۱۳ ژوئیه ۱۹۰۹"),
    ("1909-07-13", "solar_hijri", "fa", "long", "۲۲ تیر ۱۲۸۸"),
    ("1909-07-13/1909-07-16", "solar_hijri", "fa", "long", "۲۲ تا ۲۵ تیر ۱۲۸۸"),
    ("[1909-05..1909-07]", "gregorian", "fa", "long", "بین مه و ژوئیه ۱۹۰۹"),
    ("[..1909-04-19]", "gregorian", "fa", "long", "پیش از ۲۰ آوریل ۱۹۰۹"),
    ("1909-07-13", "gregorian", "ru", "long", "13 июля 1909"),
    ("1909-07", "gregorian", "ru", "long", "июль 1909"),
    ("1909-07-13", "gregorian", "fa-IR", "long", "۱۳ ژوئیه ۱۹۰۹"),
    ("1909-07-13", "gregorian", "sw", "long", "13 July 1909"),
]


@pytest.mark.parametrize(("edtf", "calendar", "language", "style", "said"), OTHERS)
def test_a_span_is_said_in_each_calendar_language_and_style(edtf, calendar, language, style, said):
    assert format_span(parse_edtf(edtf), calendar, language, style) == said


def test_the_vectors_that_the_browser_runs_hold_here_too():
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))
    assert len(vectors) > 100
    for vector in vectors:
        span = parse_edtf(vector["edtf"])
        assert list(span.numbers) == vector["when4"]
        assert span.shape == vector["shape"]
        said = format_span(span, vector["calendar"], vector["language"], vector["style"])
        assert said == vector["words"], vector


@pytest.mark.parametrize(
    ("edtf", "language", "said"),
    [
        ("[1908-07-02,1870-07-02]", "en", "2 July 1908 or 2 July 1870"),
        ("[1908-07-02,1870-07-02]", "fa", "۲ ژوئیه ۱۹۰۸ یا ۲ ژوئیه ۱۸۷۰"),
        ("1908-07-02", "en", "2 July 1908"),
    ],
)
def test_an_ambiguous_date_is_one_or_the_other(edtf, language, said):
    assert format_either(edtf_choices(edtf), language=language) == said


def test_a_month_is_never_its_first_day():
    for language in LANGUAGES:
        for calendar in Calendar:
            assert format_span(parse_edtf("1909-07"), calendar, language) != format_day(
                from_iso("1909-07-01"), calendar, language
            )


def test_a_day_is_said_with_its_weekday():
    day = from_iso("1909-07-13")
    assert format_weekday(day) == "Tuesday"
    assert format_day(day, with_weekday=True) == "Tuesday, 13 July 1909"
    assert format_day(day, Calendar.SOLAR_HIJRI, "fa", with_weekday=True) == "سه‌شنبه ۲۲ تیر ۱۲۸۸"


def test_four_calendars_say_one_day_and_their_two_cautions():
    said = four_calendars(parse_edtf("1909-07-13"))
    assert said["gregorian"] == "13 July 1909"
    assert said["julian"] == "30 June 1909 O.S."
    assert said["solar_hijri"] == "22 Tir 1288"
    assert said["lunar_hijri"] == "24 Jumada II 1327"
    assert "one earlier or later" in said["lunar_tolerance"]
    assert said["back_converted"] is True
    assert "1911" in said["back_converted_note"]


@pytest.mark.parametrize(
    ("edtf", "back_converted"),
    [("1911-02-20", True), ("1911-02-21", False), ("1909/1912", False), ("1909-07-13/..", False), ("1909", True)],
)
def test_a_solar_date_is_a_back_conversion_until_the_calendar_was_adopted(edtf, back_converted):
    said = four_calendars(parse_edtf(edtf))
    assert said["back_converted"] is back_converted
    assert bool(said["back_converted_note"]) is back_converted


def test_a_calendar_without_such_years_says_nothing():
    said = four_calendars(parse_edtf("0500"))
    assert said["gregorian"] == "some day in 500"
    assert said["solar_hijri"] is None
    assert said["lunar_hijri"] is None


def test_digits_are_those_of_the_language():
    assert localised_digits("3,000", "fa") == "۳,۰۰۰"
    assert localised_digits("3,000", "en") == "3,000"


def keys_of(value, path=""):
    if isinstance(value, dict):
        return {key for name, inner in value.items() for key in keys_of(inner, f"{path}/{name}")}
    return {f"{path}[{len(value)}]"} if isinstance(value, list) else {path}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language):
    assert keys_of(words(language)) == keys_of(words("en"))
    assert vocabulary(language) == words(language)
    assert all(len(months) == 12 for months in words(language)["months"].values())


def test_every_language_of_reasons_has_every_sentence():
    english, persian = (
        json.loads((WORDING / f"reasons_{language}.json").read_text(encoding="utf-8")) for language in ("en", "fa")
    )
    assert english.keys() == persian.keys()


def test_a_reason_is_said_in_persian():
    note = sentence((("weekday_contradicts", {"weekday": 0, "day": from_iso("1909-07-13")}),), "fa")
    assert note == "متن می‌گوید دوشنبه، اما ۱۳ ژوئیه ۱۹۰۹ سه‌شنبه بود."


def test_the_words_of_a_date_are_words_the_parser_knows():
    for edtf in ("1909-07-13", "1909-02", "[1909-05..1909-07]", "1905/1911", "[..1909-04-19]", "1909-07-13/1909-07-16"):
        span = parse_edtf(edtf)
        assert parse(format_span(span)).span == span
