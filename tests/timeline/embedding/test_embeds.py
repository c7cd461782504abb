"""The embeds: framable and nothing else is, without cookies, whole without script, a sentence for a bad value."""

import json
import re
from urllib.parse import urlencode

import html5lib
import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from tests.factories import make_claim, make_event, make_movement, make_place, make_source
from tests.timeline.pages.conftest import text
from tests.timeline.pages.test_hostile import MARKS, TAGS
from timeline.embedding.state import STATE_KEYS, state_problems, theme_of
from timeline.models import Atlas

pytestmark = pytest.mark.django_db

EMBEDS = ("/embed/a/revolution/", "/embed/events/entry/", "/embed/movements/march/", "/embed/lessons/dates/")
PAGES = ("/", "/a/revolution/", "/events/entry/", "/lessons/", "/lessons/dates/", "/movements/march/", "/places/city/",
         "/about/", "/embed/", "/feed.json", "/api/v1/events/", "/admin/login/", "/no/such/page/")  # fmt: skip


def parsed(response):
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(response.content.decode())


def drawn(page, name: str):
    """The drawing of this class, or None."""
    drawings = page.iter("{http://www.w3.org/2000/svg}svg")
    return next((each for each in drawings if name in each.get("class", "").split()), None)


@pytest.mark.parametrize("address", [*EMBEDS, "/embed/a/", "/embed/events/taken-back/", "/embed/events/nobody/"])
def test_an_embed_may_be_framed_whatever_it_answers(client, filled, address):
    for headers in ({}, {"if-none-match": client.get(address).get("ETag", '"none"')}):
        answer = client.get(address, headers=headers)
        assert "X-Frame-Options" not in answer
        assert "frame-ancestors *" in answer["Content-Security-Policy"]
        assert "script-src 'self'" in answer["Content-Security-Policy"]
        assert "Set-Cookie" not in answer


@pytest.mark.parametrize("address", PAGES)
def test_no_other_page_may_be_framed(client, filled, address):
    answer = client.get(address)
    assert answer["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/embed/events/nobody/", 404, "There is nothing at this address"),
        ("/embed/a/nowhere/", 404, "There is nothing at this address"),
        ("/embed/lessons/none/", 404, "There is nothing at this address"),
        ("/embed/events/taken-back/", 410, "This record was withdrawn"),
        ("/embed/lessons/lesson-taken-back/", 410, "This record was withdrawn"),
    ],
)
def test_a_refusal_in_a_frame_says_why(client, filled, address, status, sentence):
    answer = client.get(address)
    assert answer.status_code == status
    assert text(parsed(answer).find(".//h1")) == sentence


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("/embed/a/?from=1909-06-01&x=1", "/embed/a/revolution/?from=1909-06-01"),
        ("/embed/events/once-entry/?theme=dark", "/embed/events/entry/?theme=dark"),
        ("/embed/lessons/once-dates/?step=2", "/embed/lessons/dates/?step=2"),
        ("/embed/a/revolution/?lesson=once-dates&step=2", "/embed/a/revolution/?lesson=dates&step=2"),
    ],
)
def test_an_old_name_leads_on_with_the_state(client, filled, address, leads):
    assert client.get(address)["Location"] == leads


@pytest.mark.parametrize("address", EMBEDS)
def test_a_frame_leads_out_into_windows_of_its_own(client, filled, address):
    page = parsed(client.get(address))
    assert page.find(".//base").attrib == {"target": "_blank"}
    assert [link.get("href") for link in page.iter("a") if link.get("href", "").startswith("#")] == []


def test_the_way_out_carries_the_state(client, filled):
    page = parsed(client.get("/embed/a/revolution/?from=1909-06-01&side=a&side=b&bogus=1"))
    (out,) = [link for link in page.iter("a") if "data-open" in link.attrib]
    assert out.get("href") == "/?from=1909-06-01&side=a&side=b"


def config_of(answer) -> dict:
    block = re.search(r'"atlas-config" type="application/json">(.*?)</script>', answer.content.decode(), re.DOTALL)
    return json.loads(block[1])


def test_the_frame_of_a_lesson_is_its_atlas_told_of_the_lesson(client, filled):
    answer = client.get("/embed/lessons/dates/?step=2&theme=dark")
    config = config_of(answer)
    assert (config["lesson"], config["urls"]["self"]) == ("dates", "/")
    page = parsed(answer)
    assert text(page.find(".//title")) == "Two “dates” & more · Marchlines"
    (out,) = [link for link in page.iter("a") if "data-open" in link.attrib]
    assert out.get("href") == "/lessons/dates/?step=2&theme=dark"
    assert "lesson" not in config_of(client.get("/embed/a/revolution/"))


