"""Weighs claims as they would stand after a rearrangement; nothing is written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Model, Q

from chronology.spans import Shape
from timeline.models import Claim, Decision, Participation
from timeline.rearranging.plan import New, Plan, Row
from timeline.statements import taking_part
from timeline.weighable import weighable_claims
from timeline.weighing import Disagreement, Weighed, weigh

# The event that a plan makes, where claims come to speak of it.
MADE = 0


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What the claims of one event come to, now and afterwards; None where there is no such event then.

    New is what disagrees afterwards and does not now.
    """

    now: Weighed | None
    then: Weighed | None
    elsewhere: tuple[Disagreement, ...] = ()

    @property
    def new(self) -> tuple[Disagreement, ...]:
        known = {self._about(each) for each in (*self._disagreements(self.now), *self.elsewhere)}
        return tuple(each for each in self._disagreements(self.then) if self._about(each) not in known)

    @property
    def settled(self) -> tuple[Disagreement, ...]:
        """What disagrees now and does not afterwards."""
        left = {(each.attribute, each.edge) for each in self._disagreements(self.then)}
        return tuple(each for each in self._disagreements(self.now) if (each.attribute, each.edge) not in left)

    @staticmethod
    def _disagreements(weighed: Weighed | None) -> tuple[Disagreement, ...]:
        return weighed.disagreements if weighed else ()

    @staticmethod
    def _about(disagreement: Disagreement) -> tuple:
        return disagreement.attribute, disagreement.edge, frozenset(disagreement.conflict.claims)


def foresee(plan: Plan, events: Mapping[int, str]) -> dict[int, Foreseen]:
    """Return what a plan makes of events: by primary key, MADE for the one it makes; eleven queries at most.

    events: the shape of each, by primary key; MADE among them where the plan makes one.
    """
    keys = [key for key in events if key != MADE]
    moving = [change.row.key for change in plan.changes if change.row.table == "claim"]
    claims = list(weighable_claims().filter(Q(event__in=keys) | Q(pk__in=moving)))
    decisions = list(Decision.objects.filter(event__in=keys).select_related("claim"))
    parts = list(_parts(keys, plan))
    said = list(Claim.objects.published().filter(participation__in=parts).order_by("pk"))
    then = _afterwards(plan)
    removed = frozenset(plan.removals)
    found = {}
    for key, shape in events.items():
        now = None if key == MADE else _weighed(claims, decisions, parts, said, key, _as_it_is, shape)
        after = None
        if Row("event", key) not in removed:
            left = [[each for each in rows if _row(each) not in removed] for rows in (decisions, parts)]
            after = _weighed(claims, *left, said, key, then, shape)
        found[key] = Foreseen(now, after)
    everything = tuple(each for one in found.values() if one.now for each in one.now.disagreements)
    return {key: Foreseen(one.now, one.then, everything) for key, one in found.items()}


def _parts(keys: Iterable[int], plan: Plan):
    moving = [change.row.key for change in plan.changes if change.row.table == "participation"]
    return Participation.objects.filter(Q(event__in=keys) | Q(pk__in=moving)).select_related("person", "force")


def _row(record: Model) -> Row:
    return Row(record._meta.model_name, record.pk)


def _as_it_is(record: Model, column: str) -> int | None:
    return getattr(record, column)


def _afterwards(plan: Plan) -> Callable[[Model, str], int | None]:
    """What a column of a record holds once the plan is carried out; MADE for whatever the plan makes."""
    changed = {change.row: change.values for change in plan.changes}

    def holds(record: Model, column: str) -> int | None:
        value = changed.get(_row(record), {}).get(column, getattr(record, column))
        return MADE if isinstance(value, New) else value

    return holds


def _weighed(
    claims: Iterable[Claim],
    decisions: Iterable[Decision],
    parts: Iterable[Participation],
    said: Iterable[Claim],
    key: int,
    holds: Callable[[Model, str], int | None],
    shape: str,
) -> Weighed:
    taking: dict[int | None, list[str]] = {}
    for claim in said:
        taking.setdefault(holds(claim, "participation_id"), []).append(claim.key)
    return weigh(
        [claim for claim in claims if holds(claim, "event_id") == key],
        [decision for decision in decisions if holds(decision, "event_id") == key],
        Shape(shape),
        taking_part([part for part in parts if holds(part, "event_id") == key], taking),
    )
