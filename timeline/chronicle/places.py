"""Reads places into mentions and entries; the names are loaded once for all of them."""

from collections.abc import Iterable

from django.db.models import Count, Q

from geo.models import Place, PlaceKind
from timeline.at_hand import read_together
from timeline.chronicle.labels import worded
from timeline.chronicle.named_entries import PlaceEntry
from timeline.chronicle.references import reference
from timeline.chronicle.values import NameEntry, PlaceMention
from timeline.models import Name


def names_by_bearer(column: str, ids: Iterable[int]) -> dict[int, list[NameEntry]]:
    """The names of the bearers with these primary keys; `column` is place, person, force or work. One query."""
    found: dict[int, list[NameEntry]] = {}
    rows = Name.objects.filter(**{f"{column}__in": list(ids)}).order_by("id")
    columns = ("text", "language", "script", "kind", "source__slug", "source__title", "source__issued", "period")
    for bearer, *written in rows.values_list(f"{column}_id", *columns):
        found.setdefault(bearer, []).append(NameEntry(*(each or "" for each in written)))
    return found


def preferred_names(name: str, names: Iterable[NameEntry]) -> dict[str, str]:
    """One name a language: the preferred, else the first; English is the record's own name."""
    chosen: dict[str, str] = {}
    for entry in sorted(names, key=lambda entry: entry.kind != "preferred"):
        chosen.setdefault(entry.language.partition("-")[0], entry.text)
    return {**chosen, "en": name}


def mention(
    place: Place | None,
    names: dict[int, list[NameEntry]],
    *,
    relation: str = "",
    other: Place | None = None,
) -> PlaceMention | None:
    """How an event or a leg names a place."""
    if place is None:
        return None
    return PlaceMention(
        id=place.slug,
        name=place.name,
        names=preferred_names(place.name, names.get(place.pk, ())),
        kind=place.kind,
        lat=place.latitude,
        lon=place.longitude,
        uncertainty_km=place.uncertainty_km,
        relation=relation,
        other=reference(other) if other else None,
    )


@read_together(Place, "slug")
def place_entries(places) -> tuple[PlaceEntry, ...]:
    """Entries of a queryset of places, in its order; two queries."""
    counted = places.select_related("parent").annotate(
        events_count=Count("events", filter=Q(events__publication="published"))
    )
    rows = list(counted)
    names = names_by_bearer("place", [place.pk for place in rows])
    return tuple(_place_entry(place, names.get(place.pk, [])) for place in rows)


def _place_entry(place: Place, names: list[NameEntry]) -> PlaceEntry:
    return PlaceEntry(
        id=place.slug,
        url=place.get_absolute_url(),
        name=place.name,
        names=preferred_names(place.name, names),
        variants=tuple(names),
        kind=place.kind,
        kind_label=worded(PlaceKind, place.kind),
        lat=place.latitude,
        lon=place.longitude,
        uncertainty_km=place.uncertainty_km,
        parent=reference(place.parent) if place.parent else None,
        geocoder=place.geocoder,
        geocode_query=place.geocode_query,
        geocoded_on=place.geocoded_on,
        accepted_by=place.accepted_by,
        basis=place.basis,
        gazetteer_id=place.gazetteer_id,
        events_count=place.events_count,
        modified=place.modified,
    )
