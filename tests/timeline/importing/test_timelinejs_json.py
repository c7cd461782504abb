"""The JSON of TimelineJS 3 is read slide by slide."""

import pytest

from tests.timeline.importing.documents import NOT_JSON, document
from tests.timeline.importing.one_sheet.sheets import cells_of, codes_of, dates_of
from timeline.importing.known_names import Known
from timeline.importing.timelinejs_json import read, recognises

SLIDE = {
    "start_date": {"year": "1909", "month": 7, "day": "13", "hour": "4", "minute": "30"},
    "text": {"headline": "Entry into <b>Tehran</b>", "text": "<p>They enter.</p>"},
    "media": {"url": "https://example.org/a.jpg", "caption": "A photograph"},
    "group": "Tehran",
}


def staged(value):
    return read(document(value), "time.json", {"atlas": "ours", "kind": "battle"}, Known(atlas="ours"))


def test_slides_eras_and_title_are_read():
    era = {"start_date": {"year": 1908}, "end_date": {"year": 1909}, "text": {"headline": "The Minor Tyranny"}}
    title = {"text": {"headline": "Our timeline", "text": "Of 1909."}}
    result = staged({"title": title, "events": [SLIDE], "eras": [era]})
    assert codes_of(result) == []
    assert [cells["title"] for cells in cells_of(result, "events.csv")] == ["Entry into Tehran", "The Minor Tyranny"]
    assert [face for face, _printed, _calendar in dates_of(result)] == ["1909-07-13", "1908/1909"]
    assert cells_of(result, "claims.csv")[0]["note"] == "Time: 04:30."
    assert cells_of(result, "theatres.csv")[0]["label_en"] == "Tehran"
    assert cells_of(result, "atlases.csv")[0]["title"] == "Our timeline"
    assert len(cells_of(result, "periods.csv")) == 1
    assert any("column Media is left out. (event 1)" in loss for loss in result.losses)


@pytest.mark.parametrize(
    ("slide", "code"),
    [
        (5, "not_a_slide"), (None, "not_a_slide"), ({}, "headline_missing"),
        ({"text": {"headline": "No date"}}, "nothing_claimed"),
        ({"text": {"headline": "x"}, "start_date": {"year": "1909", "month": "99"}}, "invalid_date"),
        ({"text": {"headline": "x"}, "start_date": {"year": float("inf")}}, "bad_number"),
        ({"text": {"headline": "half a pair \udfff"}, "start_date": {"year": 1909}}, "not_text"),
        ({"text": ["headline"], "start_date": "1909"}, "headline_missing"),
    ],
)  # fmt: skip
def test_a_slide_that_is_none_is_refused_and_the_others_are_read(slide, code):
    result = staged({"events": [slide, SLIDE]})
    assert codes_of(result) == [("event 1", code)]
    assert len(result.tables["events.csv"]) == 1
    str(result).encode("utf-8")


@pytest.mark.parametrize(("_case", "file", "code"), NOT_JSON, ids=[case for case, _file, _code in NOT_JSON])
def test_what_is_no_json_is_refused(_case, file, code):
    assert codes_of(read(file, "time.json", {}, Known())) == [("", code)]
    assert not recognises(file, "time.json")


@pytest.mark.parametrize("value", [{}, {"events": []}, {"events": {}}, {"events": "many"}])
def test_a_document_without_slides_is_refused(value):
    assert codes_of(staged(value)) == [("", "nothing_in_it")]
    assert not recognises(document(value), "time.json")
