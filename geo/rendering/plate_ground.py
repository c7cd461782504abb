"""Draws the ground of a static plate: sea, land, relief, ribbons, rivers, borders and graticule."""

from __future__ import annotations

import math
from collections.abc import Iterable

from geo.baseplate.reading import Line, Plate
from geo.clipping import clip_line, clip_ring, overlap
from geo.points import Point, from_mercator
from geo.rendering.plate_view import GRID_WORLD, View
from geo.rendering.svg import element, number, path_of

MARGIN = 16
RIBBONS = {
    "persia": ("persia",),
    "russia": ("russia",),
    "ottoman": ("ottoman",),
    "other": ("afghanistan", "india", "arabia"),
}
WATER_LINES = (11.4, 7.8, 4.8, 2.2)
LINE = 1.4
GRATICULE_STEPS = (20, 10, 5, 2, 1, 1 / 2, 1 / 4, 1 / 12)
LAST_RELIEF_ZOOM = 10.5


def draw_ground(plate: Plate, view: View, *, prefix: str, relief_url: str = "", coarser: int = 0) -> str:
    """Everything under the names, as SVG; ids begin with `prefix`."""
    zoom = math.ceil(view.zoom) - coarser
    definitions, parts = [], [_rect("plate-sea", view)]
    coast = _line_path(plate.coast, view, zoom)
    borders = _line_path(plate.borders, view, zoom)
    definitions += [
        element("path", id=f"{prefix}-coast", d=coast or "M0 0"),
        element("path", id=f"{prefix}-borders", d=borders or "M0 0"),
    ]
    if coast:
        parts += _water_lines(prefix)
    for colour, realms in RIBBONS.items():
        land = _ring_path(plate, [ring for realm in realms for ring in plate.land.get(realm, [])], view, zoom)
        if land:
            definitions += [
                element("path", id=f"{prefix}-{colour}", d=land),
                element("clipPath", _use(f"{prefix}-{colour}"), id=f"{prefix}-{colour}-clip"),
            ]
            parts.append(_use(f"{prefix}-{colour}", f"plate-land plate-land-{colour}"))
    for realm in ("other", "beyond"):
        rest = _ring_path(plate, plate.land.get(realm, []), view, zoom)
        if rest:
            parts.append(element("path", class_="plate-land plate-land-other", d=rest))
    known = [colour for colour in RIBBONS if any(f'id="{prefix}-{colour}"' in part for part in definitions)]
    if relief_url and view.zoom < LAST_RELIEF_ZOOM:
        definitions += _relief_filters(prefix)
        parts.append(_relief(plate, view, prefix, relief_url))
    parts += [_ribbon(colour, prefix) for colour in known]
    parts.append(_path("plate-river", _river_path(plate, view, zoom)))
    parts.append(_path("plate-lake", _ring_path(plate, plate.lakes, view, zoom)))
    parts.append(_use(f"{prefix}-coast", "plate-coast"))
    parts.append(_use(f"{prefix}-borders", "plate-border"))
    parts.append(_graticule(view))
    return element("defs", "".join(definitions)) + "".join(parts)


def draw_plain_ground(view: View) -> str:
    """The ground where no plate has been built: paper and its graticule."""
    return _rect("plate-land plate-land-persia", view) + _graticule(view)


def _rect(css_class: str, view: View) -> str:
    return element("rect", class_=css_class, width=view.width, height=view.height)


def _path(css_class: str, data: str) -> str:
    return element("path", class_=css_class, d=data) if data else ""


def _use(target: str, css_class: str | None = None, **attributes: object) -> str:
    return element("use", href=f"#{target}", class_=css_class, **attributes)


def _water_lines(prefix: str) -> list[str]:
    strokes = []
    for order, distance in enumerate(WATER_LINES):
        for css_class, width in (
            (f"plate-water-line plate-water-line-{order}", 2 * distance),
            ("plate-water-gap", 2 * distance - LINE),
        ):
            strokes.append(_use(f"{prefix}-coast", css_class, stroke_width=float(width)))
    return strokes


def _ribbon(colour: str, prefix: str) -> str:
    strokes = "".join(
        _use(f"{prefix}-{edge}", f"plate-ribbon-{width}")
        for width in ("wide", "narrow")
        for edge in ("coast", "borders")
    )
    return element(
        "g", strokes, class_=f"plate-ribbon plate-ribbon-{colour}", clip_path=f"url(#{prefix}-{colour}-clip)"
    )


