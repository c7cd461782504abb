"""oEmbed: addresses of atlases, events, marches and lessons become a frame; all else is refused by the one body."""

import html5lib
import pytest

from tests.timeline.api.test_errors import the_error

pytestmark = pytest.mark.django_db

ORIGIN = "http://testserver"
STATE = "from=1909-06-01&to=1909-08-01&day=1909-07-13&at=event:entry&side=a&side=b&theme=dark"


@pytest.fixture
def ask(client, filled):
    def question(url: str | None = None, **query):
        return client.get("/oembed", {"url": url, **query} if url is not None else query)

    return question


def frame_of(body: dict) -> dict:
    """The attributes of the one element of its html."""
    (frame,) = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(body["html"])
    assert frame.tag == "iframe"
    return frame.attrib


@pytest.mark.parametrize(
    ("page", "embed"),
    [
        ("/", "/embed/a/revolution/"),
        ("", "/embed/a/revolution/"),
        ("/a/revolution/", "/embed/a/revolution/"),
        (f"/?{STATE}", f"/embed/a/revolution/?{STATE}"),
        ("/a/revolution/?utm_source=x&theme=light&bogus=1", "/embed/a/revolution/?theme=light"),
        ("/events/entry/", "/embed/events/entry/"),
        ("/events/entry/#note-1", "/embed/events/entry/"),
        ("/events/once-entry/", "/embed/events/entry/"),
        ("/movements/march/", "/embed/movements/march/"),
        ("/lessons/dates/", "/embed/lessons/dates/"),
        ("/lessons/once-dates/?step=2&bogus=1", "/embed/lessons/dates/?step=2"),
        (
            "/a/revolution/?lesson=dates&step=2&day=1909-07-13",
            "/embed/a/revolution/?lesson=dates&step=2&day=1909-07-13",
        ),
        ("/embed/movements/march/?theme=dark", "/embed/movements/march/?theme=dark"),
    ],
)
def test_a_page_becomes_its_frame_with_its_state(ask, page, embed):
    answer = ask(ORIGIN + page)
    assert answer.status_code == 200
    body = answer.json()
    assert (body["type"], body["version"], body["provider_name"]) == ("rich", "1.0", "Marchlines")
    frame = frame_of(body)
    path, _mark, query = frame["src"].removeprefix(ORIGIN).partition("?")
    wanted, _mark, kept = embed.partition("?")
    assert (path, sorted(query.split("&"))) == (wanted, sorted(kept.split("&")))
    assert frame["title"]
    assert (int(frame["width"]), int(frame["height"])) == (body["width"], body["height"])


def test_the_frame_holds_no_script_and_its_title_cannot_break_out(ask):
    body = ask(f"{ORIGIN}/events/entry/").json()
    assert "<script" not in body["html"]
    assert frame_of(body)["title"] == "Entry & “exit” · Marchlines"
    assert body["title"] == "Entry & “exit”"


@pytest.mark.parametrize(
    ("asked", "width", "height"),
    [
        ({}, 960, 560),
        ({"maxwidth": "400"}, 400, 560),
        ({"maxheight": "300"}, 960, 300),
        ({"maxwidth": "1", "maxheight": "1"}, 1, 1),
        ({"maxwidth": "5000", "maxheight": "5000"}, 960, 560),
        ({"format": "json", "dnt": "1"}, 960, 560),
    ],
)
def test_the_maxima_are_honoured(ask, asked, width, height):
    body = ask(f"{ORIGIN}/", **asked).json()
    assert (body["width"], body["height"]) == (width, height)


@pytest.mark.parametrize(
    "page",
    [
        *("/chronology/", "/places/city/", "/about/", "/events/", "/events/nobody/", "/a/nowhere/", "/embed/"),
        *("/feed.json", "/admin/", "/events/entry", "/no/such/page/", "/events/draft%00/", "/%ff/"),
    ],
)  # fmt: skip
def test_what_cannot_be_embedded_is_unknown(ask, page):
    error = the_error(ask(ORIGIN + page), 404)
    assert (error["code"], error["field"], error["value"]) == ("unknown", "url", ORIGIN + page)


