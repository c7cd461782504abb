"""Writes events as rows of the one sheet: one row an event, with the values that stand."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from chronology.spans import Span
from timeline.api.bodies.places import name_in
from timeline.chronicle.entries import ClaimEntry, EventEntry
from timeline.feeds.geojson import titled
from timeline.feeds.told_dates import display_date
from timeline.importing.markup import escaped, inert
from timeline.importing.one_sheet.date_columns import date_columns


@dataclass(frozen=True, slots=True)
class Band:
    """An era: its label, and its days from the first to the last; None where an end is open."""

    label: str
    span: Span | None


@dataclass
class SheetWritten:
    """The rows by column, and a count of each sort of thing that they could not say."""

    rows: list[dict[str, str]] = field(default_factory=list)
    left: Counter = field(default_factory=Counter)


def written(
    title: str, description: str, events: Iterable[EventEntry], bands: Iterable[Band], sides: Mapping[str, str]
) -> SheetWritten:
    """Return the rows of an atlas; `sides` gives the label of a side's slug."""
    sheet = SheetWritten()
    sheet.rows.append(title_row(title, description))
    for band in bands:
        row = era_row(band)
        sheet.left["eras"] += row is None
        if row is not None:
            sheet.rows.append(row)
    for event in events:
        row = event_row(event, sides)
        sheet.left += left_out(event)
        if row is not None:
            sheet.rows.append(row)
    return sheet


def title_row(title: str, description: str, footer: str = "") -> dict[str, str]:
    """The row of the atlas itself; `footer` is HTML that stands below the description and is no part of it."""
    text = escaped(description)
    if footer and text:
        text = f"<p>{text}</p>"
    return {"Type": "title", "Headline": escaped(title), "Text": text + footer}


def era_row(band: Band) -> dict[str, str] | None:
    """The row of an era; None where one of its ends is open."""
    columns = date_columns(band.span) if band.span else None
    if columns is None or "End Year" not in columns.cells:
        return None
    return {"Type": "era", "Headline": escaped(band.label), **columns.cells}


def event_row(event: EventEntry, sides: Mapping[str, str], language: str = "en") -> dict[str, str] | None:
    """The row of an event; None where nothing dates it, since TimelineJS can't show it."""
    columns = date_columns(event.when.span) if event.when.span else None
    if columns is None:
        return None
    row = {
        **columns.cells,
        "Display Date": inert(display_date(event, language)),
        "Headline": escaped(titled(event, language)),
        "Text": escaped(event.summary),
        "Group": inert(event.theatre_label),
        "Calendar": "gregorian",
        "Theatre": event.theatre_label,
        "Side": "; ".join(sides.get(side, side) for side in event.sides),
        "Kind": event.kind,
        "Importance": str(event.importance),
        "Slug": event.id,
    }
    if told := _spokesman(event.claims):
        citation = told.citation
        row["Source"] = citation.source_title
        row["Locator"] = f"p. {citation.page}" if citation.page else citation.section
    if event.place:
        row["Place"] = name_in(event.place.name, event.place.names, language)
        row |= _point_cells(event)
    return row


def left_out(event: EventEntry) -> Counter:
    """How much of each sort the row of an event leaves out, by the words of exports.py."""
    columns = date_columns(event.when.span) if event.when.span else None
    if columns is None:
        return Counter(undated=1)
    told = _spokesman(event.claims)
    kept = {("date", told.id if told else "")}
    if event.place:
        kept |= {("place", claim.id) for claim in event.claims if claim.attribute == "place"}
    return Counter(
        wide=not columns.is_exact,
        paragraphs=told is not None and told.citation.paragraph is not None,
        whereabouts=event.place is not None and event.place.relation not in ("", "at"),
        statuses=event.status != "happened",
        persian_titles=bool(event.title_fa),
        people=len(event.people) + len(event.forces),
        relations=len(event.relations),
        claims=sum((claim.attribute, claim.id) not in kept for claim in event.claims),
    )


def _point_cells(event: EventEntry) -> dict[str, str]:
    if event.lat is None or event.lon is None:
        return {}
    cells = {"Lat": f"{event.lat:.6f}", "Lon": f"{event.lon:.6f}"}
    cells = {column: text.rstrip("0").rstrip(".") for column, text in cells.items()}
    return cells | {"Uncertainty km": f"{event.uncertainty_km:g}"} if event.uncertainty_km else cells


def _spokesman(claims: Iterable[ClaimEntry]) -> ClaimEntry | None:
    """The claim that the row cites: that of its date that stands, best of a source that tells its place too."""
    claims = list(claims)
    placing = {claim.citation.source for claim in claims if claim.attribute == "place"}

    def rank(claim: ClaimEntry) -> tuple:
        names_place = claim.citation.source in placing
        return claim.attribute != "date", not claim.accepted, not names_place, claim.attribute != "place"

    return min(claims, key=rank, default=None)
