"""A draft is previewed as its reader's page, by editors alone, and nowhere else is anything of it seen."""

import re

import pytest
from django.urls import reverse

from tests.factories import make_atlas, make_claim, make_event, make_lesson, make_place, make_side, make_source
from tests.timeline.publishing.conftest import DRAFT, states
from tests.timeline.roles import account, browser
from timeline.models import Atlas, Claim, Event, Source, Step
from timeline.publishing.as_if_published import as_if_published
from timeline.publishing.kinds import KINDS, ref_of


@pytest.fixture(autouse=True)
def plain_maps(monkeypatch):
    monkeypatch.setattr("timeline.pages.maps._kept", lambda *_scene: "")


@pytest.fixture
def desk(editor):
    return browser(editor)


def preview(record) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_preview", args=[record.pk])


def test_every_kind_with_a_page_has_a_preview_of_it(desk, draft):
    Atlas.objects.update(publication="draft")
    frame = {"atlas": draft.atlas, "theatre": draft.theatre}
    shown = {
        "event": (draft, "A rising"), "claim": (Claim.objects.get(key="letters-1"), "1909-02-08"),
        "source": (Source.objects.get(), "Letters"), "place": (KINDS["place"].objects.get(), "Rasht"),
        "person": (KINDS["person"].objects.create(slug="khan", name="Khan"), "Khan"),
        "force": (KINDS["force"].objects.create(slug="army", name="Army"), "Army"),
        "movement": (KINDS["movement"].objects.create(slug="m", title="A march", **frame), "A march"),
        "atlas": (draft.atlas, "The Revolution"),
        "lesson": (make_lesson(draft.atlas, "tour", title="A tour", **DRAFT), "A tour"),
    }  # fmt: skip
    assert shown.keys() == KINDS.keys()
    for record, words in shown.values():
        answer = desk.get(preview(record))
        assert answer.status_code == 200, record
        content = answer.content.decode()
        assert "Preview: not published" in content, record
        assert words in content, record
        assert {"private", "no-store"} <= {*answer["Cache-Control"].split(", ")}
        assert answer["X-Robots-Tag"] == "noindex, noarchive"
        assert not answer.has_header("ETag")


def test_a_draft_of_a_lesson_is_previewed_with_its_steps(desk, draft):
    steps = ({"title": "Both dates", "text": "Read on.", "state": "at=event:rising"}, {"title": "The whole"})
    lesson = make_lesson(draft.atlas, "tour", publication="draft", published_on=None, steps=steps)
    content = desk.get(preview(lesson)).content.decode()
    for words in ("Both dates", "Read on.", "The whole"):
        assert words in content, words
    lesson.refresh_from_db()
    assert (lesson.publication, desk.get("/lessons/tour/").status_code) == ("draft", 404)


def test_the_preview_of_a_lesson_leads_into_its_atlas_within_the_preview(desk, draft, client):
    lesson = make_lesson(draft.atlas, "tour", title="A tour", steps=({"state": "day=1909-02-08"},), **DRAFT)
    page = desk.get(preview(lesson)).content.decode()
    begins = f"{preview(lesson)}a/{draft.atlas.slug}/?day=1909-02-08&amp;lesson=tour&amp;step=1"
    assert page.count(f'href="{begins}"') == 3  # to begin, to open the view, among the ways on
    atlas = desk.get(begins.replace("&amp;", "&"))
    assert atlas.status_code == 200
    asked = re.search(r'"lesson":"([^"]+)\{slug\}/"', atlas.content.decode())[1]
    assert asked == f"{preview(lesson)}api/v1/lessons/"
    assert desk.get(f"{asked}tour/").json()["title"] == "A tour"
    assert client.get("/api/v1/lessons/tour/").status_code == 404


def test_a_preview_leaves_no_trace(desk, draft):
    before = states(), Atlas.objects.get().revision, Event.objects.values().get(pk=draft.pk), Step.objects.count()
    desk.get(preview(draft))
    after = states(), Atlas.objects.get().revision, Event.objects.values().get(pk=draft.pk), Step.objects.count()
    assert after == before


