"""Random acts on random atlases: nothing is lost, and what is taken back is as it was."""

import random

import pytest

from tests.timeline.rearranging.atlases import crowded_atlas, every_row
from tests.timeline.rearranging.doing import merge, move, split
from timeline.models import Act, Claim, Event, FormerSlug, Movement
from timeline.rearranging import acts
from timeline.rearranging.plan import Refused, Row
from timeline.rearranging.reading import claims_held_by, holdings_of
from timeline.resolving import resolve_atlas

pytestmark = pytest.mark.django_db


KINDS = ("merge", "split", "move")


def random_act(chance: random.Random, kind: str) -> Act:
    """Merge, split or move what is drawn at random; Refused where that can't be."""
    events = list(Event.objects.order_by("pk"))
    if kind == "merge":
        return merge(*chance.sample(events, 2))
    event = chance.choice(events)
    held = holdings_of(event)
    if kind == "split":
        chosen = [claim.row for claim in held.claims if chance.random() < 0.4]
        chosen += [Row("movement", key) for key in held.movements]
        return split(event, chosen, f"part-{chance.randrange(1000)}")
    told = list(Claim.objects.filter(claims_held_by(event.pk)).distinct())
    claims = chance.sample(told, min(chance.randrange(1, 4), len(told)))
    return move(claims, chance.choice([*events, *Movement.objects.all()]))


@pytest.mark.parametrize("seed", range(2))
def test_what_is_done_at_random_and_taken_back_leaves_every_row_as_it_was(seed):
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    atlas = crowded_atlas(chance)
    kinds = chance.sample(KINDS, 3)
    # One of the three stays done, so that the next begins from what it left.
    stays = chance.choice(kinds[:2])
    while kinds:
        before = every_row()
        keys = set(Claim.objects.values_list("key", flat=True))
        try:
            act = random_act(chance, kinds[0])
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
        if kinds.pop(0) != stays:
            acts.undo(again, by="Editor")
            assert every_row() == before
    assert not FormerSlug.objects.filter(old__in=Event.objects.values("slug")).exists()
