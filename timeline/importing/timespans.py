"""Reads the timespans of GeoJSON-T and Linked Places into EDTF; `timeline/feeds/timespans.py` writes them."""

from collections.abc import Sequence

from chronology.edtf import format_edtf, parse_edtf
from chronology.errors import ChronologyError
from chronology.spans import Span


def edtf_of(timespans: Sequence) -> str:
    """Return the EDTF of the first timespan, "" where there is none that can be read.

    An edge says `in`, or `earliest` and `latest`; a start without an end is a day, perhaps unknown which.
    """
    first = next((span for span in timespans if isinstance(span, dict)), None)
    if first is None:
        return ""
    try:
        begin, end = _edge(first.get("start")), _edge(first.get("end"))
        if begin is None and end is None:
            return ""
        if "end" not in first:
            return _bound(first["start"]) or format_edtf(Span.instant(*begin))
        return format_edtf(Span.span(*(begin or (None, None)), *(end or (None, None))))
    except ChronologyError:
        return ""


def _bound(edge) -> str:
    """An edge that is known on one side, in the words that it has."""
    sides = {side: str(edge[side]) for side in ("earliest", "latest") if isinstance(edge, dict) and edge.get(side)}
    if len(sides) != 1 or edge.get("in"):
        return ""
    return f"[{sides.get('earliest', '')}..{sides.get('latest', '')}]"


def _edge(edge) -> tuple[int | None, int | None] | None:
    if isinstance(edge, str | int):
        edge = {"in": str(edge)}
    if not isinstance(edge, dict):
        return None
    if edge.get("in"):
        span = parse_edtf(str(edge["in"]))
        return span.earliest, span.latest
    earliest, latest = (parse_edtf(str(edge[which])) if edge.get(which) else None for which in ("earliest", "latest"))
    if earliest is None and latest is None:
        return None
    return (earliest.earliest if earliest else None), (latest.latest if latest else None)
