"""Finds kept records by the keys that rows of the seed tables call them by."""

from collections.abc import Callable, Iterable

from django.db import models
from django.db.models import Q

from timeline.seeding.repeats import REPEATED, mark_repeats, numbered
from timeline.seeding.sheet import Sheet

AT_ONCE = 500  # keys in one question: databases limit how many they take


def found(sheet: Sheet, keys: Iterable[str]) -> dict[str, models.Model]:
    """The records of a table that have these keys, by key."""
    wanted = list(dict.fromkeys(keys))
    known = set(wanted)
    records: dict[str, models.Model] = {}
    order = ("order", "pk") if sheet.kind == "participation" else ("pk",)
    for start in range(0, len(wanted), AT_ONCE):
        some = tuple(wanted[start : start + AT_ONCE])
        kept = list(whole(sheet).filter(_among(sheet, some)).order_by(*order))
        called = [sheet.identify(record) for record in kept]
        named = zip(numbered(called) if sheet.kind in REPEATED else called, kept, strict=True)
        records |= {key: record for key, record in named if key in known}
    mark_repeats(records.values())
    return records


def whole(sheet: Sheet) -> models.QuerySet:
    """The records of a table with everything that their rows name."""
    records = sheet.model.objects.select_related(*WITH.get(sheet.kind, ()))
    return records.prefetch_related("stops__place") if sheet.kind == "leg" else records


def _among(sheet: Sheet, keys: tuple[str, ...]) -> Q:
    """What holds of every record with one of these keys, and of few others."""
    return AMONG.get(sheet.kind, _by_slug)(keys)


def _by_slug(keys: tuple[str, ...]) -> Q:
    return Q(slug__in=keys)


def _firsts(keys: Iterable[str], mark: str) -> set[str]:
    return {key.partition(mark)[0] for key in keys}


def _any(_keys: tuple[str, ...]) -> Q:
    return Q()


def _in_atlas(keys: tuple[str, ...]) -> Q:
    return Q(atlas__slug__in=_firsts(keys, "/"))


def _relations(keys: tuple[str, ...]) -> Q:
    return Q(from_event__slug__in=_firsts(keys, ":"))


def _participations(keys: tuple[str, ...]) -> Q:
    subjects = _firsts(keys, "/")
    return Q(event__slug__in=subjects) | Q(movement__slug__in=subjects)


def _names(keys: tuple[str, ...]) -> Q:
    slugs = {key.split("|")[1] for key in keys if "|" in key}
    return Q(place__slug__in=slugs) | Q(person__slug__in=slugs) | Q(force__slug__in=slugs) | Q(work__slug__in=slugs)


AMONG: dict[str, Callable[[tuple[str, ...]], Q]] = {
    "theatre": _in_atlas,
    "side": _in_atlas,
    "period": _in_atlas,
    "relation": _relations,
    "participation": _participations,
    "mover": lambda keys: Q(movement__slug__in=_firsts(keys, "|")),
    "leg": lambda keys: Q(movement__slug__in=_firsts(keys, "/")),
    "lessonstep": lambda keys: Q(lesson__slug__in=_firsts(keys, "/")),
    "name": _names,
    "claim": lambda keys: Q(key__in=keys),
    "interpretation": lambda keys: Q(claim__key__in=keys),
    "decision": _any,
}

_SUBJECTS = (
    "event", "movement", "leg__movement", "relation__from_event", "relation__to_event",
    "participation__event", "participation__movement", "participation__person", "participation__force",
)  # fmt: skip
WITH: dict[str, tuple[str, ...]] = {
    "source": ("based_on",),
    "place": ("parent",),
    "force": ("parent",),
    "name": ("place", "person", "force", "work", "source"),
    "theatre": ("atlas",),
    "side": ("atlas",),
    "event": ("atlas", "theatre"),
    "movement": ("atlas", "theatre", "event"),
    "relation": ("atlas", "from_event__atlas", "to_event"),
    "period": ("atlas", "begins", "ends"),
    "participation": ("event__atlas", "movement__atlas", "person", "force", "side"),
    "mover": ("movement__atlas", "person", "force", "side"),
    "leg": ("movement__atlas", "start", "end"),
    "claim": ("source", "place", "place_2", "winner", "relative_to_claim", "relative_to_event", *_SUBJECTS),
    "interpretation": ("claim",),
    "lesson": ("atlas",),
    "lessonstep": ("lesson__atlas", "claim", *(f"claim__{subject}" for subject in _SUBJECTS)),
    "decision": ("atlas", "claim", *_SUBJECTS),
}
