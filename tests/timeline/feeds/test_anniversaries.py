"""Anniversaries: only days that are known, read by an iCalendar parser, folded and escaped."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from chronology.edtf import parse_edtf
from tests.timeline.feeds.documents import SITE, imprint
from tests.timeline.feeds.entries import disputed, event, hostile
from timeline.feeds.anniversaries import marked_days, written
from timeline.feeds.calendar_lines import LONGEST_LINE, line, text


def calendar(*events, language: str = "en", left_out: int = 0) -> Calendar:
    return Calendar.from_ical("".join(written(events, imprint(language), left_out)))


@pytest.mark.parametrize(
    ("edtf", "status", "marked"),
    [
        ("1909-07-13", "happened", [("", "1909-07-13", 1)]),
        ("1909-07-13/1909-07-16", "happened", [("", "1909-07-13", 4)]),
        ("1909-07-13/1909-07-20", "happened", [("begins", "1909-07-13", 1), ("ends", "1909-07-20", 1)]),
        ("1908-06/1909-04-29", "happened", [("ends", "1909-04-29", 1)]),
        ("1908-06-23/..", "happened", [("begins", "1908-06-23", 1)]),
        ("1909-07", "happened", []), ("1909", "happened", []), ("1908/1909", "happened", []),
        ("[1909-07-13,1909-07-22]", "happened", []), ("", "happened", []),
        ("1909-07-13", "planned", []), ("1909-07-13", "abandoned", []), ("1909-07-13", "unknown", []),
    ],
)  # fmt: skip
def test_only_days_that_are_known_are_remembered(edtf, status, marked):
    span = parse_edtf(edtf) if edtf else None
    days = {"": None} | {iso: parse_edtf(iso).earliest for _edge, iso, _days in marked}
    assert [(day.edge, day.first, day.days) for day in marked_days(span, status)] == [
        (edge, days[iso], length) for edge, iso, length in marked
    ]


def test_a_day_comes_back_every_year_as_a_whole_day_that_takes_no_time():
    (entry,) = calendar(event()).walk("VEVENT")
    assert entry["DTSTART"].dt == date(1909, 7, 13)
    assert entry["RRULE"].to_ical() == b"FREQ=YEARLY"
    assert entry["SUMMARY"] == "Capture (1909)"
    assert entry["UID"] == "capture@atlas.example"
    assert entry["DTSTAMP"].to_ical() == b"20260304T050607Z"
    assert entry["TRANSP"] == "TRANSPARENT"
    assert entry["URL"] == f"{SITE}/events/capture/"
    assert (entry["GEO"].latitude, entry["GEO"].longitude) == (35.69, 51.42)
    assert entry["LOCATION"] == "Tehran"
    for said in ("They enter the city.", "13 July 1909; Tehran.", "Solar Hijri: 22 Tir 1288", "Browne, p. 1"):
        assert said in entry["DESCRIPTION"]


def test_a_few_days_are_one_entry_and_a_siege_is_its_first_and_its_last_day():
    (fight,) = calendar(event("fight", "1909-07-13/1909-07-16")).walk("VEVENT")
    assert fight["DURATION"].dt == timedelta(days=4)
    first, last = calendar(event("siege", "1908-06-23/1909-04-29")).walk("VEVENT")
    assert (first["UID"], last["UID"]) == ("siege.begins@atlas.example", "siege.ends@atlas.example")
    assert (str(first["SUMMARY"]), str(last["SUMMARY"])) == ("Siege: first day (1908)", "Siege: last day (1909)")


def test_the_29th_of_february_is_remembered_every_year():
    (entry,) = calendar(event("leap", "1908-02-29")).walk("VEVENT")
    assert entry["RRULE"] == {"FREQ": ["YEARLY"], "BYMONTH": [2], "BYMONTHDAY": [-1]}


def test_the_calendar_says_what_it_is_and_what_it_leaves_out():
    read = calendar(event(), left_out=7)
    assert read["X-WR-CALNAME"] == read["NAME"] == "The Revolution"
    assert read["X-MARCHLINES-LEFT-OUT"] == "7"
    assert "left out: 7." in read["DESCRIPTION"]
    assert "CC BY 4.0" in read["DESCRIPTION"]
    assert read["SOURCE"] == f"{SITE}/own"


def test_a_calendar_without_a_day_still_holds_what_the_format_asks_for():
    read = calendar(event("month", "1909-07"), left_out=1)
    assert [component.name for component in read.subcomponents] == ["VTIMEZONE"]


def test_a_disputed_day_says_so():
    (entry,) = calendar(disputed()).walk("VEVENT")
    assert "13 July 1909 (Browne) or 16 July 1909 (Kasravi)" in entry["DESCRIPTION"]


def test_the_same_records_give_the_same_bytes():
    assert "".join(written([event()], imprint(), 0)) == "".join(written([event()], imprint(), 0))


@pytest.mark.parametrize("language", ["en", "fa"])
def test_hostile_records_are_entries_like_any_other(language):
    events = hostile()
    whole = "".join(written(events, imprint(language), 0))
    assert "\n" not in whole.replace("\r\n", "")
    assert all(len(each.encode()) <= LONGEST_LINE for each in whole.split("\r\n"))
    read = Calendar.from_ical(whole)
    entries = read.walk("VEVENT")
    assert read.errors == []
    assert [(len(entries), entry.errors) for entry in entries] == [(len(events), [])] * len(events)
    assert [str(entry["UID"]) for entry in entries] == [f"{one.id}@atlas.example" for one in events]
    for entry, one in zip(entries, events, strict=True):
        # The parser takes percent signs for escapes of its own; digits are the language's.
        assert "%" in one.title or language == "fa" or seen(entry["SUMMARY"]) == f"{seen(one.title)}(1909)"


def seen(value: str) -> str:
    """What is seen of a text: no space, no control, no mark of direction."""
    return "".join(character for character in value if character.isprintable() and not character.isspace())


@pytest.mark.parametrize("written_text", ["فتح تهران " * 20, "x" * 500, "🗺" * 60, "é" * 37, ""])
def test_a_folded_line_is_the_same_line(written_text):
    folded = line("SUMMARY", written_text)
    assert folded.replace("\r\n ", "") == f"SUMMARY:{written_text}\r\n"
    assert all(len(part.encode()) <= LONGEST_LINE for part in folded.split("\r\n"))


def test_text_keeps_no_line_end_and_no_control():
    assert text("a\r\nb\rc\u2028d\x00\x1b\x85e\t;,\\") == "a\\nb\\nc\\nd\\ne\t\\;\\,\\\\"
