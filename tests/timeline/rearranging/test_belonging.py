"""Every row of an act is put into the histories of all that it was or became a part of."""

from importlib import import_module

import pytest
from django.apps import apps

from tests.timeline.rearranging.doing import merge, move, split
from timeline.models import Claim, Concern, Event
from timeline.rearranging.plan import Row

pytestmark = pytest.mark.django_db


def told() -> set[tuple[int, str, int]]:
    return set(Concern.objects.values_list("row", "table", "key"))


def test_acts_kept_before_histories_were_stand_where_they_would_now(pair):
    kept, gone = pair
    merge(kept, gone)
    kept.refresh_from_db()
    split(kept, [Row("claim", kept.claims.first().pk)], "apart")
    move([Claim.objects.get(face="1909-07-20")], Event.objects.get(slug="third"))
    now = told()
    Concern.objects.all().delete()
    import_module("timeline.migrations.0013_tell_whose_history_earlier_acts_stand_in").tell(apps, None)
    assert told() == now


def test_a_merge_stands_in_the_histories_of_both_events(pair):
    kept, gone = pair
    merge(kept, gone)
    for event in (kept, gone):
        assert Concern.objects.filter(table="event", key=event.pk, row__table="claim").exists()
