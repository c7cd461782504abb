"""Counts the choices of every filter of disagreements, each without its own: what one more choice would show."""

from collections import Counter
from collections.abc import Callable, Iterable

from timeline.chronicle.entries import DisputeEntry, DisputeList
from timeline.dispute_filters import DisputeFilter, methods_of, sources_of

Values = Callable[[DisputeEntry, DisputeList], Iterable[str]]

# The key of the address, the field of DisputeFilter, and what a disagreement has under it.
FACETS: tuple[tuple[str, str, Values], ...] = (
    ("kind", "kinds", lambda dispute, _all: (dispute.kind,)),
    ("status", "statuses", lambda dispute, _all: (dispute.status,)),
    ("explained_by", "explained_by", methods_of),
    ("event", "events", lambda dispute, _all: [each.id for each in dispute.subjects if each.type == "event"]),
    ("source", "sources", sources_of),
)


def dispute_facets(asked: DisputeFilter, everything: DisputeList) -> dict[str, Counter[str]]:
    """{facet: {value: how many}}; pure."""
    return {
        key: Counter(
            value
            for dispute in asked.without(field).choose(everything)
            for value in dict.fromkeys(values(dispute, everything))
        )
        for key, field, values in FACETS
    }
