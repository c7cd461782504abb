"""EDTF text (levels 0 and 1, intervals, one-of sets) to spans, and spans to EDTF.

Single dates and one-of sets are instants; intervals are spans: "1908/1911-11-23" began on some
day of 1908 and ended on that day. ".." is no bound; a blank end is a bound nobody knows.
Beyond the standard, an end of an interval may be a set, "[1909-05-03..1909-05-05]/1909-06",
so that every span has a text. Source: Library of Congress, EDTF specification, 2019.
"""

from dataclasses import dataclass
from functools import lru_cache

from chronology.edtf_units import HINT, Days, Unit, read_unit, unit_text
from chronology.errors import EdtfError, InvalidSpan
from chronology.iso import to_iso
from chronology.precision import Precision
from chronology.spans import Shape, Span


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A text read: its span, precision, qualifiers and, for a one-of set, each choice."""

    span: Span
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    choices: tuple[Span, ...] = ()


def parse_edtf(text: str, shape: Shape | None = None) -> Span:
    """Return the span of an EDTF text; raise EdtfError with the position of what is wrong.

    shape overrides the shape the text implies: "1908" as a span began and ended in 1908.

    >>> parse_edtf("1908/1911-11-23").shape
    <Shape.SPAN: 'span'>
    """
    return reshaped(read_edtf(text).span, shape)


def edtf_choices(text: str) -> tuple[Span, ...]:
    """Return the spans of a one-of set's members, or the one span of any other text."""
    read = read_edtf(text)
    return read.choices or (read.span,)


@lru_cache(maxsize=4096)
def read_edtf(text: str) -> EdtfDate:
    """Return everything an EDTF text says; raise EdtfError."""
    if not text:
        raise EdtfError("There is no date here.", hint=HINT, value=text)
    if text.startswith("[") and text.endswith("]") and "/" not in text:
        return _read_set(text)
    if "/" in text:
        return _read_interval(text)
    unit = read_unit(text)
    return EdtfDate(Span.instant(*unit.days), unit.precision, *_qualities([unit]))


def format_edtf(span: Span, qualifier: str = "") -> str:
    """Return the EDTF text of a span; `qualifier` (? ~ %) is put on a single date.

    Reading the text again gives the same span, a circa qualifier apart, which widens it.
    """
    if span.is_instant:
        return _instant_text(span.begin_earliest, span.begin_latest, qualifier)
    return f"{_begin_text(span)}/{_end_text(span)}"


def reshaped(span: Span, shape: Shape | None) -> Span:
    """Return the span with another shape: an instant lies between a span's outer days."""
    if shape is None or shape == span.shape:
        return span
    first, last = span.earliest, span.latest
    if shape == Shape.INSTANT:
        return Span.instant(first, last)
    return Span.span(first, last, first, last)


def _read_set(text: str) -> EdtfDate:
    units: list[Unit] = []
    choices = []
    position = 1
    for member in text[1:-1].split(","):
        bare = member.strip()
        begin, dots, end = bare.partition("..")
        read = [read_unit(part, position) for part in (begin, end) if part]
        if not read:
            raise EdtfError("A set needs a date in it.", position=position, hint=HINT, value=text)
        units += read
        first = read[0].days[0] if begin else None
        last = read[-1].days[1] if end or not dots else None
        if first is not None and last is not None and first > last:
            raise EdtfError(f"“{bare}” ends before it begins.", position=position, hint=HINT, value=text)
        choices.append(Span.instant(first, last))
        position += len(member) + 1
    span = choices[0].hull(*choices[1:])
    if len(choices) > 1:
        precision = Precision.CHOICE
    elif span.earliest is None or span.latest is None:
        precision = Precision.OPEN
    else:
        precision = Precision.RANGE if ".." in text else units[0].precision
    return EdtfDate(span, precision, *_qualities(units), tuple(choices) if len(choices) > 1 else ())


def _read_interval(text: str) -> EdtfDate:
    if text.count("/") != 1:
        raise EdtfError(
            "An interval has two ends, with one slash between them.",
            position=text.rindex("/"),
            hint=HINT,
            value=text,
        )
    begin, _, end = text.partition("/")
    if begin in ("", "..") and end in ("", "..") and text != "../..":
        raise EdtfError("An interval needs a date at one end.", hint=HINT, value=text)
    begin_days, begin_units = _read_end(begin, 0)
    end_days, end_units = _read_end(end, len(begin) + 1)
    if begin == "":
        begin_days = None, end_days[1]
    if end == "":
        end_days = begin_days[0], None
    try:
        span = Span.span(*begin_days, *end_days)
    except InvalidSpan as error:
        raise EdtfError(f"“{text}” ends before it begins.", position=len(begin) + 1, hint=HINT, value=text) from error
    open_ended = begin in ("", "..") or end in ("", "..")
    precision = Precision.OPEN if open_ended else Precision.RANGE
    return EdtfDate(span, precision, *_qualities(begin_units + end_units))


def _read_end(text: str, position: int) -> tuple[Days, list[Unit]]:
    if text in ("", ".."):
        return (None, None), []
    if text.startswith("["):
        if not text.endswith("]") or "," in text:
            raise EdtfError(f"“{text}” is not an end.", position=position, hint=HINT, value=text)
        span = _read_set(text).span
        return (span.earliest, span.latest), []
    unit = read_unit(text, position)
    return unit.days, [unit]


def _qualities(units: list[Unit]) -> tuple[bool, bool]:
    marks = {unit.qualifier for unit in units}
    return bool(marks & {"~", "%"}), bool(marks & {"?", "%"})


def _instant_text(first: int | None, last: int | None, qualifier: str = "") -> str:
    if first is None and last is None:
        return "XXXX"
    if first is None:
        return f"[..{to_iso(last)}]"
    if last is None:
        return f"[{to_iso(first)}..]"
    single = unit_text(first, last)
    if single:
        return single + qualifier
    begin, end = to_iso(first), to_iso(last)
    length = min(_whole_units(begin) & _whole_units(to_iso(last + 1)))
    return f"[{begin[:length]}..{end[:length]}]"


def _whole_units(iso: str) -> set[int]:
    """How many letters of an ISO day name a whole year, month or day that begins on it."""
    units = {len("1909-07-13")}
    if iso.endswith("-01"):
        units.add(len("1909-07"))
    if iso.endswith("-01-01"):
        units.add(len("1909"))
    return units


def _begin_text(span: Span) -> str:
    first, last = span.begin_earliest, span.begin_latest
    if first is None:
        if last is None:
            return ".."
        return "" if last == span.end_latest else _instant_text(first, last)
    if last is None:
        return _instant_text(first, last)
    clipped = last == span.end_latest
    return unit_text(first, last, open_end=clipped) or _instant_text(first, last)


def _end_text(span: Span) -> str:
    first, last = span.end_earliest, span.end_latest
    if last is None:
        if first is None:
            return ".."
        return "" if first == span.begin_earliest else _instant_text(first, last)
    if first is None:
        return _instant_text(first, last)
    clipped = first == span.begin_earliest
    return unit_text(first, last, open_start=clipped) or _instant_text(first, last)
