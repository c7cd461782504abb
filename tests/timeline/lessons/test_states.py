"""The view of a step is read into one usual form, bad values are told by key and code, and slugs may grow old."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from geo.models import Place
from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_force,
    make_lesson,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_side,
    make_source,
)
from tests.timeline.rearranging.doing import merge
from timeline.embedding.state import FILTER_KEYS, STATE_KEYS, VIEW_KEYS
from timeline.lessons.finding import as_called_today, as_it_stands, finder, strangers
from timeline.lessons.states import STEP_KEYS, Named, StepState, read_state, renamed_in
from timeline.models import Claim, Event, FormerSlug, LessonStep
from timeline.rearranging import acts

pytestmark = pytest.mark.django_db


def test_the_keys_are_those_of_a_view_and_its_filters_in_their_order():
    assert (*VIEW_KEYS, *FILTER_KEYS) == (*STEP_KEYS[: len(VIEW_KEYS) - 2], "lesson", "step", *FILTER_KEYS)
    assert {*STATE_KEYS} - {*STEP_KEYS} == {"lesson", "step", "theme", "lang"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("?", ""),
        (" ?day=1909-07-13 ", "day=1909-07-13"),
        ("at=event:entry&day=1909-07-13&from=1909-07", "from=1909-07&day=1909-07-13&at=event:entry"),
        ("map=35.7%2C51.4%2C8&at=event%3Aentry", "at=event:entry&map=35.7,51.4,8"),
        ("kind=siege&q=&lanes=&kind=battle", "kind=siege&kind=battle"),
        ("q=%D8%AA%D9%87%D8%B1%D8%A7%D9%86+1909&ruler=julian", "ruler=julian&q=%D8%AA%D9%87%D8%B1%D8%A7%D9%86+1909"),
        ("compare=one&according_to=two&disputed=true", "disputed=true&according_to=two&compare=one"),
        ("bbox=44,30,62,40&near=35.7,51.4&radius_km=20&certainty=possibly&on=1909",
         "on=1909&certainty=possibly&bbox=44,30,62,40&near=35.7,51.4&radius_km=20"),
    ],
)  # fmt: skip
def test_a_view_has_one_usual_form_which_stays_as_it_is(typed, kept):
    state = read_state(typed)
    assert (state.text, state.problems) == (kept, ())
    assert read_state(kept).text == kept


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("zoom=4&colour=red", [("unknown_key", "zoom", "4"), ("unknown_key", "colour", "red")]),
        ("theme=dark", [("unknown_key", "theme", "dark")]),
        ("lesson=tour&step=2", [("unknown_key", "lesson", "tour"), ("unknown_key", "step", "2")]),
        ("atlas=other", [("unknown_key", "atlas", "other")]),
        ("day=soon", [("bad_date", "day", "soon")]),
        ("from=1910&to=1909", [("bad_range", "to", "1909")]),
        ("map=35.7,51.4", [("bad_view", "map", "35.7,51.4")]),
        ("map=95,51.4,6", [("bad_view", "map", "95,51.4,6")]),
        ("lanes=lane", [("bad_choice", "lanes", "lane")]),
        ("ruler=gregorian", [("bad_choice", "ruler", "gregorian")]),
        ("kind=fight&kind=siege", [("bad_choice", "kind", "fight")]),
        ("status=gone", [("bad_choice", "status", "gone")]),
        ("disputed=perhaps", [("bad_choice", "disputed", "perhaps")]),
        ("radius_km=20", [("missing_point", "radius_km", "20")]),
        ("near=here", [("bad_point", "near", "here")]),
        ("day=1909&day=1910", [("given_twice", "day", "1910")]),
        ("at=event:a&at=event:b", [("given_twice", "at", "event:b")]),
        ("at=side:reds", [("bad_slug", "at", "side:reds")]),
        ("at=event:", [("bad_slug", "at", "event:")]),
        ("place=%2Fetc", [("bad_slug", "place", "/etc")]),
        ("compare=a&compare=b", [("given_twice", "compare", "b")]),
        ("q=%00", [("empty_value", "q", "\0")]),
        ("&".join(["q=" + "x" * 150] * 14), [("too_long", "", "&".join(["q=" + "x" * 150] * 14))]),
        ("&" * 1_500, [("too_long", "", "&" * 1_500)]),
        ("side=" + "x" * 201, [("too_long", "side", "x" * 201), ("bad_slug", "side", "x" * 201)]),
    ],
)
def test_what_can_not_be_opened_is_told_by_code_key_and_value(text, told):
    problems = read_state(text).problems
    assert [(each.code, each.field, each.value) for each in problems] == told
    assert all(str(each.message).endswith(".") for each in problems)


def test_what_a_view_names_is_listed_with_its_kind():
    text = "at=claim:book-1&place=rasht&side=reds&theatre=gilan&force=army&person=khan&source=book&compare=copy"
    assert set(read_state(text).named()) == {
        Named("at", "claim", "book-1"), Named("place", "place", "rasht"), Named("side", "side", "reds"),
        Named("theatre", "theatre", "gilan"), Named("force", "force", "army"), Named("person", "person", "khan"),
        Named("source", "source", "book"), Named("compare", "source", "copy"),
    }  # fmt: skip


def test_names_are_changed_and_the_rest_stays_letter_by_letter():
    now = {"entry": "entrance", "gone": ""}
    for text, changed in (
        ("day=1909&at=event:entry&q=entry", "day=1909&at=event:entrance&q=entry"),
        ("place=gone&place=entry", "place=entrance"),
        ("q=%C3%A9&day=1909", "q=%C3%A9&day=1909"),
        ("&at=event:entry" * 1_500, "&at=event:entry" * 1_500),
    ):
        assert renamed_in(text, lambda named: now.get(named.slug, named.slug)) == changed


@pytest.fixture
def told(atlas):
    """A record of every kind that a view may name, and some of another atlas."""
    make_side(atlas, "reds")
    event = make_event(atlas, "entry", source=make_source("book"))
    part = make_participation(event=event, person=make_person("khan"))
    make_movement(atlas, "march", force=make_force("army"), legs=((make_place("rasht"), None, "", ""),))
    other = make_atlas("other", is_default=False)
    make_side(other, "blues")
    make_event(other, "elsewhere")
    make_claim(participation=part, key="of-a-part")
    make_claim(event=Event.objects.get(slug="elsewhere"), key="of-elsewhere")
    return atlas


HERE = ("at=event:entry", "at=movement:march", "at=place:rasht", "at=person:khan", "at=force:army", "at=source:book",
        "at=claim:of-a-part", "side=reds", "theatre=tehran", "place=rasht", "force=army", "person=khan", "source=book",
        "according_to=book", "compare=book")  # fmt: skip
NOT_HERE = {
    "at=event:fall": "unknown_slug", "at=claim:book-99": "unknown_slug", "side=blues": "unknown_slug",
    "theatre=gilan": "unknown_slug", "source=diary": "unknown_slug", "at=event:elsewhere": "in_another_atlas",
    "at=claim:of-elsewhere": "in_another_atlas",
}  # fmt: skip


@pytest.mark.parametrize("publication", ["published", "draft", "withdrawn"])
def test_what_is_there_is_found_of_whatever_standing(told, publication):
    Event.objects.update(publication=publication)
    Claim.objects.update(publication=publication)
    for text in HERE:
        state = read_state(text)
        assert (state.problems, [*strangers(state, told, finder([state], told))]) == ((), []), text
        assert as_it_stands(text, told, finder([state], told)) == text


@pytest.mark.parametrize("text", NOT_HERE)
def test_what_is_not_of_the_atlas_is_told_and_left_out_of_what_goes_out(told, text):
    state = read_state(f"day=1909&{text}")
    ((_named, problem),) = strangers(state, told, finder([state], told))
    assert (problem.code, f"{problem.field}={problem.value}") == (NOT_HERE[text], text)
    assert as_it_stands(state.text, told, finder([state], told)) == "day=1909"


def test_views_of_many_steps_are_looked_up_in_as_many_queries_as_one(told):
    def asked(states) -> int:
        with CaptureQueriesContext(connection) as captured:
            finder(states, told)
        return len(captured)

    one = read_state("at=event:entry&side=reds&place=rasht&source=book")
    assert asked([one]) == asked([one] * 30) == 5
    assert asked([StepState("day=1909")] * 30) == 0


def test_former_slugs_keep_working_readers_get_those_of_today_and_nothing_in_a_step_is_rewritten(told, client):
    state, now = "day=1909-07-13&at=event:entry&place=rasht", "day=1909-07-13&at=event:entrance&place=resht"
    make_lesson(told, "tour", steps=({"state": state},))
    for kind, old, new in (("event", "entry", "entrance"), ("place", "rasht", "resht")):
        FormerSlug.objects.create(kind=kind, old=old, new=new)
    Event.objects.filter(slug="entry").update(slug="entrance")
    Place.objects.filter(slug="rasht").update(slug="resht")
    (step,) = client.get("/api/v1/lessons/tour/").json()["steps"]
    assert (LessonStep.objects.get().state, step["state"]) == (state, now)
    assert step["address"] == f"/?{now}&lesson=tour&step=1"
    assert client.get(step["address"]).status_code == 200
    asked = client.get(f"/?{state}&lesson=tour&step=1")
    assert (asked.status_code, asked["Location"]) == (301, step["address"])


def test_a_step_that_shows_a_merged_event_opens_the_one_it_became_and_taken_back_the_first_again(told, client):
    state, kept = "at=event:entry", make_event(told, "entry-of-1909", on="1909-07-13")
    make_lesson(told, "tour", steps=({"state": state, "claim": Event.objects.get(slug="entry").claims.first()},))
    act = merge(kept, Event.objects.get(slug="entry"))
    (step,) = client.get("/api/v1/lessons/tour/").json()["steps"]
    kept_step = LessonStep.objects.get()
    assert (kept_step.state, step["claim"]["id"]) == (state, kept_step.claim.key)
    assert (step["state"], step["address"]) == ("at=event:entry-of-1909", "/?at=event:entry-of-1909&lesson=tour&step=1")
    assert client.get("/?at=event:entry&lesson=tour&step=1")["Location"] == step["address"]
    acts.undo(act, by="Editor")
    (step,) = client.get("/api/v1/lessons/tour/").json()["steps"]
    assert step["state"] == state
    assert client.get(step["address"]).status_code == 200


def test_a_slug_that_a_record_has_leads_to_no_other(told):
    FormerSlug.objects.create(kind="event", old="entry", new="elsewhere")
    FormerSlug.objects.create(kind="place", old="entry", new="rasht")
    assert as_called_today(["at=event:entry&place=entry", "day=1909", ""]) == [
        "at=event:entry&place=rasht", "day=1909", "",
    ]  # fmt: skip


@pytest.mark.parametrize("fate", ["withdrawn", "deleted"])
def test_a_step_that_shows_what_was_withdrawn_or_deleted_still_opens(told, client, fate):
    make_lesson(told, "tour", steps=({"state": "at=event:entry&day=1909-07-13"},))
    if fate == "deleted":
        Event.objects.get(slug="entry").delete()
    else:
        Event.objects.filter(slug="entry").update(publication="withdrawn")
    (step,) = client.get("/api/v1/lessons/tour/").json()["steps"]
    assert step["state"] == "at=event:entry&day=1909-07-13"
    assert client.get(step["address"]).status_code == 200
