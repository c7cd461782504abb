"""Finds what would contradict the order told of things once two events are one."""

from dataclasses import replace

from timeline.contradictions import Contradiction, Told, contradictions
from timeline.dated_things import BEGIN
from timeline.sequences import Link, Point


def foresee_order(told: Told, gone: str, kept: str, *, instant: bool) -> tuple[Contradiction, ...]:
    """Return the contradictions that there would be only once the event `gone` is `kept`; pure.

    told: what the claims of the atlas say now; gone and kept: slugs; instant: whether the merged event is one
    day, so that it has no end of its own.
    """
    known = {frozenset(each.claims) for each in contradictions(told)}
    after = contradictions(_joined(told, gone, kept, instant=instant))
    return tuple(each for each in after if frozenset(each.claims) not in known)


def _joined(told: Told, gone: str, kept: str, *, instant: bool) -> Told:
    def thing(name: str) -> str:
        return kept if name == gone else name

    def point(where: Point) -> Point:
        name, end = where
        return thing(name), BEGIN if instant and thing(name) == kept else end

    def link(each: Link) -> Link:
        name = ":".join(map(thing, each.name.split(":")))
        return replace(each, earlier=point(each.earlier), later=point(each.later), name=name)

    links = map(link, told.links)
    return Told(
        tuple(replace(each, point=point(each.point)) for each in told.dated),
        tuple(each for each in links if each.earlier != each.later),
        tuple(replace(each, thing=thing(each.thing)) for each in told.placed),
        {":".join(map(thing, name.split(":"))): verdict for name, verdict in told.verdicts.items()},
    )
