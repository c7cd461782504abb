"""The statements of a dispute: each once, numbered, copies under their originals."""

import pytest

from tests.factories import make_atlas, make_claim, make_event, make_source
from timeline.chronicle import claim_entries
from timeline.models import Claim
from timeline.pages.dispute_statements import Statements

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return make_event(make_atlas(), "entry", claims=0)


def statements(**wanted) -> Statements:
    return Statements(claim_entries(Claim.objects.order_by("pk")), **wanted)


def test_a_copy_with_the_same_value_hangs_under_its_original_in_whatever_order_they_come(event):
    one = make_source("one")
    copy = make_source("copy", based_on=one)
    make_claim(event=event, face="1909-07-25", edge="on", source=copy, key="copied", as_printed="July 25")
    make_claim(event=event, face="1909-07-25", edge="on", source=one, key="original", as_printed="25 July")
    (said,) = statements().entries
    assert said.claim.id == "original"
    assert [each.id for each in said.copies] == ["copied"]
    assert statements().numbers(["copied", "original"]) == [1]
    assert statements().is_copy("copied")
    assert not statements().is_copy("original")


@pytest.mark.parametrize("face", ["1909-07-17", "1909-07"])
def test_a_copy_that_says_something_else_stands_by_itself(event, face):
    one = make_source("one")
    make_claim(event=event, face="1909-07-25", edge="on", source=one)
    make_claim(event=event, face=face, edge="on", source=make_source("copy", based_on=one))
    assert [(said.number, said.is_copy) for said in statements().entries] == [(1, False), (2, True)]


def test_two_witnesses_of_one_day_stand_side_by_side(event):
    for slug in ("one", "two"):
        make_claim(event=event, face="1909-07-25", edge="on", source=make_source(slug))
    assert [said.number for said in statements().entries] == [1, 2]


def test_of_several_things_each_statement_says_of_which(event):
    make_claim(event=event, face="1909-07-25", edge="on", source=make_source())
    assert statements().entries[0].of == ""
    assert statements(several=True).entries[0].of == "Entry"


def test_an_unknown_key_has_no_number(event):
    assert statements().numbers(["nothing"]) == []
