"""The tables shared by all atlases: sources, places, people, forces and names."""

from geo.models import Place, PlaceKind
from timeline.models import Force, Name, Person, Source
from timeline.models.vocabulary import ForceKind, NameKind
from timeline.seeding import cells as read
from timeline.seeding.sheet import Cells, Sheet


def _slug(row):
    return row["slug"]


def _of_record(record):
    return record.slug


def _source(cells: Cells) -> dict:
    if issued := cells.text("issued"):
        cells.text("issued", read.edtf)
    return {
        "slug": cells.text("slug", read.slug),
        "type": cells.text("type", read.required),
        "title": cells.text("title", read.required),
        "authors": cells.text("authors", read.listed),
        "container": cells.text("container"),
        "issued": issued,
        "publisher": cells.text("publisher"),
        "url": cells.text("url"),
        "language": cells.text("language") or "en",
        "short": cells.text("short"),
        "document": cells.text("document"),
        "note": cells.text("note"),
    }


def _place(cells: Cells) -> dict:
    latitude, longitude = cells.text("lat", read.decimal), cells.text("lon", read.decimal)
    if (latitude is None) != (longitude is None):
        cells.wrong("lat", "A point needs both lat and lon, or neither.")
    return {
        "slug": cells.text("slug", read.slug),
        "name": cells.text("name", read.required),
        "kind": cells.text("kind", read.chosen, choices=PlaceKind),
        "latitude": latitude,
        "longitude": longitude,
        "uncertainty_km": cells.text("uncertainty_km", read.decimal),
        "geocoder": cells.text("geocoder"),
        "geocode_query": cells.text("geocode_query"),
        "geocoded_on": cells.text("geocoded_on"),
        "accepted_by": cells.text("accepted_by"),
        "basis": cells.text("basis"),
        "gazetteer_id": cells.text("gazetteer_id"),
    }


def _person(cells: Cells) -> dict:
    return {
        "slug": cells.text("slug", read.slug),
        "name": cells.text("name", read.required),
        "note": cells.text("note"),
    }


def _force(cells: Cells) -> dict:
    return {
        **_person(cells),
        "kind": cells.text("kind", read.chosen, choices=ForceKind),
        "letter": cells.text("letter"),
    }


BEARERS = {"place": "place", "person": "person", "force": "force", "source": "work"}


def _name(cells: Cells) -> dict:
    kind = cells.text("subject_type")
    if kind not in BEARERS:
        cells.wrong("subject_type", f"“{kind}” is not one of {', '.join(BEARERS)}.")
        return {}
    if period := cells.text("period"):
        cells.text("period", read.edtf)
    bearer = cells.record("subject", kind, needed=True)
    return {
        **dict.fromkeys(BEARERS.values()),
        BEARERS[kind]: bearer,
        "text": cells.text("text", read.required),
        "language": cells.text("language", read.required),
        "script": cells.text("script") or "Latn",
        "kind": cells.text("kind", read.chosen, choices=NameKind),
        "period": period,
        "source": cells.record("source", "source"),
        "note": cells.text("note"),
    }


def _name_key(row) -> str:
    parts = ("subject_type", "subject", "text", "language", "kind", "source")
    return "|".join(row[part] for part in parts)


def _name_identity(name: Name) -> str:
    kind, bearer = next(
        (kind, bearer) for kind, field in BEARERS.items() if (bearer := getattr(name, field)) is not None
    )
    source = name.source.slug if name.source else ""
    return "|".join((kind, bearer.slug, name.text, name.language, name.kind, source))


SHARED = (
    Sheet(
        "sources.csv",
        ("slug", "type", "title", "authors", "container", "issued", "publisher", "url", "language",
         "based_on", "short", "document", "note"),
        Source, "source", _slug, _of_record, _source,
        links=lambda cells: {"based_on": cells.record("based_on", "source")},
    ),
    Sheet(
        "places.csv",
        ("slug", "name", "kind", "lat", "lon", "uncertainty_km", "parent", "geocoder", "geocode_query",
         "geocoded_on", "accepted_by", "basis", "gazetteer_id"),
        Place, "place", _slug, _of_record, _place,
        links=lambda cells: {"parent": cells.record("parent", "place")},
    ),
    Sheet("people.csv", ("slug", "name", "note"), Person, "person", _slug, _of_record, _person),
    Sheet(
        "forces.csv", ("slug", "name", "kind", "parent", "letter", "note"),
        Force, "force", _slug, _of_record, _force,
        links=lambda cells: {"parent": cells.record("parent", "force")},
    ),
    Sheet(
        "names.csv",
        ("subject_type", "subject", "text", "language", "script", "kind", "period", "source", "note"),
        Name, "name", _name_key, _name_identity, _name,
        related=("place", "person", "force", "work", "source"),
    ),
)  # fmt: skip
