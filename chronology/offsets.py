"""A distance in days from something else: how far, at least and at most, and which way."""

from dataclasses import dataclass
from enum import StrEnum

from chronology.errors import RelativeDateError


class Direction(StrEnum):
    """AFTER or BEFORE the anchor, AROUND it (either way), or LASTING from it."""

    AFTER = "after"
    BEFORE = "before"
    AROUND = "around"
    LASTING = "lasting"


@dataclass(frozen=True, slots=True)
class Offset:
    """`low` to `high` days (0 or more; high None: no limit) in a direction, with the text that says so."""

    low: int
    high: int | None
    direction: Direction = Direction.AFTER
    text: str = ""

    def __post_init__(self):
        object.__setattr__(self, "direction", Direction(self.direction))
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise RelativeDateError(
                "An offset runs from a least to a most number of days, neither below nought.",
                field="low",
                value=(self.low, self.high),
            )

    @property
    def signed(self) -> tuple[int | None, int | None]:
        """Least and greatest number of days to add: (-5, -2) for two to five days before."""
        if self.direction is Direction.BEFORE:
            return (None if self.high is None else -self.high), -self.low
        if self.direction is Direction.AROUND:
            return (None if self.high is None else -self.high), self.high
        return self.low, self.high
