"""Which day makes the best sense of several statements of one thing, with a reading of each.

The same priors as for one printed date, asked of all at once: a day is as likely as the readings
that bring every statement to it are together.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from chronology.readings.bases import bases_of
from chronology.readings.hypotheses import hypotheses_of
from chronology.readings.judgement import Reading, Verdict
from chronology.readings.judging import DECISIVE, reading_of
from chronology.readings.slips import UNEXPLAINED_PRIOR, Method
from chronology.readings.witnesses import RIGHT, WIDEST, WRONG_AT_MOST, days_apart, density, shares
from chronology.spans import Span

_CHEAP = (Method.PLAIN, Method.DAY_OFF)
_OPEN_SIDE = 366


@dataclass(frozen=True, slots=True)
class Claimed:
    """One statement of a dispute: its key, the text, the work it goes back to, and its context as judge takes it."""

    key: str
    printed: str
    source: str = ""
    calendar: str | None = None
    year: int | None = None
    year_calendar: str | None = None
    habits: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """The days span, their share of belief (0 to 1, all adding up to 1), and how each statement comes to them.

    readings: (key, Reading) in the order given; None where no reading of the text brings it there.
    """

    span: Span
    score: float
    readings: tuple[tuple[str, Reading | None], ...]

    @property
    def day(self) -> int | None:
        """The day number, where it is one day."""
        return self.span.earliest if self.span.is_exact else None

    @property
    def explains_all(self) -> bool:
        return all(reading is not None for _, reading in self.readings)

    @property
    def slips(self) -> tuple[tuple[str, Reading], ...]:
        """The statements that need a reading other than the plain one."""
        return tuple((key, reading) for key, reading in self.readings if reading is not None and not reading.is_plain)

    @property
    def method(self) -> Method:
        """What explains it in one code: the first slip that is more than a day off, else a day off, else plain."""
        methods = [reading.method for _, reading in self.slips]
        return next((each for each in methods if each not in _CHEAP), methods[0] if methods else Method.PLAIN)

    def arithmetic(self, language: str = "en") -> str:
        """The arithmetic of every slip, each once, those of a day off last."""
        readings = sorted((reading for _, reading in self.slips), key=lambda each: each.method in _CHEAP)
        return " ".join(dict.fromkeys(reading.why_in(language) for reading in readings))


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The days that may be meant, best first, with a verdict; best is None where it cannot be told."""

    accounts: tuple[Account, ...]
    verdict: Verdict
    best: Account | None


def reconcile(statements: Sequence[Claimed]) -> Reconciliation:
    """Return the days that make sense of all the statements, best first.

    A verdict of EXPLAINED may rest on two days side by side, where a slip other than a day off leads
    to both: the slip is then sure and the day is not.
    Statements of one source with the same text are heard once. Raises DateParseError for a text
    that is not a date, ValueError for no statements.
    """
    if not statements:
        raise ValueError("There is nothing to reconcile without a statement.")
    read = [_readings(each) for each in statements]
    heard = _once(statements, read)
    stretches = _stretches(read)
    weights = [
        sum(log(_likelihood(read[index], first)) for index in heard) + log(last - first + 1)
        for first, last in stretches
    ]
    found: dict[tuple[Reading | None, ...], list[tuple[int, int, float]]] = {}
    for (first, last), share in zip(stretches, shares(weights), strict=True):
        found.setdefault(tuple(_best_at(readings, first) for readings in read), []).append((first, last, share))
    keys = [said.key for said in statements]
    accounts = [
        Account(
            _shared(readings, parts),
            sum(share for _, _, share in parts),
            tuple(zip(keys, readings, strict=True)),
        )
        for readings, parts in found.items()
    ]
    accounts.sort(key=lambda account: (-account.score, account.span.bounds))
    return Reconciliation(tuple(accounts), *_verdict(accounts))


def _readings(said: Claimed) -> tuple[Reading, ...]:
    bases = bases_of(said.printed, said.calendar, said.year, said.year_calendar, said.habits)
    found = [each for base in bases for each in hypotheses_of(base, said.habits)]
    return tuple(reading_of(said.printed, each, each.prior) for each in found)


def _once(statements: Sequence[Claimed], read: Sequence[tuple[Reading, ...]]) -> list[int]:
    """The places of the statements to hear: of copies, the first."""
    seen: set[tuple] = set()
    heard = []
    for index, (said, readings) in enumerate(zip(statements, read, strict=True)):
        voice = (said.source or index, tuple(each.span for each in readings if each.is_plain))
        if voice not in seen:
            heard.append(index)
        seen.add(voice)
    return heard


def _stretches(read: Sequence[tuple[Reading, ...]]) -> list[tuple[int, int]]:
    """The days any reading names, cut wherever one of them begins or ends; of an open side only its first year."""
    named = [_closed(reading.span) for readings in read for reading in readings]
    cuts = sorted({cut for first, last in named for cut in (first, last + 1)})
    return [
        (first, following - 1)
        for first, following in pairwise(cuts)
        if any(start <= first and following - 1 <= end for start, end in named)
    ]


def _closed(span: Span) -> tuple[int, int]:
    first, begun, ending, last = span.numbers
    known = [number for number in (first, begun, ending, last) if number is not None]
    return (min(known) - _OPEN_SIDE if first is None else first, max(known) + _OPEN_SIDE if last is None else last)


def _shared(readings: tuple[Reading | None, ...], stretches: list[tuple[int, int, float]]) -> Span:
    """The days of an account: those weighed, or, where every statement leaves a side open, what all leave."""
    spans = [reading.span for reading in readings if reading is not None]
    if all(None in (span.earliest, span.latest) for span in spans):
        shared: Span | None = spans[0]
        for span in spans[1:]:
            shared = shared and shared.intersect(span)
        if shared is not None:
            return shared
    return Span.instant(min(first for first, _, _ in stretches), max(last for _, last, _ in stretches))


def _likelihood(readings: tuple[Reading, ...], day: int) -> float:
    """How likely the text is if this was the day: by any of its readings, or by a slip unknown."""
    at = Span.day(day)
    told = sum(
        each.prior / min(each.span.width or WIDEST, WIDEST) for each in readings if days_apart(each.span, at) == 0
    )
    plain = [each for each in readings if each.is_plain]
    off = min(days_apart(each.span, at) for each in plain)
    if off == 0:
        return told
    right = max(each.prior / min(each.span.width or WIDEST, WIDEST) for each in plain)
    return told + min(UNEXPLAINED_PRIOR * density(off) / (1 - RIGHT), right * WRONG_AT_MOST)


def _best_at(readings: tuple[Reading, ...], day: int) -> Reading | None:
    at = Span.day(day)
    fitting = [each for each in readings if days_apart(each.span, at) == 0]
    if not fitting:
        return None
    return max(fitting, key=lambda each: each.prior)


def _verdict(accounts: Sequence[Account]) -> tuple[Verdict, Account | None]:
    top = accounts[0]
    if not top.explains_all:
        explained = sum(each.score for each in accounts if each.explains_all)
        return (Verdict.CANNOT_TELL if explained > 1 - DECISIVE else Verdict.NO_CALENDAR), None
    if not top.slips:
        return Verdict.PLAIN_STANDS, top
    near = [each for each in accounts if each.explains_all and days_apart(each.span, top.span) <= 1]
    costly = any(reading.method not in _CHEAP for _, reading in top.slips)
    if top.score >= DECISIVE or (costly and sum(each.score for each in near) >= DECISIVE):
        return Verdict.EXPLAINED, top
    return Verdict.CANNOT_TELL, None
