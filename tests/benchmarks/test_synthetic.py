"""The generator of synthetic atlases: the same for a seed, and what the models allow."""

import pytest
from django.db import transaction

from benchmarks import synthetic
from timeline.models import Event, Leg, Movement

pytestmark = pytest.mark.django_db

EVENTS = 50


def _rows():
    columns = ("slug", "title", "begin_earliest", "end_latest", "lat", "importance", "theatre__slug")
    return list(Event.objects.order_by("slug").values_list(*columns))


def test_it_writes_as_many_as_asked_with_their_claims_and_movements():
    synthetic.write(EVENTS, seed=1)
    assert Event.objects.count() == EVENTS
    assert Event.objects.filter(claims=None).count() == 0
    assert Movement.objects.count() == EVENTS // synthetic.EVENTS_A_MOVEMENT
    assert Leg.objects.filter(claims=None).count() == 0


def test_the_same_seed_makes_the_same_atlas_and_another_makes_another():
    made = []
    for seed in (1, 1, 2):
        with transaction.atomic():
            synthetic.write(EVENTS, seed=seed)
            made.append(_rows())
            transaction.set_rollback(True)
    assert made[0] == made[1] != made[2]


def test_days_are_in_order_and_both_days_and_spans_occur():
    synthetic.write(EVENTS, seed=1)
    days = Event.objects.values_list("begin_earliest", "begin_latest", "end_earliest", "end_latest")
    assert all(begin <= end for begin, _, _, end in days)
    assert set(Event.objects.values_list("shape", flat=True)) == {"instant", "span"}


def test_a_database_that_holds_an_atlas_is_left_alone():
    synthetic.write(EVENTS, seed=1)
    with pytest.raises(SystemExit, match="holds an atlas already"):
        synthetic.write(EVENTS, seed=1)
    assert Event.objects.count() == EVENTS
