"""EDTF read and written: shapes, bounds, round trips, and the edtf package as judge."""

import calendar

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.calendars import Calendar
from chronology.edtf import edtf_choices, format_edtf, parse_edtf, read_edtf
from chronology.errors import EdtfError, InvalidSpan
from chronology.formatting import format_span
from chronology.iso import from_iso, to_iso
from chronology.precision import Precision
from chronology.spans import Shape, Span

INSTANT, SPAN = Shape.INSTANT, Shape.SPAN


def iso_bounds(span):
    return tuple(None if day is None else to_iso(day) for day in span.numbers)


# text, shape, begin earliest and latest, end earliest and latest, precision
READ = [
    ("1909-07-13", INSTANT, ("1909-07-13", "1909-07-13"), None, Precision.DAY),
    ("1909-07", INSTANT, ("1909-07-01", "1909-07-31"), None, Precision.MONTH),
    ("1908", INSTANT, ("1908-01-01", "1908-12-31"), None, Precision.YEAR),
    ("1908-XX", INSTANT, ("1908-01-01", "1908-12-31"), None, Precision.YEAR),
    ("1908-02-XX", INSTANT, ("1908-02-01", "1908-02-29"), None, Precision.MONTH),
    ("190X", INSTANT, ("1900-01-01", "1909-12-31"), None, Precision.DECADE),
    ("19XX", INSTANT, ("1900-01-01", "1999-12-31"), None, Precision.CENTURY),
    ("XXXX", INSTANT, (None, None), None, Precision.UNKNOWN),
    ("1909-21", INSTANT, ("1909-03-01", "1909-05-31"), None, Precision.SEASON),
    ("1909-22", INSTANT, ("1909-06-01", "1909-08-31"), None, Precision.SEASON),
    ("1909-23", INSTANT, ("1909-09-01", "1909-11-30"), None, Precision.SEASON),
    ("1907-24", INSTANT, ("1907-12-01", "1908-02-29"), None, Precision.SEASON),
    ("1907?", INSTANT, ("1907-01-01", "1907-12-31"), None, Precision.YEAR),
    ("1907~", INSTANT, ("1906-01-01", "1908-12-31"), None, Precision.YEAR),
    ("1907%", INSTANT, ("1906-01-01", "1908-12-31"), None, Precision.YEAR),
    ("1909-03~", INSTANT, ("1909-02-01", "1909-04-30"), None, Precision.MONTH),
    ("1909-07-13~", INSTANT, ("1909-07-12", "1909-07-14"), None, Precision.DAY),
    ("1909-22~", INSTANT, ("1909-03-01", "1909-11-30"), None, Precision.SEASON),
    ("190X~", INSTANT, ("1890-01-01", "1919-12-31"), None, Precision.DECADE),
    ("1908/1911-11-23", SPAN, ("1908-01-01", "1908-12-31"), ("1911-11-23", "1911-11-23"), Precision.RANGE),
    ("1909-07-13/1909-07-17", SPAN, ("1909-07-13", "1909-07-13"), ("1909-07-17", "1909-07-17"), Precision.RANGE),
    ("1908/1908", SPAN, ("1908-01-01", "1908-12-31"), ("1908-01-01", "1908-12-31"), Precision.RANGE),
    ("1909-07/1909-07-13", SPAN, ("1909-07-01", "1909-07-13"), ("1909-07-13", "1909-07-13"), Precision.RANGE),
    ("1909-07-13/1909-07", SPAN, ("1909-07-13", "1909-07-13"), ("1909-07-13", "1909-07-31"), Precision.RANGE),
    ("../1909-04-19", SPAN, (None, None), ("1909-04-19", "1909-04-19"), Precision.OPEN),
    ("1909-04/..", SPAN, ("1909-04-01", "1909-04-30"), (None, None), Precision.OPEN),
    ("1909-04/", SPAN, ("1909-04-01", "1909-04-30"), ("1909-04-01", None), Precision.OPEN),
    ("/1909-04", SPAN, (None, "1909-04-30"), ("1909-04-01", "1909-04-30"), Precision.OPEN),
    ("1907~/1909", SPAN, ("1906-01-01", "1908-12-31"), ("1909-01-01", "1909-12-31"), Precision.RANGE),
    ("[1909-05-05,1871-05-05]", INSTANT, ("1871-05-05", "1909-05-05"), None, Precision.CHOICE),
    ("[..1909-04-19]", INSTANT, (None, "1909-04-19"), None, Precision.OPEN),
    ("[1909-04-19..]", INSTANT, ("1909-04-19", None), None, Precision.OPEN),
    ("[1909-05..1909-07]", INSTANT, ("1909-05-01", "1909-07-31"), None, Precision.RANGE),
    ("[1909-05]", INSTANT, ("1909-05-01", "1909-05-31"), None, Precision.MONTH),
    ("[1908, 1910..1911]", INSTANT, ("1908-01-01", "1911-12-31"), None, Precision.CHOICE),
    (
        "[1909-05-03..1909-05-05]/1909-06",
        SPAN,
        ("1909-05-03", "1909-05-05"),
        ("1909-06-01", "1909-06-30"),
        Precision.RANGE,
    ),
]


@pytest.mark.parametrize(("text", "shape", "begin", "end", "precision"), READ, ids=[row[0] for row in READ])
def test_a_text_has_these_bounds_shape_and_precision(text, shape, begin, end, precision):
    read = read_edtf(text)
    assert read.span.shape is shape
    assert iso_bounds(read.span) == (*begin, *(end or begin))
    assert read.precision is precision


