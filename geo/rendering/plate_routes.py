"""Draws marches on a static plate: a smooth line in the side's structure, and its arrowhead."""

from __future__ import annotations

import itertools
import math

from geo.rendering.plate_view import View
from geo.rendering.svg import element, number, path_of
from geo.scene import Route

Pair = tuple[float, float]

THINNEST = {"solid": 4.0, "sleepered": 4.4, "double": 5.0, "beaded": 4.4, "barbed": 4.0}
"""The least width that still shows a structure: used where no source gives a strength."""

HUNDREDS, MOST = 300, 30_000
NARROW, WIDE = 5.0, 12.0
STEPS = 14
BOW = 0.09
"""How far a line whose way is not known leaves the straight, in parts of its length."""

CLEAR_OF_PLACE = 8.0
"""Pixels an arrow stops short of its end, so that the sign of the place there stays whole."""


def width_of(route: Route) -> float:
    """Pixels by the square root of the strength, 5 for some hundreds to 12 for thirty thousand."""
    if route.strength is None:
        return THINNEST[route.side.pattern]
    share = (math.sqrt(max(0, route.strength)) - math.sqrt(HUNDREDS)) / (math.sqrt(MOST) - math.sqrt(HUNDREDS))
    return NARROW + (WIDE - NARROW) * min(1.0, max(0.0, share))


def draw_route(route: Route, view: View, *, prefix: str) -> str:
    """One march as SVG: halo, line, head; a planned one is hollow and has no head."""
    line = line_of(route, view)
    if len(line) < 2:
        return ""
    width = width_of(route)
    has_head = route.end_known and route.state != "planned"
    line = shortened(line, CLEAR_OF_PLACE) if has_head else line
    head_length = 2 * width if has_head else 0.0
    shaft = shortened(line, head_length * 0.8)
    parts = _structure(route, shaft, width)
    if has_head:
        parts += element("path", class_="route-head", d=_head(line, width))
    fade, mask = ("", None) if route.end_known else _fade(line, f"{prefix}-fade", view)
    classes = ["route", f"route-{route.side.pattern}", f"side-{route.side.slug}", f"is-{route.state}"]
    if route.inferred:
        classes.append("is-inferred")
    return fade + element("g", parts, class_=" ".join(classes), mask=mask)


def _structure(route: Route, line: list[Pair], width: float) -> str:
    data = path_of([line])
    halo = element("path", class_="route-halo", d=data, stroke_width=width + 5.6)
    if route.state == "planned":
        return (
            halo
            + element("path", class_="route-line", d=data, stroke_width=width)
            + element("path", class_="route-core", d=data, stroke_width=width - 2)
        )
    pattern = route.side.pattern
    if pattern in ("beaded", "barbed"):
        thin = element("path", class_="route-line", d=data, stroke_width=1.6)
        if pattern == "beaded":
            return halo + thin + element("path", class_="route-beads", d=data, stroke_width=width)
        return halo + thin + element("path", class_="route-barbs", d=_barbs(line, width))
    shaft = halo + element("path", class_="route-line", d=data, stroke_width=width)
    if pattern == "double":
        return shaft + element("path", class_="route-core", d=data, stroke_width=width - 3)
    if pattern == "sleepered":
        return shaft + element("path", class_="route-sleepers", d=data, stroke_width=width * 0.34)
    return shaft


def line_of(route: Route, view: View) -> list[Pair]:
    """The way drawn for a route: through its stated points, or bowed where only its two ends are known."""
    points = [view.place(point) for point in route.through]
    if route.inferred and len(points) == 2 and math.dist(*points) > 0.5:
        return bowed(*points)
    return curve(points)


