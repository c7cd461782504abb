"""Renders a scene as a static plate: one SVG in pure Python, coloured by the page's stylesheet."""

from __future__ import annotations

import hashlib
import itertools
from pathlib import Path

from django.utils.translation import gettext, override

from geo.baseplate.reading import PLATE_FOLDER, Plate, read_plate
from geo.labels import Box
from geo.points import Bounds
from geo.rendering import plate_ground, plate_names, plate_routes, plate_signs
from geo.rendering.plate_names import SIZES, Wording, shortened_words
from geo.rendering.plate_view import View, fit
from geo.rendering.svg import element, text
from geo.scene import Place, Ring, Scene, Token

WHOLE_PLATE = Bounds(south=25.0, west=43.5, north=41.0, east=63.5)
"""What an empty scene shows: Persia."""

LARGEST = 38_000
"""Bytes of a picture; a plate that would be larger is drawn from coarser lines."""

WIDE_PICTURE = 200_000
"""Square pixels from which half a pixel of error is allowed at once, as the finer lines never fit."""


def render_svg(
    scene: Scene,
    *,
    width: int,
    height: int,
    bounds: Bounds | None = None,
    language: str = "en",
    title: str = "",
    relief_url: str = "",
    folder: Path = PLATE_FOLDER,
) -> str:
    """The scene on the base plate as one SVG element of so many CSS pixels.

    `bounds` overrides the scene's own; the picture shows them whole, and more where its shape asks for it.
    `relief_url` is the address of relief.webp, left out without it. Where the plate has not been built the
    scene stands on plain ground (the check geo.W001 says so). No style attribute and no script is written;
    `frontend/src/styles/plate-svg.css` colours the classes. Every word of the data is escaped.
    """
    extent = bounds or scene.extent() or WHOLE_PLATE
    view = fit(extent, width, height)
    prefix = "plate-" + hashlib.sha256(repr((scene, width, height, extent, title)).encode()).hexdigest()[:8]
    plate = read_plate(folder)
    with override(language):
        upper = _scene_parts(scene, view, plate, language, prefix)
        named = element("title", text(title or gettext("Map")), id=f"{prefix}-title")
        frame = element("rect", class_="plate-neatline", x=0.5, y=0.5, width=width - 1, height=height - 1)
        for coarser in range(1 if width * height > WIDE_PICTURE else 0, 4):
            ground = _ground(plate, view, prefix, relief_url, coarser)
            if len(ground.encode()) + len(upper.encode()) <= LARGEST:
                break
    return element(
        "svg", named + ground + upper + frame, xmlns="http://www.w3.org/2000/svg", class_="plate-svg",
        viewBox=f"0 0 {width} {height}", width=width, height=height, role="img",
        aria_labelledby=f"{prefix}-title", lang=language,
    )  # fmt: skip


def _ground(plate: Plate | None, view: View, prefix: str, relief_url: str, coarser: int) -> str:
    if plate is None:
        return plate_ground.draw_plain_ground(view)
    return plate_ground.draw_ground(plate, view, prefix=prefix, relief_url=relief_url, coarser=coarser)


def _scene_parts(scene: Scene, view: View, plate: Plate | None, language: str, prefix: str) -> str:
    """Routes, signs and names, the names placed clear of the signs."""
    places = [(place, view.place(place.at)) for place in scene.places]
    tokens = _standing([*scene.tokens, *scene.ghosts], view)
    rings = [*scene.rings, *_place_rings(scene)]
    obstacles = _obstacles(scene, view, places, tokens)
    wordings = [*_token_wordings(tokens), *_place_wordings(places), *_route_wordings(scene, view)]
    names, boxes = plate_names.draw_names(wordings, view, obstacles)
    ground_names = ""
    if plate:
        taken = [*obstacles, *boxes.values()]
        ground_names = plate_names.draw_ground_names(plate, view, language, taken)
    return "".join(
        [
            ground_names,
            *(plate_signs.draw_ring(ring, view) for ring in rings),
            *(
                plate_routes.draw_route(route, view, prefix=f"{prefix}-{number}")
                for number, route in enumerate(scene.routes)
            ),
            *(plate_signs.draw_place(place, at) for place, at in places),
            *(_drawn(thing, at) for thing, at in tokens),
            names,
            plate_signs.draw_scale(view, gettext("km"), language),
        ]
    )