@pytest.mark.parametrize("text", [row[0] for row in READ])
def test_what_is_read_can_be_written_and_read_again(text):
    span = parse_edtf(text)
    assert parse_edtf(format_edtf(span)) == span


# Texts that are canonical already: writing what was read gives them back.
CANONICAL = [
    "1909-07-13",
    "1909-07",
    "1908",
    "190X",
    "1909-22",
    "1907-24",
    "1908/1911-11-23",
    "1909-07/1909-07-13",
    "1909-07-13/1909-07",
    "../1909-04-19",
    "1909-04/..",
    "1909-04/",
    "/1909-04",
    "[..1909-04-19]",
    "[1909-05..1909-07]",
    "[1909-06-22..1909-07-13]",
    "[1905..1911]",
    "[1909-05-03..1909-05-05]/1909-06",
    "XXXX",
]


@pytest.mark.parametrize("text", CANONICAL)
def test_a_canonical_text_is_written_as_it_was_read(text):
    assert format_edtf(parse_edtf(text)) == text


days = st.integers(from_iso("1700-01-01"), from_iso("2000-12-31"))


@given(st.lists(days, min_size=4, max_size=4), st.sampled_from(["closed", "open begin", "open end"]), st.booleans())
def test_every_span_has_a_text_that_reads_back_to_it(numbers, opening, crossed):
    first, second, third, fourth = sorted(numbers)
    begun, ending = (third, second) if crossed else (second, third)
    begin = (None, None) if opening == "open begin" else (first, begun)
    end = (None, None) if opening == "open end" else (ending, fourth)
    span = Span.span(*begin, *end)
    assert parse_edtf(format_edtf(span)) == span
    instant = Span.instant(begin[0], end[1])
    assert parse_edtf(format_edtf(instant)) == instant


@given(st.tuples(*[st.one_of(st.none(), days)] * 4), st.sampled_from(Shape))
def test_four_numbers_that_make_a_span_have_a_text_and_words(numbers, shape):
    try:
        span = Span.span(*numbers) if shape is SPAN else Span.instant(*numbers[:2])
    except InvalidSpan:
        return
    assert parse_edtf(format_edtf(span)) == span
    for calendar_read in Calendar:
        assert "None" not in format_span(span, calendar_read)


def test_a_qualifier_is_written_on_a_single_date():
    assert format_edtf(parse_edtf("1907"), "~") == "1907~"


def test_the_choices_of_a_set_are_kept_apart():
    assert edtf_choices("[1909-05-05,1871-05-05]") == (
        Span.day(from_iso("1909-05-05")),
        Span.day(from_iso("1871-05-05")),
    )
    assert edtf_choices("1909") == (parse_edtf("1909"),)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"), [("1907~", True, False), ("1907?", False, True), ("1907%", True, True)]
)
def test_a_qualifier_is_told(text, approximate, uncertain):
    read = read_edtf(text)
    assert (read.approximate, read.uncertain) == (approximate, uncertain)


def test_a_shape_can_be_given():
    assert parse_edtf("1908", SPAN) == parse_edtf("1908/1908")
    assert parse_edtf("1908/1911", INSTANT) == parse_edtf("[1908..1911]")
    assert parse_edtf("1908", INSTANT) == parse_edtf("1908")


REFUSED = [
    ("", 0),
    ("1909-13", 0),
    ("1909-02-29", 0),
    ("1909-7-13", 0),
    ("13 July 1909", 0),
    ("0000", 0),
    ("-0480", 0),
    ("Y17000", 0),
    ("1909-07-13T10:00:00", 0),
    ("/", 0),
    ("1911/1908", 5),
    ("1908/1909/1911", 9),
    ("1908/190", 5),
    ("[]", 1),
    ("[1911..1908]", 1),
    ("[1908,19x1]", 6),
    ("[1908", 0),
    ("1908/[1909,1910]", 5),
    ("{1908,1909}", 0),
    ("1909-~07", 0),
]


@pytest.mark.parametrize(("text", "position"), REFUSED)
def test_what_is_not_edtf_is_refused_where_it_goes_wrong(text, position):
    with pytest.raises(EdtfError) as refused:
        read_edtf(text)
    assert refused.value.position == position
    assert refused.value.message.endswith(".")


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text):
    try:
        span = parse_edtf(text)
    except EdtfError:
        return
    assert parse_edtf(format_edtf(span)) == span


# Winter is left out: the judge ends it on 31 December. So are open ends, which it cannot read.
JUDGED = [
    "1909-07-13",
    "1909-07",
    "1909",
    "190X",
    "19XX",
    "1909-21",
    "1909-22",
    "1909-23",
    "1908-02-XX",
    "1908-XX",
    "1907?",
    "1908/1911-11-23",
    "1909-07-13/1909-07-17",
    "1909-05/1909-07",
]


@pytest.mark.parametrize("text", JUDGED)
def test_the_edtf_package_gives_the_same_outer_days(text):
    judged = edtf.parse_edtf(text)
    span = parse_edtf(text)
    assert (span.earliest, span.latest) == (_day(judged.lower_strict()), _day(judged.upper_strict()))


def test_the_edtf_package_widens_a_circa_year_by_a_year_too():
    # It widens a circa day or month by a year besides, which no historian means by "c. 13 July".
    judged = edtf.parse_edtf("1907~")
    span = parse_edtf("1907~")
    assert (span.earliest, span.latest) == (_day(judged.lower_fuzzy()), _day(judged.upper_fuzzy()))


def _iso(moment):
    return f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}"


def _day(moment):
    assert moment.tm_mday <= calendar.monthrange(moment.tm_year, moment.tm_mon)[1]
    return from_iso(_iso(moment))
