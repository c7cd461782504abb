"""How finely a date was stated: kept beside its days, so that a month is never its first day."""

from enum import StrEnum


class Precision(StrEnum):
    """From the finest to the coarsest; DAY < MONTH in `rank`."""

    DAY = "day"
    PART = "part"  # early, middle or late in a month, season or year
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"  # a stretch with two stated ends
    CHOICE = "choice"  # one of several stated dates
    OPEN = "open"  # before, after, until, since
    UNKNOWN = "unknown"

    @property
    def rank(self) -> int:
        """0 for a day, rising as the statement grows coarser."""
        return list(Precision).index(self)