def test_readers_see_nothing_of_a_draft_before_or_after_its_preview(desk, draft, client):
    addresses = (
        "/", "/chronology/", "/events/", "/search/?q=rising", "/feed.json", "/api/v1/events/", "/claims/",
        f"/api/v1/atlases/{draft.atlas.slug}/whole.json", "/sources/", "/places/", "/disputes/",
    )  # fmt: skip
    for _ in range(2):
        for address in addresses:
            content = client.get(address).content.decode()
            assert "A rising" not in content, address
            assert "letters-1" not in content, address
        assert client.get("/events/rising/").status_code == 404
        assert client.get("/claims/letters-1/").status_code == 404
        assert "A rising" in desk.get(preview(draft)).content.decode()


def test_a_draft_claim_stands_in_its_place_in_the_preview_of_a_published_event_and_is_marked(desk, atlas):
    event = make_event(atlas, "gate", on="1909-07-13", source=make_source("book"))
    make_claim(event=event, source=make_source("letters", **DRAFT), face="1909-07-16", edge="on", **DRAFT)
    content = desk.get(preview(event)).content.decode()
    assert "1909-07-16" in content
    assert content.count('class="draft-mark"') == 2  # in the table of dates, and in the notes
    assert "Sources disagree" in content
    event.refresh_from_db()
    assert (event.disputed, event.edtf) == (False, "1909-07-13")


def test_a_draft_that_cannot_be_published_yet_is_shown_with_the_reason(desk, atlas):
    bare = make_event(atlas, "bare", claims=0, title="Bare", **DRAFT)
    content = desk.get(preview(bare)).content.decode()
    assert "Nothing is published without a claim: add a sourced claim first." in content


def test_a_kept_copy_of_a_reader_is_not_confirmed_by_a_preview(desk, draft):
    assert desk.get(preview(draft), headers={"If-None-Match": "*", "If-Modified-Since": "x"}).status_code == 200


@pytest.mark.parametrize("role", ["", None])
def test_a_preview_is_for_who_may_see_the_record(draft, client, role):
    answer = client.get(preview(draft)) if role is None else browser(account(role)).get(preview(draft))
    assert "A rising" not in answer.content.decode()
    assert answer.status_code == (302 if role is None else 403)


def test_what_the_page_of_a_draft_atlas_asks_for_stays_within_the_preview(desk, draft, client):
    Atlas.objects.update(publication="draft", is_default=False)
    page = desk.get(preview(draft.atlas)).content.decode()
    base = preview(draft.atlas).rstrip("/")
    whole = f"/api/v1/atlases/{draft.atlas.slug}/whole.json"
    assert f"{base}{whole}" in page
    assert client.get(whole).status_code == 404
    events = desk.get(f"{base}{whole}").json()["events"]
    assert "A rising" in str(events)
    assert desk.get(f"{base}/admin/").status_code == 404
    assert desk.get(f"{base}/nothing/").status_code == 404


def test_within_a_preview_the_record_stands_published_and_resolved(draft):
    make_place("elsewhere", **DRAFT)
    with as_if_published(draft) as shown:
        seen = Event.objects.get(pk=draft.pk)
        assert (seen.publication, seen.edtf, seen.published_claims) == ("published", "1909-02-08", 2)
        assert KINDS["place"].objects.get(slug="elsewhere").publication == "draft"
    assert shown.claims == {"letters-1", "letters-2"}
    assert ref_of(draft).kind == "event"
    assert Event.objects.get(pk=draft.pk).publication == "draft"


@pytest.mark.parametrize("at_the_front", [True, False], ids=["no other atlas", "another at the front"])
def test_a_preview_shows_the_colours_of_a_draft_atlas(desk, draft, client, at_the_front):
    make_side(draft.atlas, "royalists", colour="#123456")
    Atlas.objects.update(publication="draft", is_default=False)
    if not at_the_front:
        make_side(make_atlas("front"), "royalists", colour="#654321")
    shown = [draft, Claim.objects.get(key="letters-1"), draft.atlas]
    for record in shown[:2]:
        page = desk.get(preview(record)).content.decode()
        (address,) = re.findall(r'href="([^"]+/sides/[^"]+)"', page)
        answer = desk.get(address)
        assert (answer.status_code, "no-store" in answer["Cache-Control"]) == (200, True)
        assert "--side-royalists:#123456" in answer.content.decode()
    assert "#123456" in desk.get(preview(draft.atlas)).content.decode()
    page = client.get("/about/").content.decode()
    for address in re.findall(r'href="(/sides/[^"]+)"', page):
        assert "#123456" not in client.get(address).content.decode()


def test_of_an_event_only_the_colours_are_asked_within_its_preview(desk, draft):
    assert desk.get(f"{preview(draft)}api/v1/events/").status_code == 404
