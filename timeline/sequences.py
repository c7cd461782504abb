"""Finds dated statements that the order told of their things leaves no room for.

Pure. Days are Julian day numbers; a point is one end of a thing, `(thing, "begin")` or `(thing, "end")`,
and an instant has only its begin. Links between points come from what is told (after, because of, five days
later, the first of a series), so that a chain of them may pass through things nobody has dated.

A walk starts from the earliest day that a statement leaves and goes from link to link. It ends where a
statement about the next point contradicts it, or says more than it: what lies beyond is that one's to find.
Walks are the shortest of their kind, so that a contradiction names no more claims than it needs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from chronology.spans import BEFORE_ALL

Point = tuple[str, str]
Pair = tuple[int | None, int | None]

SEQUENCE, FIRST = "sequence", "first"
# In the name of a link, between the part and its whole.
PART_OF = ":part_of:"
MOST_LINKS = 40


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an editor decided: the key of the claim preferred, "" for undecidable; on is an ISO day."""

    claim: str
    reason: str = ""
    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """What a claim literally says of a point: one pair [earliest, latest] for each reading of its face.

    meant: the pair an editor holds it to mean, or None; leaning: keys of the claims it is counted from;
    sentence: what is equal for all that one sentence says, None where nobody knows; verdict: of the date at this point.
    """

    key: str
    point: Point
    faces: tuple[Pair, ...]
    meant: Pair | None = None
    leaning: tuple[str, ...] = ()
    sentence: object = None
    verdict: Verdict | None = None

    @property
    def aside(self) -> bool:
        """Whether an editor decided for another claim."""
        return self.verdict is not None and self.verdict.claim not in ("", self.key)

    @property
    def moot(self) -> bool:
        """Whether an editor holds this date undecidable."""
        return self.verdict is not None and not self.verdict.claim

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key, *self.leaning)

    def earliest(self, *, as_meant: bool = False) -> int | None:
        """The first day it leaves, None for no bound."""
        if as_meant and self.meant is not None:
            return self.meant[0]
        days = [first for first, _last in self.faces]
        return None if None in days else min(days)

    def latest(self, *, as_meant: bool = False) -> int | None:
        """The last day it leaves, None for no bound."""
        if as_meant and self.meant is not None:
            return self.meant[1]
        days = [last for _first, last in self.faces]
        return None if None in days else max(days)


