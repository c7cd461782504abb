"""Every refusal has the one body: a code, a sentence, the field and the value."""

import pytest

from tests.factories import make_claim, make_event, make_lesson, make_movement, make_person, make_place, make_source
from timeline.models import FormerSlug

LISTS = ("events/", "movements/", "places/", "people/", "forces/", "sources/", "claims/", "atlases/", "disputes/",
         "lessons/")  # fmt: skip


def the_error(response, status: int) -> dict:
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/json"
    error = response.json()["error"]
    assert set(error) == {"code", "message", "field", "value"}
    assert error["message"].endswith(".")
    return error


@pytest.mark.parametrize(
    ("address", "query", "code", "field"),
    [
        *((address, {"colour": "red"}, "unknown_parameter", "colour") for address in LISTS),
        *((address, {"page_size": "0"}, "bad_number", "page_size") for address in LISTS),
        *((address, {"page_size": "201"}, "bad_number", "page_size") for address in LISTS),
        *((address, {"page_size": "ten"}, "bad_number", "page_size") for address in LISTS),
        *((address, {"ordering": "colour"}, "bad_choice", "ordering") for address in LISTS),
        *((address, {"after": "nobody-knows"}, "bad_cursor", "after") for address in LISTS),
        *((address, {"lang": "xx"}, "bad_language", "lang") for address in LISTS),
        ("events/", {"from": "yesterday"}, "bad_date", "from"),
        ("events/", {"kind": "fight"}, "bad_choice", "kind"),
        ("events/", {"q": ""}, "empty_value", "q"),
        ("places/", {"ordering": "date"}, "bad_choice", "ordering"),
        ("claims/", {"attribute": "colour"}, "bad_choice", "attribute"),
        ("claims/", {"source": "nowhere"}, "unknown_slug", "source"),
        ("claims/", {"event": "nothing"}, "unknown_slug", "event"),
        ("disputes/", {"kind": "quarrel"}, "bad_choice", "kind"),
        ("disputes/", {"status": "settled"}, "bad_choice", "status"),
        ("disputes/", {"explained_by": "magic"}, "bad_choice", "explained_by"),
        ("disputes/", {"attribute": "colour"}, "bad_choice", "attribute"),
        ("disputes/", {"event": "nothing"}, "unknown_slug", "event"),
        ("disputes/", {"atlas": "nowhere"}, "unknown_slug", "atlas"),
        ("lessons/", {"atlas": "nowhere"}, "unknown_slug", "atlas"),
        ("lessons/", {"q": " "}, "no_words", "q"),
        ("lessons/", {"ordering": "date"}, "bad_choice", "ordering"),
        ("window/", {"bins": "1001"}, "bad_number", "bins"),
        ("window/", {"limit": "2001"}, "bad_number", "limit"),
        ("window/", {"from": "1910", "to": "1909"}, "bad_range", "to"),
        ("positions/", {}, "missing", "on"),
        ("positions/", {"on": "1909-07"}, "bad_date", "on"),
        ("positions/", {"on": "never"}, "bad_date", "on"),
        ("positions/", {"on": "1909-07-11", "kind": "battle"}, "unknown_parameter", "kind"),
        ("facets/", {"side": "martians"}, "bad_choice", "side"),
        ("events.geojson", {"bbox": "all"}, "bad_box", "bbox"),
        ("/feed.json", {"near": "here"}, "bad_point", "near"),
        ("/feed.json", {"after": "nobody-knows"}, "bad_cursor", "after"),
        ("convert/", {}, "missing", "date"),
        ("convert/", {"date": "32 Tir 1288"}, "bad_date", "date"),
        ("convert/", {"date": "once upon a time"}, "bad_date", "date"),
        ("convert/", {"date": "13 July 1909", "calendar": "mayan"}, "bad_choice", "calendar"),
        ("geocode/", {}, "missing", "q"),
        ("geocode/", {"q": "Enzeli", "country": "Persia"}, "bad_country", "country"),
    ],
)
def test_a_bad_question_is_refused_by_name(ask, atlas, address, query, code, field):
    error = the_error(ask(address, **query), 400)
    assert (error["code"], error["field"]) == (code, field)
    assert error["value"] == query.get(field, "")


def test_several_bad_values_are_all_told(ask, atlas):
    body = ask("events/", kind="fight", near="here", lang="en").json()
    assert {error["field"] for error in body["errors"]} == {"kind", "near"}
    assert body["error"] == body["errors"][0]


@pytest.mark.parametrize(
    "kind", ["events", "movements", "places", "people", "forces", "sources", "claims", "atlases", "lessons"]
)
def test_an_unknown_slug_is_a_404(ask, atlas, kind):
    error = the_error(ask(f"{kind}/nobody-knows/"), 404)
    assert (error["code"], error["value"]) == ("unknown", "nobody-knows")


@pytest.mark.parametrize("address", ["nothing/", "events/a/b/", "events/Ünicode/", "../admin", "events//"])
def test_an_address_that_nothing_answers_is_a_404(ask, atlas, address):
    assert the_error(ask(address), 404)["code"] == "unknown_address"


def test_a_draft_is_as_unknown_as_nothing(ask, atlas):
    make_event(atlas, "draft", publication="draft")
    assert the_error(ask("events/draft/"), 404)["code"] == "unknown"


def test_a_withdrawn_record_is_a_410(ask, atlas):
    make_event(atlas, "gone", publication="withdrawn")
    make_movement(atlas, "gone-march", publication="withdrawn")
    make_place("gone-place", publication="withdrawn")
    make_person("gone-person", publication="withdrawn")
    make_lesson(atlas, "gone-lesson", publication="withdrawn")
    make_claim(event=make_event(atlas, "kept"), key="gone-1", source=make_source("gone"), publication="withdrawn")
    for address in (
        "events/gone/",
        "movements/gone-march/",
        "places/gone-place/",
        "people/gone-person/",
        "claims/gone-1/",
        "lessons/gone-lesson/",
    ):
        assert the_error(ask(address), 410)["code"] == "withdrawn"


def test_a_former_slug_leads_to_the_new_one(ask, atlas):
    make_event(atlas, "new-name")
    FormerSlug.objects.create(kind="event", old="old-name", new="new-name")
    response = ask("events/old-name/")
    assert response.status_code == 301
    assert response["Location"] == "/api/v1/events/new-name/"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["/api/v1/events/", "/api/v1/events/x/", "/feed.json", "/api/v1/window/"])
def test_nothing_can_be_written(client, atlas, method, address):
    response = getattr(client, method)(address)
    assert the_error(response, 405)["code"] == "method_not_allowed"
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_a_very_long_value_is_not_sent_back_whole(ask, atlas):
    error = the_error(ask("events/", q="x" * 5000), 400)
    assert error["code"] == "too_long"
    assert len(error["value"]) < 250


def test_who_asks_too_often_is_told_when_to_come_back(ask, atlas, monkeypatch):
    monkeypatch.setattr("timeline.api.throttles.ApiThrottle.THROTTLE_RATES", {"api": "2/min"})
    assert [ask("events/").status_code for _ in range(2)] == [200, 200]
    response = ask("events/")
    assert the_error(response, 429)["code"] == "too_many"
    assert 0 < int(response["Retry-After"]) <= 60
