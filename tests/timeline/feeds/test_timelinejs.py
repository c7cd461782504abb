"""Slides of TimelineJS 3, read again by our reader; TimelineJS itself is asked in tests/browser."""

import csv
import io
import json

import pytest

from tests.timeline.feeds.documents import SIDES, SITE, Tags, imprint
from tests.timeline.feeds.entries import disputed, event, hostile, when
from timeline.feeds.timelinejs import sheet, written
from timeline.importing import timelinejs_json
from timeline.importing.known_names import Known
from timeline.importing.markup import FOOTER, escaped, inert, plain
from timeline.importing.one_sheet.columns import COLUMNS
from timeline.importing.one_sheet.reading import read
from timeline.importing.one_sheet.writing import Band

TYRANNY = Band("The Minor Tyranny", when("1908-06-23/1909-07-13").span)
WAR = Band("A war", when("1914/1918").span)
ANSWERS = {"atlas": "ours", "kind": "battle"}
WRITTEN = {"footer": ("class",), "p": (), "ul": (), "li": (), "a": ("href",), "br": (), "wbr": ()}


def timeline(*events, bands=(), whole=True, language="en") -> dict:
    return json.loads("".join(written(events, bands, imprint(language), SIDES, whole=whole)))


def rows(*events, bands=(), whole=True) -> list[dict[str, str]]:
    text = "".join(sheet(events, bands, imprint(), SIDES, whole=whole)).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_slide_has_a_stable_id_its_lane_its_date_and_where_it_comes_from():
    (slide,) = timeline(event())["events"]
    text = slide["text"].pop("text")
    assert slide == {
        "unique_id": "capture",
        "start_date": {"year": 1909, "month": 7, "day": 13},
        "display_date": "13 July 1909",
        "group": "Tehran",
        "autolink": False,
        "text": {"headline": "Capture"},
    }
    assert text.startswith("<p>They enter the city.</p><footer")
    for told in ("Browne, p. 1", f'href="{SITE}/events/capture/"', "The Revolution", "CC BY 4.0"):
        assert told in text


@pytest.mark.parametrize(
    ("edtf", "start", "end", "said"),
    [
        ("1909-07", {"year": 1909, "month": 7}, None, "July 1909"),
        ("1909", {"year": 1909}, None, "1909"),
        ("0050", {"year": 50}, None, "50"),
        ("1908-06/1909-04-29", {"year": 1908, "month": 6}, {"year": 1909, "month": 4, "day": 29}, None),
        ("[1909-07-13,1909-07-22]", {"year": 1909, "month": 7}, None, "13 July 1909 or 22 July 1909"),
        ("1908-12-30..1909-01-02", None, None, None),
    ],
)  # fmt: skip
def test_a_date_is_as_wide_as_it_is(edtf, start, end, said):
    if ".." in edtf:
        edtf, start, end = f"[{edtf}]", {"year": 1908}, {"year": 1909}
    (slide,) = timeline(event(edtf=edtf))["events"]
    assert slide["start_date"] == start
    assert slide.get("end_date") == end
    assert said is None or slide["display_date"] == said


def test_a_disputed_event_names_both_dates():
    (slide,) = timeline(disputed())["events"]
    assert slide["display_date"] == "13 July 1909 (Browne) or 16 July 1909 (Kasravi)"


def test_the_atlas_is_the_title_and_carries_the_licence():
    title = timeline(event())["title"]
    assert title["text"]["headline"] == "The Revolution"
    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in title["text"]["text"]
    assert plain(title["text"]["text"]) == "Who marched where."


def test_what_nothing_dates_is_counted():
    body = timeline(event(), event("undated", ""))
    assert ([slide["unique_id"] for slide in body["events"]], body["undated"]) == (["capture"], 1)


def test_periods_are_eras_and_of_a_choice_only_those_that_it_touches():
    bands = (TYRANNY, WAR, Band("Open", None))
    eras = [{"start_date": {"year": 1908, "month": 6, "day": 23}, "end_date": {"year": 1909, "month": 7, "day": 13},
             "text": {"headline": "The Minor Tyranny"}},
            {"start_date": {"year": 1914}, "end_date": {"year": 1918}, "text": {"headline": "A war"}}]  # fmt: skip
    assert timeline(event(), bands=bands)["eras"] == eras
    assert timeline(event(), bands=bands, whole=False)["eras"] == eras[:1]
    assert timeline(bands=bands, whole=False)["eras"] == []
    assert [row["Headline"] for row in rows(event(), bands=bands, whole=False) if row["Type"] == "era"] == [
        "The Minor Tyranny"
    ]


def test_the_sheet_says_the_same_in_the_columns_of_timelinejs():
    title, capture, era = rows(event(), bands=[TYRANNY])
    assert tuple(title) == COLUMNS
    assert (title["Type"], title["Headline"], era["Type"]) == ("title", "The Revolution", "era")
    assert (capture["Year"], capture["Month"], capture["Day"], capture["Group"]) == ("1909", "7", "13", "Tehran")
    assert (capture["Slug"], capture["Source"], capture["Side"], capture["Lat"]) == (
        "capture", "Browne", "Royalists", "35.69",
    )  # fmt: skip


def test_our_own_reader_takes_both_for_what_they_were():
    events = [event(), disputed(), event("month", "1909-06", summary="One.\n\nTwo www.x.example & <three>.")]
    as_json = "".join(written(events, [TYRANNY], imprint(), SIDES, whole=True)).encode()
    as_csv = "".join(sheet(events, [TYRANNY], imprint(), SIDES, whole=True)).encode()
    for staged in (
        timelinejs_json.read(as_json, "a.json", ANSWERS, Known(atlas="ours")),
        read(as_csv, "a.csv", ANSWERS, Known(atlas="ours")),
    ):
        assert (staged.problems, staged.questions) == ((), ())
        told = [row.cells for row in staged.tables["events.csv"]]
        assert [each["title"] for each in told] == ["Capture", "Entry", "Month", "The Minor Tyranny"]
        assert [each["slug"] for each in told[:3]] == ["capture", "entry", "month"]
        assert told[2]["summary"] == events[2].summary
        assert staged.tables["atlases.csv"][0].cells["description"] == "Who marched where."


def test_nothing_of_a_hostile_record_is_markup_however_often_it_is_read_as_such():
    for slide in timeline(*hostile())["events"]:
        for text in slide["text"].values():
            held = Tags(text)
            assert all(WRITTEN.get(tag) == attributes for tag, attributes in held.tags), text
        for once in (slide["group"], slide["display_date"]):
            twice = Tags(Tags(once).text).text
            assert not Tags(once).tags
            assert not Tags(twice).tags
            assert twice == once


@pytest.mark.parametrize(
    "text", ["Smith & Sons", "AT&T", "a < b", "&lt;b&gt;", "&#60;b", "&ltb", "R&D; x", "<b>", "plain"]
)
def test_an_inert_text_is_the_same_after_every_reading(text):
    kept = inert(text)
    assert Tags(kept).text == kept
    assert inert(kept) == kept
    assert plain(kept) == kept


@pytest.mark.parametrize("text", ["see www.x.example", "WWW.X", "one\ntwo", f"a {FOOTER} b", "<footer>", "www..www."])
def test_an_escaped_text_is_read_back(text):
    assert plain(escaped(text)) == text
    assert "www." not in escaped(text).casefold()
