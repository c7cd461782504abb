"""Orders all events for the table of the chronology: by day, by the story, by title or importance."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F
from django.db.models.functions import Coalesce, Lower
from django.utils.translation import gettext as _

from chronology.spans import Span
from timeline.chronicle.rows import Row
from timeline.filter_words import figures

ORDERINGS = ("date", "story", "title", "importance", "place", "kind")


def ordered(events, ordering: str):
    """The queryset in the asked order; what has no day stands last, in the order of the story."""
    name, down = ordering.removeprefix("-"), ordering.startswith("-")

    def key(expression):
        return expression.desc(nulls_last=True) if down else expression.asc(nulls_last=True)

    first = Coalesce("begin_earliest", "begin_latest", "end_earliest", "end_latest")
    by_day = first.asc(nulls_last=True)
    columns = {
        "date": (key(first), key(F("end_latest"))),
        "story": (key(F("order")),),
        "title": (key(Lower("title")),),
        "importance": (F("importance").asc() if down else F("importance").desc(), by_day),
        "place": (key(Lower("place__name")), by_day),
        "kind": (key(F("kind")), by_day),
    }[name]
    return events.order_by(*columns, "order", "pk")


def sorted_rows(rows: Iterable[Row], ordering: str) -> tuple[Row, ...]:
    """Lines in the asked order by their own days and places, for those that no column holds.

    The order is that of `ordered`: what has no day, or no place, stands last in the order of the story.
    """
    name, down = ordering.removeprefix("-"), ordering.startswith("-")
    keys = {
        "date": lambda row: first_day(row.span),
        "story": lambda row: row.position,
        "title": lambda row: row.title.lower(),
        "importance": lambda row: -row.importance,
        "place": lambda row: row.place.name.lower() if row.place else None,
        "kind": lambda row: row.kind,
    }
    told = sorted(rows, key=lambda row: (_or_last(first_day(row.span)), row.position))
    key = keys[name]
    known = sorted((row for row in told if key(row) is not None), key=key, reverse=down)
    return (*known, *(row for row in told if key(row) is None))


def first_day(span: Span | None) -> int | None:
    """The first of a span's days that is known, or None."""
    return next((day for day in span.numbers if day is not None), None) if span else None


def _or_last(day: int | None) -> float:
    return float("inf") if day is None else day


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading; anchor names it in the address."""

    heading: str
    anchor: str
    rows: tuple[Row, ...]


def groups(rows: Iterable[Row], ordering: str) -> tuple[Group, ...]:
    """By year where the table is in the order of days; else one group without a heading."""
    rows = tuple(rows)
    if ordering.removeprefix("-") != "date":
        return (Group("", "all", rows),) if rows else ()
    found: dict[int | None, list[Row]] = {}
    for row in rows:
        if row.span is not None:
            found.setdefault(row.year, []).append(row)
    undated = [row for row in rows if row.span is None]
    groups = [
        Group(_("In a year that cannot be counted") if year is None else figures(year), f"y{year or 0}", tuple(of_year))
        for year, of_year in found.items()
    ]
    if undated:
        # Without a day of their own there is only one order: that in which they are told.
        told = sorted(undated, key=lambda row: row.position)
        groups.append(Group(_("Without a date of their own, in the order of the story"), "undated", tuple(told)))
    return tuple(groups)
