"""What pages say of themselves to programs: JSON-LD that a processor expands, one address, a picture of our own."""

import json
import re

import html5lib
import pytest
from pyld import jsonld

from chronology.edtf import parse_edtf
from chronology.spans import Shape, Span
from tests.factories import (
    make_claim,
    make_event,
    make_force,
    make_lesson,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_relation,
    make_source,
)
from tests.timeline.pages.conftest import text
from timeline.api.formats.register import FEEDS, FORMATS
from timeline.models import Interpretation
from timeline.pages.linked_data.dates import coverage, event_dates

SCHEMA = "https://schema.org/"
TAGS = "</script><script>alert(1)</script><!--\u202e"
SITE = "http://testserver"
RECORDS = {
    "/events/entry/": "Event",
    "/movements/march/": "Event",
    "/places/tehran/": "Place",
    "/people/yeprem/": "Person",
    "/forces/gilan/": "Organization",
    "/sources/book/": "Book",
    "/claims/late/": "Claim",
    "/lessons/tour/": "LearningResource",
    "/atlases/": "DataCatalog",
}
OTHERS = {
    "/events/": "CollectionPage",
    "/chronology/": "CollectionPage",
    "/sources/": "CollectionPage",
    "/claims/": "CollectionPage",
    "/lessons/": "CollectionPage",
    "/disputes/": "CollectionPage",
    "/disputes/entry:date:on/": "WebPage",
    "/": "WebPage",
    "/about/": "AboutPage",
    "/about/reading/": "WebPage",
    "/search/?q=x": "SearchResultsPage",
    "/cite/": "WebPage",
    "/embed/": "WebPage",
}


def _no_network(address, _options):
    """The one context there is: every word is schema.org's, ids are ids. No page of schema.org is asked."""
    assert address == "https://schema.org"
    context = {"@vocab": SCHEMA, "url": {"@type": "@id"}, "license": {"@type": "@id"}, "contentUrl": {"@type": "@id"}}
    return {"contextUrl": None, "documentUrl": address, "document": {"@context": context}}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """One of everything, made once for the file and taken back after it."""
    from django.db import transaction

    from tests.factories import make_atlas

    with django_db_blocker.unblock(), transaction.atomic():
        _fill(make_atlas(description="Who marched where.", title_fa="انقلاب"))
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _database(db, world):
    """Every test here reads the database."""


def _fill(atlas):
    book = make_source("book", title="The Revolution", authors=["Browne, Edward G.", "Ross"], issued="1910",
                       publisher="Black", url="https://books.example/b")  # fmt: skip
    persia = make_place("persia", latitude=None, longitude=None)
    tehran = make_place("tehran", names={"fa": "تهران"}, uncertainty_km=4.0, parent=persia)
    war = make_event(atlas, "war", on="1909", claims=0)
    entry = make_event(atlas, "entry", title="Entry", title_fa="ورود", on="1909-07-13", place=tehran, source=book,
                       disputed=True)  # fmt: skip
    make_relation(entry, "part_of", war)
    late = make_claim(event=entry, source=book, face="1909-07-22", edge="on", key="late", as_printed="22 July")
    Interpretation.objects.create(claim=late, method="other", value="1909-07-13", by="An editor", on="2026-11-22")
    steps = ({"title": "The day", "text": "Look.", "question": "Which?", "claim": late, "state": "at=event:entry"}, {})
    make_lesson(atlas, "tour", title="A tour", summary="Two steps.", steps=steps)
    make_participation(event=entry, person=make_person("yeprem", names={"fa": "یپرم"}))
    gilan = make_force("gilan")
    make_participation(event=entry, force=gilan)
    near = make_event(atlas, "near", place=tehran)
    near.place_relation = "near"
    near.save()
    make_movement(atlas, "march", force=gilan, legs=((make_place("karaj"), tehran, "1909-07-11", "1909-07-13"),))
    hostile = make_source("hostile", title=TAGS, authors=[TAGS], container=TAGS, publisher=TAGS)
    bad = make_event(atlas, "hostile", title=TAGS, title_fa=TAGS, summary=TAGS, source=hostile,
                     place=make_place("hostile", name=TAGS, names={"fa": TAGS}))  # fmt: skip
    make_claim(event=bad, source=hostile, key="hostile-claim", as_printed=TAGS, section=TAGS)
    make_lesson(atlas, "hostile", title=TAGS, summary=TAGS, steps=({"title": TAGS, "text": TAGS, "question": TAGS},))
    make_participation(event=bad, person=make_person("hostile", name=TAGS, note=TAGS))


