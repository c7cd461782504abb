"""A record lies beside its page as JSON: the API's own body, kept, open to other sites, asked as often as a page."""

import pytest

from tests.factories import make_event, make_lesson, make_source
from timeline.models import Event, FormerSlug

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(atlas):
    make_lesson(atlas, "tour")
    return make_event(atlas, "entry", on="1909-07-13", source=make_source("book"))


@pytest.mark.parametrize(
    ("file", "api"),
    [
        ("/events/entry.json", "/api/v1/events/entry/"),
        ("/sources/book.json", "/api/v1/sources/book/"),
        ("/claims/book-1.json", "/api/v1/claims/book-1/"),
        ("/lessons/tour.json", "/api/v1/lessons/tour/"),
        ("/atlases/revolution.json", "/api/v1/atlases/revolution/"),
    ],
)
def test_it_holds_what_the_api_says(client, entry, file, api):
    assert client.get(file).content == client.get(api).content


def test_a_copy_that_is_still_good_is_confirmed_and_other_sites_may_read_it(client, entry):
    answer = client.get("/events/entry.json", headers={"origin": "https://blog.example"})
    assert answer["Content-Type"] == "application/json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Set-Cookie" not in answer
    assert client.get("/events/entry.json", headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_it_may_be_asked_as_often_as_a_page(client, entry, monkeypatch):
    monkeypatch.setattr("timeline.api.throttles.ApiThrottle.allow_request", lambda *asked: False)
    monkeypatch.setattr("timeline.api.throttles.ApiThrottle.wait", lambda *asked: 1)
    assert client.get("/api/v1/events/entry/").status_code == 429
    assert client.get("/events/entry.json").status_code == 200


def test_what_is_not_there_moved_or_withdrawn_is_said_as_the_api_says_it(client, entry):
    FormerSlug.objects.create(kind="event", old="entrance", new="entry")
    moved = client.get("/events/entrance.json")
    assert (moved.status_code, moved["Location"]) == (301, "/events/entry.json")
    unknown = client.get("/events/no-such-thing.json")
    assert (unknown.status_code, unknown.json()["error"]["code"]) == (404, "unknown")
    assert client.get("/disputes/entry:date:on.json").json()["error"]["code"] == "unknown"
    assert client.get("/events/entry.json?fields=title").json()["error"]["code"] == "unknown_parameter"
    Event.objects.update(publication="withdrawn")
    gone = client.get("/events/entry.json")
    assert (gone.status_code, gone.json()["error"]["code"]) == (410, "withdrawn")
