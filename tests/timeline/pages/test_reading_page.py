"""The page that explains how one date becomes another: its figures are the program's own."""

import pytest

from chronology.calendars import Calendar, to_day
from tests.timeline.pages.conftest import text
from timeline.pages.doubtful_dates import a_day_apart, doubtful_year, nine_days_apart
from timeline.pages.worked_example import worked_example


def test_each_step_of_the_example_begins_where_the_last_one_ended():
    first, second, third = (step.equation for step in worked_example().steps)
    assert first == "1 Farvardin 1288 = 21 March 1909"
    assert second == "21 March 1909 + 93 = 22 June 1909"
    assert third == "22 June 1909 + 21 = 13 July 1909"


def test_the_rulers_join_the_day_meant_and_the_day_printed():
    rulers = worked_example().rulers
    joined = {day.look: (day.upper, day.lower) for day in rulers.columns if day.look}
    assert joined == {"right": ("13", "22"), "slip": ("22", "31")}
    assert 0 < rulers.right < rulers.slip < 100
    assert [day.month for day in rulers.columns if day.month] == ["Mordad 1288"]
    assert "13 July 1909 is 22 Tir 1288." in rulers.words


def test_the_rulers_go_on_day_by_day():
    columns = worked_example().rulers.columns
    assert [day.upper for day in columns] == [str(number) for number in range(12, 24)]
    assert [day.lower for day in columns] == [*(str(number) for number in range(21, 32)), "1"]


def test_a_year_ah_has_two_beginnings():
    year = doubtful_year()
    assert (year.printed, year.lunar, year.solar, year.apart) == ("1287", "1870", "1908", "38")


def test_no_trial_of_the_nine_days_gives_the_other_day():
    undecided = nine_days_apart()
    assert [trial.read for trial in undecided.trials] == [
        "29 Farvardin 1288",
        "29 Ordibehesht 1288",
        "29 April 1909 O.S.",
    ]
    assert undecided.one not in {trial.day for trial in undecided.trials}


@pytest.mark.parametrize(("undecided", "days"), [(a_day_apart(), 1), (nine_days_apart(), 9)])
def test_both_days_are_drawn_and_neither_is_accepted(undecided, days):
    (track,) = undecided.axis.tracks
    assert [mark.look for mark in track.marks] == ["claimed", "claimed"]
    assert f"{days} day" in undecided.axis.words


def test_the_page_tells_it_in_order(read, atlas):
    page = read("/about/reading/")
    (section,) = [e for e in page.iter("section") if e.get("aria-labelledby") == "dates"]
    told = text(section)
    spots = [told.index(words) for words in (
        "One day has many names", "22 Tir 1288 stands under 13 July 1909", "Now the slip", "9 days too late",
        "Why “1287 AH” is doubtful", "Why no date is moved without a reason", "What “undecidable” means",
        "15 July 1909 or 16 July 1909?", "20 April 1909 or 29 April 1909?",
    )]  # fmt: skip
    assert spots == sorted(spots)
    assert {"/disputes/", "/disputes/?status=undecidable"} <= {a.get("href") for a in section.iter("a")}


def test_sentences_are_short_enough_for_a_beginner(read, atlas):
    page = read("/about/reading/")
    (section,) = [e for e in page.iter("section") if e.get("aria-labelledby") == "dates"]
    paragraphs = [text(e) for e in section if e.tag == "p" and "ways-out" not in e.get("class", "")]
    sentences = [each for words in paragraphs for each in words.replace("?", ".").replace(":", ".").split(".") if each]
    assert max(len(each.split()) for each in sentences) <= 26
    assert sum(len(each.split()) for each in sentences) / len(sentences) < 13


def test_the_day_of_the_example_is_that_of_the_calendar_module():
    assert to_day(Calendar.SOLAR_HIJRI, 1288, 4, 22) == to_day(Calendar.GREGORIAN, 1909, 7, 13)
