"""A stretch of time known only within bounds: four day numbers and a shape."""

from dataclasses import dataclass
from enum import StrEnum

from chronology.errors import InvalidSpan

# Stand for an open bound wherever plain integers are compared (columns, indexes, sorting).
BEFORE_ALL = -10_000_000
AFTER_ALL = 10_000_000


class Shape(StrEnum):
    """INSTANT: one day, perhaps unknown which. SPAN: it lasted from one day to another."""

    INSTANT = "instant"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Span:
    """Four day numbers, inclusive; None is an open bound.

    An instant has begin_earliest == end_earliest and begin_latest == end_latest: it is one day,
    somewhere between the two. A span began between begin_earliest and begin_latest, and ended
    between end_earliest and end_latest. A span whose two begin numbers are None has no beginning
    at all (it was always so); whose two end numbers are None has no end.
    Raises InvalidSpan where the numbers contradict each other.
    """

    begin_earliest: int | None
    begin_latest: int | None
    end_earliest: int | None
    end_latest: int | None
    shape: Shape

    def __post_init__(self):
        for name in ("begin_earliest", "begin_latest", "end_earliest", "end_latest"):
            number = getattr(self, name)
            if number is not None and (not isinstance(number, int) or isinstance(number, bool)):
                raise InvalidSpan(f"{name} is a whole day number or nothing, not {number!r}.", field=name, value=number)
        object.__setattr__(self, "shape", Shape(self.shape))
        if self.shape is Shape.INSTANT and (self.begin_earliest, self.begin_latest) != (
            self.end_earliest,
            self.end_latest,
        ):
            raise InvalidSpan(
                "An instant is one day: its begin and end numbers are the same.",
                field="end_earliest",
                value=self.end_earliest,
            )
        first, begun, ending, last = self.bounds
        if first > begun:
            raise InvalidSpan("The earliest beginning lies after the latest.", field="begin_latest", value=begun)
        if ending > last:
            raise InvalidSpan("The earliest end lies after the latest.", field="end_latest", value=last)
        if first > ending:
            raise InvalidSpan(
                "The earliest end lies before the earliest beginning.", field="end_earliest", value=ending
            )
        if begun > last:
            raise InvalidSpan("The latest beginning lies after the latest end.", field="begin_latest", value=begun)

    @classmethod
    def day(cls, day: int) -> "Span":
        """One known day."""
        return cls.instant(day, day)

    @classmethod
    def instant(cls, earliest: int | None, latest: int | None) -> "Span":
        """One day, somewhere from earliest to latest; None leaves that side open."""
        return cls(earliest, latest, earliest, latest, Shape.INSTANT)

    @classmethod
    def span(
        cls,
        begin_earliest: int | None,
        begin_latest: int | None,
        end_earliest: int | None,
        end_latest: int | None,
    ) -> "Span":
        """Something that lasted; see the class for what None means.

        Bounds are tightened to what they imply: it cannot have ended before its earliest
        beginning, nor begun after its latest end.
        """
        if begin_earliest is not None and end_earliest is not None:
            end_earliest = max(end_earliest, begin_earliest)
        if begin_latest is not None and end_latest is not None:
            begin_latest = min(begin_latest, end_latest)
        return cls(begin_earliest, begin_latest, end_earliest, end_latest, Shape.SPAN)

    @classmethod
    def lasting(cls, first: int, last: int) -> "Span":
        """Something that lasted from one known day to another."""
        return cls.span(first, first, last, last)

    @property
    def bounds(self) -> tuple[int, int, int, int]:
        """The four numbers with BEFORE_ALL and AFTER_ALL for open bounds: plain integers to compare."""
        begin_open, end_open = AFTER_ALL, BEFORE_ALL
        if self.shape is Shape.SPAN:
            if self.begin_earliest is None and self.begin_latest is None:
                begin_open = BEFORE_ALL
            if self.end_earliest is None and self.end_latest is None:
                end_open = AFTER_ALL
        return (
            BEFORE_ALL if self.begin_earliest is None else self.begin_earliest,
            begin_open if self.begin_latest is None else self.begin_latest,
            end_open if self.end_earliest is None else self.end_earliest,
            AFTER_ALL if self.end_latest is None else self.end_latest,
        )

    @property
    def numbers(self) -> tuple[int | None, int | None, int | None, int | None]:
        """The four numbers as given: the when4 of the API."""
        return self.begin_earliest, self.begin_latest, self.end_earliest, self.end_latest

    @property
    def earliest(self) -> int | None:
        """The first day it can have touched, or None."""
        return self.begin_earliest

    @property
    def latest(self) -> int | None:
        """The last day it can have touched, or None."""
        return self.end_latest

    @property
    def is_instant(self) -> bool:
        return self.shape is Shape.INSTANT

    @property
    def is_exact(self) -> bool:
        """Whether both its beginning and its end are known to the day."""
        first, begun, ending, last = self.bounds
        return first == begun and ending == last and first > BEFORE_ALL and last < AFTER_ALL

    @property
    def width(self) -> int | None:
        """Days from the first to the last it can have touched, both counted; None where open."""
        if self.begin_earliest is None or self.end_latest is None:
            return None
        return self.end_latest - self.begin_earliest + 1

    def certainly_overlaps(self, other: "Span") -> bool:
        """Whether the two share a day, whichever of the possible days is right.

        Against a window of known days: begin_latest <= last day and end_earliest >= first day.
        """
        _, begun, ending, _ = self.bounds
        _, other_begun, other_ending, _ = other.bounds
        return begun <= other_ending and other_begun <= ending

    def possibly_overlaps(self, other: "Span") -> bool:
        """Whether the two can share a day."""
        first, _, _, last = self.bounds
        other_first, _, _, other_last = other.bounds
        return first <= other_last and other_first <= last

    def contains(self, other: "Span") -> bool:
        """Whether every day the other can have touched lies within the outer days of this one."""
        first, _, _, last = self.bounds
        other_first, _, _, other_last = other.bounds
        return first <= other_first and other_last <= last

    def certainly_before(self, other: "Span") -> bool:
        """Whether this ended before the other began, whichever days are right."""
        return self.bounds[3] < other.bounds[0]

    def possibly_before(self, other: "Span") -> bool:
        """Whether this can have ended before the other began."""
        return self.bounds[2] < other.bounds[1]

    def compatible_with(self, other: "Span") -> bool:
        """Whether both can be true of one thing: a month agrees with a day inside it.

        Two instants or two spans agree when they can have begun on one day and ended on one day.
        An instant agrees with a span when that day can have been one of its days.
        """
        return self.intersect(other) is not None

    def intersect(self, other: "Span") -> "Span | None":
        """What remains when both are true of one thing, or None when they cannot be.

        Of an instant and a span the span remains: that it lasted is the fuller statement.
        """
        if self.shape is not other.shape:
            lasted = other if self.is_instant else self
            return lasted if self.possibly_overlaps(other) else None
        first, begun, ending, last = self.bounds
        other_first, other_begun, other_ending, other_last = other.bounds
        begin = max(first, other_first), min(begun, other_begun)
        end = max(ending, other_ending), min(last, other_last)
        if begin[0] > begin[1] or end[0] > end[1]:
            return None
        return _from_bounds(*begin, *end, self.shape)

    def hull(self, *others: "Span") -> "Span":
        """The narrowest span that leaves room for all of them; an instant if all are instants."""
        every = [self, *others]
        first, begun, ending, last = zip(*(each.bounds for each in every), strict=True)
        shape = Shape.INSTANT if all(each.is_instant for each in every) else Shape.SPAN
        return _from_bounds(min(first), max(begun), min(ending), max(last), shape)

    def shift(self, low: int, high: int) -> "Span":
        """The same, moved by at least `low` and at most `high` days (negative: earlier)."""
        if low > high:
            raise InvalidSpan("The least shift is greater than the most.", field="low", value=low)
        first, begun, ending, last = self.numbers
        return Span(
            None if first is None else first + low,
            None if begun is None else begun + high,
            None if ending is None else ending + low,
            None if last is None else last + high,
            self.shape,
        )


def _from_bounds(first: int, begun: int, ending: int, last: int, shape: Shape) -> Span:
    if shape is Shape.SPAN:
        begun, ending = min(begun, last), max(ending, first)
    numbers = [None if abs(n) >= AFTER_ALL else n for n in (first, begun, ending, last)]
    return Span(*numbers, shape)
