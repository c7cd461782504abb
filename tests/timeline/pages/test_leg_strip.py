"""The strip of a march: legs on one axis of days, doubt as a fade, nothing drawn where nothing is known."""

from types import SimpleNamespace

import pytest

from chronology.calendars import Calendar, to_day
from timeline.pages.leg_strip import LEAST, WIDTH, leg_strip


def day(text: str) -> int:
    return to_day(Calendar.GREGORIAN, *map(int, text.split("-")))


def march(*legs):
    """Each leg is (departs, arrives), and each of these None or (earliest, latest) as ISO days or None."""

    def known(days):
        return tuple(each and day(each) for each in days) if days else None

    made = [
        SimpleNamespace(order=order, departs=known(departs), arrives=known(arrives), status="happened")
        for order, (departs, arrives) in enumerate(legs, start=1)
    ]
    return SimpleNamespace(legs=made)


EXACT = (("1909-07-01", "1909-07-01"), ("1909-07-10", "1909-07-10"))


def test_a_march_without_dates_has_no_strip():
    assert leg_strip(march((None, None), (None, (None, None)))) is None


def test_known_ends_make_a_bar_without_doubt():
    (bar,) = leg_strip(march(EXACT)).bars
    assert (bar.before, bar.after, bar.opens, bar.closes) == (None, None, False, False)
    assert bar.sure[1] - bar.sure[0] > LEAST


def test_doubt_about_an_end_lies_outside_what_is_sure():
    (bar,) = leg_strip(march((("1909-07-01", "1909-07-04"), ("1909-07-08", "1909-07-12")))).bars
    assert bar.before[0] + bar.before[1] == pytest.approx(bar.sure[0], abs=0.2)
    assert bar.after[0] == pytest.approx(bar.sure[1], abs=0.2)


def test_an_end_that_no_source_gives_stays_open():
    departs, arrives = leg_strip(march((EXACT[0], None), (None, EXACT[1]))).bars
    assert (departs.opens, departs.closes) == (False, True)
    assert (arrives.opens, arrives.closes) == (True, False)


def test_arrived_on_some_day_is_nothing_but_doubt():
    bar, _other = leg_strip(march((None, ("1909-07-01", "1909-07-20")), EXACT)).bars
    assert bar.sure[0] == bar.sure[1]
    assert bar.after[1] > 100


def test_a_leg_without_dates_is_said_in_words():
    _dated, bar = leg_strip(march(EXACT, (None, None))).bars
    assert (bar.sure, bar.words) == (None, "no date given")


def test_one_day_can_be_seen():
    bar, _other = leg_strip(march((("1909-07-01",) * 2, ("1909-07-01",) * 2), (("1911-01-01",) * 2, None))).bars
    assert bar.sure[1] - bar.sure[0] == pytest.approx(LEAST)


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("1909-07-03", ["30 June 1909", "1 July", "2 July", "3 July", "4 July"]),
        ("1909-09-20", ["July 1909", "August", "September"]),
        ("1915-07-01", ["1910", "1911", "1912"]),
    ],
)
def test_the_axis_counts_in_days_or_months_or_years(last, words):
    ticks = leg_strip(march((("1909-07-01",) * 2, (last,) * 2))).ticks
    assert [text for _x, text in ticks][: len(words)] == words
    assert all(0 < x < WIDTH for x, _words in ticks)


def test_days_that_no_calendar_names_leave_the_axis_bare():
    leg = SimpleNamespace(order=1, departs=(-4_000_000, 9_000_000), arrives=None, status="planned")
    strip = leg_strip(SimpleNamespace(legs=[leg]))
    assert strip.ticks == ()
    assert len(strip.bars) == 1
