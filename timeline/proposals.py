"""Proposes to editors which events may be one, and which relations may be missing.

Pure, and only ever a proposal: nothing is changed by it. Days are Julian day numbers.

Two events may be one where they are of one kind at one place, their days lie no more than forty apart (or a
reading of one printed date brings them together), the same side acts, no paragraph of any source tells both,
and no chain of relations sets them apart. A relation may be missing where an order names an act that few other
events are called by, or where a march comes to the place of an event on its day.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

SAME_EVENT, MISSING_RELATION, MARCH_OF_EVENT = "same_event", "missing_relation", "march_of_event"
NEAR_DAYS = 40
# Days that say less than a year are too loose to bring two events together.
LOOSEST_DAYS = 366
# A word that more events than these are called by tells none of them from the others.
RAREST = 3

Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event as proposals see it.

    place: a slug or ""; within: what the place lies in; days: outer days, None where open; side: of who acts;
    names: folded words of its title that name persons, forces or places; acts: the other ones; passages:
    (source, section, paragraph) where its date or place is told; printed: its dates as printed, each with the
    year of its context.
    """

    slug: str
    title: str
    kind: str
    place: str = ""
    place_name: str = ""
    within: tuple[str, ...] = ()
    days: Days | None = None
    side: str = ""
    acts: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    passages: frozenset[tuple] = frozenset()
    printed: tuple[tuple[str, int | None], ...] = ()
    is_order: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a march (its slug, and that of the event it is the marching of, or "") comes to, and when."""

    march: str
    title: str
    event: str
    place: str
    days: Days


@dataclass(frozen=True, slots=True)
class Meeting:
    """A reading that brings a printed date to the days of another event: what it comes to, and the arithmetic."""

    printed: str
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something an editor may want to do.

    kind: SAME_EVENT (subjects are two events), MISSING_RELATION (two events, the one it starts from first;
    relation is its kind) or MARCH_OF_EVENT (a movement and an event). why: a sentence, as
    timeline/proposing.py words it; before that what it rests on (near, reading, order, arrival), with the
    values that the sentence takes.
    """

    kind: str
    subjects: tuple[str, ...]
    why: str
    values: tuple[tuple[str, str], ...] = ()
    relation: str = ""

    @property
    def key(self) -> str:
        """The same for the same proposal, whichever way round it is made."""
        named = sorted(self.subjects) if self.kind == SAME_EVENT else [*self.subjects, self.relation]
        return ":".join([self.kind, *named])


# Brings a printed date, with the year of its context, to some days: a reading that does, or None.
Meets = Callable[[str, int | None, Days], Meeting | None]


def proposals(
    occasions: Sequence[Occasion],
    arrivals: Iterable[Arrival] = (),
    relations: Iterable[tuple[str, str]] = (),
    meets: Meets = lambda printed, year, days: None,
) -> tuple[Proposal, ...]:
    """Return what is proposed, in the order of the events.

    relations: pairs of slugs that a relation of any kind joins; meets: finds a reading of a printed date that
    brings it to the days given.
    """
    relations = set(relations)
    joined = Joined(relations)
    return (
        *_same_events(occasions, joined, meets),
        *_orders(occasions, relations),
        *_marches(occasions, arrivals, joined),
    )


class Joined:
    """Which things a chain of relations connects, one way or the other."""

    def __init__(self, relations: Iterable[tuple[str, str]]):
        self._onward: dict[str, set[str]] = {}
        self._back: dict[str, set[str]] = {}
        for one, other in relations:
            self._onward.setdefault(one, set()).add(other)
            self._back.setdefault(other, set()).add(one)

    def chain(self, one: str, other: str) -> bool:
        """Whether a chain leads from either to the other, all its links the same way."""
        return other in self._reached(one, self._onward) or other in self._reached(one, self._back)

    def _reached(self, start: str, ways: Mapping[str, set[str]]) -> set[str]:
        seen, new = {start}, {start}
        while new:
            new = {there for here in new for there in ways.get(here, ())} - seen
            seen |= new
        return seen


