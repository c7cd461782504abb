"""Writes spans of days as the ISO 8601 of schema.org, and only what is known of them."""

from chronology.errors import ChronologyError
from chronology.iso import to_iso
from chronology.spans import Span

QUALIFIERS = "?~%"


def event_dates(span: Span | None, edtf: str = "") -> dict[str, str]:
    """startDate and endDate: a day, month or year that is known as such; none that is only about so, or one of several.

    A day of an unknown month is no date of ISO 8601: what cannot be said is left out, and never made its first day.
    """
    if span is None or any(sign in edtf for sign in QUALIFIERS) or "[" in edtf:
        return {}
    first, begun, ending, last = span.numbers
    begins, ends = _unit(first, begun), "" if span.is_instant else _unit(ending, last)
    return {name: text for name, text in (("startDate", begins), ("endDate", ends)) if text}


def coverage(span: Span | None) -> str:
    """The stretch from the first possible day to the last, an open end as two dots; "" where nothing is known."""
    if span is None or span.earliest is None is span.latest:
        return ""
    ends = [_day(span.earliest), _day(span.latest)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def _unit(earliest: int | None, latest: int | None) -> str:
    if earliest is None or latest is None:
        return ""
    try:
        first, last, after = to_iso(earliest), to_iso(latest), to_iso(latest + 1)
    except ChronologyError:
        return ""
    if first == last:
        return first
    if first[:7] == last[:7] and first.endswith("-01") and after.endswith("-01"):
        return first[:7]
    if first[:4] == last[:4] and first.endswith("-01-01") and last.endswith("-12-31"):
        return first[:4]
    return ""


def _day(day: int | None) -> str:
    try:
        return to_iso(day) if day is not None else ".."
    except ChronologyError:
        return ".."
