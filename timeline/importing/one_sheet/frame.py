"""Stages what frames the events of the one sheet: the atlas of its title row, and its eras as periods."""

from collections.abc import Sequence

from chronology.calendars import Calendar
from chronology.iso import to_iso
from geo.folding import fold
from geo.points import bounds_of
from timeline.importing.drafting import Draft, Spot
from timeline.importing.markup import plain
from timeline.importing.one_sheet.events import Events
from timeline.importing.one_sheet.rows import SheetRow
from timeline.importing.place_matching import GivenPoint
from timeline.importing.plain_text import check_text
from timeline.importing.slugs import Slugs

LONGEST_TITLE, LONGEST_LABEL = 200, 120
MARGIN_DEGREES = 1.0
# Where a new atlas has no point yet: the inhabited world.
NOWHERE = "-170,-56,170,72"
# An atlas opens on some days at least, however few its events have.
SHORTEST_WINDOW = 30


class Eras:
    """The eras of one sheet: a band each, whose beginning and end are those of an event that the row tells of."""

    def __init__(self, draft: Draft):
        self._draft = draft
        self._slugs = Slugs(draft.known.periods.values())
        self._ends: list[int] = []

    def stage(self, row: SheetRow, event: str, days: Sequence[int]) -> None:
        """Stage the band; `days` are the outer days of its event."""
        label = plain(row["Headline"])
        cells = {
            "atlas": self._draft.atlas,
            "slug": self._slugs.give(label, "era"),
            "kind": "other",
            "label_en": label,
            "begins_event": event,
            "ends_event": event,
            "row": str(self._row(days)),
        }
        self._draft.add("periods.csv", row.spot, **cells)

    def has(self, row: SheetRow) -> bool:
        """Whether the atlas has this band already: it keeps the events that bound it."""
        return fold(plain(row["Headline"])) in self._draft.known.periods

    def _row(self, days: Sequence[int]) -> int:
        """The first row of bands, below that of the reigns, on which the days are free."""
        first, last = min(days, default=0), max(days, default=0)
        for number, end in enumerate(self._ends):
            if end < first:
                self._ends[number] = last
                return number + 1
        self._ends.append(last)
        return len(self._ends)


def check_era(row: SheetRow) -> None:
    """Raise BadRow for a label that a band can't bear."""
    check_text(plain(row["Headline"]), LONGEST_LABEL)


def check_title(row: SheetRow) -> None:
    """Raise BadRow for a title that an atlas can't bear."""
    check_text(plain(row["Headline"]), LONGEST_TITLE)


def stage_atlas(draft: Draft, title: SheetRow | None, events: Events, calendars: Sequence[str], file: str) -> None:
    """Stage the atlas: of one that there is what the title row says, a new one whole."""
    told = {}
    if title is not None:
        told = {"title": plain(title["Headline"]), "description": plain(title["Text"])}
        told = {column: value for column, value in told.items() if value}
    spot = title.spot if title is not None else Spot("the file", {})
    if draft.known.exists:
        if told:
            draft.add("atlases.csv", spot, slug=draft.atlas, **told)
        return
    frame = {
        "title": file,
        **dict(zip(("window_from", "window_to"), _window(events.days), strict=True)),
        "bounds": _bounds(events.points),
        "languages": "en",
        "rulers": ";".join(dict.fromkeys(["gregorian", *(each for each in calendars if each in list(Calendar))])),
        "default": "no",
        "licence": "CC BY 4.0",
    }
    draft.add("atlases.csv", spot, slug=draft.atlas, **frame | told)


def _window(days: Sequence[int]) -> tuple[str, str]:
    """From the first day to the last, as ISO days; the century just past where nothing is dated."""
    if not days:
        return "1900-01-01", "1999-12-31"
    first, last = min(days), max(days)
    return to_iso(first), to_iso(max(last, first + SHORTEST_WINDOW))


def _bounds(points: Sequence[GivenPoint]) -> str:
    box = bounds_of(each.point for each in points)
    if box is None:
        return NOWHERE
    box = box.grown(MARGIN_DEGREES)
    return ",".join(f"{edge:.2f}" for edge in (box.west, box.south, box.east, box.north))
