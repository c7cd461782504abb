"""Gathers what contradicts the order told of things into one contradiction a pair, with where it stands.

Pure. It is *explained* where nothing remains once every statement is read as editors hold it to be meant,
*decided* or *undecidable* where an editor said so of the relation, the series or the dates that remain.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from timeline.dispute_names import name_of_order
from timeline.resolution import DECIDED, EXPLAINED, OPEN, UNDECIDABLE
from timeline.rings import rings
from timeline.sequences import FIRST, SEQUENCE, Clash, Dated, Link, Point, Verdict, clashes
from timeline.series import Placed, SamePlace, links_of, same_places

_Said = Mapping[Point, list[Dated]]


@dataclass(frozen=True, slots=True)
class Told:
    """What the claims of an atlas say of days, order and series.

    verdicts: what editors decided of a relation, by its name, or of a thing's place in a series, by the thing's.
    """

    dated: tuple[Dated, ...] = ()
    links: tuple[Link, ...] = ()
    placed: tuple[Placed, ...] = ()
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims about one or more things that cannot all be true. kind: SEQUENCE or FIRST; the later thing first;
    verdict: the editor's decision that settles it, if one does; days: how many must lie between the things by
    what is told, fewer than none where at most so many may; part: of two of which one is told as a part of the
    other, the part."""

    kind: str
    things: tuple[str, ...]
    claims: tuple[str, ...]
    status: str
    verdict: Verdict | None = None
    days: int = 0
    part: str = ""

    @property
    def id(self) -> str:
        """The same whichever of the things is looked at: <thing>:<kind>[:<thing>…], in order of their names."""
        return name_of_order(self.kind, self.things)


def contradictions(told: Told) -> tuple[Contradiction, ...]:
    """Return the contradictions in what is told, each kind and set of things once."""
    links = (*told.links, *links_of(told.placed))
    found: dict[tuple[str, frozenset[str]], list[Clash | SamePlace | tuple[Link, ...]]] = {}
    for clash in clashes(told.dated, links):
        found.setdefault((clash.kind, frozenset(clash.things)), []).append(clash)
    for ring in rings(links):
        found.setdefault((SEQUENCE, frozenset(link.later[0] for link in ring)), []).append(ring)
    for same in same_places(told.placed):
        found.setdefault((FIRST, frozenset((same.one.thing, same.other.thing))), []).append(same)
    said: dict[Point, list[Dated]] = {}
    for statement in told.dated:
        said.setdefault(statement.point, []).append(statement)
    return tuple(_gathered(kind, members, told.verdicts, said) for (kind, _things), members in found.items())


def _gathered(kind: str, members: list, verdicts: Mapping[str, Verdict], said: _Said) -> Contradiction:
    things = tuple(dict.fromkeys(thing for member in members for thing in _things(member)))
    claims = tuple(dict.fromkeys(key for member in members for key in _claims(member)))
    status, verdict = _status(members, verdicts, said)
    told_so = [member for member in members if isinstance(member, Clash) and member.things == things]
    days = max((clash.days_between for clash in told_so), default=0)
    return Contradiction(kind, things, claims, status, verdict, days, told_so[0].part if told_so else "")


def _status(members: list, verdicts: Mapping[str, Verdict], said: _Said) -> tuple[str, Verdict | None]:
    remaining = [member for member in members if not isinstance(member, Clash) or member.stands]
    if not remaining:
        return EXPLAINED, None
    spoken = next((verdicts[name] for member in remaining for name in _names(member) if name in verdicts), None)
    if spoken is not None:
        return (DECIDED if spoken.claim else UNDECIDABLE), spoken
    if not all(isinstance(member, Clash) for member in remaining):
        return OPEN, None
    ends = [end for clash in remaining for end in (clash.earlier, clash.later)]
    if all(clash.earlier.aside or clash.later.aside for clash in remaining):
        return DECIDED, next(end.verdict for end in ends if end.aside)
    if all(_is_moot(clash, said) for clash in remaining):
        return UNDECIDABLE, next(end.verdict for end in ends if end.moot)
    return OPEN, None


def _is_moot(clash: Clash, said: _Said) -> bool:
    """Whether it hangs on a date that an editor holds undecidable: another day claimed for it would do."""
    one, other = clash.earlier, clash.later
    return (one.moot and not all(clash.with_ends(each, other, as_meant=True) for each in said[one.point])) or (
        other.moot and not all(clash.with_ends(one, each, as_meant=True) for each in said[other.point])
    )


def _things(member: Clash | SamePlace | tuple[Link, ...]) -> Iterable[str]:
    if isinstance(member, Clash):
        return member.things
    if isinstance(member, SamePlace):
        return (member.one.thing, member.other.thing)
    return tuple(link.later[0] for link in member)


def _claims(member: Clash | SamePlace | tuple[Link, ...]) -> Iterable[str]:
    if isinstance(member, Clash):
        return member.claims
    if isinstance(member, SamePlace):
        return (member.one.key, member.other.key)
    return tuple(key for link in member for key in link.claims)


def _names(member: Clash | SamePlace | tuple[Link, ...]) -> Iterable[str]:
    """The names by which an editor's decision may speak of it."""
    if isinstance(member, SamePlace):
        return (member.one.thing, member.other.thing)
    links = member.links if isinstance(member, Clash) else member
    of_series = (link.earlier[0] for link in links if link.kind == FIRST)
    to_series = (link.later[0] for link in links if link.kind == FIRST)
    return (*(link.name for link in links if link.name), *of_series, *to_series)
