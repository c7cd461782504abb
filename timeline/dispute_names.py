"""Makes the names of disputes, and makes them anew where a thing in them was renamed.

Pure. `<subject>:<attribute>[:<edge>]` for a dispute about one thing, `<thing>:<kind>[:<thing>…]` for one of
order, its things sorted; a thing is the slug of an event or a movement, or `<slug>/<number>` for a leg.
"""

from collections.abc import Iterable, Mapping

OF_ORDER = ("sequence", "first")


def name_of_order(kind: str, things: Iterable[str]) -> str:
    """The name of a dispute between things: the same in whatever order they are told.

    >>> name_of_order("sequence", ["fall", "entry"])
    'entry:sequence:fall'
    """
    first, *others = sorted(things)
    return ":".join((first, kind, *others))


def slugs_in(name: str) -> set[str]:
    """The slugs of the things that a dispute of this name is about."""
    return {thing.partition("/")[0] for thing in _things(name)}


def renamed(name: str, new: Mapping[str, str]) -> str:
    """The name with slugs replaced by those they have now."""
    things = [_moved(thing, new) for thing in _things(name)]
    _first, colon, rest = name.partition(":")
    kind = rest.partition(":")[0]
    return name_of_order(kind, things) if kind in OF_ORDER else f"{things[0]}{colon}{rest}"


def _things(name: str) -> list[str]:
    first, _colon, rest = name.partition(":")
    kind, *others = rest.split(":")
    return [first, *others] if kind in OF_ORDER else [first]


def _moved(thing: str, new: Mapping[str, str]) -> str:
    slug, slash, number = thing.partition("/")
    return f"{new.get(slug, slug)}{slash}{number}"
