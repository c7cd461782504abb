"""Writes events as one flat table, a row each, with the values that stand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from chronology.iso import to_iso
from timeline.api.bodies.places import name_in
from timeline.chronicle.entries import EventEntry, Participant
from timeline.feeds import csv_text
from timeline.feeds.entry_text import cited
from timeline.feeds.geojson import titled
from timeline.feeds.imprint import Imprint
from timeline.feeds.told_dates import display_date

BETWEEN = "; "
"""Stands between the values of a cell that holds several."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the cells of a row need beside the event; sides: the label of each side's slug."""

    imprint: Imprint
    sides: Mapping[str, str]


def written(events: Iterable[EventEntry], imprint: Imprint, sides: Mapping[str, str]) -> Iterator[str]:
    """The table in parts, as CSV."""
    sheet = Sheet(imprint, sides)
    return csv_text.written(tuple(COLUMNS), (row(event, sheet) for event in events))


def row(event: EventEntry, sheet: Sheet) -> dict[str, str]:
    """The cells of an event by column, "" where nothing is known."""
    return {column: _text(value(event, sheet)) for column, value in COLUMNS.items()}


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    return str(value)


def _day(which: int) -> Callable[[EventEntry, Sheet], str | None]:
    def value(event: EventEntry, sheet: Sheet) -> str | None:
        number = event.when.span.numbers[which] if event.when.span else None
        return None if number is None else to_iso(number)

    return value


def _calendar(name: str) -> Callable[[EventEntry, Sheet], str | None]:
    return lambda event, sheet: (event.when.calendars(sheet.imprint.language) or {}).get(name)


def _names(people: Iterable[Participant]) -> str:
    return BETWEEN.join(f"{one.who.name} ({one.role_label})" if one.role_label else one.who.name for one in people)


def _sources(event: EventEntry, sheet: Sheet) -> str:
    return BETWEEN.join(dict.fromkeys(claim.citation.source_title for claim in event.claims))


def _place(event: EventEntry, sheet: Sheet) -> str | None:
    return name_in(event.place.name, event.place.names, sheet.imprint.language) if event.place else None


COLUMNS: dict[str, Callable[[EventEntry, Sheet], object]] = {
    "slug": lambda event, sheet: event.id,
    "title": lambda event, sheet: titled(event, sheet.imprint.language),
    "title_fa": lambda event, sheet: event.title_fa,
    "summary": lambda event, sheet: event.summary,
    "atlas": lambda event, sheet: event.atlas,
    "kind": lambda event, sheet: event.kind,
    "theatre": lambda event, sheet: event.theatre_label,
    "status": lambda event, sheet: event.status,
    "importance": lambda event, sheet: event.importance,
    "begin_earliest": _day(0),
    "begin_latest": _day(1),
    "end_earliest": _day(2),
    "end_latest": _day(3),
    "precision": lambda event, sheet: event.when.precision,
    "edtf": lambda event, sheet: event.when.edtf,
    "display": lambda event, sheet: display_date(event, sheet.imprint.language),
    "as_printed": lambda event, sheet: event.when.as_printed,
    "printed_calendar": lambda event, sheet: event.when.calendar,
    "gregorian": _calendar("gregorian"),
    "julian": _calendar("julian"),
    "solar_hijri": _calendar("solar_hijri"),
    "lunar_hijri": _calendar("lunar_hijri"),
    "date_rule": lambda event, sheet: event.when.rule,
    "place": _place,
    "place_slug": lambda event, sheet: event.place.id if event.place else None,
    "place_relation": lambda event, sheet: event.place.relation if event.place else None,
    "lat": lambda event, sheet: event.lat,
    "lon": lambda event, sheet: event.lon,
    "uncertainty_km": lambda event, sheet: event.uncertainty_km,
    "sides": lambda event, sheet: BETWEEN.join(sheet.sides.get(side, side) for side in event.sides),
    "people": lambda event, sheet: _names(event.people),
    "forces": lambda event, sheet: _names(event.forces),
    "disputed": lambda event, sheet: event.disputed,
    "sources": _sources,
    "citations": lambda event, sheet: BETWEEN.join(cited(event)),
    "claims": lambda event, sheet: len(event.claims),
    "modified": lambda event, sheet: event.modified.isoformat(),
    "url": lambda event, sheet: sheet.imprint.address(event.url),
    "licence": lambda event, sheet: sheet.imprint.licence_address,
}
"""What each column holds; docs/feeds.md explains them, and a test holds the two together."""
