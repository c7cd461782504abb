"""Draws the signs that stand on a static plate: places, tokens, rings, ghosts and the scale bar."""

from __future__ import annotations

from geo.rendering.plate_view import View
from geo.rendering.svg import element, number, text
from geo.scene import Ghost, Place, Ring, Token

SHAPES = {
    "circle": "M8.500 0a8.500 8.500 0 1 1-17 0a8.500 8.500 0 1 1 17 0z",
    "square": "M-7.5-7.5h15v15h-15z",
    "lozenge": "M0-9.500L9.500 0 0 9.500-9.500 0z",
    "triangle": "M0-9l9.300 17h-18.600z",
    "hexagon": "M0-9.200l8 4.600v9.200l-8 4.600-8-4.600v-9.200z",
}
"""Outlines of the sides' tokens, 17 to 19 pixels across; the same as the project's symbol sheet."""

TOKEN_RADIUS = 9.5
PLACE_RADIUS = {"capital": 5.0, "city": 3.6, "town": 3.0, "village": 2.0, "area": 0.0}
SCALES_KM = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
CLOSEST = 16.0
PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def radius_of(place: Place) -> float:
    """The sign's radius in pixels; what has no known kind is drawn as a town."""
    return PLACE_RADIUS.get(place.kind, 3.0)


def draw_place(place: Place, at: tuple[float, float]) -> str:
    """The sign of a place: rings for a capital and a city, a dot for a village, nothing for an area."""
    radius = radius_of(place)
    if not radius:
        return ""
    x, y = at
    parts = ""
    if place.selected:
        parts += element("circle", class_="plate-place-select", cx=x, cy=y, r=radius + 4)
    village = " plate-place-village" if place.kind == "village" else ""
    parts += element("circle", class_=f"plate-place{village}", cx=x, cy=y, r=radius)
    if place.kind == "capital":
        parts += element("circle", class_="plate-place-heart", cx=x, cy=y, r=2.3)
    return parts


def draw_ring(ring: Ring, view: View) -> str:
    """A circle of true radius round a point, dotted, with a faint wash."""
    x, y = view.place(ring.at)
    side = f" side-{ring.side.slug}" if ring.side else ""
    radius = ring.km / view.km_per_pixel(ring.at.lat)
    return element("circle", class_=f"plate-ring{side}", cx=x, cy=y, r=radius) if radius > 1 else ""


def draw_token(token: Token, at: tuple[float, float]) -> str:
    """A force: its side's shape with its letter."""
    return _token(token.side.shape, token.letter, f"token side-{token.side.slug}", at)


def draw_ghost(ghost: Ghost, at: tuple[float, float]) -> str:
    """The same token hollow and dashed: where another reading puts it."""
    return _token(ghost.side.shape, ghost.letter, f"token is-ghost side-{ghost.side.slug}", at)


def _token(shape: str, letter: str, css_class: str, at: tuple[float, float]) -> str:
    down = 6.5 if shape == "triangle" else 3.9
    parts = element("path", d=SHAPES.get(shape, SHAPES["circle"]))
    parts += element("text", text(letter[:1]), class_="token-letter", y=down)
    return element("g", parts, class_=css_class, transform=f"translate({number(at[0])} {number(at[1])})")


def spread(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Places for tokens: one that would stand within 16 pixels of an earlier one moves under it."""
    settled: list[tuple[float, float]] = []
    for x, y in points:
        lower = y
        for _ in points:
            near = [other for other in settled if abs(other[0] - x) < CLOSEST and abs(other[1] - lower) < CLOSEST]
            if not near:
                break
            x, lower = near[0][0], max(other[1] for other in near) + CLOSEST
        settled.append((x, lower))
    return settled


def draw_scale(view: View, unit: str, language: str = "en") -> str:
    """A scale bar at the lower left: the longest round length of at most a third of the width."""
    per_pixel = view.km_per_pixel(view.centre.lat)
    most = min(120.0, view.width / 3)
    km = max((each for each in SCALES_KM if each / per_pixel <= most), default=SCALES_KM[0])
    length = km / per_pixel
    y = view.height - 12
    bar = element("path", class_="plate-scale-bar", d=f"M12 {y}v-4h{number(length)}v4z")
    half = element("path", class_="plate-scale-half", d=f"M12 {y}v-4h{number(length / 2)}v4z")
    digits = PERSIAN_DIGITS if language == "fa" else {}
    words = "".join(
        element("text", text(figure.translate(digits)), class_="plate-scale-figure", x=12 + share * length, y=y - 8)
        for share, figure in ((0, "0"), (0.5, f"{km / 2:g}"), (1, f"{km} {unit}"))
    )
    return element("g", bar + half + words, class_="plate-scale")
