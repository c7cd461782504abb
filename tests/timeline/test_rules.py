"""A row that a rule of the database can't be held against is refused in a sentence, as one that breaks a rule is."""

import pytest
from django.db.models import CheckConstraint, Q

from timeline.models import Event
from timeline.seeding.rules import UnknownComparison, broken_rules, holds

UNKNOWN = CheckConstraint(condition=Q(title__regex="^[A-Z]"), name="title_begins_with_a_capital")


def test_a_rule_that_compares_in_an_unknown_way_refuses_the_row_by_its_name(monkeypatch):
    monkeypatch.setattr(Event._meta, "constraints", [*Event._meta.constraints, UNKNOWN])
    ((rule, sentence),) = broken_rules(Event(title="gate", importance=3))
    assert rule == "title_begins_with_a_capital"
    assert "“title_begins_with_a_capital” can't be held against this row" in sentence


@pytest.mark.parametrize(
    "condition", [Q(title__regex="x"), ~Q(title__startswith="x"), Q(importance=3, title__in=["x"])]
)
def test_whether_an_unknown_comparison_holds_is_not_guessed(condition):
    with pytest.raises(UnknownComparison):
        holds(condition, Event(title="gate", importance=3))
