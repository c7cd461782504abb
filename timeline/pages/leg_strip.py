"""Lays out the legs of a march on one axis of days: days in, pixels out; the template draws it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from chronology.calendars import Calendar, from_day, month_span, to_day
from chronology.errors import ChronologyError
from chronology.formatting import format_day
from chronology.spans import Span
from timeline.chronicle.entries import LegEntry, MovementEntry
from timeline.chronicle.rows import words_of
from timeline.filter_words import figures
from timeline.pages.claim_words import language

# Pixels: the whole, the column of the numbers, a row, the narrowest bar, the room of a tick's words.
WIDTH, NUMBERS, INSET, ROW, LEAST, TICK_ROOM = 432, 22, 8, 20, 5.0, 58
# Days from one tick to the next, while ticks are days.
STEPS = (1, 2, 5, 10)
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class Bar:
    """A leg. y: the middle of its row; sure: (begins, ends) of the stretch it was certainly under way, which may have
    no width, or None without a date; before, after: (begins, width) of the stretches of doubt, or None; opens,
    closes: whether no source gives that end."""

    number: str
    y: float
    sure: tuple[float, float] | None
    before: tuple[float, float] | None
    after: tuple[float, float] | None
    opens: bool
    closes: bool
    words: str
    made: bool


@dataclass(frozen=True, slots=True)
class LegStrip:
    """A finished plot; ticks: (x, words) of its axis, which lies at y = base; words: the plot for who cannot see it."""

    width: int
    height: float
    base: float
    left: int
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    words: str


def leg_strip(movement: MovementEntry) -> LegStrip | None:
    """The legs in their order, or None where no source dates any of them."""
    known = [day for leg in movement.legs for day in (*(leg.departs or ()), *(leg.arrives or ())) if day is not None]
    if not known:
        return None
    first, last = min(known), max(known) + 1
    padding = max(1, round((last - first) * 0.04))
    first, last = first - padding, last + padding
    scale = (WIDTH - NUMBERS - 2 * INSET) / (last - first)

    def x(day: float) -> float:
        return round(NUMBERS + INSET + (day - first) * scale, 1)

    bars = tuple(_bar(leg, row, x) for row, leg in enumerate(movement.legs))
    base = len(bars) * ROW + 4
    said = [f"{bar.number}: {bar.words}" for bar in bars]
    return LegStrip(
        width=WIDTH,
        height=base + 22,
        base=base,
        left=NUMBERS,
        bars=bars,
        ticks=_ticks(first, last, scale, x),
        words=_("The legs in time. %(legs)s.") % {"legs": "; ".join(said)},
    )


def _bar(leg: LegEntry, row: int, x) -> Bar:
    """A day is as wide as it is: what arrives on the 3rd ends where the 4th begins."""
    starts = [day for day in leg.departs or () if day is not None]
    ends = [day for day in leg.arrives or () if day is not None]
    sure = before = after = None
    if starts or ends:
        begins, finishes = x(starts[-1] if starts else ends[0]), x(ends[0] if ends else starts[-1] + 1)
        # Days of doubt at both ends may leave no day between that is certain.
        begins, finishes = min(begins, finishes), max(begins, finishes)
        before = _doubt(x(starts[0]), begins) if starts else None
        after = _doubt(finishes, x(ends[-1] + 1)) if ends and ends[-1] != ends[0] else None
        if not after and ends:
            finishes = x(ends[0] + 1)
        if not (before or after) and finishes - begins < LEAST:
            begins, finishes = (begins + finishes - LEAST) / 2, (begins + finishes + LEAST) / 2
        sure = (round(begins, 1), round(finishes, 1))
    return Bar(
        number=figures(leg.order),
        y=row * ROW + ROW / 2,
        sure=sure,
        before=before,
        after=after,
        opens=bool(ends) and not starts,
        closes=bool(starts) and not ends,
        words=_days_of(leg),
        made=leg.status == "happened",
    )


def _doubt(begins: float, ends: float) -> tuple[float, float] | None:
    return (begins, round(ends - begins, 1)) if ends - begins > 1 else None


def _days_of(leg: LegEntry) -> str:
    """From 3 to 7 July 1909; one end alone where the other is not given."""
    departs, arrives = (
        words_of(Span.instant(*days), language()) if days else "" for days in (leg.departs, leg.arrives)
    )
    if departs and arrives:
        return departs if departs == arrives else _("%(first)s to %(last)s") % {"first": departs, "last": arrives}
    if departs:
        return _("departs %(day)s") % {"day": departs}
    return _("arrives %(day)s") % {"day": arrives} if arrives else _("no date given")


def _ticks(first: int, last: int, scale: float, x) -> tuple[tuple[float, str], ...]:
    """Days while they have room, months beyond, years beyond those; the first names its year."""
    step = next((days for days in STEPS if days * scale >= TICK_ROOM), None)
    try:
        chosen = _days(first, last, step) if step else _months(first, last, scale)
    except ChronologyError:
        return ()
    in_years = len(chosen) > 1 and chosen[1] - chosen[0] > 360
    words = {
        day: _tick_words(day, at == 0, by_day=step is not None, in_years=in_years) for at, day in enumerate(chosen)
    }
    return tuple((x(day), text) for day, text in words.items() if x(day) + TICK_ROOM * 0.7 <= WIDTH)


def _days(first: int, last: int, step: int) -> list[int]:
    return [day for day in range(first, last + 1) if (day - first) % step == 0]


def _months(first: int, last: int, scale: float) -> list[int]:
    every = next((months for months in MONTHS if months * 30.44 * scale >= TICK_ROOM), MONTHS[-1])
    year, month, _day = from_day(Calendar.GREGORIAN, first)
    count = year * 12 + month
    found = []
    while (day := to_day(Calendar.GREGORIAN, count // 12, count % 12 + 1, 1)) <= last:
        if count % every == 0:
            found.append(day)
        count += 1
    return found


def _tick_words(day: int, names_year: bool, *, by_day: bool, in_years: bool) -> str:
    year, month, _day = from_day(Calendar.GREGORIAN, day)
    if in_years:
        return figures(year)
    if by_day:
        whole = format_day(day, Calendar.GREGORIAN, language())
    else:
        whole = words_of(Span.instant(*month_span(Calendar.GREGORIAN, year, month)), language())
    return whole if names_year or (not by_day and month == 1) else whole.removesuffix(f" {figures(year)}")
