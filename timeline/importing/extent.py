"""Says which records of the seed tables go with an atlas: its own, and those that it shares with others."""

from array import array
from collections.abc import Iterable

from django.db import models
from django.db.models import Q

from geo.models import Place
from timeline.importing.views_of_steps import SHARED, named_in_steps
from timeline.models import Atlas, Claim, Force, Leg, LegStop, Mover, Name, Participation, Source
from timeline.seeding.sheet import Sheet
from timeline.seeding.sheets import SHEETS
from timeline.support import SUPPORTING

Extent = dict[Sheet, array]
"""For each table the primary keys of its records, in the order in which they are read (READ_BY)."""
READ_BY = {"participation": ("order", "pk")}
"""The order in which the records of a table are read, where it is not that of their keys."""

Keys = set[int]


def _of_atlas(path: str, atlases: Iterable[Atlas]) -> Q:
    return Q(**{f"{path}__in": [atlas.pk for atlas in atlases]})


def _claims(atlases: Iterable[Atlas]) -> Q:
    condition = Q()
    for subject in SUPPORTING:
        condition |= _of_atlas(f"{subject}__atlas", atlases)
    return condition


def _taking_part(atlases: Iterable[Atlas]) -> Q:
    return _of_atlas("event__atlas", atlases) | _of_atlas("movement__atlas", atlases)


def extent_of(atlas: Atlas) -> Extent:
    """Everything that goes with an atlas, published or not."""
    shared = _shared_by(atlas)
    shared["name"] = _borne(shared)
    owned = {
        "atlas": Q(pk=atlas.pk),
        "claim": _claims([atlas]),
        "interpretation": Q(claim__in=Claim.objects.filter(_claims([atlas]))),
        "participation": _taking_part([atlas]),
        "mover": _of_atlas("movement__atlas", [atlas]),
        "leg": _of_atlas("movement__atlas", [atlas]),
        "lessonstep": _of_atlas("lesson__atlas", [atlas]),
    }
    found = {}
    for sheet in SHEETS:
        if sheet.kind in shared:
            found[sheet] = array("q", sorted(shared[sheet.kind]))
        else:
            records = sheet.model.objects.filter(owned.get(sheet.kind, Q(atlas=atlas.pk)))
            keys = records.order_by(*READ_BY.get(sheet.kind, ("pk",))).values_list("pk", flat=True)
            found[sheet] = array("q", keys.iterator())
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
        for kind, model in SHARED.items()
    }


def _named_by(atlases: Iterable[Atlas]) -> dict[str, Keys]:
    atlases = list(atlases)
    claims = Claim.objects.filter(_claims(atlases))
    parts = Participation.objects.filter(_taking_part(atlases))
    movers = Mover.objects.filter(_of_atlas("movement__atlas", atlases))
    legs = Leg.objects.filter(_of_atlas("movement__atlas", atlases))
    routes = {slug for route in claims.exclude(route=[]).values_list("route", flat=True) for slug in route}
    seen = named_in_steps(atlases)
    places = _closed(
        Place, "parent", seen["place"] |
        _keys(claims, "place") | _keys(claims, "place_2") | _keys(legs, "start") | _keys(legs, "end")
        | _keys(LegStop.objects.filter(leg__in=legs), "place")
        | {pk for pk, slug in Place.objects.values_list("pk", "slug") if slug in routes},
    )  # fmt: skip
    forces = _closed(Force, "parent", seen["force"] | _keys(parts, "force") | _keys(movers, "force"))
    persons = seen["person"] | _keys(parts, "person") | _keys(movers, "person")
    printed_in = {
        source
        for place, person, force, source in Name.objects.values_list("place", "person", "force", "source")
        if source and (place in places or person in persons or force in forces)
    }
    sources = _with_what_prints_their_names(seen["source"] | _keys(claims, "source") | printed_in)
    return {"place": places, "person": persons, "force": forces, "source": sources}


def _with_what_prints_their_names(sources: Keys) -> Keys:
    """The sources with those that they were copied from, and those in which another name of theirs is printed."""
    printing = list(Name.objects.filter(work__isnull=False, source__isnull=False).values_list("work", "source"))
    found = _closed(Source, "based_on", sources)
    while new := {source for work, source in printing if work in found} - found:
        found = _closed(Source, "based_on", found | new)
    return found


def _keys(records: models.QuerySet, column: str) -> Keys:
    return set(records.order_by().values_list(column, flat=True).distinct()) - {None}


def _closed(model: type[models.Model], column: str, keys: Keys) -> Keys:
    """The records with everything that they lie in, belong to or were copied from."""
    above = dict(model.objects.values_list("pk", column))
    inside, new = set(keys), set(keys)
    while new:
        new = {above[key] for key in new if above.get(key)} - inside
        inside |= new
    return inside
