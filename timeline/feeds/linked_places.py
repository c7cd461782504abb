"""Writes places as a Linked Places document, version 1.3 (LinkedPasts/linked-places-format)."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from chronology.edtf import parse_edtf
from chronology.errors import ChronologyError
from chronology.iso import to_iso
from chronology.spans import Span
from timeline.chronicle.atlas_places import Attested
from timeline.chronicle.named_entries import PlaceEntry
from timeline.chronicle.values import NameEntry
from timeline.feeds.geojson import head_of, point_of
from timeline.feeds.imprint import Imprint
from timeline.feeds.json_text import document
from timeline.feeds.place_types import FEATURE_CLASSES, type_of
from timeline.feeds.timespans import timespan_of

# Version 1.3 changed what is required, and kept the context of 1.1.
CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
_PREFIXES = {"geonames": "gn", "wikidata": "wd", "tgn": "tgn", "pleiades": "pl"}


def written(places: Iterable[PlaceEntry], attested: Attested, imprint: Imprint) -> Iterator[str]:
    """The FeatureCollection in parts; the places come in their order, what others lie in best before these."""
    features = (feature(place, attested, imprint) for place in places)
    return document({**head_of(imprint), "@context": CONTEXT}, "features", features)


def feature(place: PlaceEntry, attested: Attested, imprint: Imprint) -> dict:
    """One place; what is not known of it is left out."""
    begun, ending = attested.days(place.id)
    # It was there no later than the first day told of it, and no earlier than the last was its end.
    there = {"start": {"latest": to_iso(begun)}, "end": {"earliest": to_iso(ending)}}
    made = {
        "@id": imprint.address(place.url),
        "type": "Feature",
        "properties": {"title": place.name, "fclasses": [FEATURE_CLASSES[place.kind]]},
        "when": {"timespans": [there], "label": _("the time in which the atlas tells of it")},
        "names": _names(place, imprint),
        "types": [type_of(place.kind, place.kind_label)],
        "geometry": point_of(place.lat, place.lon),
    }
    if place.uncertainty_km is not None:
        made["properties"]["uncertainty_km"] = place.uncertainty_km
    if place.parent:
        relation = {"relationType": "gvp:broaderPartitive", "relationTo": imprint.address(place.parent.url)}
        made["relations"] = [{**relation, "label": _("part of %(place)s") % {"place": place.parent.name}}]
    gazetteer, colon, number = place.gazetteer_id.partition(":")
    if colon:
        made["links"] = [{"type": "closeMatch", "identifier": f"{_PREFIXES.get(gazetteer, gazetteer)}:{number}"}]
    return made


def _names(place: PlaceEntry, imprint: Imprint) -> list[dict]:
    """The names; the format asks for a citation of one at least, and where no source prints any the atlas is cited."""
    names = [_name(name, imprint) for name in place.variants] or [{"toponym": place.name, "lang": "en"}]
    if not any("citations" in name for name in names):
        names[0]["citations"] = [{"label": imprint.title}]
    return names


def _name(name: NameEntry, imprint: Imprint) -> dict:
    made = {"toponym": name.text, "lang": name.language}
    if name.source:
        made["citations"] = [_citation(name, imprint)]
    elif name.kind == "preferred":
        made["preferred"] = True
    if span := _period(name.period):
        made["when"] = {"timespans": [timespan_of(span, short_years=True)]}
    return made


def _citation(name: NameEntry, imprint: Imprint) -> dict:
    cited = {"label": name.source_title, "@id": imprint.address(f"/sources/{name.source}/")}
    year = name.source_issued[:4]
    return cited | {"year": int(year)} if len(year) == 4 and year.isdecimal() else cited


def _period(edtf: str) -> Span | None:
    try:
        return parse_edtf(edtf) if edtf else None
    except ChronologyError:
        # A record from before periods were checked: the name is told all the same.
        return None
