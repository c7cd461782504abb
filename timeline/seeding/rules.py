"""Holds a record against the rules that the database keeps for its table, and says in a sentence which is broken."""

from django.db import models
from django.db.models import CheckConstraint, F, Q

SENTENCES = {
    "place_has_whole_point_or_none": "A latitude lies between -90 and 90 and a longitude between -180 and 180.",
    "place_uncertainty_not_negative": "The uncertainty is a number of kilometres, 0 or more.",
    "atlas_window_in_order": "The window must begin before it ends: exchange window_from and window_to.",
    "event_importance_1_to_5": "The importance is a whole number from 1 to 5.",
    "movement_importance_1_to_5": "The importance is a whole number from 1 to 5.",
    "no_event_relates_to_itself": "An event can't be related to itself: name another one.",
    "lesson_step_counted_from_1": "The steps of a lesson are counted from 1.",
    "claim_hangs_on_one_thing": "A claim hangs on another claim or on an event, not on both.",
}
_ALWAYS_KEPT = "Its columns contradict each other."
_NOT_UNDERSTOOD = (
    "The database's rule “{rule}” can't be held against this row before it is written:"
    " tell whoever keeps this installation."
)


class UnknownComparison(ValueError):
    """A rule compares in a way that is not known here; whether a record keeps it can't be said."""


def broken_rules(record: models.Model) -> list[tuple[str, str]]:
    """Name and sentence of each rule that the record breaks, or that can't be read; the database isn't asked."""
    rules = [rule for rule in record._meta.constraints if isinstance(rule, CheckConstraint)]
    return [(rule.name, sentence) for rule in rules if (sentence := _refusal(rule, record))]


def _refusal(rule: CheckConstraint, record: models.Model) -> str:
    """Why a record can't be let in under a rule, or ""."""
    try:
        kept = holds(rule.condition, record)
    except UnknownComparison:
        # Refused here, in a sentence: the database would refuse the whole file, without naming a row.
        return _NOT_UNDERSTOOD.format(rule=rule.name)
    return "" if kept else SENTENCES.get(rule.name, _ALWAYS_KEPT)


def holds(condition: Q, record: models.Model) -> bool:
    """Whether a condition over columns of the record itself is true, as a database reckons it.

    What compares with an empty column is unknown, and a rule that is unknown is not broken. Raises
    UnknownComparison.
    """
    return _truth(condition, record) is not False


def _truth(condition: Q, record: models.Model) -> bool | None:
    truths = [
        _truth(child, record) if isinstance(child, Q) else _compared(*child, record) for child in condition.children
    ]
    if condition.connector == Q.AND:
        truth = False if False in truths else None if None in truths else True
    else:
        truth = True if True in truths else None if None in truths else False
    return truth if truth is None or not condition.negated else not truth


def _compared(lookup: str, wanted: object, record: models.Model) -> bool | None:
    name, _mark, how = lookup.partition("__")
    value = _column(record, name)
    if how == "isnull":
        return (value is None) == wanted
    if isinstance(wanted, F):
        wanted = _column(record, wanted.name)
    if value is None or wanted is None:
        return None
    match how:
        case "" | "exact":
            return value == wanted
        case "gt":
            return value > wanted
        case "gte":
            return value >= wanted
        case "lt":
            return value < wanted
        case "lte":
            return value <= wanted
    raise UnknownComparison(how)


def _column(record: models.Model, name: str) -> object:
    return getattr(record, record._meta.get_field(name).attname)
