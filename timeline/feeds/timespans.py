"""Writes spans of days as the timespans of GeoJSON-T and Linked Places: start and end, each within two days."""

from chronology.iso import to_iso
from chronology.spans import Span

Bounds = tuple[int | None, int | None]
"""The earliest and the latest day that is possible."""


def timespan_of(span: Span, *, short_years: bool = False) -> dict:
    """Return a span as a timespan: what is not known of an edge is left out.

    What lasted has an end, if an empty one: without, the format takes it for one day of the start. `short_years`
    writes a bound that is the edge of a year as the year, which says as much; some readers take that for its
    first day.
    """
    first, begun, ending, last = span.numbers
    start = {"start": _edge(first, begun, short_years)}
    return start if span.is_instant else {**start, "end": _edge(ending, last, short_years)}


def timespan_between(start: Bounds | None, end: Bounds | None) -> dict | None:
    """Return the timespan from one day to another, each within bounds; None where neither is known."""
    if start is None and end is None:
        return None
    return {name: _edge(*(bounds or (None, None)), False) for name, bounds in (("start", start), ("end", end))}


def _edge(earliest: int | None, latest: int | None, short_years: bool) -> dict[str, str]:
    if earliest is not None and earliest == latest:
        return {"in": to_iso(earliest)}
    days = {"earliest": earliest, "latest": latest}
    written = {name: to_iso(day) for name, day in days.items() if day is not None}
    if not short_years:
        return written
    edges = {"earliest": "-01-01", "latest": "-12-31"}
    return {name: day.removesuffix(edges[name]) for name, day in written.items()}
