"""Collects every row that an atlas has in the seed tables, of its own and of what it shares with others."""

from collections.abc import Iterable, Iterator

from django.db import models
from django.db.models import Q

from geo.models import Place
from timeline.models import Atlas, Claim, Force, Leg, LegStop, Mover, Name, Participation, Person, Source
from timeline.models.vocabulary import Publication
from timeline.seeding.finding import whole
from timeline.seeding.repeats import mark_repeats
from timeline.seeding.sheet import Sheet
from timeline.seeding.sheets import SHEETS
from timeline.seeding.tabling import cells_of, in_order

Keys = set[int]

_OF_ITS_CLAIMS = ("event", "movement", "leg__movement", "participation__event", "participation__movement",
                  "relation__from_event")  # fmt: skip


def _of_atlas(path: str, atlases: Iterable[Atlas]) -> Q:
    return Q(**{f"{path}__in" if path else "pk__in": [atlas.pk for atlas in atlases]})


def _claims(atlases: Iterable[Atlas]) -> Q:
    condition = Q()
    for subject in _OF_ITS_CLAIMS:
        condition |= _of_atlas(f"{subject}__atlas", atlases)
    return condition


def _taking_part(atlases: Iterable[Atlas]) -> Q:
    return _of_atlas("event__atlas", atlases) | _of_atlas("movement__atlas", atlases)


def tables_of(atlas: Atlas) -> dict[str, list[dict[str, str]]]:
    """Every row of an atlas by the file name of its table, in the order in which it is written.

    Shared records come along where the atlas names them, and where no atlas does. The rows are a function
    of what is kept: brought into an empty database and taken out again they are the same.
    """
    return {sheet.file: _rows(sheet, records) for sheet, records in records_of(atlas).items()}


def published_tables_of(atlas: Atlas) -> dict[str, list[dict[str, str]]]:
    """As tables_of, of what readers may see: rows that need something unpublished are left out."""
    records = records_of(atlas)
    shown = {
        sheet: [record for record in each if getattr(record, "publication", "") in ("", Publication.PUBLISHED)]
        for sheet, each in records.items()
    }
    while _leave_out_what_lacks_something(shown):
        pass
    return {sheet.file: _rows(sheet, each) for sheet, each in shown.items()}


def unpublished_of(atlas: Atlas) -> list[tuple[str, str, str]]:
    """Kind, key and publication of each record of the atlas that readers may not see."""
    return [
        (sheet.kind, sheet.identify(record), record.publication)
        for sheet, records in records_of(atlas).items()
        for record in records
        if getattr(record, "publication", Publication.PUBLISHED) != Publication.PUBLISHED
    ]


def _rows(sheet: Sheet, records: Iterable[models.Model]) -> list[dict[str, str]]:
    return in_order((cells_of(sheet, record) for record in records), sheet)


def records_of(atlas: Atlas) -> dict[Sheet, list[models.Model]]:
    """The records of an atlas, table by table."""
    shared = _shared_by(atlas)
    shared["name"] = _borne(shared)
    owned = {
        "atlas": Q(pk=atlas.pk),
        "claim": _claims([atlas]),
        "interpretation": Q(claim__in=Claim.objects.filter(_claims([atlas]))),
        "participation": _taking_part([atlas]),
        "mover": _of_atlas("movement__atlas", [atlas]),
        "leg": _of_atlas("movement__atlas", [atlas]),
    }
    found = {}
    for sheet in SHEETS:
        if sheet.kind in shared:
            found[sheet] = [each for each in whole(sheet).order_by("pk") if each.pk in shared[sheet.kind]]
        else:
            order = ("order", "pk") if sheet.kind == "participation" else ("pk",)
            condition = owned.get(sheet.kind, Q(atlas=atlas))
            found[sheet] = list(whole(sheet).filter(condition).order_by(*order))
            if sheet.kind in ("claim", "decision"):
                mark_repeats(found[sheet])
    return found


def _borne(shared: dict[str, Keys]) -> Keys:
    names = Name.objects.values_list("pk", "place", "person", "force", "work")
    place, person, force, source = (shared[kind] for kind in ("place", "person", "force", "source"))
    return {pk for pk, *b in names if b[0] in place or b[1] in person or b[2] in force or b[3] in source}


