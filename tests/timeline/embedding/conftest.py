"""What tests of embedding share: an atlas with one event, one march and one place, made once a file."""

import pytest
from django.db import transaction

from tests.factories import make_atlas, make_event, make_force, make_lesson, make_movement, make_place
from timeline.models import FormerSlug


@pytest.fixture(scope="module")
def filled(django_db_setup, django_db_blocker):
    """entry (an event), march (a movement) and dates (a lesson) in the atlas at the front; taken-back is withdrawn,
    once-entry and once-dates moved.

    What a test changes is taken back after it.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        atlas = make_atlas()
        city, town = (
            make_place("city", latitude=35.7, longitude=51.4),
            make_place("town", latitude=36.3, longitude=50.0),
        )
        make_event(atlas, "entry", title="Entry & “exit”", on="1909-07-13", place=city)
        make_event(atlas, "taken-back", publication="withdrawn")
        make_movement(
            atlas, "march", title="March", force=make_force(), legs=((town, city, "1909-07-10", "1909-07-13"),)
        )
        steps = ({"state": "day=1909-07-13&at=event:entry", "question": "Which?"}, {})
        make_lesson(atlas, "dates", title="Two “dates” & more", steps=steps)
        make_lesson(atlas, "lesson-taken-back", publication="withdrawn")
        FormerSlug.objects.create(kind="event", old="once-entry", new="entry")
        FormerSlug.objects.create(kind="lesson", old="once-dates", new="dates")
        yield atlas
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def plain_maps(monkeypatch):
    """A map is a word: drawing one takes longer than all else of a page."""
    monkeypatch.setattr("timeline.pages.maps._kept", lambda *_scene: '<svg class="plate-svg"></svg>')
