"""Weighs claims as they would stand after a rearrangement; nothing is written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from chronology.spans import Shape
from timeline.models import Claim, Decision
from timeline.rearranging.plan import New, Plan, Row
from timeline.resolving import weighable_claims
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
    """Return what a plan makes of events: by primary key, MADE for the one it makes; four queries.

    events: the shape of each, by primary key; MADE among them where the plan makes one.
    """
    keys = [key for key in events if key != MADE]
    moving = [change.row.key for change in plan.changes if change.row.table == "claim"]
    claims = list(weighable_claims().filter(Q(event__in=keys) | Q(pk__in=moving)))
    decisions = list(Decision.objects.filter(event__in=keys).select_related("claim"))
    then = _afterwards(plan)
    removed = frozenset(plan.removals)
    found = {}
    for key, shape in events.items():
        now = None if key == MADE else _weighed(claims, decisions, key, _as_it_is, shape)
        after = None
        if Row("event", key) not in removed:
            left = [each for each in decisions if Row("decision", each.pk) not in removed]
            after = _weighed(claims, left, key, then, shape)
        found[key] = Foreseen(now, after)
    everything = tuple(each for one in found.values() if one.now for each in one.now.disagreements)
    return {key: Foreseen(one.now, one.then, everything) for key, one in found.items()}


def _as_it_is(record: Claim | Decision) -> int | None:
    return record.event_id


def _afterwards(plan: Plan) -> Callable[[Claim | Decision], int | None]:
    going = {change.row: change.values["event_id"] for change in plan.changes if "event_id" in change.values}

    def event_of(record: Claim | Decision) -> int | None:
        to = going.get(Row(record._meta.model_name, record.pk), record.event_id)
        return MADE if isinstance(to, New) else to

    return event_of


def _weighed(
    claims: Iterable[Claim], decisions: Iterable[Decision], key: int, event_of: Callable, shape: str
) -> Weighed:
    return weigh(
        [claim for claim in claims if event_of(claim) == key],
        [decision for decision in decisions if event_of(decision) == key],
        Shape(shape),
    )
