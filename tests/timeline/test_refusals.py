"""What cannot be answered is refused in the form of its address: a page with a sentence, or the API's one body."""

import pytest
from django.test import Client

from tests.factories import make_atlas, make_event

pytestmark = pytest.mark.django_db

PAGES = ("/", "/chronology/", "/events/one/", "/about/", "/search/", "/api/docs/", "/a/revolution/")
TOO_MANY = "?" + "&".join(f"q={number}" for number in range(1_100))


@pytest.fixture(autouse=True)
def one():
    make_event(make_atlas(), "one", on="1909-07-13")


@pytest.mark.parametrize(
    ("address", "method"),
    [*((address, "post") for address in PAGES), *(("/", method) for method in ("put", "patch", "delete", "trace"))],
)
def test_a_page_says_that_it_is_for_reading(address, method):
    response = getattr(Client(enforce_csrf_checks=True), method)(address)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert "can only be read" in response.content.decode()


@pytest.mark.parametrize("address", ["/api/v1/events/", "/api/v1/nothing/", "/api/v1/places/%0A/", "/feed.json"])
def test_the_api_refuses_other_methods_in_its_one_body(address):
    response = Client(enforce_csrf_checks=True).post(address)
    assert response.status_code in (404, 405)
    assert set(response.json()["error"]) == {"code", "message", "field", "value"}


@pytest.mark.parametrize("address", ["/chronology/", "/events/one/", "/"])
def test_a_page_asked_a_thousand_things_says_so(client, address):
    response = client.get(address + TOO_MANY)
    assert response.status_code in (200, 400)
    assert "<main" in response.content.decode()


@pytest.mark.parametrize("address", ["/api/v1/events/", "/feed.json"])
def test_the_api_asked_a_thousand_things_says_so_in_its_one_body(client, address):
    response = client.get(address + TOO_MANY)
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "unreadable"


def test_a_strange_host_gets_a_sentence_and_no_record(client):
    page = client.get("/chronology/", headers={"host": "evil.example"})
    assert (page.status_code, "can’t be read" in page.content.decode()) == (400, True)
    body = client.get("/api/v1/events/", headers={"host": "evil.example"})
    assert (body.status_code, body.json()["error"]["code"]) == (400, "unreadable")


@pytest.mark.parametrize(("address", "kind"), [("/chronology/", "text/html"), ("/api/v1/events/", "application/json")])
def test_a_fault_of_ours_is_told_in_the_form_of_the_address(client, monkeypatch, address, kind):
    client.raise_request_exception = False
    monkeypatch.setattr("timeline.models.Event.objects.all", lambda: 1 / 0)
    response = client.get(address)
    assert response.status_code == 500
    assert response["Content-Type"].startswith(kind)
    assert "not your doing" in response.content.decode()


@pytest.mark.parametrize(
    ("address", "cookie"),
    [
        *((address, "sessionid=stolen") for address in ("/", "/events/one/", "/nothing/", "/feed.json")),
        *(("/api/v1/events/", cookie) for cookie in ("sessionid=a", "csrftoken=\x01", "messages=junk", "a=b; =c")),
    ],
)
def test_a_reader_gets_no_cookie_whatever_the_browser_sends(client, address, cookie):
    response = client.get(address, headers={"cookie": cookie})
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("address", ["/", "/chronology/", "/events/one/", "/api/docs/"])
def test_a_second_visit_to_a_page_is_a_304(client, address):
    first = client.get(address)
    second = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (second.status_code, second.content) == (304, b"")
    assert "Content-Security-Policy" in second


LATER = "Fri, 01 Jan 2100 00:00:00 GMT"


@pytest.mark.parametrize(
    ("address", "status"),
    [("/events/nothing/", 404), ("/api/v1/events/nothing/", 404), ("/api/v1/events/?kind=picnic", 400)],
)
def test_a_date_alone_confirms_no_copy_of_what_is_not_there(client, address, status):
    assert client.get(address, headers={"if-modified-since": LATER}).status_code == status


def test_an_unmet_condition_is_told_in_the_one_body(client):
    for condition in ({"if-match": '"other"'}, {"if-unmodified-since": "Sat, 01 Jan 2000 00:00:00 GMT"}):
        response = client.get("/api/v1/events/", headers=condition)
        assert response.status_code == 412, condition
        assert response.json()["error"]["code"] == "unmet_condition"