def bowed(start: Pair, end: Pair) -> list[Pair]:
    """A line through two points that bows to its left, as frontend/src/map/curve.js draws it.

    Where a source names only the ends, a straight line would claim a road nobody stated.
    """
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    bend = (
        (start[0] + end[0]) / 2 + along_y * BOW * 2,
        (start[1] + end[1]) / 2 - along_x * BOW * 2,
    )
    line = []
    for step in range(STEPS * 2 + 1):
        t = step / (STEPS * 2)
        line.append(
            tuple((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c for a, b, c in zip(start, bend, end, strict=True))
        )
    return line


def curve(points: list[Pair]) -> list[Pair]:
    """A centripetal Catmull-Rom curve (Catmull and Rom 1974) through the points, as a polyline.

    It passes through every point given and makes no loops between them (Yuksel and others 2011).
    """
    path = [point for index, point in enumerate(points) if index == 0 or math.dist(point, points[index - 1]) > 0.5]
    if len(path) < 3:
        return path
    first = (2 * path[0][0] - path[1][0], 2 * path[0][1] - path[1][1])
    last = (2 * path[-1][0] - path[-2][0], 2 * path[-1][1] - path[-2][1])
    framed = [first, *path, last]
    drawn = [path[0]]
    for index in range(len(path) - 1):
        drawn += [_between(framed[index : index + 4], (step + 1) / STEPS) for step in range(STEPS)]
    return drawn


def _between(four: list[Pair], share: float) -> Pair:
    knots = [0.0]
    for before, here in itertools.pairwise(four):
        knots.append(knots[-1] + math.sqrt(math.dist(before, here)))
    t = knots[1] + share * (knots[2] - knots[1])
    level = list(four)
    for depth in (1, 2, 3):
        level = [_mixed(level[i], level[i + 1], *_knot_span(knots, depth, i), t) for i in range(len(level) - 1)]
    return level[0]


def _knot_span(knots: list[float], depth: int, index: int) -> tuple[float, float]:
    """Knots between which the pyramid of Barry and Goldman (1988) mixes at a depth."""
    if depth == 1:
        return knots[index], knots[index + 1]
    return (knots[index], knots[index + 2]) if depth == 2 else (knots[1], knots[2])


def _mixed(one: Pair, other: Pair, start: float, end: float, t: float) -> Pair:
    share = (t - start) / (end - start) if end > start else 0.0
    return one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])


def shortened(line: list[Pair], length: float) -> list[Pair]:
    """The line without its last `length` pixels; its first two points at least are kept."""
    kept = list(line)
    while len(kept) > 2 and math.dist(kept[-1], kept[-2]) <= length:
        length -= math.dist(kept[-1], kept[-2])
        kept.pop()
    whole = math.dist(kept[-1], kept[-2])
    share = max(0.1, (whole - length) / whole) if whole else 1.0
    end = (kept[-2][0] + share * (kept[-1][0] - kept[-2][0]), kept[-2][1] + share * (kept[-1][1] - kept[-2][1]))
    return [*kept[:-1], end]


def _head(line: list[Pair], width: float) -> str:
    tip, back = line[-1], shortened(line, 2 * width)[-1]
    angle = math.atan2(tip[1] - back[1], tip[0] - back[0])
    length, half = 2.2 * width, 1.15 * width
    base = (tip[0] - length * math.cos(angle), tip[1] - length * math.sin(angle))
    notch = (tip[0] - 0.75 * length * math.cos(angle), tip[1] - 0.75 * length * math.sin(angle))
    across = (-math.sin(angle) * half, math.cos(angle) * half)
    corners = [tip, (base[0] + across[0], base[1] + across[1]), notch, (base[0] - across[0], base[1] - across[1])]
    return path_of([corners], closed=True)


def _barbs(line: list[Pair], width: float) -> str:
    """Short strokes slanting back from the line on both sides, every 9 pixels."""
    strokes, along = [], 0.0
    for start, end in itertools.pairwise(line):
        length = math.dist(start, end)
        if not length:
            continue
        ahead = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
        while along < length:
            foot = (start[0] + ahead[0] * along, start[1] + ahead[1] * along)
            for side in (1, -1):
                tip = (
                    foot[0] - ahead[0] * width * 0.9 - side * ahead[1] * width * 0.8,
                    foot[1] - ahead[1] * width * 0.9 + side * ahead[0] * width * 0.8,
                )
                strokes.append([foot, tip])
            along += 9
        along -= length
    return path_of(strokes)


def _fade(line: list[Pair], identity: str, view: View) -> tuple[str, str]:
    """A mask that takes the line to nothing over its last third, where the source stops."""
    (x1, y1), (x2, y2) = line[0], line[-1]
    stops = element("stop", offset="0.55", class_="plate-mask-shown") + element(
        "stop", offset="1", class_="plate-mask-hidden"
    )
    gradient = element(
        "linearGradient", stops, id=f"{identity}-ramp", gradientUnits="userSpaceOnUse",
        x1=number(x1), y1=number(y1), x2=number(x2), y2=number(y2),
    )  # fmt: skip
    cover = element("rect", width=view.width, height=view.height, fill=f"url(#{identity}-ramp)")
    mask = element("mask", cover, id=identity, maskUnits="userSpaceOnUse")
    return element("defs", gradient + mask), f"url(#{identity})"
