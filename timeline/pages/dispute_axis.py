"""Lays claimed days out on the common axis of disagreements: days from the best reading, the same for every row.

Places are per cent of the axis, so that one drawing fits a phone and a wall; heights are pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from timeline.chronicle.differences import stretch_words
from timeline.pages.claimed_days import Mark
from timeline.pages.dispute_statements import Statements
from timeline.pages.strip import mark_words, year_of

# Days drawn on either side of the best reading, and the room beyond them for the arrows of what lies further.
REACH, BEYOND = 20, 3
# Pixels: a row of labels, a mark, room for the ring of a copy, for the name of a track.
ROW, MARK, RING, NAME = 19, 18, 15, 17
# Labels are kept apart as on a phone: pixels across, and of one letter.
NARROW, LETTER = 326, 6.2
NEAR_EDGE = 14


@dataclass(frozen=True, slots=True)
class Placed:
    """One stretch of days on the axis. look: accepted, claimed or proposed; x: its middle, begins to its
    length: where it is more than a day, per cent; cut: it goes on beyond the axis at that end; beyond: it lies off
    the axis altogether: before, after or ""; rings: copies hang under it."""

    look: str
    words: str
    numbers: str
    x: float
    begins: float
    ends: float
    wide: bool
    cut_before: bool
    cut_after: bool
    beyond: str
    rings: bool
    anchor: str
    label_y: float

    @property
    def length(self) -> float:
        return round(self.ends - self.begins, 2)


@dataclass(frozen=True, slots=True)
class Track:
    """One line of days; name: the thing they are told of, "" where there is one thing; base: the y of the line."""

    name: str
    name_y: float
    base: float
    marks: tuple[Placed, ...]
    hatch: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Axis:
    """A finished drawing; words tell it to who cannot see it; name makes its ids unique on the page."""

    height: float
    tracks: tuple[Track, ...]
    words: str
    name: str


def axis(named: Sequence[tuple[str, Sequence[Mark]]], zero: int, statements: Statements, name: str) -> Axis | None:
    """The drawing of the marks of each thing (its name, its marks) around the day `zero`; None where none has any."""
    tracks, told, y = [], [], 0.0
    for title, marks in named:
        if not marks:
            continue
        begins = y + (NAME if title else 0)
        placed, rows = _placed(sorted(marks, key=lambda mark: (mark.first, mark.last)), zero, statements, begins)
        base = begins + rows * ROW + MARK + 2
        tracks.append(Track(title, y + NAME - 5, base, placed, _hatch(marks, zero)))
        told += [f"{title}: " * bool(title) + "; ".join(_told(mark, zero) for mark in marks)]
        y = base + (RING if any(mark.rings for mark in placed) else 4) + 2
    return Axis(y, tuple(tracks), ". ".join(told), name) if tracks else None


def at(day: float, zero: int) -> float:
    """Where the middle of a day stands, in per cent of the axis."""
    return round((day - zero + REACH + BEYOND) / (2 * (REACH + BEYOND)) * 100, 2)


def _placed(marks: list[Mark], zero: int, statements: Statements, top: float) -> tuple[tuple[Placed, ...], int]:
    year = year_of(zero)
    labels = [_label(mark, zero, year) for mark in marks]
    spots = [_spot(mark, zero) for mark in marks]
    rows, of_mark = _rows([(*spot, _room(mark, label)) for mark, label, spot in zip(marks, labels, spots, strict=True)])
    low, high = zero - REACH - BEYOND, zero + REACH + BEYOND
    placed = []
    for mark, label, (x, anchor), row in zip(marks, labels, spots, of_mark, strict=True):
        first, last = max(mark.first - 0.5, low), min(mark.last + 0.5, high)
        placed.append(
            Placed(
                look=_look(mark),
                words=label,
                numbers=mark.numbers,
                x=x,
                begins=at(first, zero),
                ends=at(max(first, last), zero),
                wide=mark.wide,
                cut_before=mark.first < low,
                cut_after=mark.last > high,
                beyond=_beyond(mark, zero),
                rings=not mark.read and any(statements.is_copy(key) for key in mark.claims),
                anchor=anchor,
                label_y=top + (rows - row) * ROW - 4,
            )
        )
    return tuple(placed), rows


def _look(mark: Mark) -> str:
    if mark.accepted:
        return "accepted"
    return "proposed" if mark.read or mark.candidate else "claimed"


def _beyond(mark: Mark, zero: int) -> str:
    if mark.last < zero - REACH - BEYOND:
        return "before"
    return "after" if mark.first > zero + REACH + BEYOND else ""


def _spot(mark: Mark, zero: int) -> tuple[float, str]:
    """Where the mark and its label stand, and from which side the label is written."""
    beyond = _beyond(mark, zero)
    if beyond:
        return (0.0, "start") if beyond == "before" else (100.0, "end")
    low, high = zero - REACH - BEYOND, zero + REACH + BEYOND
    x = at((max(mark.first, low) + min(mark.last, high)) / 2, zero)
    return x, "start" if x < NEAR_EDGE else "end" if x > 100 - NEAR_EDGE else "middle"


def _label(mark: Mark, zero: int, year: int | None) -> str:
    words = mark_words(mark, year)
    beyond = _beyond(mark, zero)
    if not beyond:
        return words
    away = zero - mark.last if beyond == "before" else mark.first - zero
    pattern = _("← %(day)s: %(distance)s before") if beyond == "before" else _("%(day)s: %(distance)s after →")
    return pattern % {"day": words, "distance": stretch_words(away, away)}


def _room(mark: Mark, label: str) -> float:
    return len(label) * LETTER + (len(mark.numbers) * 4.2 + 4 if mark.numbers else 0)


def _rows(labels: list[tuple[float, str, float]]) -> tuple[int, list[int]]:
    """How many rows of labels there are, and the row of each, from the line upwards; none touches another."""
    taken: list[list[tuple[float, float]]] = []
    chosen = []
    for x, anchor, room in labels:
        middle = x / 100 * NARROW
        start = {"start": middle, "middle": middle - room / 2, "end": middle - room}[anchor]
        end = start + room
        free = (row for row, spans in enumerate(taken) if all(end + 6 <= a or b + 6 <= start for a, b in spans))
        row = next(free, len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append((start, end))
        chosen.append(row)
    return len(taken), chosen


def _hatch(marks: Sequence[Mark], zero: int) -> tuple[float, float] | None:
    """From the first to the last claimed day, in per cent: start and width. One of several days that an ambiguous
    date may name counts where it is on the axis."""
    claimed = [mark for mark in marks if not mark.read and not (mark.candidate and _beyond(mark, zero))]
    low, high = zero - REACH - BEYOND, zero + REACH + BEYOND
    first = min((max(low, mark.first) for mark in claimed), default=0)
    last = max((min(high, mark.last) for mark in claimed), default=0)
    begins, ends = at(first, zero), at(last, zero)
    return (begins, round(ends - begins, 2)) if len(claimed) > 1 and last > first else None


def _told(mark: Mark, zero: int) -> str:
    look = {"accepted": _("accepted"), "claimed": _("claimed"), "proposed": _("printed nowhere")}[_look(mark)]
    apart = mark.first - zero if mark.first > zero else mark.last - zero if mark.last < zero else 0
    words = mark_words(mark, None)
    if not apart:
        return f"{words}, {look}"
    pattern = _("%(distance)s later") if apart > 0 else _("%(distance)s earlier")
    return f"{words}, {look}, {pattern % {'distance': stretch_words(abs(apart), abs(apart))}}"
