"""Sorts date and sequence claims into dated statements, links between them and places in a series."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from chronology.edtf import edtf_choices, parse_edtf
from chronology.spans import Shape, Span
from timeline.anchors import moved
from timeline.dated_things import BEGIN, EDGES, END, DatedThings
from timeline.sequences import Dated, Link, Pair, Point, Verdict
from timeline.series import Placed

# Relative dates that hang on each other longer than this are left to what refuses rings.
DEEPEST = 12
COLUMNS = (
    "pk", "key", "attribute", "edge", "face", "face_shape",
    "begin_earliest", "begin_latest", "end_earliest", "end_latest", "low", "high", "unit",
    "relative_to_claim", "relative_to_event", "offset_low", "offset_high", "interpretation__value",
    "event", "leg", "movement", "source", "section", "paragraph", "sentence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """The columns of a claim that tell of days and order, as COLUMNS names them."""

    pk: int
    key: str
    attribute: str
    edge: str
    face: str
    face_shape: str
    begin_earliest: int | None
    begin_latest: int | None
    end_earliest: int | None
    end_latest: int | None
    low: float | None
    high: float | None
    unit: str
    anchor_claim: int | None
    anchor_event: int | None
    offset_low: int | None
    offset_high: int | None
    meant: str | None
    event: int | None
    leg: int | None
    movement: int | None
    source: int
    section: str
    paragraph: int | None
    sentence: int | None

    def spans(self) -> tuple[Span, ...]:
        """Its literal days, likeliest first, where it has a face."""
        if "," in self.face:
            return edtf_choices(self.face)
        numbers = self.begin_earliest, self.begin_latest, self.end_earliest, self.end_latest
        return (Span(*numbers, Shape(self.face_shape or Shape.SPAN)),)


@dataclass
class OrderReading:
    """Takes claims one by one; `dated`, `links` and `placed` hold what they came to.

    claims: every row that another may hang on; verdicts: what editors decided of the date at a point.
    """

    things: DatedThings
    claims: dict[int, ClaimRow]
    verdicts: Mapping[Point, Verdict]
    dated: list[Dated] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)

    def take(self, row: ClaimRow) -> None:
        thing = self.things.of(row.event, row.leg, row.movement, row.edge)
        if thing is None:
            return
        if row.attribute == "sequence":
            if row.unit and row.low is not None:
                self.placed.append(Placed(row.key, thing, row.unit, row.low, row.high))
            return
        spans, meant, keys = self._days(row)
        if spans:
            self._date(row, thing, spans, meant, keys)
        else:
            self._hang(row, thing)

    def _date(self, row: ClaimRow, thing: str, spans, meant: Span | None, leaning: tuple[str, ...]) -> None:
        for end in self._ends(row, thing):
            point = self.things.point(thing, end)
            self.dated.append(
                Dated(
                    row.key, point, tuple(self._pair(span, point, end, row) for span in spans),
                    self._pair(meant, point, end, row) if meant else None, leaning,
                    (row.source, row.section, row.paragraph, row.sentence) if row.sentence else None,
                    self.verdicts.get(point),
                )
            )  # fmt: skip

    def _ends(self, row: ClaimRow, thing: str) -> tuple[str, ...]:
        """Which ends of the thing the claim dates: "on" speaks of both ends of what lasted."""
        if row.edge in ("", "on") and thing in self.things.lasting:
            return (BEGIN, END)
        return (EDGES[row.edge],)

    def _pair(self, span: Span, point: Point, end: str, row: ClaimRow) -> Pair:
        """The first and last day that a span leaves for the point: an "on" of what lasted speaks of each end."""
        if row.edge not in ("", "on") or point[0] not in self.things.lasting:
            return span.earliest, span.latest
        return (span.begin_earliest, span.begin_latest) if end == BEGIN else (span.end_earliest, span.end_latest)

    def _days(self, row: ClaimRow, depth: int = 0) -> tuple[tuple[Span, ...], Span | None, tuple[str, ...]]:
        """The literal days, those meant if they differ, and the claims leant on; nothing if it hangs on an event."""
        own = parse_edtf(row.meant) if row.meant else None
        if row.face:
            return row.spans(), own, ()
        anchor = self.claims.get(row.anchor_claim)
        if anchor is None or depth > DEEPEST or row.offset_low is None or row.offset_high is None:
            return (), None, ()
        spans, meant, leaning = self._days(anchor, depth + 1)
        printed = tuple(moved(span, row.offset_low, row.offset_high) for span in spans)
        if None in printed:
            return (), None, ()
        meant = own or (moved(meant, row.offset_low, row.offset_high) if meant else None)
        return printed, meant, (anchor.key, *leaning)

    def _hang(self, row: ClaimRow, thing: str) -> None:
        """A date so many days from an event, or from a claim that is, is a link and no days."""
        ends = self._ends(row, thing)
        low, high, keys, depth = row.offset_low, row.offset_high, (row.key,), 0
        while row.anchor_event is None and row.anchor_claim in self.claims and depth <= DEEPEST:
            row, depth = self.claims[row.anchor_claim], depth + 1
            if None in (low, high, row.offset_low, row.offset_high):
                return
            low, high, keys = low + row.offset_low, high + row.offset_high, (*keys, row.key)
        anchor = self.things.events.get(row.anchor_event)
        if anchor is None or anchor == thing:
            return
        # Later days are counted from the anchor's end, earlier ones from its beginning.
        counted = low if low is not None else high
        if counted is None:
            return
        at = self.things.point(anchor, END if counted >= 0 else BEGIN)
        if low is not None:
            self.links.append(Link(at, self.things.point(thing, ends[0]), low, keys, dating=True))
        if high is not None:
            self.links.append(Link(self.things.point(thing, ends[-1]), at, -high, keys))
