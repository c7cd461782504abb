"""Writes movements as GeoJSON (RFC 7946): a feature a leg, with its own days beside its properties."""

from collections.abc import Iterable, Iterator

from chronology.iso import to_iso
from timeline.chronicle.entries import LegEntry, MovementEntry
from timeline.feeds.geojson import head_of, name_in, outer_days, titled
from timeline.feeds.imprint import Imprint
from timeline.feeds.json_text import document
from timeline.feeds.lines import line_of
from timeline.feeds.timespans import timespan_between, timespan_of


def written(movements: Iterable[MovementEntry], imprint: Imprint) -> Iterator[str]:
    """A FeatureCollection in parts; a movement without legs is one feature without a line."""
    features = (feature for movement in movements for feature in features_of(movement, imprint))
    return document(head_of(imprint), "features", features)


def features_of(movement: MovementEntry, imprint: Imprint) -> Iterator[dict]:
    """The features of one movement."""
    shared = _shared(movement, imprint)
    texts = {claim.id: claim.citation.text for claim in movement.claims}
    for leg in movement.legs:
        yield _feature(leg.key, geometry_of(leg), shared | _of_leg(leg, imprint.language, texts), _days(leg))
    if not movement.legs:
        when = timespan_of(movement.when.span) if movement.when.span else None
        yield _feature(movement.id, None, shared | {"citations": list(dict.fromkeys(texts.values()))}, when)


def geometry_of(leg: LegEntry) -> dict | None:
    """A LineString, a MultiLineString where it crosses the 180th meridian; None with fewer than two known points."""
    pieces = line_of(leg)
    if not pieces:
        return None
    if len(pieces) == 1:
        return {"type": "LineString", "coordinates": pieces[0]}
    return {"type": "MultiLineString", "coordinates": pieces}


def _feature(name: str, geometry: dict | None, properties: dict, timespan: dict | None) -> dict:
    made = {"type": "Feature", "id": name, "geometry": geometry, "properties": properties}
    return made | {"when": {"timespans": [timespan]}} if timespan else made


def _shared(movement: MovementEntry, imprint: Imprint) -> dict:
    return {
        "movement": movement.id,
        "title": titled(movement, imprint.language),
        "title_fa": movement.title_fa,
        "summary": movement.summary,
        "theatre": movement.theatre,
        "status": movement.status,
        "sides": list(movement.sides),
        "importance": movement.importance,
        "movers": [mover.name for mover in movement.movers],
        "commanders": [person.who.name for person in movement.commanders],
        "date": movement.when.display(imprint.language),
        **outer_days(movement.when),
        "disputed": movement.disputed,
        "url": imprint.address(movement.url),
    }


def _of_leg(leg: LegEntry, language: str, texts: dict[str, str]) -> dict:
    strength = leg.strength
    return {
        "leg": leg.order,
        "from": name_in(leg.start, language) if leg.start else None,
        "from_id": leg.start.id if leg.start else None,
        "via": [name_in(place, language) for place in leg.via],
        "to": name_in(leg.end, language) if leg.end else None,
        "to_id": leg.end.id if leg.end else None,
        **_bounds("departs", leg.departs),
        **_bounds("arrives", leg.arrives),
        "mode": leg.mode,
        "status": leg.status,
        "inferred": leg.inferred,
        "note": leg.note,
        "strength": strength.printed if strength else None,
        "strength_low": strength.low if strength else None,
        "strength_high": strength.high if strength else None,
        "strength_unit": strength.unit if strength else None,
        "distance_km": leg.distance_km,
        "days": leg.days,
        "km_per_day": leg.km_per_day,
        "implausible": leg.implausible or None,
        "claims": list(leg.claims),
        "citations": list(dict.fromkeys(texts[key] for key in leg.claims if key in texts)),
    }


def _bounds(edge: str, days: tuple[int | None, int | None] | None) -> dict[str, str | None]:
    written = [None if day is None else to_iso(day) for day in days or (None, None)]
    return {f"{edge}_earliest": written[0], f"{edge}_latest": written[1]}


def _days(leg: LegEntry) -> dict | None:
    return timespan_between(leg.departs, leg.arrives)
