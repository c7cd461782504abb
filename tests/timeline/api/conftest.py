"""A client that asks the API, and an atlas of any size to ask about."""

import pytest
from django.core.cache import cache

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

API = "/api/v1/"


@pytest.fixture(autouse=True)
def unhurried():
    """Every test begins with no question counted."""
    cache.clear()


@pytest.fixture
def ask(client):
    """ask("events/", kind="battle") returns the response."""

    def question(address: str = "", headers: dict | None = None, **query):
        path = address if address.startswith("/") else API + address
        return client.get(path, query, headers=headers)

    return question


@pytest.fixture
def fill(atlas, monkeypatch):
    """fill(7) adds seven events, with a march, people, forces, places, a relation, a dispute and a lesson each.

    No text to search by is folded: for many events that takes most of the time.
    """
    monkeypatch.setattr("tests.factories.refresh", lambda record: record.save())

    def add(number: int) -> None:
        previous = None
        for _ in range(number):
            source = make_source()
            place = make_place(names={"fa": "تهران"})
            event = make_event(atlas, on="1909-07-13", place=place, source=source, disputed=True)
            rival = make_claim(event=event, face="1909-07-17", edge="on", source=source)
            make_lesson(atlas, steps=({"state": f"at=event:{event.slug}", "claim": rival}, {}))
            make_participation(event=event, person=make_person(), side="constitutionalists", role="commander")
            make_participation(event=event, force=make_force(), side="royalists")
            if previous:
                make_relation(event, "after", previous)
            previous = event
            make_movement(
                atlas,
                event=event,
                disputed=True,
                legs=((place, make_place(latitude=36.0), "1909-07-01", "1909-07-11", {"via": [make_place()]}),),
            )

    return add
