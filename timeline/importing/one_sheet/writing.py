"""Writes events as rows of the one sheet: one row an event, with the values that stand."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from chronology.spans import Span
from timeline.chronicle.entries import ClaimEntry, EventEntry
from timeline.importing.markup import escaped
from timeline.importing.one_sheet.date_columns import date_columns
from timeline.importing.one_sheet.date_words import in_words

MOST_DATES = 4


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
    sheet.rows.append({"Type": "title", "Headline": escaped(title), "Text": escaped(description)})
    for band in bands:
        _write_band(sheet, band)
    for event in events:
        _write_event(sheet, event, sides)
    return sheet


def _write_band(sheet: SheetWritten, band: Band) -> None:
    columns = date_columns(band.span) if band.span else None
    if columns is None or "End Year" not in columns.cells:
        sheet.left["eras"] += 1
        return
    sheet.rows.append({"Type": "era", "Headline": escaped(band.label), **columns.cells})


def _write_event(sheet: SheetWritten, event: EventEntry, sides: Mapping[str, str]) -> None:
    columns = date_columns(event.when.span) if event.when.span else None
    if columns is None:
        sheet.left["undated"] += 1
        return
    sheet.left["wide"] += not columns.is_exact
    told = _spokesman(event.claims)
    kept = {("date", told.id if told else "")}
    row = {
        **columns.cells,
        "Display Date": escaped(display_date(event)),
        "Headline": escaped(event.title),
        "Text": escaped(event.summary),
        "Group": escaped(event.theatre_label),
        "Calendar": "gregorian",
        "Theatre": event.theatre_label,
        "Side": "; ".join(sides.get(side, side) for side in event.sides),
        "Kind": event.kind,
        "Importance": str(event.importance),
        "Slug": event.id,
    }
    if told:
        citation = told.citation
        row["Source"] = citation.source_title
        row["Locator"] = f"p. {citation.page}" if citation.page else citation.section
        sheet.left["paragraphs"] += citation.paragraph is not None
    if event.place:
        row["Place"] = event.place.name
        row |= _point_cells(event)
        sheet.left["whereabouts"] += event.place.relation not in ("", "at")
        kept |= {("place", claim.id) for claim in event.claims if claim.attribute == "place"}
    sheet.left["statuses"] += event.status != "happened"
    sheet.left["persian_titles"] += bool(event.title_fa)
    sheet.left["people"] += len(event.people) + len(event.forces)
    sheet.left["relations"] += len(event.relations)
    sheet.left["claims"] += sum((claim.attribute, claim.id) not in kept for claim in event.claims)
    sheet.rows.append(row)


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


def display_date(event: EventEntry) -> str:
    """The date in words; where sources disagree about it, what each of them says."""
    words = in_words(event.when.span, "gregorian") if event.when.span else ""
    named = {claim.id: claim for claim in event.claims}
    disputed = [
        named[key]
        for dispute in event.disputes
        if dispute.attribute == "date" and not dispute.is_of_order
        for key in dispute.claims
        if key in named and named[key].reading.when and named[key].reading.when.span
    ]
    told: dict[str, list[str]] = {}
    for claim in disputed:
        said = told.setdefault(in_words(claim.face.when.span or claim.reading.when.span, "gregorian"), [])
        if claim.citation.source_title not in said:
            said.append(claim.citation.source_title)
    if len(told) < 2:
        return words
    dates = [
        _("%(date)s (%(sources)s)") % {"date": date, "sources": ", ".join(sources)} for date, sources in told.items()
    ]
    return _(" or ").join(dates[:MOST_DATES])
