"""What the program proposes and foresees of a merge is what comes to pass, and nothing is written for it."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_claim, make_event, make_participation, make_person, make_relation, make_source
from tests.timeline.rearranging.addresses import to_merge
from tests.timeline.rearranging.atlases import every_row
from tests.timeline.rearranging.doing import merge
from timeline.resolving import resolve_atlas

pytestmark = pytest.mark.django_db


def look(desk: Client, kept, gone):
    before = every_row()
    found = desk.get(to_merge(kept, gone)).context["outlook"]
    assert every_row() == before
    return found


@pytest.fixture
def alike(pair):
    """The pair, with one date for both: nothing contradicts yet."""
    kept, gone = pair
    gone.decisions.all().delete()
    gone.claims.filter(attribute="date").update(face="1909-07-13", as_printed="")
    resolve_atlas(kept.atlas)
    return kept, gone


def test_events_of_one_day_and_one_story_contradict_nothing(desk, alike):
    kept, gone = alike
    found = look(desk, kept, gone)
    assert (found.clashes, found.order, found.new) == ((), (), 0)
    merge(kept, gone)
    kept.refresh_from_db()
    assert not kept.disputed


def test_somebody_on_two_sides_is_foreseen(desk, alike):
    kept, gone = alike
    khan = make_person("khan")
    for event, side in ((kept, "royalists"), (gone, "constitutionalists")):
        make_participation(event=event, person=khan, side=side)
    found = look(desk, kept, gone)
    assert [(clash.about, clash.new, len(clash.claims)) for clash in found.clashes] == [("side", True, 2)]
    merge(kept, gone)
    kept.refresh_from_db()
    assert kept.disputed


def test_an_order_that_the_days_contradict_is_foreseen_with_its_claims(desk, alike):
    kept, gone = alike
    later = make_event(kept.atlas, "later", on="1909-07-18")
    make_relation(gone, "after", later)
    gone.claims.filter(attribute="date").delete()
    resolve_atlas(kept.atlas)
    found = look(desk, kept, gone)
    assert [clash.about for clash in found.order] == ["sequence"]
    assert {line.of for line in found.order[0].claims} >= {"Later", "Kept"}
    merge(kept, gone)
    for event in (kept, later):
        event.refresh_from_db()
        assert event.disputed


def test_what_the_program_proposes_leads_to_the_comparison_and_is_gone_once_it_is_done(desk, pair):
    kept, gone = pair
    gone.decisions.all().delete()
    make_claim(event=gone, source=make_source("other-book"), attribute="place", edge="at", place=kept.place)
    resolve_atlas(kept.atlas)
    address = reverse("admin:timeline_event_proposals")
    shown = [each for each in desk.get(address).context["shown"] if each.key == "same_event:gone:kept"]
    assert [each.address for each in shown] == [to_merge(kept, gone)]
    assert "7 days apart" in shown[0].why
    merge(kept, gone)
    assert desk.get(address).context["shown"] == []
