"""The editors' desk: every record of the atlas in Django's admin, one concern a file."""

from . import atlases, claims, events, movements, people, places, rearranging, sources

__all__ = ["atlases", "claims", "events", "movements", "people", "places", "rearranging", "sources"]
