"""With everything at hand the same entries come of a few queries that otherwise take some for each record."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from geo.models import Place
from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_force,
    make_movement,
    make_place,
    make_relation,
    make_source,
)
from timeline import at_hand
from timeline.at_hand import everything_at_hand, kept
from timeline.chronicle import claim_entries, event_entries, movement_entries, place_entries
from timeline.chronicle.atlases import published_atlases
from timeline.chronicle.contradictions import contradictions_between
from timeline.chronicle.revised import event_revised
from timeline.chronicle.rows import event_rows
from timeline.models import Claim, Event, Movement
from timeline.models.vocabulary import Publication
from timeline.revision import data_stamp

READERS = {
    "events": (event_entries, Event),
    "events explained": (lambda records: event_entries(records, explain=True), Event),
    "events as the diary tells them": (lambda records: event_entries(records, "en", "diary"), Event),
    "lines": (event_rows, Event),
    "marches": (movement_entries, Movement),
    "claims": (claim_entries, Claim),
    "places": (place_entries, Place),
}


@pytest.fixture(scope="module")
def story(lasting):
    """Seven events of two sources that differ, a march, and a draft that only editors see."""
    atlas, diary, letters = make_atlas(), make_source("diary"), make_source("letters")
    square = make_place("square")
    events = [make_event(atlas, f"day-{day}", on=f"1909-07-0{day}", place=square, source=diary) for day in range(1, 8)]
    for event in events[::2]:
        make_claim(event=event, source=letters, face="1909-07-20", edge="on")
    make_relation(events[5], "before", events[1])
    make_event(atlas, "draft", on="1909-08-01", publication=Publication.DRAFT)
    make_movement(atlas, "march", legs=((square, make_place("gate"), "1909-07-01", ""),), force=make_force("horse"))
    return atlas


@pytest.fixture(autouse=True)
def small_parts(monkeypatch):
    """Parts of three, so that these few records are more than one."""
    monkeypatch.setattr(at_hand, "PART", 3)


@pytest.mark.parametrize("name", READERS)
def test_what_is_at_hand_is_what_is_read(name, story, db):
    read, model = READERS[name]
    orders = (
        model.objects.order_by("pk"),
        model.objects.filter(pk__in=model.objects.order_by("-pk")[1:3]).order_by("-pk"),
        model.objects.none(),
    )
    single = [model.objects.filter(pk=pk) for pk in model.objects.values_list("pk", flat=True)]
    as_read = [read(records.all()) for records in (*orders, *single)]
    with everything_at_hand():
        for _again in range(2):
            assert [read(records.all()) for records in (*orders, *single)] == as_read


def test_a_draft_is_read_by_itself(story, db):
    with everything_at_hand():
        assert [entry.id for entry in event_entries(Event.objects.filter(slug="draft"))] == ["draft"]


@pytest.mark.parametrize("name", ["events", "lines", "marches", "claims", "places"])
def test_one_by_one_takes_a_query_each(name, story, db):
    read, model = READERS[name]
    keys = list(model.objects.filter(publication="published").values_list("pk", flat=True))
    with everything_at_hand():
        for key in keys:
            read(model.objects.filter(pk=key))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            for key in keys:
                read(model.objects.filter(pk=key))
    assert len(asked) == len(keys)


@pytest.mark.parametrize(
    "ask",
    [
        data_stamp,
        published_atlases,
        lambda: contradictions_between([Event.objects.get(slug="day-1").atlas_id]),
        lambda: event_revised(Event.objects.get(slug="day-1")),
    ],
    ids=["the state of the data", "atlases", "contradictions", "when an event was revised"],
)
def test_what_many_pages_lean_on_is_asked_once(ask, story, db):
    event = Event.objects.get(slug="day-1")
    with everything_at_hand():
        first = ask()
        with CaptureQueriesContext(connection) as asked:
            assert ask() == first
    assert [query for query in asked.captured_queries if f"\"slug\" = '{event.slug}'" not in query["sql"]] == []


def test_nothing_is_kept_without_it_nor_after_it():
    given = iter(range(9))
    assert [kept(("a",), lambda: next(given)) for _time in range(2)] == [0, 1]
    with everything_at_hand():
        assert [kept(("a",), lambda: next(given)) for _time in range(2)] == [2, 2]
    with everything_at_hand():
        assert kept(("a",), lambda: next(given)) == 3
    assert kept(("a",), lambda: next(given)) == 4
