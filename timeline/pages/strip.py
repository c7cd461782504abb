"""Lays out claimed days on one axis for a strip plot: days in, pixels out; the template draws it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chronology.calendars import Calendar, from_day
from chronology.errors import ChronologyError
from chronology.formatting import format_day, format_span
from chronology.spans import Span
from timeline.filter_words import figures
from timeline.pages.claim_words import language
from timeline.pages.claimed_days import Mark

# How far from the accepted day the axis reaches, and the room of a figure, a row and a mark in pixels.
FURTHEST, FIGURE_ROOM, ROW, MARK = 60, 19, 18, 20
# A claim of so many days is drawn as wide as it is, and does not set the scale.
WIDE_DAYS = 32
STEPS = (1, 2, 5, 10, 30)
WIDTH, INSET, LETTER = 432, 10, 7.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A day of the axis; figure is "" where there is no room."""

    x: float
    figure: str
    claimed: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """A finished plot; base is the y of the axis; beyond holds sentences for what lies off it."""

    width: int
    height: float
    base: float
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    hatch: tuple[float, float] | None
    apart: str
    apart_x: float
    apart_y: float
    beyond: tuple[str, ...]
    words: str
    name: str


def strip_plot(marks: list[Mark], name: str) -> Strip | None:
    """The plot of two marks or more, or None; `name` makes its ids unique on the page."""
    marks = sorted(marks, key=lambda mark: (mark.first, mark.last))
    printed = [mark for mark in marks if not mark.read]
    if len(printed) < 2:
        return None
    anchor = _anchor(printed)
    shown = [mark for mark in marks if mark.last >= anchor.first - FURTHEST and mark.first <= anchor.last + FURTHEST]
    first, last = low, high = _axis(anchor, shown)
    day_width = (WIDTH - 2 * INSET) / (last - first + 1)

    def x(day: float) -> float:
        return round(INSET + (day - first + 0.5) * day_width, 1)

    year = year_of(anchor.first)
    for mark in marks:
        mark.words = mark_words(mark, year)
        from_day_, to_day_ = max(mark.first, low), min(mark.last, high)
        mark.cut_before, mark.cut_after = mark.first < low, mark.last > high
        mark.x = x((from_day_ + to_day_) / 2)
        mark.begins, mark.ends = round(x(from_day_) - day_width / 2, 1), round(x(to_day_) + day_width / 2, 1)
    rows = _place_labels(shown)
    base = rows * ROW + MARK + 4
    for mark in shown:
        mark.label_y = base - MARK - mark.label_y * ROW - 4
    disputed = [mark for mark in shown if not mark.read]
    hatch = (min(x(max(m.first, low)) for m in disputed), max(x(min(m.last, high)) for m in disputed))
    apart, apart_x = _apart(shown, rows)
    return Strip(
        width=WIDTH,
        height=base + 22,
        base=base,
        ticks=_ticks(first, last, day_width, shown, x),
        marks=tuple(shown),
        hatch=hatch if hatch[1] > hatch[0] else None,
        apart=apart,
        apart_x=apart_x,
        apart_y=base - MARK - 4,
        beyond=tuple(_beyond(mark, anchor) for mark in marks if mark not in shown),
        words=_described(marks),
        name=name,
    )


def _anchor(marks: list[Mark]) -> Mark:
    """The mark the others are seen from: the narrowest accepted one, else the narrowest."""
    return min([mark for mark in marks if mark.accepted] or marks, key=lambda mark: mark.last - mark.first)


