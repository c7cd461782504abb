"""Writes the places of an atlas as a Linked Places document, version 1.3."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from chronology.edtf import parse_edtf
from geo.models import Place
from timeline.chronicle import place_entries
from timeline.chronicle.named_entries import PlaceEntry
from timeline.chronicle.values import NameEntry
from timeline.feeds.imprint import LICENCE_ADDRESSES
from timeline.feeds.place_types import type_of
from timeline.feeds.timespans import timespan_of
from timeline.models import Atlas, Name, Source

CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.3.jsonld"
_PREFIXES = {"geonames": "gn", "wikidata": "wd", "tgn": "tgn", "pleiades": "pl"}


NameKey = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Named:
    """What names need beside themselves. titles: of a source's slug; periods: EDTF by place, text, language, kind
    and source; address: makes an absolute URL of a path; editors: who is cited where no source is."""

    titles: Mapping[str, str]
    periods: Mapping[NameKey, str]
    address: Callable[[str], str]
    editors: str


def write(atlas: Atlas, address: Callable[[str], str] = lambda path: path) -> tuple[bytes, list[str]]:
    """Return the places that the atlas speaks of, and what the format can't hold.

    `address` makes an absolute URL of a path; without one the addresses are relative to the document's own.
    """
    places = place_entries(Place.objects.filter(pk__in=_of(atlas)).order_by("slug"))
    named = Named(dict(Source.objects.values_list("slug", "title")), _periods(), address, atlas.title)
    body = collection(places, named, atlas.licence)
    return json.dumps(body, ensure_ascii=False, indent=1).encode(), _losses(places)


def _of(atlas: Atlas) -> set[int]:
    """Places of the atlas's claims, events and legs, and those that these lie in."""
    in_atlas = (
        Q(claims__event__atlas=atlas)
        | Q(claims__leg__movement__atlas=atlas)
        | Q(claims__movement__atlas=atlas)
        | Q(events__atlas=atlas)
        | Q(legs_from__movement__atlas=atlas)
        | Q(legs_to__movement__atlas=atlas)
        | Q(legs_via__movement__atlas=atlas)
    )
    found = set(Place.objects.filter(in_atlas).values_list("pk", flat=True))
    while parents := set(Place.objects.filter(parts__in=found).values_list("pk", flat=True)) - found:
        found |= parents
    return found


def _periods() -> dict[NameKey, str]:
    names = Name.objects.filter(place__isnull=False).exclude(period="")
    rows = names.values_list("place__slug", "text", "language", "kind", "source__slug", "period")
    return {(place, text, language, kind, source or ""): period for place, text, language, kind, source, period in rows}


def collection(places: Iterable[PlaceEntry], named: Named, licence: str) -> dict:
    """The FeatureCollection; what others lie in comes first."""
    return {
        "type": "FeatureCollection",
        "@context": CONTEXT,
        "title": named.editors,
        "license": LICENCE_ADDRESSES.get(licence, licence),
        "features": [_feature(place, named) for place in _outermost_first(list(places))],
    }


def _outermost_first(places: list[PlaceEntry]) -> list[PlaceEntry]:
    by_id = {place.id: place for place in places}

    def depth(place: PlaceEntry) -> int:
        seen: set[str] = set()
        while place.parent and place.parent.id in by_id and place.id not in seen:
            seen.add(place.id)
            place = by_id[place.parent.id]
        return len(seen)

    return sorted(places, key=depth)


def _feature(place: PlaceEntry, named: Named) -> dict:
    feature = {
        "@id": named.address(place.url),
        "type": "Feature",
        "properties": {"title": place.name},
        "names": _names(place, named),
        "types": [type_of(place.kind, place.kind_label)],
        "geometry": {"type": "GeometryCollection", "geometries": []},
    }
    if place.lat is not None and place.lon is not None:
        feature["geometry"] = {"type": "Point", "coordinates": [place.lon, place.lat]}
    if place.uncertainty_km is not None:
        feature["properties"]["uncertainty_km"] = place.uncertainty_km
    if place.parent:
        relation = {"relationType": "gvp:broaderPartitive", "relationTo": named.address(place.parent.url)}
        feature["relations"] = [{**relation, "label": _("part of %(place)s") % {"place": place.parent.name}}]
    gazetteer, colon, number = place.gazetteer_id.partition(":")
    if colon:
        link = f"{_PREFIXES.get(gazetteer, gazetteer)}:{number}"
        feature["links"] = [{"type": "closeMatch", "identifier": link}]
    return feature


def _names(place: PlaceEntry, named: Named) -> list[dict]:
    """The names; the format asks for a citation of one at least, and where no source prints any the atlas is cited."""
    names = [_name(place, name, named) for name in place.variants] or [{"toponym": place.name, "lang": "en"}]
    if not any("citations" in name for name in names):
        names[0]["citations"] = [{"label": named.editors}]
    return names


def _name(place: PlaceEntry, name: NameEntry, named: Named) -> dict:
    written = {"toponym": name.text, "lang": name.language}
    if name.source:
        label = named.titles.get(name.source, name.source)
        written["citations"] = [{"label": label, "@id": named.address(f"/sources/{name.source}/")}]
    elif name.kind == "preferred":
        written["preferred"] = True
    if period := named.periods.get((place.id, name.text, name.language, name.kind, name.source)):
        written["when"] = {"timespans": [timespan_of(parse_edtf(period), short_years=True)]}
    return written


def _losses(places: Iterable[PlaceEntry]) -> list[str]:
    places = list(places)
    based = sum(bool(place.basis) for place in places)
    titled = sum(name.kind == "title" for place in places for name in place.variants)
    told = [
        (based, _("Why a point was chosen, and by whom, is left out: %d places have it.")),
        (titled, _("Names that are titles: %d are written as names.")),
    ]
    always = _("Only places and their names are written: events, movements and statements are left out.")
    return [always, *(sentence % count for count, sentence in told if count)]
