"""Carries spans of chronology into the four columns of a record and back."""

from chronology.spans import Shape, Span

COLUMNS = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")


def span_of(record, *, shape: str | None = None) -> Span | None:
    """Return the span held in the record's four columns, or None where all are empty.

    `shape` overrides the record's own `shape` (a claim holds it as `face_shape`).
    """
    numbers = [getattr(record, column) for column in COLUMNS]
    if all(number is None for number in numbers):
        return None
    named = shape or getattr(record, "shape", "") or getattr(record, "face_shape", "")
    return Span(*numbers, Shape(named or Shape.SPAN))


def put_span(record, span: Span | None) -> None:
    """Write the span into the record's four columns; None empties them."""
    numbers = span.numbers if span else (None, None, None, None)
    for column, number in zip(COLUMNS, numbers, strict=True):
        setattr(record, column, number)


def put_range(record, name: str, span: Span | None) -> None:
    """Write a span's outer days into `<name>_earliest` and `<name>_latest`."""
    setattr(record, f"{name}_earliest", span.earliest if span else None)
    setattr(record, f"{name}_latest", span.latest if span else None)


def range_of(record, name: str) -> Span | None:
    """Return the day known only within `<name>_earliest` and `<name>_latest`, or None."""
    earliest, latest = getattr(record, f"{name}_earliest"), getattr(record, f"{name}_latest")
    return None if earliest is None and latest is None else Span.instant(earliest, latest)
