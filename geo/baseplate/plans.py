"""Reads the hand-drawn city plans and checks them for the plate."""

from __future__ import annotations

import json
from pathlib import Path

from geo.points import PointError, from_lon_lat

LINE_KINDS = {"wall", "street", "bazaar", "citadel", "garden", "quarter-edge", "water"}
POINT_KINDS = {"gate", "quarter", "mosque", "shrine", "palace", "square", "legation", "bridge", "building"}
LANGUAGES = ("en", "fa", "ru")


class PlanError(ValueError):
    """A plan breaks its form; the message names the file and the entry to mend."""


def read_plans(folder: Path) -> list[dict]:
    """Plans of the folder by file name: slug, names, centre, first zoom, lines and points (longitude first)."""
    return [_checked(path) for path in sorted(folder.glob("*.json"))]


def _checked(path: Path) -> dict:
    try:
        plan = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as broken:
        raise PlanError(f"{path.name} is not JSON: {broken}") from broken
    for line in plan.get("lines", ()):
        _check(line, LINE_KINDS, line.get("through", ()), path.name)
        if len(line["through"]) < 2:
            raise PlanError(f"{path.name}: a {line['kind']} needs two points or more.")
    for point in plan.get("points", ()):
        _check(point, POINT_KINDS, [point.get("at", ())], path.name)
    return {"slug": path.stem, **plan}


def _check(entry: dict, kinds: set[str], positions: list, file: str) -> None:
    if entry.get("kind") not in kinds:
        raise PlanError(f"{file}: {entry.get('kind')!r} is no kind of a plan.")
    names = entry.get("name")
    if names is not None and set(names) != set(LANGUAGES):
        raise PlanError(f"{file}: a name needs {', '.join(LANGUAGES)}, not {', '.join(names)}.")
    try:
        for position in positions:
            from_lon_lat(position)
    except PointError as wrong:
        raise PlanError(f"{file}: {entry['kind']}: {wrong}") from wrong
