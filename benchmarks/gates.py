"""The speed the product promises: each measure with its limit and the words for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median


@dataclass(frozen=True)
class Gate:
    """One measured number; `limit` is the most it may be, None where it is only told."""

    key: str
    title: str
    unit: str
    limit: float | None = None

    def holds(self, value: float) -> bool:
        return self.limit is None or value <= self.limit


GATES = (
    Gate("first_render", "first render: map and timeline have drawn events", "ms", 300),
    Gate("empty", "for comparison: first paint of an empty canvas page", "ms"),
    Gate("plate", "base plate drawn", "ms"),
    Gate("script_style", "JavaScript and CSS, gzip", "kB", 100),
    Gate("transfer", "all in all, gzip, before images, fonts and base-map data", "kB", 150),
    Gate("plate_transfer", "base-map data, gzip", "kB", 150),
    Gate("heap", "heap after loading", "MB", 30),
    Gate("timeline_p95", "frame while zooming and panning the timeline, p95", "ms", 20),
    Gate("timeline_slow", "its frames over 50 ms, of 180", "", 1),
    Gate("map_p95", "frame while zooming and panning the map, p95", "ms", 20),
    Gate("map_slow", "its frames over 50 ms, of 180", "", 1),
    Gate("step", "a linked step of the cursor, key to paint", "ms", 50),
    Gate("window_p95", "server: window, p95", "ms", 30),
    Gate("whole_p95", "server: the whole atlas, p95", "ms"),
    Gate("positions_p95", "server: positions on a day, p95", "ms", 30),
    Gate("page_p95", "server: the atlas page, p95", "ms"),
)

# A first render counts as the same at another size within this factor, or within these ms.
SAME_FACTOR, SAME_MS = 1.2, 40


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest-rank percentile of a non-empty sequence; `share` is 0 to 1."""
    ordered = sorted(values)
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


def medians(runs: Sequence[dict[str, float]]) -> dict[str, float]:
    """The median of each measure over the runs that have it."""
    keys = {key for run in runs for key in run}
    return {key: median(run[key] for run in runs if key in run) for key in keys}


def same_render(small: float, large: float) -> bool:
    """Whether two first renders (ms) count as the same."""
    return large <= max(small * SAME_FACTOR, small + SAME_MS)
