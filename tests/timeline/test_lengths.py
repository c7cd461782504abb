"""Lengths against each other and against the days between which a thing lasted."""

import pytest

from chronology.edtf import parse_edtf
from timeline.lengths import Length, length, length_conflict
from timeline.resolution import Days, Statement


def said(key: str, face: str, meant: str = "") -> Statement:
    return Statement(key, key[0], key[0], (Days(parse_edtf(face)),), Days(parse_edtf(meant)) if meant else None)


@pytest.mark.parametrize(
    ("low", "high", "unit", "qualifier", "least", "most"),
    [
        (3, 3, "days", "exactly", 2, 3),
        (5, 5, "days", "", 4, 5),
        (1, 1, "days", "", 0, 1),
        (48, 48, "hours", "exactly", 1, 2),
        (3, 3, "hours", "", 0, 1),
        (2, 2, "weeks", "", 7, 21),
        (1, 1, "years", "about", 0, 768),
        (6, 6, "years", "", 1825, 2562),
        (None, 1, "years", "almost", 0, 732),
        (10, None, "days", "more-than", 9, None),
        (20, 20, "days", "about", 17, 22),
    ],
)
def test_a_length_leaves_the_days_that_writers_count(low, high, unit, qualifier, least, most):
    assert length("k", low, high, unit, qualifier) == Length("k", least, most)


@pytest.mark.parametrize(("low", "high", "unit"), [(None, None, "days"), (3, 3, "men"), (3, 3, "")])
def test_a_word_without_a_number_is_no_length(low, high, unit):
    assert length("k", low, high, unit) is None


@pytest.mark.parametrize(
    ("begin", "end", "told", "conflict"),
    [
        ("1909-07-22", "1909-07-25", (3, 3, "days"), False),
        ("1909-07-13", "1909-07-16", (3, 3, "days"), False),
        ("1909-07-13", "1909-07-15", (3, 3, "days"), False),
        ("1909-07-13", "1909-07-17", (3, 3, "days"), True),
        ("1909-07-13", "1909-07-17", (5, 5, "days"), False),
        ("1909-07-13", "1909-07-13", (3, 3, "days"), True),
        ("1909-07", "1909-07-17", (3, 3, "days"), False),
        ("1909-04-20", "1911", (6, 6, "years"), True),
        ("1909-04-20", "1918", (6, 6, "years"), True),
        ("1911-12", "1918", (6, 6, "years"), False),
        ("1909-04-29", "1911-12", (2, 2, "years"), False),
        ("1909-04-29", "1911-12", (1, 1, "years"), True),
        ("1908-06-29", "1909-04-29", (1, 1, "years"), False),
        ("1909-07-17", "1909-07-13", (3, 3, "days"), False),
        ("[..1909-07-13]", "1909-07-17", (3, 3, "days"), True),
        ("[1909-07-13..]", "1909-07-17", (3, 3, "days"), False),
    ],
)
def test_a_length_must_fit_between_its_ends(begin, end, told, conflict):
    found = length_conflict([said("b-1", begin)], [said("e-1", end)], [length("l-1", *told)])
    assert (found is not None) is conflict
    if found:
        assert (found.claims, found.status) == (("b-1", "e-1", "l-1"), "open")


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ((3, 3, "days"), (5, 5, "days"), True),
        ((3, 3, "days"), (4, 4, "days"), False),
        ((3, 3, "days"), (3, 3, "days"), False),
        ((1, 1, "years"), (None, 1, "years"), False),
        ((48, 48, "hours"), (2, 2, "days"), False),
        ((48, 48, "hours"), (6, 6, "days"), True),
        ((2, 2, "weeks"), (5, 5, "years"), True),
    ],
)
def test_two_lengths_of_one_thing_agree_where_writers_may_count_alike(one, other, conflict):
    found = length_conflict([], [], [length("l-1", *one), length("l-2", *other)])
    assert (found is not None) is conflict


def test_it_is_explained_where_the_ends_as_meant_leave_room_for_the_length():
    begin = said("b-1", "1909-07-13")
    three = [length("l-1", 3, 3, "days")]
    assert length_conflict([begin], [said("e-1", "1909-07-25", meant="1909-07-16")], three).status == "explained"
    assert length_conflict([begin], [said("e-1", "1909-07-25", meant="1909-07-17")], three).status == "open"
    two = [said("e-1", "1909-07-25", meant="1909-07-16"), said("e-2", "1909-07-17")]
    assert length_conflict([begin], two, three).status == "open"
    rival = [*three, length("l-2", 5, 5, "days")]
    assert length_conflict([begin], [said("e-1", "1909-07-25", meant="1909-07-16")], rival).status == "open"


@pytest.mark.parametrize(("verdict", "status"), [("decided", "decided"), ("undecidable", "undecidable")])
def test_an_editor_decides_of_lengths(verdict, status):
    rival = [length("l-1", 3, 3, "days"), length("l-2", 5, 5, "days")]
    assert length_conflict([], [], rival, **{verdict: True}).status == status
