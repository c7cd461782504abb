"""The addresses of citations: every kind in every style, with the day of the last change and refusals as everywhere."""

import json
import re
from datetime import UTC, datetime
from urllib.parse import urlencode

import html5lib
import pytest
import rispy
from django.core.cache import cache
from jsonschema import Draft202012Validator
from pybtex.database import parse_string

from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_lesson,
    make_movement,
    make_place,
    make_relation,
    make_source,
)
from tests.timeline.citing.csl_schema import SCHEMA
from tests.timeline.citing.works import HOSTILE
from timeline.chronicle.revised import (
    atlas_revised,
    claim_revised,
    event_revised,
    lesson_revised,
    movement_revised,
    source_revised,
)
from timeline.citing.styles import STYLES
from timeline.models import Atlas, Claim, Decision, Event, FormerSlug, Interpretation, Source

KINDS = ("events/entry", "movements/march", "lessons/tour", "claims/book-1", "sources/book")
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
LATER = datetime(2024, 5, 6, 23, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(lasting):
    """An event of one claim, a march and their source, nothing of it changed since the beginning of 2020."""
    atlas = make_atlas()
    book = make_source("book", title="Triumph & Fall", authors=["Browne, Edward G."], issued="1910", publisher="Black")
    event = make_event(atlas, "entry", title="Entry", title_fa="ورود", on="1909-07-13", source=book,
                       place=make_place("tehran"))  # fmt: skip
    make_movement(atlas, "march", legs=((make_place(), None, "1909-07-11", ""),))
    make_lesson(atlas, "tour", title="A tour", steps=({"claim": event.claims.first()},))
    grown_old(atlas)
    return event


@pytest.fixture
def told(made, db):
    """The event as it is before anything is asked."""
    cache.clear()
    return Event.objects.get(pk=made.pk)


def grown_old(atlas):
    """Put the last change of everything long ago."""
    records = [atlas, *atlas.events.all(), *atlas.movements.all(), *Claim.objects.all(), *Source.objects.all()]
    records += [each for lesson in atlas.lessons.all() for each in (lesson, *lesson.steps.all())]
    for event in atlas.events.all():
        records += [event.place] if event.place else []
    for movement in atlas.movements.all():
        records += [*movement.legs.all(), *(leg.start for leg in movement.legs.all() if leg.start)]
    for record in records:
        touch(record, LONG_AGO)


def touch(record, moment=LATER):
    """Say that a record was changed at a moment."""
    type(record).objects.filter(pk=record.pk).update(modified=moment)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("style", STYLES)
def test_every_kind_is_cited_in_every_style_with_address_and_day(client, told, kind, style):
    response = client.get(f"/{kind}/cite.{style}")
    text = response.content.decode()
    assert response.status_code == 200
    assert response["Content-Type"] == f"{STYLES[style].media_type}; charset=utf-8"
    assert f"http://testserver/{kind}/" in text.replace(r"\_", "_")
    if style == "csl.json":
        assert list(Draft202012Validator(SCHEMA).iter_errors(json.loads(text))) == []
    assert any(day in text for day in ("2020-01-01", "January 1, 2020", "2020, January 1", "1 Jan. 2020", '"issued"'))


def test_an_event_is_cited_by_title_atlas_site_day_and_address(client, told):
    text = client.get("/events/entry/cite.chicago").content.decode()
    assert (
        "“Entry,” The Revolution, Marchlines, last modified January 1, 2020, http://testserver/events/entry/." in text
    )


def test_a_citation_speaks_the_language_asked_for_where_the_record_does(client, told):
    assert "“ورود.”" in client.get("/events/entry/cite.mla?lang=fa").content.decode()
    assert "“Entry.”" in client.get("/events/entry/cite.mla?lang=ru").content.decode()


def test_a_claim_is_cited_by_its_source_and_spot(client, told):
    text = client.get("/claims/book-1/cite.chicago").content.decode()
    assert "Edward G. Browne, Triumph & Fall (Black, 1910), under “Events,” para. 1." in text
    assert "Recorded by Marchlines as claim book-1, http://testserver/claims/book-1/, last changed 2020-01-01." in text


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/events/never-was/cite.apa", 404, "unknown"),
        ("/events/entry/cite.harvard", 404, "unknown_style"),
        ("/events/gone/cite.apa", 410, "withdrawn"),
        ("/events/draft/cite.apa", 404, "unknown"),
        ("/events/entry/cite.apa?style=apa", 400, "unknown_parameter"),
        ("/claims/nothing/cite.bib", 404, "unknown"),
    ],
)
def test_what_cannot_be_cited_is_refused_with_the_one_body(client, told, address, status, code):
    make_event(told.atlas, "gone", publication="withdrawn")
    make_event(told.atlas, "draft", publication="draft")
    response = client.get(address)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)


