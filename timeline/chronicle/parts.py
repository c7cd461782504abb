"""Finds in what a person or force took part, and what stands under a place or a force."""

from dataclasses import dataclass

from django.db.models import F

from geo.models import Place
from timeline.chronicle.references import reference
from timeline.chronicle.rows import Row, event_rows, movement_rows
from timeline.chronicle.values import Reference
from timeline.models import Claim, Event, Force, Movement, Mover, Participation, Side

BY_DAY = (F("begin_earliest").asc(nulls_last=True), "order", "pk")


@dataclass(frozen=True, slots=True)
class Part:
    """One role in one event or movement; claims are keys of those that say so."""

    row: Row
    role: str
    side: str
    claims: tuple[str, ...]


def parts_of(bearer: str, pk: int, language: str = "en") -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The events and the movements a person or force takes part in, by day; seven queries."""
    taken = list(Participation.objects.filter(**{bearer: pk}).select_related("side").order_by("id"))
    movers = list(Mover.objects.filter(**{bearer: pk}).select_related("side").order_by("id"))
    keys: dict[int, list[str]] = {}
    said = Claim.objects.published().filter(participation__in=[row.pk for row in taken])
    for participation, key in said.order_by("source__slug", "number").values_list("participation", "key"):
        keys.setdefault(participation, []).append(key)
    events = _parts(
        Event.objects.published().filter(pk__in=[row.event_id for row in taken if row.event_id]).order_by(*BY_DAY),
        event_rows,
        [(row.event_id, row.get_role_display(), row.side, tuple(keys.get(row.pk, ()))) for row in taken],
        language,
    )
    march_parts = [(row.movement_id, row.get_role_display(), row.side, tuple(keys.get(row.pk, ()))) for row in taken]
    on_the_march = [(row.movement_id, "", row.side, ()) for row in movers]
    ids = [pk for pk, *_rest in (*march_parts, *on_the_march) if pk]
    movements = Movement.objects.published().filter(pk__in=ids).order_by(F("begin_earliest").asc(nulls_last=True), "pk")
    return events, _parts(movements, movement_rows, [*march_parts, *on_the_march], language)


def _parts(records, rows_of, taken: list[tuple], language: str) -> tuple[Part, ...]:
    slugs = dict(records.values_list("pk", "slug"))
    found: dict[str, list[tuple[str, Side | None, tuple[str, ...]]]] = {}
    for pk, role, side, keys in taken:
        if pk in slugs:
            found.setdefault(slugs[pk], []).append((role, side, keys))
    parts = []
    for row in rows_of(records, language):
        told = found.get(row.id, [])
        roles = list(dict.fromkeys(role for role, _side, _keys in told if role))
        sides = [side.slug for _role, side, _keys in told if side]
        keys = [key for _role, _side, keys in told for key in keys]
        parts.append(Part(row, ", ".join(roles), sides[0] if sides else "", tuple(dict.fromkeys(keys))))
    return tuple(parts)


def places_inside(pk: int) -> tuple[list[int], tuple[Reference, ...]]:
    """The primary keys of a place and everything in it, and its immediate parts; one query."""
    rows = list(Place.objects.published().order_by("name", "slug"))
    inside, grew = {pk}, True
    while grew:
        more = {row.pk for row in rows if row.parent_id in inside} - inside
        grew = bool(more)
        inside |= more
    return sorted(inside), tuple(reference(row) for row in rows if row.parent_id == pk)


def forces_under(pk: int) -> tuple[Reference, ...]:
    """The forces that are part of a force; one query."""
    return tuple(reference(force) for force in Force.objects.published().filter(parent=pk).order_by("name"))
