"""Pages ask the database as often for a dozen records as for a few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

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
from timeline.models import LessonStep

LISTS = (
    "/chronology/",
    "/chronology/?according_to=book",
    "/events/",
    "/movements/",
    "/places/",
    "/people/",
    "/forces/",
    "/sources/",
    "/claims/",
    "/disputes/",
    "/lessons/",
    "/atlases/",
    "/search/?q=thing",
)
RECORDS = (
    "/events/hub/",
    "/movements/march/",
    "/places/city/",
    "/people/leader/",
    "/forces/army/",
    "/sources/book/",
    "/claims/hub-date/",
    "/lessons/tour/",
)


@pytest.fixture
def world(atlas, monkeypatch):
    """Everything hangs on one event, one march, one place, one person, one force and one source."""
    # The folded text is given below: writing it anew for each takes most of the time.
    monkeypatch.setattr("tests.factories.refresh", lambda record: record.save())
    book = make_source("book", title="Thing book")
    city = make_place("city", name="Thing city")
    leader, army = make_person("leader", name="Thing leader"), make_force("army", name="Thing army")
    hub = make_event(atlas, "hub", title="Thing hub", search="thing", on="1909-07-13", place=city, source=book)
    make_claim(event=hub, source=book, face="1909-07-14", edge="on", key="hub-date")
    march = make_movement(
        atlas,
        "march",
        title="Thing march",
        force=army,
        legs=((city, make_place("end", latitude=36.0, longitude=50.0), "1909-07-10", "1909-07-13"),),
    )

    def stop(event, person) -> dict:
        state = f"at=event:{event.slug}&side=royalists&theatre=tehran&place=city&force=army&person={person.slug}"
        return {"state": f"{state}&source=book&compare=book&day=1909-07-13", "claim": event.claims.first()}

    tour = make_lesson(atlas, "tour", title="Thing tour", steps=(stop(hub, leader), {"state": "at=movement:march"}))

    def grow(number: int) -> None:
        for _ in range(number):
            place = make_place(name="Thing place", parent=city)
            event = make_event(atlas, title="Thing event", search="thing", on="1909-07-13", place=city, source=book)
            person = make_person(name="Thing person")
            make_participation(event=hub, person=person, side="royalists")
            make_participation(event=event, person=leader, force=None, side="royalists")
            make_participation(event=event, force=army, side="royalists")
            make_participation(movement=march, person=person)
            make_relation(hub, "after", event)
            make_force(name="Thing force", parent=army)
            make_movement(
                atlas, title="Thing march", search="thing", force=army, legs=((city, place, "1909-07-01", ""),)
            )
            make_claim(event=hub, source=book, attribute="place", edge="at", place=place)
            make_claim(movement=march, source=book, attribute="route", route=["city", place.slug])
            make_source(title="Thing source")
            LessonStep.objects.create(lesson=tour, order=tour.steps.count() + 1, title="A step", **stop(event, person))
            make_lesson(atlas, title="Thing tour", steps=(stop(event, person),))

    return grow


def _count(client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_a_dozen_records_take_no_more_queries_than_a_few(client, world):
    # Enough that every list is filled and every kind of link is there.
    world(4)
    few = {address: _count(client, address) for address in (*LISTS, *RECORDS)}
    world(8)
    many = {address: _count(client, address) for address in (*LISTS, *RECORDS)}
    assert many == few
    assert max(many.values()) < 32


def test_a_copy_that_is_still_good_costs_two_queries(client, world, django_assert_num_queries):
    tag = client.get("/events/hub/")["ETag"]
    with django_assert_num_queries(2):
        kept = client.get("/events/hub/", headers={"if-none-match": tag})
    assert (kept.status_code, kept.content) == (304, b"")
