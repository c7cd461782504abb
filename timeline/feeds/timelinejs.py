"""Writes events as slides of TimelineJS 3, out of the rows that the one sheet has in the same layout."""

import html
from collections.abc import Iterable, Iterator, Mapping

from chronology.spans import Span
from timeline.chronicle.entries import EventEntry
from timeline.feeds import csv_text
from timeline.feeds.entry_text import cited
from timeline.feeds.imprint import Imprint
from timeline.feeds.json_text import document
from timeline.importing.markup import FOOTER, FOOTER_END, escaped
from timeline.importing.one_sheet.columns import COLUMNS
from timeline.importing.one_sheet.writing import Band, era_row, event_row, title_row

Rows = Iterator[dict[str, str]]


def written(
    events: Iterable[EventEntry], bands: Iterable[Band], imprint: Imprint, sides: Mapping[str, str], *, whole: bool
) -> Iterator[str]:
    """The document in parts. whole: whether every event is asked for; of some, only the eras are told that share
    days with them. What nothing dates can't be shown and is counted in `undated`.
    """
    tail: dict[str, object] = {}

    def slides() -> Iterator[dict]:
        extent = Extent()
        for event in events:
            row = event_row(event, sides, imprint.language)
            extent.add(event.when.span if row else None)
            if row is not None:
                yield slide(row, _footer(event, imprint))
        eras = (era_row(band) for band in bands if whole or extent.meets(band.span))
        tail["eras"] = [_dated(row) | {"text": {"headline": row["Headline"]}} for row in eras if row]
        tail["undated"] = extent.undated

    return document({"scale": "human", "title": title_slide(imprint)}, "events", slides(), tail)


def sheet(
    events: Iterable[EventEntry], bands: Iterable[Band], imprint: Imprint, sides: Mapping[str, str], *, whole: bool
) -> Iterator[str]:
    """The same as CSV, with our own columns beside those of TimelineJS."""

    def rows() -> Rows:
        yield title_row(imprint.title, imprint.description, _origin(imprint))
        extent = Extent()
        for event in events:
            row = event_row(event, sides, imprint.language)
            extent.add(event.when.span if row else None)
            if row is not None:
                yield row
        yield from filter(None, (era_row(band) for band in bands if whole or extent.meets(band.span)))

    return csv_text.written(COLUMNS, rows())


def title_slide(imprint: Imprint) -> dict:
    """The slide of the atlas itself, which has no date; no slug holds a colon."""
    row = title_row(imprint.title, imprint.description, _origin(imprint))
    return {
        "unique_id": "atlas:title",
        "autolink": False,
        "text": {"headline": row["Headline"], "text": row["Text"]},
    }


def slide(row: Mapping[str, str], footer: str) -> dict:
    """The slide of a row; `footer` is HTML that tells where it comes from."""
    return {
        "unique_id": row["Slug"],
        **_dated(row),
        "display_date": row["Display Date"],
        "group": row["Group"],
        # What TimelineJS makes of addresses in a text is not escaped.
        "autolink": False,
        "text": {"headline": row["Headline"], "text": (f"<p>{row['Text']}</p>" if row["Text"] else "") + footer},
    }


def _dated(row: Mapping[str, str]) -> dict:
    dates = {"start_date": _date(row, ""), "end_date": _date(row, "End ")}
    return {name: date for name, date in dates.items() if date}


def _date(row: Mapping[str, str], which: str) -> dict[str, int]:
    parts = {part: row.get(f"{which}{part.capitalize()}") for part in ("year", "month", "day")}
    return {part: int(number) for part, number in parts.items() if number}


def _footer(event: EventEntry, imprint: Imprint) -> str:
    cites = "".join(f"<li>{escaped(text)}</li>" for text in cited(event))
    page = _link(imprint.address(event.url), imprint.title)
    return f"{FOOTER}{f'<ul>{cites}</ul>' if cites else ''}<p>{page}, {escaped(imprint.licence)}</p>{FOOTER_END}"


def _origin(imprint: Imprint) -> str:
    licence = escaped(imprint.licence)
    if imprint.licence_address != imprint.licence:
        licence = _link(imprint.licence_address, imprint.licence)
    return f"{FOOTER}<p>{_link(imprint.home, imprint.title)}, {licence}</p>{FOOTER_END}"


def _link(address: str, text: str) -> str:
    """A link; in a file, which has no site around it, the text alone."""
    if ":" not in address:
        return escaped(text)
    return f'<a href="{html.escape(address)}">{escaped(text)}</a>'


class Extent:
    """The days from the first event shown to the last, and how many could not be shown."""

    def __init__(self) -> None:
        self.first: int | None = None
        self.last: int | None = None
        self.undated = 0

    def add(self, span: Span | None) -> None:
        """Take in an event that is shown; None is one that is not."""
        if span is None:
            self.undated += 1
            return
        days = [day for day in span.numbers if day is not None]
        self.first = min([*days, *([] if self.first is None else [self.first])])
        self.last = max([*days, *([] if self.last is None else [self.last])])

    def meets(self, span: Span | None) -> bool:
        """Whether the days of an era share one with the events shown."""
        if span is None or self.first is None or self.last is None:
            return False
        first, last = span.bounds[0], span.bounds[3]
        return first <= self.last and last >= self.first
