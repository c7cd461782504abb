"""The day from which a dispute is counted, and the right by which it stands in the middle."""

import pytest

from tests.factories import make_atlas, make_claim, make_event, make_relation, make_source
from timeline.chronicle import atlas_disputes
from timeline.models import Decision, Interpretation
from timeline.pages.disputes import told
from timeline.resolving import resolve_atlas

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    """22 July by one source, 13 July by another."""
    atlas = make_atlas()
    entry = make_event(atlas, "entry", on="1909-07-22", source=make_source("one"))
    make_claim(event=entry, face="1909-07-13", edge="on", source=make_source("two"), key="other")
    return entry


def best(event):
    resolve_atlas(event.atlas)
    everything = atlas_disputes([event.atlas])
    (dispute,) = everything.disputes
    found = told(dispute, everything).best
    return found.right, found.words


def decide(event, claim=None):
    Decision.objects.create(atlas=event.atlas, event=event, attribute="date", claim=claim, reason="So.", by="Editor",
                            on="2026-11-29")  # fmt: skip


def test_a_decision_comes_first(event):
    decide(event, event.claims.get(key="one-1"))
    assert best(event) == ("decided", "22 July 1909")


def test_an_accepted_reading_makes_the_other_date_the_accepted_one(event):
    Interpretation.objects.create(claim=event.claims.get(key="one-1"), method="solar_hijri_month_as_gregorian",
                                  value="1909-07-13", reason="So.", by="Editor")  # fmt: skip
    assert best(event) == ("accepted", "13 July 1909")


def test_what_nobody_can_decide_has_no_best_reading(event):
    decide(event)
    right, words = best(event)
    assert right == "printed"
    assert words == "13 July 1909"


def test_what_is_only_proposed_is_called_so(event):
    event.claims.filter(key="one-1").update(as_printed="22 July 1909", calendar="gregorian")
    event.claims.filter(key="other").update(as_printed="13 July 1909", calendar="gregorian")
    assert best(event) == ("proposed", "13 July 1909")


def test_of_an_order_the_days_are_counted_from_what_came_first(event):
    fall = make_event(event.atlas, "fall", on="1909-07-01")
    make_relation(fall, "after", event)
    event.claims.get(key="other").delete()
    assert best(event) == ("earlier", "22 July 1909")


def test_of_an_order_that_a_reading_puts_right_the_days_are_counted_from_that_reading(event):
    fall = make_event(event.atlas, "fall", on="1909-07-16")
    make_relation(fall, "after", event)
    event.claims.get(key="other").delete()
    Interpretation.objects.create(claim=event.claims.get(key="one-1"), method="solar_hijri_month_as_gregorian",
                                  value="1909-07-13", reason="So.", by="Editor")  # fmt: skip
    assert best(event) == ("earlier", "13 July 1909")
