"""Says how a place came by its point: by which geocoder, for which question, accepted by whom and when; pure."""

from django.utils.translation import gettext as _

from geo.geocoding import ATLAS
from geo.points import Point, distance_km
from timeline.admin.placing.candidates import Accepted

EDITOR = "editor"
SAME_KM = 0.02
"""Nearer than this a point is still the geocoder's: coordinates are typed and shown to five places."""


def provenance(
    before: Point | None, now: Point | None, accepted: Accepted | None, *, by: str, on: str, basis: str = ""
) -> dict[str, str]:
    """Return the columns of a place that tell how it was placed; {} where the point stays as it was.

    on: ISO day; basis: what the editor has written as the reason, which is never overwritten.
    """
    if now is None:
        return dict.fromkeys(("geocoder", "geocode_query", "geocoded_on", "accepted_by"), "") if before else {}
    stamp = {"geocoded_on": on, "accepted_by": by}
    if accepted is None:
        if before is not None and distance_km(before, now) < 0.001:
            return {}
        return {"geocoder": EDITOR, "geocode_query": "", **stamp}
    known = {"geocode_query": accepted.query, **stamp}
    if accepted.geocoder != ATLAS:
        known["gazetteer_id"] = accepted.id
    km = distance_km(accepted.point, now)
    if km < SAME_KM:
        return {"geocoder": accepted.geocoder, **known}
    moved = _("Moved %(km)s km from the point that %(geocoder)s gives for “%(name)s”.") % {
        "km": f"{km:.2f}" if km < 1 else f"{km:.1f}", "geocoder": accepted.geocoder, "name": accepted.name,
    }  # fmt: skip
    return {"geocoder": EDITOR, **known, **({} if basis.strip() else {"basis": moved})}
