"""Lessons in the API: each step with the view that it opens, in the reader's language; claims as far as they show."""

import pytest

from tests.factories import make_atlas, make_event, make_lesson
from timeline.models import Claim, FormerSlug, Lesson

pytestmark = pytest.mark.django_db

STATE = "from=1909-07-01&to=1909-07-31&at=event:capture&map=35.7,51.4,8&kind=battle&kind=siege"


@pytest.fixture
def tour(atlas):
    capture = make_event(atlas, "capture", on="1909-07-13")
    steps = (
        {"state": STATE, "title": "Two dates", "title_fa": "دو تاریخ", "text": "Read both.\n\nThen look.",
         "question": "Which one?", "claim": capture.claims.get()},
        {"title": "The whole"},
    )  # fmt: skip
    return make_lesson(atlas, "tour", title="Tour", title_fa="گشت", summary="How it fell.", steps=steps)


def test_a_lesson_says_what_the_contract_says(ask, tour):
    claim, body = Claim.objects.get(), ask("lessons/tour/").json()
    assert body == {
        "id": "tour", "url": "/lessons/tour/", "atlas": "revolution", "title": "Tour", "summary": "How it fell.",
        "modified": Lesson.objects.get().modified.isoformat(),
        "steps": [
            {"order": 1, "state": STATE, "title": "Two dates", "text": "Read both.\n\nThen look.",
             "question": "Which one?", "address": f"/?{STATE}&lesson=tour&step=1",
             "claim": {"id": claim.key, "url": f"/claims/{claim.key}/"}},
            {"order": 2, "state": "", "title": "The whole", "text": "", "question": "", "claim": None,
             "address": "/?lesson=tour&step=2"},
        ],
    }  # fmt: skip
    assert ask("lessons/").json()["results"] == [body]


def test_a_step_of_another_atlas_opens_that_one(ask, atlas):
    other = make_atlas("other", is_default=False)
    make_lesson(other, "elsewhere", steps=({"state": "day=1909-07-13"},))
    assert ask("lessons/elsewhere/").json()["steps"][0]["address"] == "/a/other/?day=1909-07-13&lesson=elsewhere&step=1"
    assert ask("lessons/").json()["results"] == []
    assert [each["id"] for each in ask("lessons/", atlas="other").json()["results"]] == ["elsewhere"]


def test_what_is_written_in_persian_is_told_in_it_and_the_rest_in_english(ask, tour):
    body = ask("lessons/tour/", lang="fa").json()
    assert (body["title"], body["summary"]) == ("گشت", "How it fell.")
    assert [step["title"] for step in body["steps"]] == ["دو تاریخ", "The whole"]


@pytest.mark.parametrize("publication", ["draft", "review", "withdrawn"])
def test_a_claim_that_is_not_shown_is_none(ask, tour, publication):
    Claim.objects.update(publication=publication)
    assert ask("lessons/tour/").json()["steps"][0]["claim"] is None


def test_a_former_slug_leads_to_the_new_one_at_both_addresses(client, tour):
    FormerSlug.objects.create(kind="lesson", old="trip", new="tour")
    for address, now in (
        ("/api/v1/lessons/trip/", "/api/v1/lessons/tour/"),
        ("/lessons/trip.json", "/lessons/tour.json"),
    ):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (301, now)


def test_a_step_may_name_what_was_renamed_withdrawn_or_deleted(ask, tour, client):
    capture = Claim.objects.get().event
    FormerSlug.objects.create(kind="event", old="capture", new="taking")
    type(capture).objects.update(slug="taking")
    today = STATE.replace("event:capture", "event:taking")
    assert ask("lessons/tour/").json()["steps"][0]["state"] == today != STATE
    capture.delete()
    step = ask("lessons/tour/").json()["steps"][0]
    assert (step["state"], step["claim"]) == (today, None)


def test_a_lesson_is_found_by_every_text_in_it_in_any_spelling(ask, tour):
    for text in ("tour", "گشت", "FELL", "two dates", "دو تاريخ", "then look", "which", "whole"):
        assert ask("lessons/", q=text).json()["count"] == 1, text
    assert ask("lessons/", q="elsewhere").json()["count"] == 0
