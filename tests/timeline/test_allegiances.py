"""Sides and roles: nobody is on two sides of one event, and some roles have one bearer."""

import pytest

from timeline.allegiances import TakingPart, on_two_sides, two_in_one_role


def part(
    who: str, role: str = "commander", side: str = "royalists", claims=("k-1",), person: bool = True
) -> TakingPart:
    return TakingPart(who, role, side, tuple(claims), person)


@pytest.mark.parametrize(
    ("parts", "divided"),
    [
        ([part("mufakham"), part("mufakham", side="constitutionalists", claims=("k-2",))], ["mufakham"]),
        ([part("mufakham"), part("mufakham", role="negotiator", claims=("k-2",))], []),
        ([part("mufakham"), part("yeprem", side="constitutionalists")], []),
        ([part("mufakham"), part("mufakham", side="", claims=("k-2",))], []),
        ([part("riders", person=False), part("riders", side="constitutionalists", person=False)], []),
        ([part("mufakham"), part("mufakham", side="constitutionalists", claims=())], []),
    ],
)
def test_a_person_on_two_sides_of_one_event_is_a_contradiction(parts, divided):
    assert [each.about for each in on_two_sides(parts)] == divided


@pytest.mark.parametrize(
    ("parts", "roles"),
    [
        ([part("father", "ruler"), part("son", "ruler", claims=("k-2",))], ["ruler"]),
        ([part("father", "ruler"), part("father", "ruler", claims=("k-2",))], []),
        ([part("one"), part("two")], []),
        ([part("one", "governor"), part("two", "governor", claims=())], []),
        ([part("one", "governor"), part("state", "governor", person=False)], []),
    ],
)
def test_only_a_role_marked_single_has_one_bearer(parts, roles):
    assert [each.about for each in two_in_one_role(parts)] == roles


def test_every_claim_of_either_account_is_named():
    (found,) = on_two_sides([part("x", claims=("a", "b")), part("x", side="russia", claims=("b", "c"))])
    assert found.claims == ("a", "b", "c")
