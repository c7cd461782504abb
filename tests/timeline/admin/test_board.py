"""The first page of the admin says what waits, for whom, and asks the database as often for much as for little."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import make_atlas, make_claim, make_event, make_movement, make_place, make_source
from tests.timeline.roles import account, browser
from timeline.models import Decision, Event, Step
from timeline.resolving import resolve_atlas
from timeline.waiting import questions

DRAFT = {"publication": "draft"}


@pytest.fixture
def atlas(db):
    questions._found.clear()
    return make_atlas()


@pytest.fixture
def book(atlas):
    return make_source("book")


def sections(client) -> dict:
    answer = client.get(reverse("admin:index"))
    assert answer.status_code == 200
    return {section.key: section for section in answer.context["sections"]}


def titles(section) -> list[str]:
    return [line.title for line in section.lines]


def disputed(atlas, book, slug: str) -> Event:
    event = make_event(atlas, slug, title=slug.title(), on="1909-07-13", source=book)
    make_claim(event=event, source=make_source(f"other-{slug}"), face="1909-07-16", edge="on")
    resolve_atlas(atlas)
    return event


def test_an_editor_is_told_what_is_asked_of_him_and_a_reviewer_what_waits(atlas, book):
    editor, reviewer = account("Editor"), account("Reviewer")
    for slug, verb, standing in (
        ("mine", "enter", "draft"),
        ("back", "send_back", "draft"),
        ("ready", "submit", "review"),
    ):
        event = make_event(atlas, slug, title=slug, publication=standing)
        Step.objects.create(
            kind="event", key=event.pk, verb="enter", became="draft", by="editor", latest=verb == "enter"
        )
        if verb != "enter":
            Step.objects.create(kind="event", key=event.pk, verb=verb, became=standing, by="reviewer", words="Where?")
    make_event(atlas, "theirs", **DRAFT)
    mine = sections(browser(editor))
    assert {key: titles(mine[key]) for key in ("drafts", "sent_back")} == {"drafts": ["mine"], "sent_back": ["back"]}
    assert mine["sent_back"].lines[0].words == "Where?"
    assert "review" not in mine
    theirs = sections(browser(reviewer))
    assert titles(theirs["review"]) == ["ready"]
    assert theirs["review"].ways == [("events (1)", "/admin/timeline/event/?publication__exact=review")]


def test_what_lacks_a_claim_or_a_point_is_named(atlas):
    make_event(atlas, "bare", claims=0, title="Bare", **DRAFT)
    Event.objects.update(published_claims=0)
    make_place("nowhere", latitude=None, longitude=None)
    found = sections(browser(account("Editor")))
    assert (titles(found["uncited"]), titles(found["without_point"])) == (["Bare"], ["Nowhere"])


def test_an_open_dispute_leads_a_reviewer_to_the_form_that_decides_it(atlas, book):
    event = disputed(atlas, book, "gate")
    (line,) = sections(browser(account("Reviewer")))["disputes"].lines
    client = browser(account("Reviewer", "second"))
    form = client.get(line.do[1]).context["adminform"].form
    assert (line.address, form.initial["event"], form.initial["attribute"]) == (
        "/disputes/gate:date:on/",
        str(event.pk),
        "date",
    )
    assert client.get(line.address).status_code == 200
    (seen,) = sections(browser(account("Editor")))["disputes"].lines
    assert seen.do[1].startswith("/admin/timeline/claim/?key__in=")
    assert len(client.get(seen.do[1]).context["cl"].result_list) == 2


def test_a_dispute_that_is_decided_waits_no_longer(atlas, book):
    event, client = disputed(atlas, book, "gate"), browser(account("Reviewer"))
    assert sections(client)["disputes"].count == 1
    told = {"reason": "x", "by": "x", "on": "2026-01-01"}
    Decision.objects.create(atlas=atlas, event=event, claim=event.claims.first(), attribute="date", **told)
    assert sections(client)["disputes"].count == 0


def test_a_march_without_time_for_it_is_named_with_the_reckoning(atlas, book):
    start, end = make_place("start"), make_place("end", latitude=38.08, longitude=46.29)
    make_movement(atlas, "march", title="A quick march", legs=((start, end, "1909-07-10", "1909-07-11"),))
    resolve_atlas(atlas)
    (line,) = sections(browser(account("Editor")))["marches"].lines
    assert line.title == "A quick march"
    assert "km in at most" in line.words


def test_the_board_takes_as_many_queries_for_much_as_for_little(atlas, book):
    client = browser(account("Reviewer"))
    counts = []
    for number in (1, 12):
        for each in range(number):
            slug = f"thing-{number}-{each}"
            event = make_event(atlas, slug, source=book, publication="review")
            make_claim(event=event, source=book, face="1909-07-19", edge="on", **DRAFT)
            Step.objects.create(kind="event", key=event.pk, verb="enter", became="draft", by="reviewer")
            make_place(f"nowhere-{slug}", latitude=None, longitude=None)
            disputed(atlas, book, f"gate-{slug}") if each < 3 else None
        client.get(reverse("admin:index"))
        with CaptureQueriesContext(connection) as queries:
            sections(client)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 40


@pytest.mark.parametrize("what", ["disputes", "marches", "proposals"])
def test_a_large_atlas_is_not_looked_through_until_somebody_asks(atlas, book, monkeypatch, what):
    disputed(atlas, book, "gate")
    monkeypatch.setattr(questions, "AT_ONCE", dict.fromkeys(questions.AT_ONCE, 0))
    make_movement(atlas, "march", legs=((make_place(), make_place(), "1909-07-10", "1909-07-11"),))
    client = browser(account("Reviewer"))
    monkeypatch.setitem(questions._FINDING, what, None)
    assert sections(client)[what].count is None
    monkeypatch.setitem(questions._FINDING, what, lambda state, language: [])
    assert client.get(reverse("admin:waiting", args=[what])).status_code == 200
    assert sections(client)[what].count == 0
    make_source("another")
    assert "something was changed since" in sections(client)[what].note


@pytest.mark.parametrize(
    ("page", "status"), [("1", 200), ("9999", 200), ("0", 404), ("x", 404), ("-1", 404), ("9" * 9, 404)]
)
def test_a_page_that_cannot_be_is_not_found(atlas, page, status):
    client = browser(account("Reviewer"))
    assert client.get(reverse("admin:waiting", args=["review"]), {"page": page}).status_code == status
    assert client.get(reverse("admin:waiting", args=["nothing"])).status_code == 404


def test_somebody_without_a_role_is_told_how_to_get_one(db):
    assert "Ask an administrator" in browser(account("")).get(reverse("admin:index")).content.decode()


@pytest.mark.parametrize(
    ("role", "offered"), [("", []), ("Editor", ["/admin/timeline/atlas/first/", "/admin/timeline/job/"])]
)
def test_larger_work_is_begun_from_the_first_page_by_whom_it_concerns(db, role, offered):
    client = browser(account(role))
    answer = client.get(reverse("admin:index"))
    assert [address for _words, address in answer.context["beginnings"]] == offered
    assert [f'href="{address}"' in answer.content.decode() for address in offered] == [True] * len(offered)
    assert [client.get(address).status_code for address in offered] == [200] * len(offered)
