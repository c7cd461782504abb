"""Relative dates: an offset on an anchor makes a span, and chains of them are followed."""

from collections.abc import Mapping

from chronology.errors import RelativeDateCycle
from chronology.offset_parsing import parse_relative
from chronology.offsets import Direction, Offset
from chronology.spans import Span

__all__ = ["Direction", "Offset", "parse_relative", "resolve", "resolve_all"]


def resolve(anchor: Span, offset: Offset) -> Span:
    """Return the span of what lies at an offset from an anchor.

    AFTER counts from the anchor's end and BEFORE from its beginning, and give an instant, as does
    AROUND. LASTING gives a span that begins with the anchor: a thing said to last n days ends n - 1
    or n days later, since writers count either end or both.

    >>> resolve(Span.day(2418489), Offset(5, 5)) == Span.day(2418494)
    True
    """
    low, high = offset.signed
    if offset.direction is Direction.LASTING:
        first, begun = anchor.begin_earliest, anchor.begin_latest
        return Span.span(first, begun, _moved(first, max(low - 1, 0)), _moved(begun, high))
    from_begin = anchor.begin_earliest, anchor.begin_latest
    from_end = anchor.end_earliest, anchor.end_latest
    earliest = from_end[0] if offset.direction is Direction.AFTER else from_begin[0]
    latest = from_begin[1] if offset.direction is Direction.BEFORE else from_end[1]
    return Span.instant(_moved(earliest, low), _moved(latest, high))


def resolve_all(relative: Mapping[str, tuple[str, Offset]], known: Mapping[str, Span]) -> dict[str, Span]:
    """Return the spans of everything dated relative to something else, by name.

    relative: name -> (name of its anchor, offset); known: name -> span of what has a date of its
    own, which is used first. What hangs, in the end, on something without a date is left out.
    Raises RelativeDateCycle, with the names, where dates hang on each other in a ring.
    """
    resolved: dict[str, Span] = {}
    for name in relative:
        chain = _chain(name, relative, known, resolved)
        for link in reversed(chain):
            anchor, offset = relative[link]
            span = known.get(anchor, resolved.get(anchor))
            if span is not None:
                resolved[link] = resolve(span, offset)
    return resolved


def _chain(
    name: str,
    relative: Mapping[str, tuple[str, Offset]],
    known: Mapping[str, Span],
    resolved: Mapping[str, Span],
) -> list[str]:
    """The names from this one down to the last that is not resolved yet."""
    chain: list[str] = []
    while name in relative and name not in resolved:
        if name in chain:
            raise RelativeDateCycle(tuple(chain[chain.index(name) :]))
        chain.append(name)
        name = relative[name][0]
        if name in known:
            break
    return chain


def _moved(day: int | None, days: int | None) -> int | None:
    return None if day is None or days is None else day + days
