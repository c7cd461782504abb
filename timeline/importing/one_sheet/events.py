"""Stages the events of the one sheet: each row an event, and who says when, where and on which side."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chronology.folding import ascii_digits
from geo.folding import fold
from timeline.importing.drafting import Draft, Spot
from timeline.importing.frame_matching import LONGEST_LABEL, Sides, Theatres
from timeline.importing.markup import has_markup, plain
from timeline.importing.one_sheet.dates import DateTold, read_date
from timeline.importing.one_sheet.event_slugs import EventSlugs
from timeline.importing.one_sheet.rows import SheetRow
from timeline.importing.one_sheet.whole_dates import Orders
from timeline.importing.place_matching import GivenPoint, Places, read_point
from timeline.importing.plain_text import check_text
from timeline.importing.refusals import BadRow
from timeline.importing.source_matching import LONGEST_TITLE, Sources, locator_cells
from timeline.models.vocabulary import EventKind

DEFAULT_IMPORTANCE = "3"
# The ends of a thing at which a source may say already what the sheet has in one cell.
EDGES = {"date": ("on", "", "begin", "end"), "place": ("at", "", "from", "to", "via")}
ERA_KIND = EventKind.POLITICS.value
ORDER_STEP = 10


@dataclass(frozen=True, slots=True)
class Manner:
    """How the rows of a file are read where they say nothing themselves: what was asked, or told by the file.

    calendar: of years that may be of several, in rows that name none; kind and theatre: of rows without one,
    era_theatre: of eras without one; columns: those the sheet has.
    """

    orders: Orders
    calendar: str
    kind: str
    theatre: str
    era_theatre: str
    columns: frozenset[str]


@dataclass(frozen=True, slots=True)
class RowRead:
    """A row understood, before anything of it is staged."""

    headline: str
    text: str
    date: DateTold | None
    point: GivenPoint | None
    kind: str
    importance: str
    locator: Mapping[str, str]
    theatre: str
    sides: list[str]


class Events:
    """Stages rows one after the other; `days` are the outer days of what was met so far, `points` its points."""

    def __init__(self, draft: Draft, file: str, manner: Manner):
        self.draft = draft
        self.file = file
        self.manner = manner
        self.slugs = EventSlugs(draft)
        self.places = Places(draft)
        self.sources = Sources(draft, file)
        self.theatres = Theatres(draft)
        self.sides = Sides(draft)
        self.days: list[int] = []
        self.points: list[GivenPoint] = []
        self._order = draft.known.order
        self._dated: dict[str, list[str]] = defaultdict(list)
        for (_source, subject, attribute, _edge), claims in draft.known.claims.items():
            if attribute == "date":
                self._dated[subject] += [claim.value for claim in claims]

    def stage(self, row: SheetRow) -> str:
        """Stage what a row tells and return the slug of its event; raise BadRow, and then nothing is staged."""
        read, spot = self._read(row), row.spot
        place = ""
        if row["Place"] or read.point:
            place = self.places.slug_for(row["Place"], read.point, spot, self.file)
        # From here on nothing is refused.
        slug, is_first = self.slugs.give(row["Slug"], read.headline, row.origin)
        source = self.sources.slug_for(row["Source"], spot)
        locator = read.locator if row["Source"] or row["Locator"] else {"section": spot.origin, "page": ""}
        if is_first:
            self._event(slug, row, read)
        self._claims(slug, source, locator, row, read, place)
        return slug

    def _read(self, row: SheetRow) -> RowRead:
        headline = plain(row["Headline"])
        if not headline:
            raise BadRow("headline_missing", _("The row has no Headline: say in a few words what happened."))
        for column in ("Headline", "Text"):
            if has_markup(row[column]):
                self.draft.lose(_("Formatting (HTML) in %(column)s is left out.") % {"column": column}, row.origin)
        self.slugs.check(row["Slug"], headline)
        check_text(row["Source"], LONGEST_TITLE, "Source")
        theatre = check_text(row["Theatre"] or plain(row["Group"]), LONGEST_LABEL, "Theatre")
        sides = self.sides.named(row["Side"])
        date = read_date(row, self.manner.orders, self.manner.calendar)
        point = read_point(row["Lat"], row["Lon"], row["Uncertainty km"])
        if date is None and not row["Place"] and point is None:
            raise BadRow(
                "nothing_claimed",
                _("The row says neither when nor where: fill Year, or Place. Nothing is told without a statement."),
            )
        return RowRead(
            headline=headline,
            text=plain(row["Text"]),
            date=date,
            point=point,
            kind=read_kind(row["Kind"]),
            importance=read_importance(row["Importance"]),
            locator=locator_cells(row["Locator"]),
            theatre=theatre,
            sides=sides,
        )

    def _event(self, slug: str, row: SheetRow, read: RowRead) -> None:
        """Stage the event itself; one that the atlas has keeps what the sheet does not say."""
        is_new = slug not in self.draft.known.events
        fallback = self.manner.era_theatre if row.type == "era" else self.manner.theatre
        theatre = read.theatre or (fallback if is_new else "")
        said = {
            "kind": read.kind,
            "theatre": self.theatres.slug_for(theatre, row.spot) if theatre else "",
            "shape": read.date.shape if read.date and self._is_dated_by(slug, read) else "",
            "importance": read.importance,
        }
        said = {column: value for column, value in said.items() if value}
        if "Text" in self.manner.columns or is_new:
            said["summary"] = read.text
        if is_new:
            self._order += ORDER_STEP
            said = {
                "kind": ERA_KIND if row.type == "era" else self.manner.kind,
                "status": "happened",
                "shape": "instant",
                "importance": DEFAULT_IMPORTANCE,
                "order": str(self._order),
            } | said
        self.draft.add("events.csv", row.spot, slug=slug, atlas=self.draft.atlas, title=read.headline, **said)

    def _is_dated_by(self, slug: str, read: RowRead) -> bool:
        """Whether the row says something new of the date, so that the event takes its shape."""
        return not any(read.date.adds_nothing_to(face) for face in self._dated.get(slug, ()))

    def _claims(self, slug: str, source: str, locator, row: SheetRow, read: RowRead, place: str) -> None:
        spot, subject = row.spot, {"subject_type": "event", "subject": slug}
        if read.date:
            self.days += [day for day in (read.date.span.earliest, read.date.span.latest) if day is not None]
            self._claim(
                source, spot, locator, read.date.adds_nothing_to, **subject, attribute="date", edge="on",
                as_printed=read.date.as_printed, calendar=read.date.calendar, face=read.date.face, note=read.date.note,
            )  # fmt: skip
        if place:
            if read.point:
                self.points.append(read.point)
            printed = row["Place"] or f"{row['Lat']}, {row['Lon']}"
            self._claim(
                source, spot, locator, place.__eq__, **subject, attribute="place", edge="at", as_printed=printed,
                place=place, place_relation="at",
            )  # fmt: skip
        for label in read.sides:
            self._side(slug, label, source, spot, locator)

    def _side(self, slug: str, label: str, source: str, spot: Spot, locator) -> None:
        side = self.sides.slug_for(label, spot)
        if side in self.draft.known.event_sides.get(slug, ()):
            return
        force = self.sides.force_for(label, spot)
        key = f"{slug}/{force}/participant"
        self.draft.once(
            "participations.csv", key, spot,
            subject_type="event", subject=slug, who_type="force", who=force, role="participant", side=side,
        )  # fmt: skip
        self._claim(
            source, spot, locator, None,
            subject_type="participation", subject=key, attribute="participant", edge="", as_printed=label,
        )  # fmt: skip

    def _claim(self, source: str, spot: Spot, locator, adds_nothing, **cells: str) -> None:
        """Stage a claim. What a source is known to say as closely or closer keeps its printed words: a sheet
        has fewer of them than its editors took down. What only the sheet says is as the sheet says it now."""
        about = (source, cells["subject"], cells["attribute"])
        if adds_nothing and source != self.sources.own_slug:
            said = self.draft.said_already([(*about, edge) for edge in EDGES[cells["attribute"]]], adds_nothing)
            if said is not None:
                if said.as_printed != cells["as_printed"]:
                    told = _("What the atlas has of a source already keeps its printed words and its locator.")
                    self.draft.lose(told, spot.origin)
                return
        key = self.draft.claim_key(*about, cells["edge"])
        self.draft.add("claims.csv", spot, key=key, source=source, **locator, certainty="certain", **cells)


def read_kind(text: str) -> str:
    """Return the kind of event that a cell names, by its word or its label, "" for an empty cell; raise BadRow."""
    if not text or text in EventKind.values:
        return text
    named = {fold(name): kind.value for kind in EventKind for name in (kind.value, str(kind.label))}
    try:
        return named[fold(text)]
    except KeyError:
        raise BadRow(
            "unknown_kind",
            _("“%(text)s” is no kind of event here: write one of %(kinds)s.")
            % {"text": text[:40], "kinds": ", ".join(EventKind.values)},
            text,
        ) from None


def read_importance(text: str) -> str:
    """Return an importance as a table writes it, "" for an empty cell; raise BadRow for no number from 1 to 5."""
    figures = ascii_digits(text)
    if figures in ("", "1", "2", "3", "4", "5"):
        return figures
    raise BadRow("bad_importance", _("Importance is a number from 1 to 5, not “%(text)s”.") % {"text": text[:40]}, text)
