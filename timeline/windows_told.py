"""What one screen needs of a stretch of time as one source tells it: counted from its testimony.

A source tells of few events, so they are read and counted here; timeline/windows.py counts in SQL, and
is asked where they are more than MOST_COUNTED.
"""

from collections import Counter, defaultdict

from timeline.briefs import event_briefs
from timeline.windows import CELLS_ACROSS, MOST_PLACES, Screen, marches

MOST_COUNTED = 2000


def window_told(events, movements, screen: Screen, source: str, language: str = "en") -> dict:
    """The body of window/ as a source (a slug) tells it, in a fixed number of queries."""
    briefs = event_briefs(events.order_by("-importance", "pk"), language, source)
    weightiest = sorted(briefs, key=lambda event: (-event["importance"], event["when4"][0] or screen.last))
    return {
        "from": screen.first,
        "to": screen.last,
        "total": len(briefs),
        "bins": _bins(briefs, screen),
        "events": weightiest[: screen.limit],
        "clusters": _clusters(briefs, screen.box),
        "places": _places(briefs),
        "movements": marches(movements, language, source),
    }


def _bins(briefs: list[dict], screen: Screen) -> list[list[int]]:
    counted: Counter[int] = Counter()
    for event in briefs:
        if event["when4"][0] is not None:
            begin = min(max(event["when4"][0], screen.first), screen.last)
            counted[(begin - screen.first) * screen.bins // screen.days] += 1
    return [[screen.first - (-number * screen.days // screen.bins), counted[number]] for number in sorted(counted)]


def _clusters(briefs: list[dict], box: tuple[float, float, float, float]) -> list[dict]:
    west, south, east, north = box
    size = max((east - west) / CELLS_ACROSS, (north - south) / CELLS_ACROSS, 1e-4)
    cells: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for event in briefs:
        if event["lat"] is not None:
            point = event["lat"], event["lon"]
            cells[int(point[0] // size), int(point[1] // size)].append(point)
    return [
        {
            "lat": round(sum(lat for lat, _ in points) / len(points), 4),
            "lon": round(sum(lon for _, lon in points) / len(points), 4),
            "count": len(points),
        }
        for _cell, points in sorted(cells.items(), key=lambda cell: (-len(cell[1]), cell[0]))
    ]


def _places(briefs: list[dict]) -> list[dict]:
    counted = Counter(event["place"] for event in briefs if event["place"])
    ranked = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    return [{"id": slug, "count": count} for slug, count in ranked[:MOST_PLACES]]
