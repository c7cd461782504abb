"""Dates of works: what EDTF says becomes numbers where CSL has numbers for it, else words, and never another date."""

import pytest

from timeline.citing.dates import american, csl_date, day_first, iso, year_alone, year_first


@pytest.mark.parametrize(
    ("issued", "made"),
    [
        ("", None),
        ("1910", {"date-parts": [[1910]]}),
        ("2006-06", {"date-parts": [[2006, 6]]}),
        ("2006-06-30", {"date-parts": [[2006, 6, 30]]}),
        ("1908/1911", {"date-parts": [[1908], [1911]]}),
        ("1909-21", {"date-parts": [[1909]], "season": 1}),
        ("1910~", {"date-parts": [[1910]], "circa": True}),
        ("1910?", {"date-parts": [[1910]], "circa": True}),
        ("-0043", {"literal": "-0043"}),
        ("190X", {"literal": "between 1900 and 1909"}),
        ("1909/..", {"literal": "from 1909"}),
        ("c. 1910", {"literal": "c. 1910"}),
        ("some time ago", {"literal": "some time ago"}),
        ("2006-13-45", {"literal": "2006-13-45"}),
    ],
)
def test_a_date_of_issue_is_never_made_more_exact_than_it_is(issued, made):
    assert csl_date(issued) == made


@pytest.mark.parametrize(
    ("issued", "words"),
    [
        ("2006-06-30", ("June 30, 2006", "30 June 2006", "2006, June 30", "2006", "2006-06-30")),
        ("2006-09", ("September 2006", "Sept. 2006", "2006, September", "2006", "2006-09")),
        ("2006", ("2006", "2006", "2006", "2006", "2006")),
        ("1909-21", ("Spring 1909", "Spring 1909", "1909, Spring", "1909", "1909")),
        ("1908/1911", ("1908–1911", "1908–1911", "1908–1911", "1908–1911", "")),
        ("1910~", ("1910", "1910", "1910", "1910", "")),
        ("190X", ("between 1900 and 1909",) * 4 + ("",)),
        ("", ("", "", "", "", "")),
    ],
)
def test_each_style_words_a_date_in_its_order(issued, words):
    date = csl_date(issued)
    assert tuple(worded(date) for worded in (american, day_first, year_first, year_alone, iso)) == words