def _axis(anchor: Mark, shown: list[Mark]) -> tuple[int, int]:
    """The first and last day drawn. Days set the scale: a claim of a year runs off the axis instead of
    squeezing them together, and is only reached for where it lies apart from them."""
    days = [mark for mark in shown if mark.last - mark.first < WIDE_DAYS] or [anchor]
    earliest, latest = anchor.first - FURTHEST, anchor.last + FURTHEST
    first = max(earliest, min(mark.first for mark in days))
    last = min(latest, max(mark.last for mark in days))
    apart = [mark for mark in shown if mark not in days and (mark.last < first or mark.first > last)]
    first = min([first, *(max(mark.last, earliest) for mark in apart)])
    last = max([last, *(min(mark.first, latest) for mark in apart)])
    padding = max(2, round((last - first) * 0.12))
    return first - padding, last + padding


def _described(marks: list[Mark]) -> str:
    """The plot for who cannot see it."""
    printed = _("Claimed days: %(days)s") % {"days": "; ".join(mark.words for mark in marks if not mark.read)}
    read = "; ".join(mark.words for mark in marks if mark.read)
    return f"{printed}. {_('Read as: %(days)s') % {'days': read}}" if read else printed


def _place_labels(marks: list[Mark]) -> int:
    """Labels stand over their marks; one that would touch its neighbour goes a row higher."""
    ends: list[float] = []
    for mark in marks:
        room = _room(mark)
        start = min(max(2.0, mark.x - room / 2), max(2.0, WIDTH - room))
        row = next((row for row, end in enumerate(ends) if end + 10 <= start), len(ends))
        ends[row : row + 1] = [start + room]
        mark.label_x, mark.label_y = round(start, 1), row
    return len(ends)


def _room(mark: Mark) -> float:
    return len(mark.words) * LETTER + (len(mark.numbers) * 5.6 + 3 if mark.notes else 0)


def _ticks(first: int, last: int, day_width: float, marks: list[Mark], x) -> tuple[Tick, ...]:
    claimed = {mark.first for mark in marks if not mark.wide and not mark.read}
    step = next((days for days in STEPS if days * day_width >= FIGURE_ROOM), STEPS[-1])
    ticks = []
    for day in range(first, last + 1):
        own = day in claimed
        if day_width < 3 and not own and (day - first) % step:
            continue
        crowded = any(other != day and abs(other - day) * day_width < FIGURE_ROOM for other in claimed)
        figure = own or ((day - first) % step == 0 and not crowded)
        ticks.append(Tick(x(day), _day_of_month(day) if figure else "", own))
    return tuple(ticks)


def _apart(marks: list[Mark], rows: int) -> tuple[str, float]:
    """How far two days are apart, where there is room to say it between them."""
    if len(marks) != 2 or rows > 1 or any(mark.wide for mark in marks):
        return "", 0.0
    days = marks[1].first - marks[0].first
    words = ngettext("%(count)s day apart", "%(count)s days apart", days) % {"count": figures(days)}
    begins = marks[0].label_x + _room(marks[0])
    room = marks[1].label_x - begins
    return (words, round(begins + room / 2, 1)) if room >= len(words) * 6.2 + 14 else ("", 0.0)


def _beyond(mark: Mark, anchor: Mark) -> str:
    days = anchor.first - mark.last if mark.last < anchor.first else mark.first - anchor.last
    further = ngettext("%(count)s day further", "%(count)s days further", days) % {"count": figures(days)}
    return f"{mark.words}: {further}"


def mark_words(mark: Mark, year: int | None) -> str:
    """The days of a mark; `year`, which the reader knows already, is left out."""
    if mark.wide:
        return format_span(Span.instant(mark.first, mark.last), Calendar.GREGORIAN, language(), "short")
    words = format_day(mark.first, Calendar.GREGORIAN, language())
    shown = figures(year) if year else ""
    return words.removesuffix(f" {shown}") if shown and year_of(mark.first) == year else words


def year_of(day: int) -> int | None:
    """The Gregorian year of a day, or None beyond what the calendars count."""
    try:
        return from_day(Calendar.GREGORIAN, day)[0]
    except ChronologyError:
        return None


def _day_of_month(day: int) -> str:
    return figures(from_day(Calendar.GREGORIAN, day)[2])