def _relief(plate: Plate, view: View, prefix: str, url: str) -> str:
    west, north = view.pixels(plate.extent[0], plate.extent[1])
    east, south = view.pixels(plate.extent[2], plate.extent[3])
    return "".join(
        element(
            "image", class_=f"plate-relief plate-relief-{ink}", href=url, x=west, y=north, width=east - west,
            height=south - north, preserveAspectRatio="none", filter=f"url(#{prefix}-{ink})",
        )
        for ink in ("shade", "light")
    )  # fmt: skip


def _relief_filters(prefix: str) -> list[str]:
    """Grey to ink: opacity from how far a grey lies from 128, colour from the stylesheet."""
    filters = []
    for ink, alpha in (("shade", "-3.2 0 0 0 1.5"), ("light", "3.2 0 0 0 -1.7")):
        matrix = element("feColorMatrix", values=f"0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 {alpha}", result="slope")
        flood = element("feFlood", class_=f"plate-{ink}", result="ink")
        blend = element("feComposite", in_="ink", in2="slope", operator="in")
        # No further than the picture: beyond it the matrix would make ink of what is not there.
        region = {"x": 0, "y": 0, "width": "100%", "height": "100%"}
        name = f"{prefix}-{ink}"
        filters.append(element("filter", matrix + flood + blend, id=name, color_interpolation_filters="sRGB", **region))
    return filters


def _line_path(lines: Iterable[Line], view: View, zoom: int) -> str:
    box = view.edges(MARGIN)
    pieces = [piece for line in lines if overlap(line.box, box) for piece in clip_line(line.at(zoom), box)]
    return path_of([[view.pixels(*point) for point in _trimmed(piece, box)] for piece in pieces])


def _river_path(plate: Plate, view: View, zoom: int) -> str:
    return _line_path([line for first, line in plate.rivers if first <= max(4, zoom)], view, zoom)


def _trimmed(piece: list, box: tuple) -> list:
    """The piece with its two ends brought to the edge of the box: a far end would cost many digits."""
    if len(piece) < 2:
        return piece
    first = _brought(piece[1], piece[0], box)
    last = _brought(piece[-2], piece[-1], box)
    return [first, *piece[1:-1], last]


def _brought(inner: tuple, end: tuple, box: tuple) -> tuple:
    share = 1.0
    for axis in (0, 1):
        run = end[axis] - inner[axis]
        for limit in (box[axis], box[axis + 2]):
            if run and (end[axis] - limit) * (inner[axis] - limit) < 0:
                share = min(share, (limit - inner[axis]) / run)
    return inner[0] + share * (end[0] - inner[0]), inner[1] + share * (end[1] - inner[1])


def _ring_path(plate: Plate, rings: list[list[int]], view: View, zoom: int) -> str:
    box = view.edges(MARGIN)
    smallest = 2 / view.scale
    cut = []
    for numbers in rings:
        edges = plate.box(numbers)
        if overlap(edges, box) and max(edges[2] - edges[0], edges[3] - edges[1]) >= smallest:
            ring = clip_ring(plate.ring(numbers, zoom), box)
            if len(ring) >= 3:
                cut.append([view.pixels(*point) for point in ring])
    return path_of(cut, closed=True)


def _graticule(view: View) -> str:
    west, north, east, south = view.edges(0)
    per_degree = GRID_WORLD * view.scale / 360
    step = next((each for each in reversed(GRATICULE_STEPS) if each * per_degree >= 70), GRATICULE_STEPS[0])
    lines = []
    for lon in _multiples((west / GRID_WORLD - 0.5) * 360, (east / GRID_WORLD - 0.5) * 360, step):
        x = number(view.place(Point(0, max(-180, min(180, lon))))[0])
        lines.append(f"M{x} 0V{view.height}")
    for lat in _multiples(_latitude(south), _latitude(north), step):
        lines.append(f"M0 {number(view.place(Point(lat, 0))[1])}H{view.width}")
    return _path("plate-graticule", "".join(lines))


def _latitude(grid_y: float) -> float:
    return from_mercator(0.5, min(1.0, max(0.0, grid_y / GRID_WORLD))).lat


def _multiples(start: float, end: float, step: float) -> list[float]:
    return [count * step for count in range(math.ceil(start / step), math.floor(end / step) + 1)]