@pytest.mark.parametrize(
    "url", ["https://elsewhere.example/events/entry/", "http://testserver.evil.example/", "http://a@testserver/", "http://testserver:81/"]
)  # fmt: skip
def test_the_page_of_another_site_is_unknown(ask, url):
    assert the_error(ask(url), 404)["code"] == "unknown"


def test_the_usual_port_may_be_named(ask):
    assert ask("http://testserver:80/events/entry/").status_code == 200


def test_a_withdrawn_record_is_gone(ask):
    assert the_error(ask(f"{ORIGIN}/events/taken-back/"), 410)["code"] == "withdrawn"


@pytest.mark.parametrize(
    ("url", "query", "code", "field"),
    [
        (None, {}, "missing", "url"),
        ("", {}, "missing", "url"),
        *((url, {}, "bad_address", "url") for url in (
            "/events/entry/", "events/entry", "ftp://testserver/", "javascript:alert(1)", "http://", "http://[",
            "x" * 5000,
        )),
        *((f"{ORIGIN}/", {"maxwidth": value}, "bad_number", "maxwidth") for value in (
            "0", "-1", "wide", "1.5", "999999999", "\uff11",
        )),
        *((f"{ORIGIN}/", {"maxheight": value}, "bad_number", "maxheight") for value in ("0", "high")),
        (f"{ORIGIN}/", {"maxwidth": ""}, "empty_value", "maxwidth"),
        (f"{ORIGIN}/", {"callback": "f"}, "unknown_parameter", "callback"),
        (f"{ORIGIN}/", {"lang": "xx"}, "bad_language", "lang"),
    ],
)  # fmt: skip
def test_a_question_that_cannot_be_answered_says_what_is_wrong(ask, url, query, code, field):
    error = the_error(ask(url, **query), 400)
    assert (error["code"], error["field"]) == (code, field)


def test_one_page_is_asked_for_at_a_time(client, filled):
    answer = client.get("/oembed", {"url": [f"{ORIGIN}/", f"{ORIGIN}/events/entry/"]})
    assert the_error(answer, 400)["code"] == "given_twice"


@pytest.mark.parametrize("form", ["xml", "JSON", "html"])
def test_other_formats_are_not_made(ask, form):
    error = the_error(ask(f"{ORIGIN}/", format=form), 501)
    assert (error["code"], error["field"], error["value"]) == ("unknown_format", "format", form)


def test_any_site_may_ask_and_keep_the_answer(client, filled):
    asked = {"path": "/oembed", "data": {"url": f"{ORIGIN}/"}, "headers": {"origin": "https://blog.example"}}
    answer = client.get(**asked)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Set-Cookie" not in answer
    again = client.get(**asked | {"headers": {"if-none-match": answer["ETag"]}})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head("/oembed", {"url": f"{ORIGIN}/"})
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", answer["ETag"])
    assert the_error(client.post("/oembed"), 405)["code"] == "method_not_allowed"


@pytest.mark.parametrize("page", ["/", "/a/revolution/?from=1909-06-01&side=a", "/events/entry/", "/movements/march/"])
def test_a_page_tells_where_its_frame_is_to_be_had(client, filled, page):
    parsed = html5lib.parse(client.get(page).content.decode(), namespaceHTMLElements=False)
    (link,) = [each for each in parsed.iter("link") if each.get("type") == "application/json+oembed"]
    assert link.get("title")
    body = client.get(link.get("href").removeprefix(ORIGIN)).json()
    assert frame_of(body)["src"].startswith(f"{ORIGIN}/embed/")
    assert ("from=1909-06-01&side=a" in frame_of(body)["src"]) == ("?" in page)


@pytest.mark.parametrize("page", ["/places/city/", "/chronology/", "/about/"])
def test_a_page_without_a_frame_tells_of_none(client, filled, page):
    assert "json+oembed" not in client.get(page).content.decode()
