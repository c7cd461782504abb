"""The order of day and month is told by the file or asked for; it is never guessed."""

import datetime

import pytest

from tests.timeline.importing.one_sheet.sheets import ANSWERS, NEW, codes_of, dates_of, staged, xlsx_file
from timeline.importing.one_sheet.reading import read

DAY_FIRST, MONTH_FIRST = "1909-04-03", "1909-03-04"


def sheet(*dates: str, **answers: str):
    return staged(*({"Headline": f"Event {at}", "Date": date} for at, date in enumerate(dates)), **answers)


def faces(result) -> list[str]:
    return [face for face, _printed, _calendar in dates_of(result)]


@pytest.mark.parametrize("mark", ["/", "-"])
def test_dates_that_can_be_read_in_two_ways_are_asked_about_with_examples(mark):
    dates = [f"03{mark}04{mark}1909", f"05{mark}06{mark}1909"]
    result = sheet(*dates)
    (question,) = result.questions
    assert question.key == "day_month_order"
    assert [value for value, _label in question.choices] == ["day_first", "month_first"]
    assert "3 April 1909" in question.choices[0][1]
    assert "4 March 1909" in question.choices[1][1]
    assert question.examples == tuple(dates)
    assert result.tables == {}


@pytest.mark.parametrize(("answer", "face"), [("day_first", DAY_FIRST), ("month_first", MONTH_FIRST)])
def test_the_answer_is_followed(answer, face):
    result = sheet("03/04/1909", day_month_order=answer)
    assert faces(result) == [face]
    assert dates_of(result)[0][1] == "03/04/1909"


def test_an_answer_that_is_none_is_asked_for_again():
    assert sheet("03/04/1909", day_month_order="guess").questions


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("13/04/1909",), ["1909-04-13"]),
        (("04/13/1909",), ["1909-04-13"]),
        (("03/03/1909",), ["1909-03-03"]),
        (("03/04/1909", "13/04/1909"), [DAY_FIRST, "1909-04-13"]),
        (("03/04/1909", "04/13/1909"), [MONTH_FIRST, "1909-04-13"]),
        (("3.4.1909",), [DAY_FIRST]),
        (("1909-04-03", "3 April 1909"), [DAY_FIRST, DAY_FIRST]),
    ],
)
def test_what_the_file_itself_tells_is_not_asked(dates, expected):
    result = sheet(*dates)
    assert result.questions == ()
    assert faces(result) == expected


def test_in_a_file_of_both_orders_the_open_ones_are_refused_row_by_row():
    result = sheet("13/04/1909", "03/04/1909", "04/13/1909")
    assert result.questions == ()
    assert codes_of(result) == [("row 3", "ambiguous_date")]
    assert faces(result) == ["1909-04-13", "1909-04-13"]


def book(*dates, **answers):
    rows = [[f"Event {at}", date] for at, date in enumerate(dates)]
    return read(xlsx_file(["Headline", "Date"], *rows), "class.xlsx", ANSWERS | answers, NEW)


APRIL, LATE = datetime.date(1909, 4, 3), datetime.date(1909, 4, 13)


def test_date_cells_that_may_have_been_turned_round_are_asked_about():
    (question,) = book(APRIL).questions
    assert question.key == "date_cells"
    assert "3 April 1909" in question.choices[0][1]
    assert "4 March 1909" in question.choices[1][1]
    assert faces(book(APRIL, date_cells="as_held")) == [DAY_FIRST]
    assert faces(book(APRIL, date_cells="swapped")) == [MONTH_FIRST]


def test_date_cells_with_a_day_above_twelve_among_them_were_not_turned_round():
    result = book(APRIL, LATE)
    assert result.questions == ()
    assert faces(result) == [DAY_FIRST, "1909-04-13"]


def test_date_cells_beside_texts_that_the_spreadsheet_did_not_take_are_asked_about():
    assert [question.key for question in book(APRIL, LATE, "13/05/1909").questions] == ["date_cells"]


def test_a_date_cell_is_gregorian_whatever_the_column_says():
    rows = [["Headline", "Date", "Calendar"], ["A fight", LATE, "solar_hijri"]]
    result = read(xlsx_file(*rows), "class.xlsx", ANSWERS, NEW)
    assert codes_of(result) == [("row 2", "date_cell_in_calendar")]
