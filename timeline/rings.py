"""Finds things that are told both before and after each other.

Pure. Such a ring of orders contradicts itself whatever the days of its things.
"""

from collections.abc import Iterable

from timeline.sequences import Link


def rings(links: Iterable[Link]) -> tuple[tuple[Link, ...], ...]:
    """Return the rings of links told as orders, each the shortest through its first link, and told once."""
    onward = _on_rings(link for link in links if link.order and link.earlier[0] != link.later[0])
    found: dict[frozenset[str], tuple[Link, ...]] = {}
    for link in (each for ways in onward.values() for each in ways):
        back = _way_back(link, onward)
        if back:
            found.setdefault(frozenset(each.earlier[0] for each in (link, *back)), (link, *back))
    return tuple(found.values())


def _on_rings(orders: Iterable[Link]) -> dict[str, list[Link]]:
    """The links by the thing they start from, without those that lead nowhere or come from nowhere.

    What comes before nothing is on no ring, nor what comes after nothing: taken away again and again, they
    leave nothing of an atlas without a ring.
    """
    onward: dict[str, list[Link]] = {}
    back: dict[str, list[Link]] = {}
    for link in orders:
        onward.setdefault(link.earlier[0], []).append(link)
        back.setdefault(link.later[0], []).append(link)
    for ways, others, end in ((onward, back, "earlier"), (back, onward, "later")):
        counts = {thing: len(leading) for thing, leading in ways.items()}
        loose = [thing for thing in others if thing not in counts]
        while loose:
            thing = loose.pop()
            for link in others.pop(thing, ()):
                neighbour = getattr(link, end)[0]
                counts[neighbour] -= 1
                if not counts[neighbour]:
                    loose.append(neighbour)
        kept = {id(link) for leading in others.values() for link in leading}
        for thing in list(ways):
            ways[thing] = [link for link in ways[thing] if id(link) in kept]
            if not ways[thing]:
                del ways[thing]
    return onward


def _way_back(link: Link, onward: dict[str, list[Link]]) -> tuple[Link, ...]:
    goal, seen = link.earlier[0], {link.later[0]}
    ways: list[tuple[str, tuple[Link, ...]]] = [(link.later[0], ())]
    while ways:
        following = []
        for thing, way in ways:
            for step in onward.get(thing, ()):
                if step.later[0] == goal:
                    return (*way, step)
                if step.later[0] not in seen:
                    seen.add(step.later[0])
                    following.append((step.later[0], (*way, step)))
        ways = following
    return ()