@pytest.mark.parametrize(
    ("theme", "ground"),
    [("", ""), ("auto", ""), ("dark", "dark"), ("light", "light"), ("contrast", "contrast"), ("pink", "")],
)
def test_the_ground_is_the_one_asked_for(theme, ground):
    assert theme_of(QueryDict(f"theme={theme}")) == ground


@pytest.mark.parametrize(("theme", "ground"), [("auto", None), ("dark", "dark")])
def test_the_ground_stands_in_the_page_before_any_script(client, filled, theme, ground):
    assert {parsed(client.get(address, {"theme": theme})).get("data-theme") for address in EMBEDS} == {ground}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "pink"), ("lang", "xx"), ("from", "yesterday"), ("day", "zzz"), ("map", "here"), ("map", "1,2"),
        ("map", "nan,1,2"), ("lanes", "colour"), ("ruler", "mayan"), ("kind", "fight"), ("side", "martians"),
        ("bbox", "all"),
    ],
)  # fmt: skip
def test_a_bad_value_of_a_known_key_is_a_problem(filled, key, value):
    (problem,) = state_problems(QueryDict(urlencode({key: value, "bogus": "1", "to": "1909-08"})))
    assert (problem.field, problem.value) == (key, value)
    assert problem.message.endswith(".")


@pytest.mark.parametrize("address", EMBEDS)
def test_a_bad_value_is_left_out_with_a_sentence(client, filled, address):
    answer = client.get(address, {"lang": "xx"})
    assert answer.status_code == 200
    (said,) = [each for each in parsed(answer).iter("p") if "embed-problem" in each.get("class", "")]
    assert text(said).startswith("“xx” in “lang” was left out. ")


@pytest.mark.parametrize("address", EMBEDS)
def test_unknown_keys_and_good_values_say_nothing(client, filled, address):
    answer = client.get(
        address, {"bogus": "1", "from": "1909-06", "day": "1909-07-13", "map": "35,51,6", "theme": "dark"}
    )
    assert "embed-problem" not in answer.content.decode()


def test_an_event_is_whole_without_script(client, filled):
    page = parsed(client.get("/embed/events/entry/"))
    words = text(page.find(".//body"))
    for said in ("Entry & “exit”", "13 July 1909", "22 Tir 1288", "30 June 1909", "“Events”, para. 1", "CC BY 4.0"):
        assert said in words, said
    assert drawn(page, "plate-svg") is not None
    assert [script.get("src") for script in page.iter("script")] == ["/static/frontend/embed-record.js"]


def test_a_disagreement_is_drawn(client, filled):
    event = make_event(filled, "day", on="1909-07-13", source=make_source("first"), disputed=True)
    make_claim(event=event, source=make_source("second"), face="1909-07-22", edge="on")
    page = parsed(client.get("/embed/events/day/"))
    strip = drawn(page, "strip")
    assert "Claimed days: 13 July; 22 July" in strip.get("aria-label")


def test_a_march_shows_its_legs_in_time_and_in_words(client, filled):
    page = parsed(client.get("/embed/movements/march/"))
    strip = drawn(page, "leg-strip")
    assert strip.get("aria-label") == "The legs in time. 1: 10 July 1909 to 13 July 1909."
    assert "Town → City" in text(page.find(".//ol[@class='embed-legs']"))


@pytest.mark.parametrize("address", ["/embed/events/bad/", "/embed/movements/bad/", "/embed/a/revolution/"])
def test_a_hostile_record_stays_text(client, filled, address):
    source = make_source("bad", title=TAGS, authors=[TAGS])
    Atlas.objects.update(title=TAGS)
    place = make_place("bad", name=TAGS)
    make_event(filled, "bad", title=TAGS + MARKS, title_fa=MARKS, summary=TAGS, on="1909", place=place, source=source)
    make_movement(filled, "bad", title=TAGS, legs=((place, place, "1909", ""),))
    page = parsed(client.get(address, {"theme": TAGS, "at": TAGS}))
    assert {script.get("type") or script.get("src") for script in page.iter("script")} <= {
        "application/json", "/static/frontend/embed-record.js", "/static/frontend/embed-atlas.js",
        *(script.get("src") for script in page.find("head").iter("script")),
    }  # fmt: skip
    assert [image for image in page.iter("img") if image.get("onerror")] == []


def test_more_claims_take_no_more_queries(client, filled):
    def count(address: str) -> int:
        # The sheet of the sides is written once for each state of the data.
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    few = [count(address) for address in EMBEDS]
    event = filled.events.get(slug="entry")
    for number in range(6):
        make_claim(event=event, face="1909-07-14", edge="on", key=f"more-{number}")
    assert [count(address) for address in EMBEDS] == few


def test_the_keys_of_the_state_are_those_of_the_contract():
    contract = {
        "from",
        "to",
        "day",
        "at",
        "map",
        "lanes",
        "ruler",
        "theme",
        "according_to",
        "compare",
        "lesson",
        "step",
    }
    assert contract <= set(STATE_KEYS)
