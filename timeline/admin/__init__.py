"""The editors' desk: every record of the atlas in Django's admin, one concern a file."""

from . import accounts, atlases, claims, events, importing, lessons, movements, people, places, rearranging, sources

__all__ = [
    "accounts",
    "atlases",
    "claims",
    "events",
    "importing",
    "lessons",
    "movements",
    "people",
    "places",
    "rearranging",
    "sources",
]
