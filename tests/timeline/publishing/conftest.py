"""A draft event with two claims, a source and a place that are drafts as well, and who works on it."""

import pytest

from tests.factories import make_atlas, make_claim, make_event, make_place, make_source
from tests.timeline.roles import account
from timeline.models import Claim, Event

DRAFT = {"publication": "draft"}


@pytest.fixture
def atlas(db):
    return make_atlas()


@pytest.fixture
def editor(db):
    return account("Editor")


@pytest.fixture
def reviewer(db):
    return account("Reviewer")


@pytest.fixture
def draft(atlas) -> Event:
    """“A rising” with a date claim and a place claim; everything about it is a draft."""
    book = make_source("letters", **DRAFT)
    event = make_event(atlas, "rising", claims=0, title="A rising", **DRAFT)
    Event.objects.filter(pk=event.pk).update(published_claims=0)
    make_claim(event=event, source=book, face="1909-02-08", edge="on", key="letters-1", **DRAFT)
    place = make_place("rasht", **DRAFT)
    make_claim(event=event, source=book, attribute="place", edge="at", place=place, key="letters-2", **DRAFT)
    return Event.objects.get(pk=event.pk)


def states() -> dict[str, str]:
    """Where every claim and event stands, by key and slug."""
    return dict(Claim.objects.values_list("key", "publication")) | dict(
        Event.objects.values_list("slug", "publication")
    )
