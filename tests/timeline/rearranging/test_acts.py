"""Whole acts on whole atlases: nothing is lost, and what is taken back is as it was."""

import random

import pytest

from tests.timeline.rearranging.atlases import crowded_atlas, every_row
from timeline.models import Act, Claim, Event, FormerSlug, Movement
from timeline.rearranging import acts
from timeline.rearranging.merging import rival_decisions
from timeline.rearranging.plan import Refused, Row
from timeline.rearranging.reading import claims_to_move, holdings_of
from timeline.rearranging.seen import written
from timeline.resolving import resolve_atlas

pytestmark = pytest.mark.django_db


def seen(*events: Event) -> str:
    return written(*(holdings_of(event).stamps for event in events))


def merge(kept: Event, gone: Event, **more) -> Act:
    rivals = rival_decisions(holdings_of(kept), holdings_of(gone))
    standing = [pair[0].key for pair in rivals]
    return acts.merge(kept.pk, gone.pk, seen=seen(kept, gone), by="Editor", standing=standing, **more)


def split(event: Event, chosen, slug: str = "part") -> Act:
    values = {"slug": slug, "title": "A part", "kind": "battle", "theatre_id": event.theatre_id}
    return acts.split(event.pk, chosen, values, seen=seen(event), by="Editor")


def move(claims, subject) -> Act:
    claims = claims_to_move([claim.pk for claim in claims])
    stamps = written(*acts.move_stamps(claims, subject))
    to = Row(subject._meta.model_name, subject.pk)
    return acts.move([claim.pk for claim in claims], to, seen=stamps, by="Editor")


def random_act(chance: random.Random) -> Act:
    """Merge, split or move at random; Refused where what was drawn can't be."""
    events = list(Event.objects.order_by("pk"))
    kind = chance.choice(("merge", "merge", "split", "move"))
    if kind == "merge":
        return merge(*chance.sample(events, 2))
    event = chance.choice(events)
    held = holdings_of(event)
    if kind == "split":
        chosen = [claim.row for claim in held.claims if chance.random() < 0.4]
        return split(event, [*chosen, *(Row("movement", key) for key in held.movements)])
    claims = chance.sample(list(event.claims.all()), min(2, event.claims.count()))
    return move(claims, chance.choice([*events, *Movement.objects.all()]))


@pytest.mark.parametrize("seed", range(12))
def test_what_is_done_at_random_and_taken_back_leaves_every_row_as_it_was(seed):
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    atlas = crowded_atlas(chance)
    done = 0
    while done < 4:
        before = every_row()
        keys = set(Claim.objects.values_list("key", flat=True))
        try:
            act = random_act(chance)
        except Refused:
            assert every_row() == before
            continue
        after = every_row()
        assert after != before
        assert set(Claim.objects.values_list("key", flat=True)) == keys
        resolve_atlas(atlas)
        assert every_row() == after
        undone = acts.undo(act, by="Editor")
        assert every_row() == before
        again = acts.undo(undone, by="Editor")
        assert every_row() == after
        if chance.random() < 0.5:
            acts.undo(again, by="Editor")
            assert every_row() == before
        done += 1
    assert not FormerSlug.objects.filter(old__in=Event.objects.values("slug")).exists()
