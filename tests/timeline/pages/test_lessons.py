"""A lesson has a line in the list and a sheet: whole without script, its views in words, with lines to write on."""

import json
import re

import pytest
from django.http import QueryDict

from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_lesson,
    make_movement,
    make_person,
    make_place,
    make_source,
)
from tests.timeline.pages.conftest import text
from timeline.embedding.targets import target_at
from timeline.models import FormerSlug
from timeline.pages.step_views import words_of_views
from timeline.pages.view_words import view_words


@pytest.fixture
def tour(atlas):
    """Two steps: one of an event with a claim of it, one of the whole atlas without any question."""
    book = make_source("book", title="The Revolution", short="Revolution")
    entry = make_event(atlas, "entry", title="Entry into Tehran", on="1909-07-13", source=book)
    claim = make_claim(event=entry, source=book, face="1909-07-22", edge="on", key="late", as_printed="22 July",
                       section="Events in Tehran", paragraph=4)  # fmt: skip
    steps = (
        {"title": "Two dates", "text": "One.\n\nTwo.", "question": "Which?", "claim": claim,
         "state": "from=1909-07-01&to=1909-07-31&day=1909-07-13&at=event:entry"},
        {"title": "The whole", "text": "Look about."},
    )  # fmt: skip
    return make_lesson(atlas, "tour", title="A tour of dates", summary="In two steps.", steps=steps)


def _links(page) -> dict[str, str]:
    return {text(a): a.get("href") for a in page.iter("a")}


def _with_class(page, name: str) -> list:
    return [each for each in page.iter() if name in each.get("class", "").split()]


def test_the_sheet_tells_every_step_with_its_claim_and_its_view(read, tour):
    page = read("/lessons/tour/")
    first, second = _with_class(page, "step")
    assert text(first) == (
        "1 Step 1: Two dates One. Two. Which? Under discussion 22 July "
        "The Revolution, “Events in Tehran”, para. 4 "
        "On the atlas Entry into Tehran; 1 to 31 July 1909; the day 13 July 1909. Open this view"
    )
    assert text(second) == "2 Step 2: The whole Look about. On the atlas The whole atlas. Open this view"
    assert _links(first)["22 July"] == "/claims/late/"
    assert [first.get("id"), second.get("id")] == ["step-1", "step-2"]


def test_the_lesson_begins_at_its_first_view_and_each_view_can_be_opened(read, tour):
    page = read("/lessons/tour/")
    first = "/?from=1909-07-01&to=1909-07-31&day=1909-07-13&at=event:entry&lesson=tour&step=1"
    assert _links(page)["Begin the lesson"] == first
    assert [a.get("href") for a in _with_class(page, "open-view")] == [first, "/?lesson=tour&step=2"]


def test_a_question_has_lines_for_the_answer_and_what_asks_nothing_has_none(read, tour):
    first, second = _with_class(read("/lessons/tour/"), "step")
    (answer,) = _with_class(first, "answer")
    assert (len(answer), answer.get("aria-hidden")) == (5, "true")
    assert _with_class(second, "answer") == []


def test_a_view_that_no_words_say_is_not_told_as_the_whole_atlas(read, atlas):
    states = ("", "map=35.7,51.4,8", "lanes=side", "at=claim:nothing-1")
    make_lesson(atlas, "tour", steps=tuple({"state": state} for state in states))
    shows = [text(each) for each in _with_class(read("/lessons/tour/"), "step-shows")]
    assert shows == ["The whole atlas.", *["Map and timeline as this step sets them."] * 3]


def test_steps_are_counted_from_one_for_readers_whatever_numbers_a_file_gave_them(read, client, atlas):
    make_lesson(atlas, "tour", steps=({"order": 2}, {"order": 7, "state": "day=1909"}))
    page = read("/lessons/tour/")
    assert [each.get("id") for each in _with_class(page, "step")] == ["step-1", "step-2"]
    opened = ["/?lesson=tour&step=1", "/?day=1909&lesson=tour&step=2"]
    assert [a.get("href") for a in _with_class(page, "open-view")] == opened
    steps = client.get("/api/v1/lessons/tour/").json()["steps"]
    assert [(each["order"], each["address"]) for each in steps] == list(enumerate(opened, 1))


