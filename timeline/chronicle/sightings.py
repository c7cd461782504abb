"""Reads where the movers of a march are put by other movements, in one query."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from geo.plausibility import Sighting
from geo.points import Point
from timeline.chronicle.entries import MovementEntry, MoverEntry
from timeline.chronicle.values import Reference
from timeline.models import Mover
from timeline.models.vocabulary import Publication, Status

_ENDS = (("departs", "start"), ("arrives", "end"))
_PLACE = ("name", "latitude", "longitude", "uncertainty_km")
COLUMNS = (
    "person__slug",
    "force__slug",
    "from_leg",
    "to_leg",
    "movement__slug",
    "movement__title",
    "movement__legs__order",
    "movement__legs__mode",
    *(f"movement__legs__{edge}_{which}" for edge, _place in _ENDS for which in ("earliest", "latest")),
    *(f"movement__legs__{place}__{column}" for _edge, place in _ENDS for column in _PLACE),
)


@dataclass(frozen=True, slots=True)
class Others:
    """Where other movements put the movers of one; names: of the movers; movements: by slug."""

    sightings: tuple[Sighting, ...]
    names: dict[str, str]
    movements: dict[str, Reference]


def sightings_of(movement: MovementEntry) -> list[Sighting]:
    """Where a movement itself puts its movers, at both ends of every leg that was made and is dated."""
    found = []
    for mover in movement.movers:
        for leg in movement.legs:
            if not mover.id or leg.status != Status.HAPPENED or not _there(mover, leg.order):
                continue
            for days, place in ((leg.departs, leg.start), (leg.arrives, leg.end)):
                if place and days and None not in days and place.lat is not None:
                    point, ring = Point(place.lat, place.lon), place.uncertainty_km or 0.0
                    found.append(Sighting(_key(mover), movement.id, leg.order, leg.mode, place.name, point, ring, days))
    return found


def sightings_beside(movement: MovementEntry) -> Others:
    """Where the other published movements of its atlas put the movers of this one; one query, or none."""
    people = [mover.id for mover in movement.movers if mover.type == "person"]
    forces = [mover.id for mover in movement.movers if mover.type == "force"]
    names = {_key(mover): mover.name for mover in movement.movers if mover.id}
    rows = Mover.objects.filter(Q(person__slug__in=people) | Q(force__slug__in=forces))
    rows = rows.filter(
        movement__atlas__slug=movement.atlas,
        movement__publication=Publication.PUBLISHED,
        movement__legs__status=Status.HAPPENED,
    ).exclude(movement__slug=movement.id)
    sightings, movements = [], {}
    for row in rows.values(*COLUMNS) if names else ():
        slug = row["movement__slug"]
        movements[slug] = Reference("movement", slug, row["movement__title"], f"/movements/{slug}/")
        sightings += _sightings(row)
    return Others(tuple(sightings), names, movements)


def _sightings(row: dict) -> Iterable[Sighting]:
    order = row["movement__legs__order"]
    if not (row["from_leg"] or order) <= order <= (row["to_leg"] or order):
        return
    who = f"person:{row['person__slug']}" if row["person__slug"] else f"force:{row['force__slug']}"
    for edge, end in _ENDS:
        days = tuple(row[f"movement__legs__{edge}_{which}"] for which in ("earliest", "latest"))
        name, lat, lon, ring = (row[f"movement__legs__{end}__{column}"] for column in _PLACE)
        if None in days or lat is None or lon is None:
            continue
        mode = row["movement__legs__mode"]
        yield Sighting(who, row["movement__slug"], order, mode, name, Point(lat, lon), ring or 0.0, days)


def _there(mover: MoverEntry, order: int) -> bool:
    return (mover.from_leg or order) <= order <= (mover.to_leg or order)


def _key(mover: MoverEntry) -> str:
    return f"{mover.type}:{mover.id}"
