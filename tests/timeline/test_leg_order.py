"""Legs are put in any order, and numbers go with them: tables of cases, and random permutations."""

import json
import random
from pathlib import Path

import pytest

from tests.factories import make_atlas, make_claim, make_movement, make_place
from timeline.leg_order import Wish, followed, in_order, put_in_order
from timeline.models import Claim, Leg

VECTORS = Path(__file__).resolve().parents[1] / "vectors"
CASES = {
    "as they are": ([1, 2, 3], [None, None, None], [0, 1, 2]),
    "the third made first": ([1, 2, 3], [1, 2, 1], [2, 0, 1]),
    "the first made third": ([1, 2, 3], [3, 2, 3], [1, 2, 0]),
    "the second given 1 goes before it": ([1, 2, 3], [1, 1, 3], [1, 0, 2]),
    "all of them turned round": ([1, 2, 3], [3, 2, 1], [2, 1, 0]),
    "a new one comes last": ([1, 2, None], [1, 2, None], [0, 1, 2]),
    "a new one given 2 goes before the second": ([1, 2, None], [1, 2, 2], [0, 2, 1]),
    "nought comes before everything": ([1, 2], [1, 0], [1, 0]),
    "none": ([], [], []),
}


@pytest.mark.parametrize(("was", "wanted", "order"), CASES.values(), ids=CASES)
def test_a_typed_number_puts_a_leg_where_it_is_meant_to_stand(was, wanted, order):
    assert in_order([Wish(*pair) for pair in zip(was, wanted, strict=True)]) == order


NUMBERS = json.loads((VECTORS / "leg_numbers.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", NUMBERS, ids=[case["what"] for case in NUMBERS])
def test_who_went_along_goes_on_with_the_same_legs(case):
    assert list(followed(*case["kept"], dict(case["numbers"]))) == case["told"]


@pytest.mark.django_db
def test_whatever_the_order_every_claim_stays_with_its_leg():
    place = make_place("here")
    movement = make_movement(make_atlas(), legs=[(place, None, "", "")] * 6)
    legs = list(movement.legs.values_list("pk", flat=True))
    for leg in legs:
        make_claim(leg_id=leg, attribute="strength", as_printed=f"of {leg}")
    shuffled, chance = list(legs), random.Random(1288)  # noqa: S311 - no secret
    for _ in range(12):
        chance.shuffle(shuffled)
        put_in_order(movement.pk, shuffled)
        assert list(movement.legs.order_by("order").values_list("pk", "order")) == [
            (leg, number) for number, leg in enumerate(shuffled, start=1)
        ]
    assert {claim.leg_id: claim.as_printed for claim in Claim.objects.exclude(leg=None)} == {
        leg: f"of {leg}" for leg in legs
    }


@pytest.mark.django_db
def test_a_gap_is_closed_and_what_moved_has_a_new_version():
    place = make_place("here")
    movement = make_movement(make_atlas(), legs=[(place, None, "", "")] * 3)
    Leg.objects.filter(movement=movement, order=2).delete()
    first, third = movement.legs.order_by("order")
    assert put_in_order(movement.pk, [first.pk, third.pk]) == {1: 1, 3: 2}
    assert [*movement.legs.order_by("order").values_list("order", "version")] == [(1, 1), (2, 2)]