@dataclass(frozen=True, slots=True)
class Link:
    """`later` lies at least `days` after `earlier`, as any of the claims says; no claims: as it must.

    name: of the relation it comes from, or ""; order: it is told as coming later, so that a ring of such
    links contradicts itself whatever the days; dating: it is the later thing's own date, counted from the
    earlier one; kind: SEQUENCE, or FIRST for an order that follows from a series.
    """

    earlier: Point
    later: Point
    days: int
    claims: tuple[str, ...] = ()
    kind: str = SEQUENCE
    order: bool = False
    dating: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two dated statements and the links between them, which cannot all be true as printed."""

    earlier: Dated
    later: Dated
    links: tuple[Link, ...]

    @property
    def days(self) -> int:
        return sum(link.days for link in self.links)

    @property
    def kind(self) -> str:
        return FIRST if any(link.kind == FIRST for link in self.links) else SEQUENCE

    @property
    def things(self) -> tuple[str, ...]:
        """The later thing, then the earlier; one where they are the two ends of one thing.

        What is only dated by its distance from the earlier one stands in for it: it is that thing's day.
        """
        standing_in = self._standing_in
        earlier = standing_in[-1].later[0] if standing_in else self.earlier.point[0]
        return tuple(dict.fromkeys((self.later.point[0], earlier)))

    @property
    def days_between(self) -> int:
        """How many days must lie between the things, below 0 where at most so many may."""
        return sum(link.days for link in self.links[len(self._standing_in) :])

    @property
    def _standing_in(self) -> tuple[Link, ...]:
        return tuple(takewhile(lambda link: link.dating, self.links[:-1]))

    @property
    def claims(self) -> tuple[str, ...]:
        told = [key for link in self.links for key in link.claims]
        return tuple(dict.fromkeys((*self.earlier.keys, *told, *self.later.keys)))

    @property
    def part(self) -> str:
        """Where one of the things is told as a part of the other: the part, else ""."""
        names = [link.name for link in self.links if link.name]
        if len(self.things) < 2 or not names or not all(PART_OF in name for name in names):
            return ""
        later, earlier = self.things
        return later if names[-1].startswith(later + PART_OF) else earlier

    @property
    def stands(self) -> bool:
        """Whether it remains when every statement is read as editors hold it to be meant."""
        return self.with_ends(self.earlier, self.later, as_meant=True)

    def with_ends(self, earlier: Dated, later: Dated, *, as_meant: bool = False) -> bool:
        """Whether these two statements would contradict each other in place of its own."""
        first, last = earlier.earliest(as_meant=as_meant), later.latest(as_meant=as_meant)
        return first is not None and last is not None and last < first + self.days


def clashes(dated: Iterable[Dated], links: Iterable[Link]) -> tuple[Clash, ...]:
    """Return every contradiction between two statements, each by the shortest chain that shows it.

    An echo is left out: where a sentence that dates one of the things dates the other too, or one date is
    counted from the other's, and the two agree, what contradicts them disagrees about one thing's own date.
    """
    said: dict[Point, list[Dated]] = {}
    for statement in dated:
        said.setdefault(statement.point, []).append(statement)
    onward: dict[Point, list[Link]] = {}
    for link in links:
        onward.setdefault(link.earlier, []).append(link)
    return tuple(
        clash
        for point, statements in said.items()
        if point in onward
        for statement in statements
        for clash in _walk(statement, said, onward)
    )


def _walk(start: Dated, said: dict[Point, list[Dated]], onward: dict[Point, list[Link]]) -> Iterable[Clash]:
    first = start.earliest()
    if first is None:
        return
    best = {start.point: first}
    found: set[str] = set()
    ways: list[tuple[Point, int, tuple[Link, ...]]] = [(start.point, first, ())]
    for _length in range(MOST_LINKS):
        following = []
        for point, day, way in ways:
            for link in onward.get(point, ()):
                there = day + link.days
                if best.get(link.later, BEFORE_ALL) >= there:
                    continue
                best[link.later] = there
                told = said.get(link.later, ())
                against = [clash for clash in _against(start, told, there, (*way, link)) if not _is_echo(clash, said)]
                for clash in against:
                    if clash.later.key not in found and not {*clash.later.keys} & {*start.keys}:
                        found.add(clash.later.key)
                        yield clash
                if not against and not _says_more(told, there):
                    following.append((link.later, there, (*way, link)))
        if not following:
            return
        ways = following


def _against(start: Dated, told: Sequence[Dated], day: int, way: tuple[Link, ...]) -> list[Clash]:
    """The contradictions with what is said to lie before this day."""
    return [Clash(start, each, way) for each in told if (last := each.latest()) is not None and last < day]


def _says_more(told: Sequence[Dated], day: int) -> bool:
    """Whether something said of the point leaves no day before this one either."""
    return any((first := each.earliest()) is not None and first >= day for each in told)


def _is_echo(clash: Clash, said: dict[Point, list[Dated]]) -> bool:
    one, other = clash.earlier, clash.later
    return any(
        _told_with(each, other) and _apart(each, one) and not clash.with_ends(each, other) for each in said[one.point]
    ) or any(
        _told_with(each, one) and _apart(other, each) and not clash.with_ends(one, each) for each in said[other.point]
    )


def _told_with(one: Dated, other: Dated) -> bool:
    """Whether the other is told in the same sentence, or counted from the one."""
    return one.key in other.leaning or (one.sentence is not None and one.sentence == other.sentence)


def _apart(earlier: Dated, later: Dated) -> bool:
    last, first = earlier.latest(), later.earliest()
    return last is not None and first is not None and last < first