def test_what_was_renamed_since_is_told_and_opened_under_its_name_of_today(read, atlas, real_maps):
    make_event(atlas, "entrance", title="Entry into Tehran", on="1909-07-13", place=make_place("gate", name="The Gate"))
    make_lesson(atlas, "tour", steps=({"state": "at=event:entry&person=old"},))
    make_person("new", name="Yeprem Khan")
    FormerSlug.objects.create(kind="event", old="entry", new="entrance")
    FormerSlug.objects.create(kind="person", old="old", new="new")
    page = read("/lessons/tour/")
    (shows,) = _with_class(page, "step-shows")
    assert text(shows) == "Entry into Tehran; with Yeprem Khan."
    assert _links(page)["Open this view"] == "/?at=event:entrance&person=new&lesson=tour&step=1"
    assert "The Gate" in text(page)


def test_a_claim_that_readers_do_not_see_is_not_told(read, atlas, tour):
    tour.steps.get(order=1).claim.__class__.objects.filter(key="late").update(publication="withdrawn")
    assert "22 July" not in text(read("/lessons/tour/"))


def test_the_sheet_names_its_records_for_programs_and_its_frame(client, tour):
    markup = client.get("/lessons/tour/").content.decode()
    assert '<link rel="alternate" type="application/json" href="/api/v1/lessons/tour/">' in markup
    assert re.search(r'type="application/json\+oembed" href="[^"]+lessons%2Ftour%2F', markup)
    assert '<meta property="og:title" content="A tour of dates">' in markup
    assert '<link rel="canonical" href="http://testserver/lessons/tour/">' in markup
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', markup, re.DOTALL)
    (lesson,) = [node for node in json.loads(block)["@graph"] if node["@type"] == "LearningResource"]
    assert (lesson["name"], [part["position"] for part in lesson["hasPart"]]) == ("A tour of dates", [1, 2])
    assert lesson["hasPart"][0]["hasPart"] == {"@type": "Question", "name": "Which?"}


def test_a_lesson_is_told_in_the_readers_language_as_far_as_it_is_written_in_it(client, tour, settings):
    settings.LANGUAGE_CODE = "fa"
    tour.title_fa = "گشت"
    tour.save()
    markup = client.get("/lessons/tour/").content.decode()
    assert re.search(r"<h1[^>]*>گشت</h1>", markup)
    assert "Two dates" in markup


def test_a_withdrawn_lesson_is_gone_an_unknown_one_missing_and_a_renamed_one_has_moved(client, atlas):
    make_lesson(atlas, "gone", publication="withdrawn")
    make_lesson(atlas, "draft", publication="draft")
    make_lesson(atlas, "now")
    FormerSlug.objects.create(kind="lesson", old="once", new="now")
    assert [client.get(f"/lessons/{slug}/").status_code for slug in ("gone", "draft", "never")] == [410, 404, 404]
    moved = client.get("/lessons/once/")
    assert (moved.status_code, moved["Location"]) == (301, "/lessons/now/")


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({}, ["First", "Second", "Far"]),
        ({"atlas": "revolution"}, ["First", "Second"]),
        ({"atlas": "far"}, ["Far"]),
        ({"q": "hatching"}, ["Second"]),
        ({"q": "nothing of the kind"}, []),
    ],
)
def test_the_list_is_in_the_order_of_editors_cut_by_atlas_and_words(read, atlas, query, titles):
    make_lesson(atlas, title="Second", order=2, steps=({"text": "See the hatching."},))
    make_lesson(atlas, title="First", order=1)
    make_lesson(make_atlas("far", is_default=False), title="Far")
    make_lesson(atlas, title="Draft", publication="draft")
    page = read("/lessons/", **query)
    lines = [item for frame in _with_class(page, "lesson-list") for item in frame]
    assert [text(line.find("h2")) for line in lines] == titles
    counted = "1 lesson" if len(titles) == 1 else f"{len(titles)} lessons"
    assert text(_with_class(page, "filter-sentence")[0]).startswith(counted)