_kept: dict[str, str] = {}


def _markup(client, address: str) -> str:
    """The page, asked for once a file: nothing changes it."""
    if address not in _kept:
        response = client.get(address)
        assert response.status_code == 200
        _kept[address] = response.content.decode()
    return _kept[address]


def _blocks(client, address: str) -> list[str]:
    markup = _markup(client, address)
    return re.findall(r'<script type="application/ld\+json">(.*?)</script>', markup, re.DOTALL)


def _graph(client, address: str) -> list[dict]:
    """The nodes of a page, expanded by a processor."""
    (block,) = _blocks(client, address)
    return jsonld.expand(json.loads(block), {"documentLoader": _no_network})


def _kinds(nodes) -> set[str]:
    return {kind.removeprefix(SCHEMA) for node in nodes for kind in node["@type"]}


def _node(client, address: str, kind: str) -> dict:
    """The node of a kind, as it is written."""
    (block,) = _blocks(client, address)
    (found,) = [node for node in json.loads(block)["@graph"] if node["@type"] == kind]
    return found


@pytest.mark.parametrize(("address", "kind"), [*RECORDS.items(), *OTHERS.items()])
def test_every_page_is_a_graph_of_itself_its_thing_and_the_way_to_it(client, address, kind):
    nodes = _graph(client, address)
    assert {kind, "BreadcrumbList"} <= _kinds(nodes)
    whole = {node["@id"] for node in nodes}
    assert all(name.startswith(f"{SITE}/") for name in whole)
    page = next(node for node in nodes if node["@id"] == f"{SITE}{address.partition('?')[0]}")
    for name in ("breadcrumb", "mainEntity"):
        assert {each["@id"] for each in page.get(f"{SCHEMA}{name}", ())} <= whole


@pytest.mark.parametrize("address", [*RECORDS, *OTHERS])
def test_every_page_names_its_one_address_and_a_picture_of_our_own(client, address):
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(_markup(client, address))
    said = {e.get("property"): e.get("content") for e in page.iter("meta") if e.get("property")}
    (canonical,) = [e.get("href") for e in page.iter("link") if e.get("rel") == "canonical"]
    assert canonical == said["og:url"]
    assert all(said[f"og:{name}"] for name in ("title", "description", "type", "site_name", "image", "image:alt"))
    assert said["og:image"].startswith(f"{SITE}/static/")


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/events/entry/?utm_source=x&atlas=revolution", "/events/entry/"),
        ("/events/?ordering=title&kind=battle&unknown=1", "/events/?kind=battle"),
        ("/?at=event:entry&from=1909", "/"),
        ("/a/revolution/", "/"),
    ],
)
def test_a_page_has_one_address_whatever_it_is_asked_by(read, asked, canonical):
    (found,) = [e.get("href") for e in read(asked).iter("link") if e.get("rel") == "canonical"]
    assert found == f"{SITE}{canonical}"