def test_a_former_slug_leads_to_the_same_style(client, told):
    FormerSlug.objects.create(kind="event", old="once", new="entry")
    response = client.get("/events/once/cite.bib")
    assert (response.status_code, response["Location"]) == (301, "/events/entry/cite.bib")


def test_a_citation_is_kept_and_confirmed(client, told):
    first = client.get("/events/entry/cite.ris", headers={"origin": "https://school.example"})
    assert client.get("/events/entry/cite.ris", headers={"if-none-match": first["ETag"]}).status_code == 304
    assert client.post("/events/entry/cite.ris").status_code == 405
    assert first["Access-Control-Allow-Origin"] == "*"


def test_the_day_is_that_of_the_last_change_and_says_of_what(told):
    claim = told.claims.first()
    assert event_revised(told).leaning == "record"
    made = {
        "claim": claim,
        "place": told.place,
        "source": claim.source,
        "reading": Interpretation.objects.create(claim=claim, method="other", value="1909", by="x", on="2026-11-22"),
        "decision": Decision.objects.create(atlas=told.atlas, event=told, attribute="date", by="x", on="2026-11-22"),
        "relation": make_relation(told, "after", make_event(told.atlas, "before", claims=0)),
    }
    told.refresh_from_db()
    for record in made.values():
        touch(record, LONG_AGO)
    for related in Claim.objects.filter(relation__from_event=told):
        touch(related, LONG_AGO)
    for leaning, record in made.items():
        touch(record)
        assert event_revised(told) == (LATER, leaning)
        touch(record, LONG_AGO)


def test_a_change_of_a_draft_is_no_change_of_what_is_cited(told):
    draft = make_claim(event=told, source=told.claims.first().source, publication="draft")
    told.refresh_from_db()
    assert draft.modified > LATER
    assert event_revised(told).at == LONG_AGO


def test_a_lesson_changed_when_a_step_of_it_or_a_claim_that_it_discusses_did(told, django_assert_num_queries):
    tour = told.atlas.lessons.get()
    assert lesson_revised(tour) == (LONG_AGO, "record")
    touch(told.claims.first())
    with django_assert_num_queries(1):
        assert lesson_revised(tour) == (LATER, "claim")
    touch(told.claims.first(), LONG_AGO)
    touch(tour.steps.get())
    assert lesson_revised(tour) == (LATER, "step")


def test_marches_claims_works_and_atlases_tell_their_days_too(told, django_assert_num_queries):
    march, claim = told.atlas.movements.get(), told.claims.first()
    touch(march.legs.get())
    touch(claim)
    claim.refresh_from_db()
    with django_assert_num_queries(1):
        assert claim_revised(claim) == (LATER, "record")
    with django_assert_num_queries(1):
        assert movement_revised(march) == (LATER, "leg")
    assert source_revised(Source.objects.get(slug="book")) == (LONG_AGO, "record")
    assert atlas_revised(Atlas.objects.get()) == (LATER, "claim")


@pytest.fixture
def library(told):
    """Two works beside, one of another atlas, one that nothing is taken from."""
    make_event(told.atlas, "fight", kind="battle", source=make_source("Other_Book", title="50% {of} it"))
    make_event(make_atlas("second", is_default=False), "far", source=make_source("far"))
    make_source("unread")
    make_source("hostile", title=HOSTILE[:300], authors=[HOSTILE])
    make_event(told.atlas, "bad", source=Source.objects.get(slug="hostile"), kind="siege")


