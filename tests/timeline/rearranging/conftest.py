"""Two events that may be one, with all that can refer to an event, and the browser of who may rearrange them."""

import pytest

from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_force,
    make_movement,
    make_participation,
    make_place,
    make_relation,
    make_source,
)
from tests.timeline.rearranging.doing import decide
from tests.timeline.roles import holding
from timeline.models import Event, FormerSlug, Period
from timeline.resolving import resolve_atlas


@pytest.fixture(scope="module")
def laid_out(lasting):
    """Two events a week apart by the same source, with all that can refer to an event."""
    atlas = make_atlas()
    make_source("book")
    kept = make_event(atlas, "kept", on="1909-07-13", place=make_place("city"))
    gone = make_event(atlas, "gone", on="1909-07-20")
    third = make_event(atlas, "third", on="1909-08-01")
    army = make_force("army")
    make_participation(event=kept, force=army, side="royalists")
    make_participation(event=gone, force=army, side="royalists")
    make_participation(event=gone, force=make_force("band"), side="royalists")
    make_relation(kept, "before", third)
    make_relation(gone, "before", third)
    make_relation(third, "because_of", gone)
    make_movement(atlas, "march", event=gone)
    make_claim(event=make_event(atlas, "hanging"), relative_to_event=gone, offset_low=2, offset_high=2)
    Period.objects.create(atlas=atlas, slug="reign", label_en="Reign", begins=kept, ends=gone)
    FormerSlug.objects.create(kind="event", old="older", new="gone")
    decide(gone, gone.claims.get(attribute="date"))
    resolve_atlas(atlas)


@pytest.fixture
def pair(laid_out, db):
    """The two events as they were laid out: the one that is kept, and the one that goes."""
    return Event.objects.get(slug="kept"), Event.objects.get(slug="gone")


@pytest.fixture
def desk(pair):
    """An editor's browser, which runs no JavaScript."""
    return holding("change_event", "change_claim", "rearrange_event", "publish_event", "publish_claim", name="reviewer")