def _drawn(thing, at: tuple[float, float]) -> str:
    draw = plate_signs.draw_token if isinstance(thing, Token) else plate_signs.draw_ghost
    return draw(thing, at)


def _standing(things: list, view: View) -> list:
    return list(zip(things, plate_signs.spread([view.place(thing.at) for thing in things]), strict=True))


def _place_rings(scene: Scene) -> list[Ring]:
    return [
        Ring(id=f"{place.id}-ring", at=place.at, km=place.uncertainty_km)
        for place in scene.places
        if place.uncertainty_km > 0
    ]


def _obstacles(scene: Scene, view: View, places: list, tokens: list) -> list[Box]:
    """Boxes that no name may cover: signs, arrowheads, the scale bar, and marches every few pixels."""
    boxes = [Box(0, view.height - 34, min(170, view.width / 2), 34)]
    for place, (x, y) in places:
        radius = plate_signs.radius_of(place)
        boxes.append(Box(x - radius, y - radius, 2 * radius, 2 * radius))
    reach = plate_signs.TOKEN_RADIUS
    boxes += [Box(x - reach, y - reach, 2 * reach, 2 * reach) for _, (x, y) in tokens]
    for route in scene.routes:
        half = plate_routes.width_of(route) / 2 + 1
        line = plate_routes.line_of(route, view)
        boxes += [Box(x - half, y - half, 2 * half, 2 * half) for x, y in _every_few_pixels(line)]
    return boxes


def _every_few_pixels(line: list[tuple[float, float]], step: float = 6.0) -> list[tuple[float, float]]:
    points = []
    for (x0, y0), (x1, y1) in itertools.pairwise(line):
        count = max(1, int(max(abs(x1 - x0), abs(y1 - y0)) // step))
        points += [(x0 + (x1 - x0) * n / count, y0 + (y1 - y0) * n / count) for n in range(count)]
    return points + line[-1:]


def _place_wordings(places: list[tuple[Place, tuple[float, float]]]) -> list[Wording]:
    wordings = []
    for place, at in places:
        size = SIZES.get(place.kind, 14)
        lines = [(shortened_words(place.name), f"plate-place-name plate-place-name-{place.kind}", size, None)]
        if place.other_name:
            lines.append((shortened_words(place.other_name), "plate-place-other", size * 0.85, "fa"))
        weight = place.importance + 3500 * (place.kind == "capital") + 4000 * place.selected
        wordings.append(Wording(f"place-{place.id}", at, tuple(lines), plate_signs.radius_of(place) + 4, weight))
    return wordings


def _token_wordings(tokens: list) -> list[Wording]:
    wordings = []
    for thing, at in tokens:
        side = f"side-{thing.side.slug}"
        if isinstance(thing, Token):
            lines = [(shortened_words(thing.name), f"token-name {side}", 15, None)]
            lines += [(shortened_words(thing.note), "token-note", 12, None)] if thing.note else []
            weight = 3000
        else:
            lines = [(shortened_words(thing.reading), f"ghost-reading {side}", 13, None)]
            weight = 2000
        lines = [line for line in lines if line[0]]
        if lines:
            kind = "token" if isinstance(thing, Token) else "ghost"
            wordings.append(Wording(f"{kind}-{thing.id}", at, tuple(lines), plate_signs.TOKEN_RADIUS + 3, weight, True))
    return wordings


def _route_wordings(scene: Scene, view: View) -> list[Wording]:
    wordings = []
    for route in scene.routes:
        if not route.note:
            continue
        line = plate_routes.line_of(route, view)
        lines = ((shortened_words(route.note), f"route-note side-{route.side.slug}", 13, None),)
        gap = plate_routes.width_of(route) + 4
        wordings.append(Wording(f"route-{route.id}", line[len(line) // 2], lines, gap, 1500))
    return wordings
