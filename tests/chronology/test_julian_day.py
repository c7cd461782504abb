"""Day numbers and their weekdays."""

import pytest

from chronology.errors import InvalidDate
from chronology.iso import from_iso, to_iso
from chronology.julian_day import FIRST_DAY, LAST_DAY, checked, weekday

# Weekdays as history records them.
KNOWN = [
    ("1582-10-15", 2299161, 4),  # the first Gregorian day, a Friday
    ("1858-11-17", 2400001, 2),  # the first modified Julian day, a Wednesday
    ("1909-07-13", 2418501, 1),
    ("1909-07-16", 2418504, 4),
    ("2000-01-01", 2451545, 5),
]


@pytest.mark.parametrize(("iso", "day", "of_week"), KNOWN)
def test_a_known_day_has_its_number_and_weekday(iso, day, of_week):
    assert from_iso(iso) == day
    assert to_iso(day) == iso
    assert weekday(day) == of_week


def test_the_axis_ends_where_it_says():
    assert to_iso(FIRST_DAY) == "0001-01-01"
    assert to_iso(LAST_DAY) == "3000-12-31"


@pytest.mark.parametrize("day", [FIRST_DAY - 1, LAST_DAY + 1, 2418501.5, True, "2418501", None])
def test_a_number_off_the_axis_is_refused_with_its_value(day):
    with pytest.raises(InvalidDate) as refused:
        checked(day)
    assert refused.value.field == "day"
    assert refused.value.value == day
    assert refused.value.message.endswith(".")