def _shared_by(atlas: Atlas) -> dict[str, Keys]:
    """The shared records that go with an atlas: those it names and those that no other atlas names."""
    named = _named_by([atlas])
    by_others = _named_by(Atlas.objects.exclude(pk=atlas.pk))
    return {
        kind: named[kind] | (set(model.objects.values_list("pk", flat=True)) - by_others[kind])
        for kind, model in (("place", Place), ("person", Person), ("force", Force), ("source", Source))
    }


def _named_by(atlases: Iterable[Atlas]) -> dict[str, Keys]:
    atlases = list(atlases)
    claims = Claim.objects.filter(_claims(atlases))
    parts = Participation.objects.filter(_taking_part(atlases))
    movers = Mover.objects.filter(_of_atlas("movement__atlas", atlases))
    legs = Leg.objects.filter(_of_atlas("movement__atlas", atlases))
    routes = {slug for route in claims.exclude(route=[]).values_list("route", flat=True) for slug in route}
    places = _closed(
        Place, "parent",
        _keys(claims, "place") | _keys(claims, "place_2") | _keys(legs, "start") | _keys(legs, "end")
        | _keys(LegStop.objects.filter(leg__in=legs), "place")
        | {pk for pk, slug in Place.objects.values_list("pk", "slug") if slug in routes},
    )  # fmt: skip
    forces = _closed(Force, "parent", _keys(parts, "force") | _keys(movers, "force"))
    persons = _keys(parts, "person") | _keys(movers, "person")
    printed_in = {
        source
        for place, person, force, source in Name.objects.values_list("place", "person", "force", "source")
        if source and (place in places or person in persons or force in forces)
    }
    sources = _with_what_prints_their_names(_keys(claims, "source") | printed_in)
    return {"place": places, "person": persons, "force": forces, "source": sources}


def _with_what_prints_their_names(sources: Keys) -> Keys:
    """The sources with those that they were copied from, and those in which another name of theirs is printed."""
    printing = list(Name.objects.filter(work__isnull=False, source__isnull=False).values_list("work", "source"))
    found = _closed(Source, "based_on", sources)
    while new := {source for work, source in printing if work in found} - found:
        found = _closed(Source, "based_on", found | new)
    return found


def _keys(records: models.QuerySet, column: str) -> Keys:
    return set(records.values_list(column, flat=True)) - {None}


def _closed(model: type[models.Model], column: str, keys: Keys) -> Keys:
    """The records with everything that they lie in, belong to or were copied from."""
    above = dict(model.objects.values_list("pk", column))
    inside, new = set(keys), set(keys)
    while new:
        new = {above[key] for key in new if above.get(key)} - inside
        inside |= new
    return inside


_MAY_BE_BLANK = {
    ("place", "parent"), ("force", "parent"), ("source", "based_on"), ("movement", "event"),
    ("leg", "start"), ("leg", "end"), ("period", "begins"), ("period", "ends"),
}  # fmt: skip


def _leave_out_what_lacks_something(shown: dict[Sheet, list[models.Model]]) -> bool:
    """Drop rows that refer to something not shown, or blank the cell; say whether any was dropped."""
    present = {sheet.model: {record.pk for record in records} for sheet, records in shown.items()}
    slugs = {record.slug for sheet, records in shown.items() if sheet.kind == "place" for record in records}
    dropped = False
    for sheet, records in shown.items():
        kept = [record for record in records if _is_whole(sheet, record, present, slugs)]
        dropped |= len(kept) < len(records)
        shown[sheet] = kept
    return dropped


def _is_whole(sheet: Sheet, record: models.Model, present: dict, places: set[str]) -> bool:
    for field in _references(sheet.model):
        key = getattr(record, field.attname)
        if key is None or field.related_model not in present or key in present[field.related_model]:
            continue
        if (sheet.kind, field.name) not in _MAY_BE_BLANK:
            return False
        setattr(record, field.name, None)
    if sheet.kind == "leg":
        return all(stop.place.slug in places for stop in record.stops.all())
    return sheet.kind != "claim" or places.issuperset(record.route)


def _references(model: type[models.Model]) -> Iterator[models.Field]:
    """What a row of the table names; resolved values are not rows' business."""
    return (field for field in model._meta.concrete_fields if field.is_relation and field.editable)
