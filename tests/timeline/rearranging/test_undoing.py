"""An act is taken back whole, or refused with what has changed since."""

import pytest
from django.db import connection
from django.utils import timezone

from geo.models import Place
from tests.factories import make_claim, make_event, make_force, make_place
from tests.timeline.rearranging.atlases import every_row
from tests.timeline.rearranging.doing import decide, merge, move, split
from timeline.models import Act, Claim, Decision, Event, Force, Participation, Relation
from timeline.rearranging import acts
from timeline.rearranging.plan import Refused, Row
from timeline.resolving import resolve_atlas

pytestmark = pytest.mark.django_db


def saved(record, **values):
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


LATER = {
    "a claim that moved was changed": (
        lambda: saved(Claim.objects.get(face="1909-07-20"), as_printed="20 July"), ["claim “book-", "as printed"],
    ),
    "a claim that moved was hidden": (
        lambda: saved(Claim.objects.get(face="1909-07-20"), publication="draft"), ["claim “book-", "publication"],
    ),
    "a claim that moved was deleted": (
        lambda: (Decision.objects.all().delete(), Claim.objects.get(face="1909-07-20").delete()),
        ["claim “book-", "has been deleted"],
    ),
    "a participation that moved was changed": (
        lambda: saved(Participation.objects.get(force__slug="band"), role="captor"), ["participation “Band", "role"],
    ),
    "a relation that moved was deleted": (
        lambda: Relation.objects.get(kind="because_of").delete(), ["relation", "has been deleted"],
    ),
    "a decision that moved was changed": (
        lambda: saved(Decision.objects.get(), reason="Otherwise."), ["decision", "reason"],
    ),
    "the address was taken by another": (
        lambda: make_event(Event.objects.first().atlas, "gone"), ["holds that address"],
    ),
    "somebody who took part was deleted": (
        lambda: (Participation.objects.filter(force__slug="guard").delete(), Force.objects.get(slug="guard").delete()),
        ["A force", "has been deleted"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", LATER)
def test_a_merge_is_not_undone_over_a_later_change_and_the_sentence_names_it(pair, what):
    guard = make_force("guard")
    for event in pair:
        Participation.objects.create(event=event, force=guard)
    act = merge(*pair)
    change, words = LATER[what]
    change()
    before = every_row()
    with pytest.raises(Refused) as refused:
        acts.undo(act, by="Editor")
    assert every_row() == before
    assert not Act.objects.filter(undoes=act).exists()
    assert [word for word in words if word not in refused.value.message] == []


def test_what_was_added_since_stays_with_the_kept_event(pair):
    kept, gone = pair
    act = merge(kept, gone)
    added = make_claim(event=kept, attribute="place", edge="at", place=kept.place)
    acts.undo(act, by="Editor")
    assert Claim.objects.get(pk=added.pk).event == kept


def test_a_decision_made_since_is_not_left_without_the_claim_it_prefers(pair):
    kept, gone = pair
    gone.decisions.all().delete()
    act = merge(kept, gone)
    claim = Claim.objects.get(face="1909-07-20")
    decide(kept, claim)
    with pytest.raises(Refused, match=f"A decision made since prefers {claim.key}"):
        acts.undo(act, by="Editor")
    Decision.objects.all().delete()
    acts.undo(act, by="Editor")


def test_a_change_that_was_made_and_unmade_does_not_stand_in_the_way(pair):
    act = merge(*pair)
    claim = Claim.objects.get(face="1909-07-20")
    saved(claim, note="For a moment.")
    saved(claim, note="")
    resolve_atlas(claim.event.atlas)
    acts.undo(act, by="Editor")
    assert Event.objects.filter(slug="gone").exists()


def test_the_event_a_split_made_is_not_taken_away_with_what_was_added_to_it(pair):
    kept, _gone = pair
    act = split(kept, [Row("claim", kept.claims.filter(attribute="date").get().pk)], "apart")
    added = make_claim(event=Event.objects.get(slug="apart"), face="1909-07-14")
    with pytest.raises(Refused, match=added.key):
        acts.undo(act, by="Editor")
    assert Claim.objects.filter(pk=added.pk).exists()


def test_later_acts_on_the_same_rows_are_named_and_once_they_are_taken_back_so_is_this(pair):
    kept, gone = pair
    before = every_row()
    first = merge(kept, gone)
    claim = Claim.objects.get(face="1909-07-20")
    second = move([claim], Event.objects.get(slug="third"))
    with pytest.raises(Refused, match=f"Take these acts back first: {second.pk}"):
        acts.undo(first, by="Editor")
    acts.undo(second, by="Editor")
    acts.undo(first, by="Editor")
    assert every_row() == before


def test_an_act_is_taken_back_once_and_its_undoing_can_be_taken_back(pair):
    act = merge(*pair)
    undone = acts.undo(act, by="Another", reason="They were two.")
    assert (undone.kind, undone.undoes, undone.by, undone.reason) == ("undo", act, "Another", "They were two.")
    with pytest.raises(Refused, match=f"already, by act {undone.pk}"):
        acts.undo(act, by="Editor")
    again = acts.undo(undone, by="Editor")
    assert not Event.objects.filter(slug="gone").exists()
    assert again.undoes == undone


def test_an_event_comes_back_after_the_place_it_had_was_deleted(pair):
    kept, gone = pair
    claim = make_claim(event=gone, attribute="place", edge="at", place=make_place("village"))
    resolve_atlas(kept.atlas)
    gone.refresh_from_db()
    assert gone.place.slug == "village"
    act = merge(kept, gone)
    # As if the claim had never named it: a place that a claim names can't be deleted.
    city, moved = kept.place, act.rows.get(table="claim", key=claim.pk)
    moved.before["place_id"] = city.pk
    moved.save()
    Claim.objects.filter(pk=claim.pk).update(place=city)
    Event.objects.filter(place__slug="village").update(place=None)
    Place.objects.get(slug="village").delete()
    acts.undo(act, by="Editor")
    connection.check_constraints()
    assert Event.objects.get(slug="gone").place.slug == "city"


def test_a_row_comes_back_with_the_moment_it_was_made_to_the_microsecond(pair):
    _kept, gone = pair
    made = timezone.now().replace(microsecond=123457)
    Event.objects.filter(pk=gone.pk).update(created=made, published_on=made)
    acts.undo(merge(*pair), by="Editor")
    back = Event.objects.get(slug="gone")
    assert (back.created, back.published_on) == (made, made)
    assert back.pk == gone.pk
