"""The slips by which a printed date comes to stand for another day, each with how often to expect it.

The priors are stated conventions, not measurements: nobody has counted the slips of writers on
Persian history. What matters is their order and distance, and each gives its reason. A score
changes little when a prior is doubled or halved; which reading comes first hardly ever does.
"""

from enum import StrEnum
from typing import NamedTuple


class Method(StrEnum):
    """How a reading departs from the text: the codes an accepted interpretation is kept under."""

    PLAIN = "plain"
    SOLAR_MONTH = "solar_hijri_month_as_gregorian"
    SOLAR_YEAR = "solar_hijri_year_as_ah"
    OLD_STYLE = "old_style"
    LUNAR_MONTH = "lunar_month_confused"
    DAY_OFF = "day_off"
    MONTH_SLIPPED = "month_slipped"
    OTHER = "other"


class Slip(StrEnum):
    """One slip, told more finely than its method."""

    SOLAR_MONTH = "solar_month"
    SOLAR_YEAR = "solar_year"
    OLD_AS_NEW = "old_as_new"
    NEW_AS_OLD = "new_as_old"
    CONVERTED_TWICE = "converted_twice"
    LUNAR_TWIN = "lunar_twin"
    LUNAR_ALIKE = "lunar_alike"
    LUNAR_TWIN_CONVERTED = "lunar_twin_converted"
    MOON_SEEN = "moon_seen"
    DAY_OFF = "day_off"
    MONTH_SLIPPED = "month_slipped"
    SWAPPED = "swapped"


class Expected(NamedTuple):
    """The method a slip is kept under, its prior (0 to 1, all its directions together) and why so much."""

    method: Method
    prior: float
    reason: str


EXPECTED = {
    Slip.SOLAR_MONTH: Expected(
        Method.SOLAR_MONTH,
        0.04,
        "Common where a Persian text was translated by month name; shared between the two months that "
        "overlap the printed one by the days they share.",
    ),
    Slip.OLD_AS_NEW: Expected(
        Method.OLD_STYLE, 0.03, "Russian papers are dated Old Style, and the label is easily lost."
    ),
    Slip.NEW_AS_OLD: Expected(
        Method.OLD_STYLE, 0.03, "The converse: a label put on a date that had already been converted."
    ),
    Slip.CONVERTED_TWICE: Expected(
        Method.OLD_STYLE, 0.002, "It takes two hands, each of which converts, and the second without looking."
    ),
    Slip.LUNAR_TWIN: Expected(
        Method.LUNAR_MONTH, 0.04, "Twin months share a name but for its last word, which is shortened or dropped."
    ),
    Slip.LUNAR_ALIKE: Expected(
        Method.LUNAR_MONTH, 0.006, "The names share only their first letters, as shortened in Latin script."
    ),
    Slip.LUNAR_TWIN_CONVERTED: Expected(
        Method.LUNAR_MONTH, 0.002, "The same, made before the date was converted: it leaves no trace in the text."
    ),
    Slip.MOON_SEEN: Expected(
        Method.DAY_OFF, 0.2, "The month began when the moon was seen, often a day from where the table puts it."
    ),
    Slip.DAY_OFF: Expected(
        Method.DAY_OFF,
        0.04,
        "Days are counted from sunset, both ends or one; but a day off explains anything near, so little.",
    ),
    Slip.MONTH_SLIPPED: Expected(
        Method.MONTH_SLIPPED, 0.02, "A copyist's slip to the month before or after, with the day number kept."
    ),
    Slip.SWAPPED: Expected(Method.OTHER, 0.01, "In figures, the day and the month change places."),
}

# Something else went wrong: a slip of the pen, another event of the same name, plain error.
UNEXPLAINED_PRIOR = 0.03
# A writer who converted one date of a passage in some way most likely converted the next so too.
HABIT_PRIOR = 0.5
# However many habits are named, the text as it stands keeps so much.
PLAIN_AT_LEAST = 0.3
# Among the readings of an ambiguous text, a habit weighs so many times over.
HABIT_ODDS = 10
# How the readings of an ambiguous text share the weight, in the parser's order.
RANK_SHARES = {1: (1.0,), 2: (0.7, 0.3), 3: (0.6, 0.25, 0.15)}
# A conversion may be a day off as well; two slips of the pen in one date are not proposed.
CONVERSIONS = frozenset({Slip.SOLAR_MONTH, Slip.OLD_AS_NEW, Slip.LUNAR_TWIN, Slip.LUNAR_ALIKE})

# Lunar months with one name but for its last word: Rabi I and II, Jumada I and II, and the two
# months of Dhu. In Latin script Rajab and Ramadan, Sha'ban and Shawwal are also shortened alike.
LUNAR_TWINS = {3: 4, 4: 3, 5: 6, 6: 5, 11: 12, 12: 11}
LUNAR_ALIKE = {7: 9, 9: 7, 8: 10, 10: 8}

# Old Style was in civil use from the reform until Greece, the last state, gave it up.
OLD_STYLE_YEARS = range(1583, 1924)


def rank_shares(count: int) -> tuple[float, ...]:
    """Return the weight of each of `count` readings of one text, in order; they add up to 1."""
    if count in RANK_SHARES:
        return RANK_SHARES[count]
    rest = (1 - sum(RANK_SHARES[3][:2])) / (count - 2)
    return RANK_SHARES[3][:2] + (rest,) * (count - 2)
