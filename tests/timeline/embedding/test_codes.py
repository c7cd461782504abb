"""The code for other sites: the same from the server as from the browser, and what it says is so."""

import json
from pathlib import Path

import html5lib
import pytest
from django.http import QueryDict

from timeline.embedding.codes import USUAL_SIZES, attributes_of, frame_code, link_code, script_code
from timeline.embedding.state import FILTER_KEYS, VIEW_KEYS, address_with, pairs_of
from timeline.models import Atlas

pytestmark = pytest.mark.django_db

VECTORS = json.loads((Path(__file__).resolve().parents[2] / "vectors" / "embed_codes.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["says"])
def test_the_codes_are_those_of_the_vectors(case):
    one, base = case["chosen"], VECTORS["base"]
    state = pairs_of(QueryDict(case["search"]), (*VIEW_KEYS, *FILTER_KEYS)) if one["kind"] == "atlas" else ()
    pairs = [*state, *map(tuple, case["options"])]
    usual = USUAL_SIZES[one["kind"]][1]
    page = base + address_with(one["page"], state)
    height = case["height"] if case["height"] != usual else None
    assert case["made"] == {
        "embed": address_with(one["embed"], pairs),
        "script": script_code(
            script=f"{base}/embed.js",
            page=page,
            title=one["title"],
            attributes=attributes_of(one["kind"], one["slug"], pairs, height),
        ),
        "frame": frame_code(
            embed=base + address_with(one["embed"], pairs), title=one["title"], width="100%", height=case["height"]
        ),
        "link": link_code(page=page, title=one["title"]),
    }


def page_of(client, status: int = 200, **query):
    answer = client.get("/embed/", query)
    assert answer.status_code == status
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(answer.content.decode())


def codes_of(page) -> dict[str, str]:
    return {area.get("data-code"): area.text for area in page.iter("textarea")}


def offered(page) -> dict[str, bool]:
    fields = [field for field in page.iter("input") if field.get("name") == "what"]
    return {field.get("value"): "checked" in field.attrib for field in fields}


@pytest.mark.parametrize(
    ("url", "kinds"),
    [
        ("", {"atlas": True}),
        ("/", {"atlas": True}),
        ("/a/revolution/?at=event:entry", {"atlas": True, "event": False}),
        ("/?at=movement:march", {"atlas": True, "movement": False}),
        ("/?at=event:nobody", {"atlas": True}),
        ("/events/entry/", {"event": True, "atlas": False}),
        ("/movements/march/", {"movement": True, "atlas": False}),
        ("/lessons/dates/", {"lesson": True, "atlas": False}),
        ("/?lesson=dates&step=2", {"atlas": True, "lesson": False}),
        ("/?lesson=dates&at=event:entry", {"atlas": True, "event": False, "lesson": False}),
        ("/?lesson=nobody", {"atlas": True}),
        ("https://elsewhere.example/", {"atlas": True}),
    ],
)
def test_what_can_be_shown_from_there_is_offered(client, filled, url, kinds):
    assert offered(page_of(client, url=url)) == kinds


def test_without_script_the_form_makes_the_code(client, filled):
    page = page_of(client, url="/?from=1909-06-01&side=a&side=b", made="1", view="1", theme="dark", height="400")
    codes = codes_of(page)
    assert '<march-lines atlas="revolution" from="1909-06-01" theme="dark" height="400">' in codes["script"]
    assert 'src="http://testserver/embed/a/revolution/?from=1909-06-01&amp;theme=dark"' in codes["frame"]
    assert codes["link"].startswith('<a href="http://testserver/?from=1909-06-01">')
    (preview,) = page.iter("iframe")
    assert preview.get("src") == "/embed/a/revolution/?from=1909-06-01&theme=dark"


def test_from_a_record_its_atlas_is_shown_with_it_chosen(client, filled):
    codes = codes_of(page_of(client, url="/events/entry/", what="atlas", made="1", view="1"))
    assert 'atlas="revolution" at="event:entry"' in codes["script"]


@pytest.mark.parametrize(
    ("field", "value"), [("theme", "pink"), ("height", "10"), ("height", "tall"), ("what", "lesson"), ("lang", "xx")]
)
def test_a_bad_choice_is_left_out_with_a_sentence(client, filled, field, value):
    page = page_of(client, url="/", **{field: value})
    said = [each for each in page.iter("p") if each.get("class") == "failure"]
    assert len(said) == 1
    assert f"“{value}” in “{field}” was left out." in "".join(said[0].itertext())


def test_the_page_of_nothing_is_not_found(client, filled):
    assert client.get("/embed/", {"url": "/events/nobody/"}).status_code == 404
    assert client.get("/embed/", {"url": "/events/taken-back/"}).status_code == 410


def test_before_any_atlas_the_page_says_so(client, filled):
    Atlas.objects.update(publication="draft")
    assert "No atlas is published here yet." in "".join(page_of(client).itertext())


@pytest.mark.parametrize("page", ["/", "/events/entry/", "/movements/march/"])
def test_a_page_leads_to_the_code_for_it(client, filled, page):
    parsed = html5lib.parse(client.get(page).content.decode(), namespaceHTMLElements=False)
    (link,) = [each for each in parsed.iter("a") if each.get("data-script")]
    assert link.get("href") == f"/embed/?url={page}"
    assert client.get(link.get("href")).status_code == 200
