"""Asks of journeys whether their dates leave time for the way: a question to the dates, never an answer.

Pure: kilometres and day numbers in, doubtful stretches out. What is too fast or too slow is said in
geo.routes; here it is asked of whole stretches between two dated moments, since a march is often dated only
where it sets out and where it comes in, some legs later.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor

from geo.points import Point, distance_km
from geo.routes import SLOW_AFTER_DAYS, SLOW_KM_PER_DAY, SUSTAINED_KM_PER_DAY, TOO_FAST, TOO_SLOW

Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stage:
    """A leg as far as its pace goes. start, end: what the places are called, "" where unknown; km: its length,
    None where not known; departs, arrives: the first and last day possible, None where not known."""

    order: int
    start: str
    end: str
    km: float | None
    mode: str
    departs: Days | None = None
    arrives: Days | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """The departure or arrival (`edge`) of a leg, on one of the days."""

    order: int
    edge: str
    days: Days


@dataclass(frozen=True, slots=True)
class Stretch:
    """The way between two dated moments. legs: what is travelled, in order; parts: (mode, km) of each."""

    first: Moment
    last: Moment
    legs: tuple[int, ...]
    parts: tuple[tuple[str, float], ...]

    @property
    def km(self) -> float:
        return sum(km for _mode, km in self.parts)

    @property
    def needed(self) -> float:
        """Days that the means of travel need for it, at what each sustains."""
        return sum(km / sustained(mode) for mode, km in self.parts)

    @property
    def longest(self) -> int:
        """Days that the dates leave at most, the first and the last one counted."""
        return max(1, self.last.days[1] - self.first.days[0] + 1)

    @property
    def shortest(self) -> int:
        """Days between the two at least."""
        return self.last.days[0] - self.first.days[1]

    @property
    def implausible(self) -> str:
        """Too fast: even the most days are fewer than it needs. Too slow: even the fewest, over more than ten,
        make less than 3 km a day. "" for what may be."""
        if self.needed > self.longest:
            return TOO_FAST
        if self.shortest > SLOW_AFTER_DAYS and self.km / self.shortest < SLOW_KM_PER_DAY:
            return TOO_SLOW
        return ""

    @property
    def room(self) -> tuple[Days, Days]:
        """The days of departure, and those of arrival, that would make it plausible, the other end as it is."""
        most = max(SLOW_AFTER_DAYS, floor(self.km / SLOW_KM_PER_DAY))
        latest = min(floor(self.last.days[1] + 1 - self.needed), self.last.days[1])
        earliest = max(ceil(self.first.days[0] - 1 + self.needed), self.first.days[0])
        departs = (min(self.last.days[0] - most, latest), latest)
        arrives = (earliest, max(self.first.days[1] + most, earliest))
        return departs, arrives


@dataclass(frozen=True, slots=True)
class Sighting:
    """Somebody (`who`) at a place on one of the days, by a leg of a movement; ring_km: how far off it may be."""

    who: str
    movement: str
    order: int
    mode: str
    place: str
    point: Point
    ring_km: float
    days: Days


@dataclass(frozen=True, slots=True)
class Apart:
    """Two sightings of one, too far apart for the time: km at least, in as many days as the dates leave at most."""

    one: Sighting
    other: Sighting
    km: float
    days: int
    km_per_day: float


def sustained(mode: str) -> float:
    """Kilometres a day that a means of travel keeps up."""
    return SUSTAINED_KM_PER_DAY.get(mode, SUSTAINED_KM_PER_DAY["unknown"])


def doubtful_stretches(stages: Sequence[Stage]) -> list[Stretch]:
    """The stretches of a march, its legs in order, that its dates make too fast or too slow.

    Too fast is asked of every two dated moments along an unbroken way, too slow of neighbouring ones, and
    of stretches within each other only the shorter is returned.
    """
    found: list[Stretch] = []
    for run in _runs(stages):
        moments = _moments(run)
        asked = [(one, other) for at, one in enumerate(moments) for other in moments[at + 1 :]]
        for one, other in sorted(asked, key=lambda pair: pair[1][0] - pair[0][0]):
            stretch = _stretch(run, one, other)
            neighbours = moments.index(other) - moments.index(one) == 1
            if stretch is None or not stretch.implausible or (stretch.implausible == TOO_SLOW and not neighbours):
                continue
            if not any(_holds(stretch, kept) for kept in found):
                found.append(stretch)
    return sorted(found, key=lambda stretch: (stretch.first.order, stretch.last.order))


def too_far_apart(sightings: Iterable[Sighting], others: Iterable[Sighting]) -> list[Apart]:
    """Where one is put in two places that no journey joins in the time: sightings of one movement against others.

    The distance is the great circle less both rings, so that it is never made too long; the pace is the
    fastest of the means that either leg names, and at least that of a coach. One for every two movements:
    the least possible.
    """
    worst: dict[tuple[str, str, str], Apart] = {}
    others = list(others)
    for one in sightings:
        for other in others:
            if one.who != other.who or one.movement == other.movement:
                continue
            apart = _apart(one, other)
            key = (one.who, one.movement, other.movement)
            if apart and (key not in worst or apart.km_per_day > worst[key].km_per_day):
                worst[key] = apart
    return list(worst.values())


def _apart(one: Sighting, other: Sighting) -> Apart | None:
    km = distance_km(one.point, other.point) - one.ring_km - other.ring_km
    days = max(other.days[1] - one.days[0], one.days[1] - other.days[0]) + 1
    fastest = max(sustained("unknown"), sustained(one.mode), sustained(other.mode))
    if km <= 0 or km / days <= fastest:
        return None
    return Apart(one, other, km, days, km / days)


def _runs(stages: Sequence[Stage]) -> list[list[Stage]]:
    """The legs cut wherever the way is broken: an end or a length is not known, or the next begins elsewhere."""
    runs: list[list[Stage]] = [[]]
    for before, stage in pairwise([None, *stages]):
        if before is not None and (before.end != stage.start or not stage.start):
            runs.append([])
        if stage.km is None:
            runs.append([])
            continue
        runs[-1].append(stage)
    return [run for run in runs if run]


def _moments(run: Sequence[Stage]) -> list[tuple[int, Moment]]:
    """(how many legs lie behind, moment) along a run, in order."""
    found = []
    for at, stage in enumerate(run):
        if stage.departs:
            found.append((at, Moment(stage.order, "departs", stage.departs)))
        if stage.arrives:
            found.append((at + 1, Moment(stage.order, "arrives", stage.arrives)))
    return found


def _stretch(run: Sequence[Stage], one: tuple[int, Moment], other: tuple[int, Moment]) -> Stretch | None:
    travelled = run[one[0] : other[0]]
    if not any(stage.km for stage in travelled):
        return None
    legs = tuple(stage.order for stage in travelled)
    return Stretch(one[1], other[1], legs, tuple((stage.mode, stage.km) for stage in travelled))


def _holds(outer: Stretch, inner: Stretch) -> bool:
    return outer.implausible == inner.implausible and set(inner.legs) <= set(outer.legs)
