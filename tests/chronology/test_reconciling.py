"""Several statements of one thing: the day that makes sense of all of them, or that none does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.edtf import format_edtf
from chronology.formatting import format_day
from chronology.readings import Claimed, Method, Verdict, reconcile

TRIUMPH, RUSSIAN, MAGAZINE = "triumph-of-tehran", "russian-involvement", "magazine"


def statements(*said):
    return [
        Claimed(f"c{number}", printed, source, year=None if printed[-4:].isdigit() or "AH" in printed else 1909)
        for number, (printed, source) in enumerate(said)
    ]


CASES = [
    # The entry into Tehran, and the refuge: the month slip is sure, the day is 16 or 17 July.
    (
        [("13 July 1909", TRIUMPH), ("13 July", TRIUMPH), ("22 July", TRIUMPH)],
        (Verdict.EXPLAINED, Method.SOLAR_MONTH, "1909-07-13"),
    ),
    (
        [("17 July", TRIUMPH), ("25 July", TRIUMPH), ("July 25", TRIUMPH)],
        (Verdict.EXPLAINED, Method.SOLAR_MONTH, "1909-07-16"),
    ),
    # The dissolution: three texts, one day off and one month slip.
    (
        [("2 July 1287 AH", TRIUMPH), ("24 June 1908", RUSSIAN), ("23 June 1908", MAGAZINE), ("1908", RUSSIAN)],
        (Verdict.EXPLAINED, Method.SOLAR_MONTH, "1908-06-23"),
    ),
    (
        [("21 May 1909", TRIUMPH), ("21 May 1288 AH", TRIUMPH)],
        (Verdict.EXPLAINED, Method.SOLAR_YEAR, "1909-05-21"),
    ),
    ([("5 May 1288 AH", TRIUMPH)], (Verdict.CANNOT_TELL, None, None)),
    ([("15 July 1909", RUSSIAN), ("16 July 1909", RUSSIAN)], (Verdict.CANNOT_TELL, None, None)),
    ([("20 April 1909", RUSSIAN), ("29 April 1909", MAGAZINE)], (Verdict.NO_CALENDAR, None, None)),
    ([("February 1909", TRIUMPH), ("1908", TRIUMPH)], (Verdict.NO_CALENDAR, None, None)),
    ([("October 1906", RUSSIAN), ("1906", RUSSIAN)], (Verdict.PLAIN_STANDS, Method.PLAIN, "1906-10")),
    ([("13 July 1909", TRIUMPH)], (Verdict.PLAIN_STANDS, Method.PLAIN, "1909-07-13")),
    ([("by 1913", RUSSIAN)], (Verdict.PLAIN_STANDS, Method.PLAIN, "[..1913-12-31]")),
    ([("until 20 April 1909", RUSSIAN)], (Verdict.PLAIN_STANDS, Method.PLAIN, "../1909-04-20")),
    ([("after 13 July 1909", TRIUMPH), ("16 July 1909", RUSSIAN)], (Verdict.PLAIN_STANDS, Method.PLAIN, "1909-07-16")),
    ([("before 20 July 1909", TRIUMPH), ("22 July 1909", RUSSIAN)], (Verdict.CANNOT_TELL, None, None)),
    ([("by 1913", RUSSIAN), ("1918", MAGAZINE)], (Verdict.NO_CALENDAR, None, None)),
]


@pytest.mark.parametrize(("said", "expected"), CASES)
def test_the_statements_of_one_thing(said, expected):
    found = reconcile(statements(*said))
    best = found.best
    assert (found.verdict, best and best.method, best and format_edtf(best.span)) == expected


def test_every_statement_is_accounted_for_with_its_arithmetic():
    best = reconcile(
        statements(("2 July 1287 AH", TRIUMPH), ("24 June 1908", RUSSIAN), ("23 June 1908", MAGAZINE))
    ).best
    assert [(key, reading.method) for key, reading in best.readings] == [
        ("c0", Method.SOLAR_MONTH),
        ("c1", Method.DAY_OFF),
        ("c2", Method.PLAIN),
    ]
    assert best.arithmetic() == (
        "2 Tir 1287 is 23 June 1908. Tir was printed as “July” and the day kept. "
        "The year 1287 is Solar Hijri, though printed AH. "
        "One day was counted too many: the day before 24 June 1908 is 23 June 1908."
    )


def test_what_brings_no_statement_to_a_day_is_said_to_be_nothing():
    accounts = reconcile(statements(("20 April 1909", RUSSIAN), ("29 April 1909", MAGAZINE))).accounts
    assert [reading for _, reading in accounts[0].readings].count(None) == 1
    # 29 Farvardin is 18 April, two days from the 20th: both texts a day off as well, and very unlikely.
    nearest = next(each for each in accounts if each.explains_all)
    assert format_edtf(nearest.span) == "1909-04-19"
    assert nearest.score < 0.1


def test_a_copy_adds_nothing():
    once = reconcile(statements(("17 July", TRIUMPH), ("25 July", TRIUMPH)))
    copied = reconcile(statements(("17 July", TRIUMPH), ("25 July", TRIUMPH), ("July 25", TRIUMPH)))
    other = reconcile(statements(("17 July", TRIUMPH), ("25 July", TRIUMPH), ("July 25", RUSSIAN)))
    assert [each.score for each in copied.accounts] == [each.score for each in once.accounts]
    assert [each.score for each in other.accounts] != [each.score for each in once.accounts]


def test_there_is_nothing_to_reconcile_without_a_statement():
    with pytest.raises(ValueError, match="without a statement"):
        reconcile([])


@settings(max_examples=40)
@given(st.integers(2415000, 2421000), st.lists(st.integers(-20, 20), min_size=1, max_size=3))
def test_the_shares_add_up_and_every_reading_lies_where_it_is_said_to(day, offs):
    said = [Claimed(str(number), format_day(day + off), f"s{number}") for number, off in enumerate(offs)]
    found = reconcile(said)
    assert sum(each.score for each in found.accounts) == pytest.approx(1)
    assert [each.score for each in found.accounts] == sorted((each.score for each in found.accounts), reverse=True)
    for account in found.accounts:
        assert [key for key, _ in account.readings] == [each.key for each in said]
        assert all(reading.day == account.day for _, reading in account.readings if reading)
    if len(set(offs)) == 1:
        assert (found.verdict, found.best.day) == (Verdict.PLAIN_STANDS, day + offs[0])