def _slugs(client, question: str = "") -> list[str]:
    return [item["id"] for item in client.get(f"/api/v1/sources.csl.json{question}").json()]


@pytest.mark.parametrize(
    ("question", "slugs"),
    [
        ("?kind=siege", ["hostile"]),
        ("?atlas=second", ["far"]),
        ("?source=far", []),
        ("?source=book", ["book"]),
        ("?according_to=book", ["book"]),
        ("?kind=battle&q=fight", ["Other_Book"]),
    ],
)
def test_the_works_behind_a_question_are_its_bibliography(client, library, question, slugs):
    assert _slugs(client, question) == slugs


def test_a_bibliography_leaves_out_what_nothing_is_taken_from(client, library):
    assert {"book", "Other_Book", "hostile"} <= set(_slugs(client))
    assert not {"unread", "far"} & set(_slugs(client))


def test_whole_bibliographies_are_read_by_parsers_of_others(client, library):
    text = client.get("/api/v1/sources.bib").getvalue().decode()
    entries = parse_string(text, "bibtex").entries
    assert len(entries) == len(_slugs(client))
    assert entries["book"].fields["title"] == r"{Triumph} \& {Fall}"
    items = client.get("/api/v1/sources.csl.json").json()
    assert list(Draft202012Validator(SCHEMA).iter_errors(items)) == []


def test_a_hostile_record_is_inert_in_every_style(client, library):
    for address in ("/events/bad", "/sources/hostile", "/claims/hostile-1"):
        for style in STYLES:
            response = client.get(f"{address}/cite.{style}")
            assert response.status_code == 200
            assert response["X-Content-Type-Options"] == "nosniff"
            assert "html" not in response["Content-Type"]
        parse_string(client.get(f"{address}/cite.bib").content.decode(), "bibtex")
        assert len(rispy.loads(client.get(f"{address}/cite.ris").content.decode())) == 1


def _shown(client, address: str) -> str:
    """The words of a page, its quotation marks and spaces as a reader sees them."""
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(client.get(address).content.decode())
    return " ".join("".join(page.find(".//main").itertext()).split())


def test_a_page_says_how_to_cite_it_with_address_day_and_files(client, told):
    words = _shown(client, "/events/entry/")
    assert (
        "“Entry,” The Revolution, Marchlines, last modified January 1, 2020, http://testserver/events/entry/." in words
    )
    assert "Last changed 1 January 2020 (UTC): the record itself." in words
    page = client.get("/claims/book-1/").content.decode()
    assert all(f'href="/claims/book-1/cite.{style}"' in page for style in ("bib", "ris", "csl.json"))
    assert "(Browne, 1910, Events section, para. 1)" in page


def test_a_view_is_cited_by_what_is_seen_and_an_address_that_lasts(client, told):
    state = "from=1909-05&to=1909-07&day=1909-07-13&at=event:entry&kind=battle&theme=dark"
    words = _shown(client, f"/cite/?{urlencode({'url': f'/?{state}'})}")
    assert "“Entry; battles; May to July 1909; the day 13 July 1909,” The Revolution, Marchlines" in words
    lasting = "http://testserver/a/revolution/?from=1909-05&to=1909-07&day=1909-07-13&at=event:entry&kind=battle"
    assert f"{lasting}." in words
    assert client.get(lasting.removeprefix("http://testserver")).status_code == 200


def test_views_of_one_atlas_have_keys_of_their_own(client, told):
    shown = [_shown(client, f"/cite/?url={url}") for url in ("/", "/?day=1909", "/?day=1910")]
    keys = {re.search(r"@misc{([\w-]+)", words)[1] for words in shown}
    assert len(keys) == 3
    assert "atlas-revolution" in keys


@pytest.mark.parametrize(
    ("url", "status"), [("/events/entry/", 301), ("/events/never-was/", 404), ("http://evil.example/", 200), ("", 200)]
)
def test_of_what_is_no_view_the_page_leads_on_or_says_so(client, told, url, status):
    response = client.get("/cite/", {"url": url})
    assert response.status_code == status
    assert status != 301 or response["Location"] == "/events/entry/#cite"
