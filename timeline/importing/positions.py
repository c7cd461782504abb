"""Reads the point of a GeoJSON geometry into cells, and says what of it can't be held."""

import re
from collections.abc import Callable

from django.utils.translation import gettext as _

from timeline.importing.json_documents import number_text
from timeline.importing.refusals import BadRow

_WKT_POINT = re.compile(r"POINT\s*\(\s*(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)\s*\)", re.IGNORECASE | re.ASCII)


def point_cells(geometry, lose: Callable[[str], None]) -> dict[str, str]:
    """Return Lat and Lon of a geometry's first point, {} where it has none; `lose` is told what is left out.

    Raises BadRow for coordinates that are none, or stand the wrong way round.
    """
    if not isinstance(geometry, dict):
        return {}
    kind = geometry.get("type")
    if kind == "GeometryCollection":
        return _of_collection(geometry, lose)
    if kind == "MultiPoint":
        points = geometry.get("coordinates")
        if isinstance(points, list) and points:
            if len(points) > 1:
                lose(_("Of several points the first is taken."))
            return _position(points[0])
        return {}
    if kind == "Point":
        return _position(_coordinates(geometry))
    lose(_("An atlas holds points: a %(kind)s is left out.") % {"kind": str(kind)[:40]})
    return {}


def _of_collection(geometry: dict, lose: Callable[[str], None]) -> dict[str, str]:
    parts = geometry.get("geometries")
    parts = [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
    points = [part for part in parts if part.get("type") == "Point"]
    if len(points) > 1:
        lose(_("Of several points the first is taken."))
    if len(parts) > len(points):
        lose(_("An atlas holds points: other geometries are left out."))
    return _position(_coordinates(points[0])) if points else {}


def _coordinates(point: dict):
    """Coordinates, or those that Linked Places writes as well-known text beside them."""
    if point.get("coordinates") is not None:
        return point["coordinates"]
    match = _WKT_POINT.fullmatch(str(point.get("geo_wkt", "")).strip()[:100])
    return [match[1], match[2]] if match else None


def _position(pair) -> dict[str, str]:
    if not isinstance(pair, list) or not 2 <= len(pair) <= 4:
        raise BadRow("bad_position", _("A point needs a longitude and a latitude, in this order."), str(pair)[:80])
    lon, lat = (_figure(value) for value in pair[:2])
    if abs(float(lat)) > 90 and abs(float(lon)) <= 90:
        raise BadRow(
            "coordinates_swapped",
            _("The latitude %(lat)s lies outside -90 to 90: GeoJSON writes the longitude first, so change them round.")
            % {"lat": lat},
            f"{lon}, {lat}",
        )
    return {"Lat": lat, "Lon": lon}


def _figure(value) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise BadRow("bad_position", _("A coordinate is a number."), str(value)[:80])
    text = value if isinstance(value, str) else number_text(value)
    try:
        float(text)
    except ValueError:
        raise BadRow("bad_position", _("A coordinate is a number."), text[:80]) from None
    return text
