"""Calendars that a disagreement names are explained in a sentence each, and no others."""

import pytest

from timeline.pages.calendar_words import calendar_words


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (["22 Tir 1288 is 13 July 1909."], ["Solar Hijri."]),
        (["2 July 1287 AH", "2 Tir 1287 (Solar Hijri) is 23 June 1908."], ["Solar Hijri.", "AH."]),
        (["22 June 1909 O.S. is 5 July 1909."], ["Old Style, O.S."]),
        (["The dates are 9 days apart."], []),
        (["AHMAD Shah, 13 July 1909"], []),
        ([], []),
    ],
)
def test_only_what_is_named_is_explained(told, names):
    assert [each.name for each in calendar_words(told)] == names


def test_a_solar_month_has_its_days_in_the_year_named():
    (solar,) = calendar_words(["22 Tir 1288 is 13 July 1909.", "22 Tir 1288, and 3 Mordad 1288"])
    assert solar.sentence.endswith("Tir 1288: 22 June to 22 July 1909. Mordad 1288: 23 July to 22 August 1909.")


def test_a_year_that_the_calendar_does_not_count_has_no_days():
    (solar,) = calendar_words(["1 Tir 9999"])
    assert "9999" not in solar.sentence