def test_an_empty_list_says_what_to_do(read, atlas):
    assert "No lesson is published here yet. An editor makes one" in text(read("/lessons/"))
    assert "Nothing here holds these words." in text(read("/lessons/", q="x"))


@pytest.mark.parametrize("page", ["/lessons/", "/chronology/", "/about/"])
def test_lessons_are_linked_where_the_other_lists_are(read, atlas, page):
    assert _links(read(page))["Lessons"].startswith("/lessons/")


@pytest.mark.parametrize(
    "state",
    [
        "", "day=1909-07-13", "from=1909-05-01&to=1909-07-31", "from=1909-05", "at=event:entry", "at=movement:march",
        "at=event:nobody", "at=person:leader", "side=royalists&kind=battle&kind=siege", "theatre=tehran&disputed=true",
        "person=leader&q=gate&certainty=possibly", "source=book&according_to=book&compare=other", "map=35.7,51.4,8",
        "near=35.7,51.4&radius_km=20", "side=nobody&person=nobody&source=nobody&compare=nobody", "day=x&kind=picnic",
    ],
)  # fmt: skip
def test_the_views_of_many_steps_are_worded_as_each_alone(atlas, tour, state):
    make_movement(atlas, "march", title="A march")
    make_person("leader", name="A leader")
    make_source("other")
    alone = view_words(target_at("/a/revolution/", QueryDict(state)))
    assert words_of_views(atlas, ["day=1909-01-01&side=royalists", state])[1] == alone


@pytest.mark.parametrize(
    "view",
    ["map=90,180,22", "map=-90,-180,0", "map=0,0,0", "map=35.7,51.4,8&at=event:entry", "map=35.7,51.4,22", "day=1909"],
)
def test_the_map_of_the_sheet_is_drawn_for_any_view_of_the_atlas(read, atlas, tour, real_maps, view):
    make_movement(atlas, "march", legs=((make_place("karaj"), make_place("tehran"), "1909-07-01", "1909-07-13"),))
    make_lesson(atlas, "any", steps=({"state": view}, {"state": "at=movement:march&day=1909-07-12"}))
    page = read("/lessons/any/")
    assert len(_with_class(page, "step")) == 2


def test_the_map_shows_what_the_lesson_chooses_and_the_marches_of_its_days(read, atlas, real_maps):
    city, far = make_place("tehran", name="Tehran"), make_place("odessa", name="Odessa", latitude=46.5, longitude=30.7)
    make_event(atlas, "entry", on="1909-07-13", place=city)
    make_movement(atlas, "march", legs=((make_place("karaj", name="Karaj", latitude=35.84, longitude=50.94), city,
                                         "1909-07-01", "1909-07-13"),))  # fmt: skip
    make_movement(atlas, "voyage", legs=((city, far, "1909-07-10", "1909-07-20"),))
    make_movement(atlas, "later", legs=((city, make_place("qom", name="Qom", latitude=34.6), "1911-01-01", ""),))
    states = ("at=event:entry&day=1909-07-12&map=35.7,51.4,8", "day=1909-07-13")
    make_lesson(atlas, "tour", steps=tuple({"state": state} for state in states))
    (plate,) = _with_class(read("/lessons/tour/"), "plate-svg")
    drawn = text(plate)
    assert "Tehran" in drawn
    assert "Karaj" in drawn
    # Outside the widest view, and long after the days of the steps.
    assert "Odessa" not in drawn
    assert "Qom" not in drawn


def test_a_lesson_of_nowhere_has_no_map(read, atlas):
    make_lesson(atlas, "tour", steps=({"state": "at=event:nobody"},))
    assert _with_class(read("/lessons/tour/"), "small-map") == []