def test_an_event_tells_its_day_place_people_and_what_it_is_part_of(client):
    event = _node(client, "/events/entry/", "Event")
    assert (event["name"], event["startDate"], "endDate" in event) == ("Entry", "1909-07-13", False)
    assert event["alternateName"] == [{"@value": "ورود", "@language": "fa"}]
    place = event["location"]
    assert (place["geo"]["latitude"], place["additionalProperty"]["value"]) == (35.69, 4.0)
    assert {one["@type"] for one in event["attendee"]} == {"Person", "Organization"}
    assert event["superEvent"][0]["@id"] == f"{SITE}/events/war/#event"
    page = _node(client, "/events/entry/", "WebPage")
    assert page["temporalCoverage"] == "1909-07-13"
    assert page["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert page["citation"]


def test_what_was_near_a_place_has_not_its_point(client):
    location = _node(client, "/events/near/", "Event")["location"]
    assert (location["name"], "geo" in location) == ("near Tehran", False)


def test_a_claim_appears_in_its_source_and_is_about_its_event(client):
    claim = _node(client, "/claims/late/", "Claim")
    assert claim["text"] == "22 July"
    assert claim["appearance"]["@id"] == f"{SITE}/sources/book/#work"
    assert claim["about"]["@id"] == f"{SITE}/events/entry/#event"
    assert claim["claimInterpreter"]["name"] == "An editor"


def test_a_work_has_authors_house_date_and_an_address_of_its_own(client):
    work = _node(client, "/sources/book/", "Book")
    assert work["author"][0]["familyName"] == "Browne"
    assert work["author"][1] == "Ross"
    assert (work["datePublished"], work["url"]) == ("1910", "https://books.example/b")


def test_an_atlas_is_a_dataset_with_a_file_for_each_format(client):
    (data,) = _node(client, "/atlases/", "DataCatalog")["dataset"]
    assert (data["@id"], data["url"]) == (f"{SITE}/a/revolution/#data", f"{SITE}/a/revolution/")
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["temporalCoverage"] == "1909-06-01/1909-08-31"
    assert data["spatialCoverage"]["geo"]["box"] == "30.0 44.0 40.0 62.0"
    files = {file["contentUrl"].removeprefix(SITE).partition("?")[0] for file in data["distribution"]}
    assert files == {*(f"/api/v1/{view.address}" for view in FORMATS), *(f"/{view.address}" for view in FEEDS)}
    for file in data["distribution"]:
        assert client.head(file["contentUrl"].removeprefix(SITE)).status_code == 200


HOSTILE = (
    "/events/hostile/",
    "/places/hostile/",
    "/people/hostile/",
    "/sources/hostile/",
    "/claims/hostile-claim/",
    "/lessons/hostile/",
)


@pytest.mark.parametrize("address", HOSTILE)
def test_a_hostile_record_is_data_that_no_script_tag_can_leave(client, read, address):
    (block,) = _blocks(client, address)
    assert "<" not in block
    assert jsonld.expand(json.loads(block), {"documentLoader": _no_network})
    assert TAGS[:40] in json.dumps(json.loads(block), ensure_ascii=False)
    page = read(address)
    assert {e.get("src", "/static/")[:8] for e in page.iter("script")} == {"/static/"}
    (part,) = [e for e in page.iter("section") if e.get("data-citing") is not None] or [page]
    assert "alert(1)" in text(part)


@pytest.mark.parametrize(
    ("edtf", "shape", "dates"),
    [
        ("1909-07-13", None, {"startDate": "1909-07-13"}),
        ("1909-07", None, {"startDate": "1909-07"}),
        ("1909", None, {"startDate": "1909"}),
        ("1908-06/1909-04-26", None, {"startDate": "1908-06", "endDate": "1909-04-26"}),
        ("1909-07-13/..", None, {"startDate": "1909-07-13"}),
        ("../1909-07-13", None, {"endDate": "1909-07-13"}),
        ("1909-07~", None, {}),
        ("1909-07-13?", None, {}),
        ("[1909-07-13,1909-07-22]", None, {}),
        ("1909-07-10..1909-07-13", None, {}),
        ("190X", None, {}),
        ("1909-21", None, {}),
        ("1909", Shape.SPAN, {"startDate": "1909", "endDate": "1909"}),
    ],
)
def test_a_date_is_told_as_iso_8601_or_not_at_all(edtf, shape, dates):
    written = f"[{edtf}]" if ".." in edtf and "/" not in edtf else edtf
    assert event_dates(parse_edtf(written, shape), written) == dates


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span.day(2418501), "1909-07-13"),
        (Span.instant(2418501, None), "1909-07-13/.."),
        (Span.lasting(2418501, 2418510), "1909-07-13/1909-07-22"),
        (None, ""),
    ],
)
def test_the_days_a_page_covers_are_a_stretch(span, words):
    assert coverage(span) == words