def _same_events(occasions: Sequence[Occasion], joined: Joined, meets: Meets) -> Iterable[Proposal]:
    placed: dict[str, list[Occasion]] = {}
    for each in occasions:
        if each.place and each.days:
            placed.setdefault(each.kind, []).append(each)
    for one, other in (pair for alike in placed.values() for pair in combinations(alike, 2)):
        if not _at_one_place(one, other) or one.passages & other.passages:
            continue
        if one.side and other.side and one.side != other.side:
            continue
        found = _near(one, other) or _meeting(one, other, meets) or _meeting(other, one, meets)
        if found and not joined.chain(one.slug, other.slug):
            yield found


def _at_one_place(one: Occasion, other: Occasion) -> bool:
    return one.place == other.place or one.place in other.within or other.place in one.within


def _near(one: Occasion, other: Occasion) -> Proposal | None:
    apart = days_apart(one.days, other.days)
    if apart > NEAR_DAYS or any(days[1] - days[0] > LOOSEST_DAYS for days in (one.days, other.days)):
        return None
    values = (("place", one.place_name or other.place_name), ("days", str(apart)))
    return Proposal(SAME_EVENT, (one.slug, other.slug), "near", values)


def _meeting(one: Occasion, other: Occasion, meets: Meets) -> Proposal | None:
    for printed, year in one.printed:
        met = meets(printed, year, other.days)
        if met is not None:
            values = (("place", one.place_name or other.place_name), ("printed", met.printed), ("why", met.why))
            return Proposal(SAME_EVENT, (one.slug, other.slug), "reading", values)
    return None


def days_apart(one: Days, other: Days) -> int:
    """How many days lie between two stretches of days at the least, nought where they share one."""
    return max(0, other[0] - one[1], one[0] - other[1])


def _orders(occasions: Sequence[Occasion], relations: set[tuple[str, str]]) -> Iterable[Proposal]:
    called = Counter(word for each in occasions for word in each.acts)
    for order in (each for each in occasions if each.is_order):
        rare = {word for word in order.acts if called[word] <= RAREST}
        for act in (each for each in occasions if not each.is_order and rare & each.acts):
            if not (order.names & act.names or (order.place and order.place == act.place)):
                continue
            if (order.slug, act.slug) in relations or (act.slug, order.slug) in relations:
                continue
            if order.days and act.days and not _may_follow(order.days, act.days):
                continue
            values = (("words", ", ".join(sorted(rare & act.acts))),)
            yield Proposal(MISSING_RELATION, (order.slug, act.slug), "order", values, "orders")


def _may_follow(order: Days, act: Days) -> bool:
    return act[1] >= order[0] and days_apart(order, act) <= NEAR_DAYS


def _marches(occasions: Sequence[Occasion], arrivals: Iterable[Arrival], joined: Joined) -> Iterable[Proposal]:
    by_place: dict[str, list[Occasion]] = {}
    for each in occasions:
        if each.place and each.days and _is_day(each.days):
            by_place.setdefault(each.place, []).append(each)
    known = {each.slug: each for each in occasions}
    made: set[str] = set()
    for arrival in (each for each in arrivals if _is_day(each.days)):
        for event in by_place.get(arrival.place, ()):
            if days_apart(arrival.days, event.days) or event.slug == arrival.event:
                continue
            found = _of_arrival(arrival, event, known.get(arrival.event), joined)
            if found and found.key not in made:
                made.add(found.key)
                yield found


def _of_arrival(arrival: Arrival, event: Occasion, whole: Occasion | None, joined: Joined) -> Proposal | None:
    values = (("march", arrival.title), ("place", event.place_name), ("day", str(event.days[0])))
    if whole is None:
        return Proposal(MARCH_OF_EVENT, (arrival.march, event.slug), "arrival", values)
    if joined.chain(event.slug, whole.slug):
        return None
    is_earlier = whole.days is not None and event.days[0] < whole.days[0]
    relation = "before" if is_earlier else "after"
    return Proposal(MISSING_RELATION, (event.slug, whole.slug), "arrival", values, relation)


def _is_day(days: Days) -> bool:
    """A night lies between two days."""
    return days[1] - days[0] <= 1
