"""Files as people send them: encodings, separators, spreadsheets, and what only claims to be a table."""

import io
import zipfile
from functools import partial

import pytest
from openpyxl import Workbook

from tests.timeline.importing.one_sheet.sheets import (
    ANSWERS,
    NEW,
    cells_of,
    codes_of,
    csv_file,
    staged,
    workbook,
    xlsx_file,
)
from timeline.importing.one_sheet.reading import read, recognises

ROW = {"Headline": "محاصره تبريز", "Year": "1908", "Place": "تبريز"}
FRENCH = {"Headline": "L’été à Tabriz", "Year": "1908", "Place": "Café Élysée"}
RUSSIAN = {"Headline": "Осада Тебриза", "Year": "1908", "Place": "Тебриз"}


def titles(file: bytes, name: str = "class.csv", **answers: str):
    result = read(file, name, ANSWERS | answers, NEW)
    return (
        [cells["title"] for cells in cells_of(result, "events.csv")]
        or [q.key for q in result.questions]
        or codes_of(result)
    )


@pytest.mark.parametrize(
    ("row", "encoding"),
    [
        (ROW, "utf-8"), (ROW, "utf-8-sig"), (ROW, "utf-16"), (ROW, "utf-16-le"), (ROW, "utf-16-be"), (ROW, "cp1256"),
        (FRENCH, "utf-8"), (FRENCH, "cp1252"), (FRENCH, "mac_roman"), (RUSSIAN, "cp1251"),
    ],
)  # fmt: skip
def test_letters_come_out_right_whatever_the_encoding(row, encoding):
    assert titles(csv_file(row, encoding=encoding)) == [row["Headline"]]


@pytest.mark.parametrize("headline", ["The “entry” of Sattar’s men", "At the Château"])
def test_letters_that_may_be_several_are_asked_about_and_shown_as_each(headline):
    file = csv_file({"Headline": headline, "Year": "1909"}, encoding="cp1252")
    (question,) = read(file, "class.csv", ANSWERS, NEW).questions
    assert question.key == "encoding"
    assert headline in dict(question.choices)["cp1252"]
    assert titles(file, encoding="cp1252") == [headline]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_separator_is_the_one_that_gives_the_header_its_names(delimiter):
    row = {"Headline": "A fight; a rout, a flight", "Year": "1909", "Place": "Karaj", "Lat": "35,83", "Lon": "50,96"}
    assert titles(csv_file(row, delimiter=delimiter)) == ["A fight; a rout, a flight"]


def test_a_header_below_a_note_is_found_and_rows_are_counted_as_the_spreadsheet_does():
    file = b'My timeline,,\n\n"Headline","Year","Text"\n"A fight","1909","two\nlines"\n"","1909",""\n'
    result = read(file, "class.csv", ANSWERS, NEW)
    assert [row.origin for row in result.tables["events.csv"]] == ["row 4"]
    assert codes_of(result) == [("row 5", "headline_missing")]


def test_columns_are_known_whatever_their_case_and_spaces():
    file = b"HEADLINE , end_year,YEAR,latitude\nA fight,1910,1909,\n"
    result = read(file, "class.csv", ANSWERS, NEW)
    assert cells_of(result, "claims.csv")[0]["face"] == "1909/1910"


def test_the_two_columns_of_a_file_of_refused_rows_are_not_taken_for_the_editors():
    row = {"Headline": "A fight", "Year": "1909", "problem": "A sentence.", "code": "bad"}
    result = staged(row)
    assert result.columns == ("Headline", "Year")
    assert result.losses == ()


def test_the_guard_before_a_formula_is_taken_off():
    result = staged({"Headline": "'=1+1 battles", "Year": "1909"})
    assert cells_of(result, "events.csv")[0]["title"] == "=1+1 battles"


def test_numbers_of_a_spreadsheet_are_the_figures_it_shows():
    file = xlsx_file(["Headline", "Year", "Month", "Place", "Lat", "Lon"], ["A fight", 1909, 7.0, "Karaj", 35.83, 50.9])
    result = read(file, "class.xlsx", ANSWERS, NEW)
    assert cells_of(result, "claims.csv")[0]["face"] == "1909-07"
    assert cells_of(result, "places.csv")[0]["lat"] == "35.83"


def test_of_several_sheets_of_events_one_is_asked_for():
    book = workbook(["Headline", "Year"], ["In the first", 1909], title="One")
    for title, row in (("Two", ["In the second", 1910]), ("Notes", None)):
        sheet = book.create_sheet(title)
        sheet.append(["Headline", "Year"] if row else ["Nothing"])
        if row:
            sheet.append(row)
    file = xlsx_file(book=book)
    (question,) = read(file, "class.xlsx", ANSWERS, NEW).questions
    assert (question.key, [value for value, _label in question.choices]) == ("sheet", ["One", "Two"])
    assert titles(file, sheet="Two") == ["In the second"]


def merged_book() -> Workbook:
    book = workbook(["Headline", "Year"], ["First", 1909], ["Second", None], ["Third", 1910])
    book.active.merge_cells("B2:B3")
    return book


def test_a_row_under_a_merged_cell_is_refused_and_the_others_are_read():
    result = read(xlsx_file(book=merged_book()), "class.xlsx", ANSWERS, NEW)
    assert codes_of(result) == [("row 3", "merged_cells")]
    assert [cells["title"] for cells in cells_of(result, "events.csv")] == ["First", "Third"]


def test_a_formula_without_a_value_is_refused():
    file = xlsx_file(["Headline", "Year"], ["A fight", "=1900+9"], ["Another", 1910])
    result = read(file, "class.xlsx", ANSWERS, NEW)
    assert codes_of(result) == [("row 2", "formula_without_value")]
    assert result.problems[0].given == {"Headline": "A fight", "Year": ""}


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("xl/workbook.xml", b"0" * 130_000_000)
    return packed.getvalue()


def entities() -> bytes:
    """A workbook whose sheet asks for a file of the server."""
    source, packed = zipfile.ZipFile(io.BytesIO(xlsx_file(["Headline", "Year"], ["A", 1909]))), io.BytesIO()
    with source, zipfile.ZipFile(packed, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + content.replace(b">A<", b">&a;<")
            archive.writestr(name, content)
    return packed.getvalue()


SHEET, ELSEWHERE = "xl/worksheets/sheet1.xml", "xl/elsewhere/one.xml"


def everything_merged(told: bytes = b'"A1:XFD1048576"', path: str = SHEET, encoding: str = "utf-8") -> bytes:
    source, packed = zipfile.ZipFile(io.BytesIO(xlsx_file(book=merged_book()))), io.BytesIO()
    with source, zipfile.ZipFile(packed, "w") as archive:
        for name in source.namelist():
            content = source.read(name).replace(b'"B2:B3"', told).replace(SHEET.encode(), path.encode())
            if name == SHEET:
                name, content = path, content.decode().encode(encoding)
            archive.writestr(name, content)
    return packed.getvalue()


def too_many_cells() -> bytes:
    row = b"<row>" + b"<c/>" * 10_000 + b"</row>"
    source, packed = zipfile.ZipFile(io.BytesIO(xlsx_file(["Headline", "Year"], ["A", 1909]))), io.BytesIO()
    with source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name).replace(b"</sheetData>", row * 160 + b"</sheetData>"))
    return packed.getvalue()


HEADER = b"Headline,Year\n"
# Large files are made by the test that reads them.
HOSTILE = [
    ("nothing", b"", "empty_file"),
    ("white space", b" \r\n\t ", "empty_file"),
    ("NULs alone", b"\x00" * 100, "empty_file"),
    ("a mark alone", b"\xef\xbb\xbf", "no_header"),
    ("a PDF named .csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not_a_table"),
    ("a picture", b"\x89PNG\r\n\x1a\n", "not_a_table"),
    ("an old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "not_a_table"),
    ("a page", b"<!doctype html><table></table>", "not_a_table"),
    ("a zip of something", b"PK\x03\x04" + b"\x00" * 40, "not_a_table"),
    ("no known column", b"a,b\n1,2\n", "no_header"),
    ("a quotation mark never closed", HEADER + b'"' + b"x" * 200_000, "broken_csv"),
    ("100,000 columns", b"Headline,Year," + b",".join(b"c%d" % n for n in range(100_000)) + b"\n", "too_many_columns"),
    ("a column twice", b"Headline,Year,Year\nA,1909,1910\n", "column_twice"),
    ("NULs in a cell", HEADER + b"A\x00fight,1909\n", "not_a_text"),
    ("a zip bomb", bomb, "workbook_too_large"),
    ("an XML entity", entities, "broken_workbook"),
    ("everything merged", everything_merged, "merged_cells"),
    ("everything merged, in other marks", partial(everything_merged, b"'A1:XFD1048576'"), "merged_cells"),
    ("everything merged, in another part", partial(everything_merged, path=ELSEWHERE), "merged_cells"),
    ("a sheet: everything merged, in figures", partial(everything_merged, b'"&#65;1:XFD1048576"'), "broken_workbook"),
    ("a sheet: everything merged, in UTF-16", partial(everything_merged, encoding="utf-16"), "broken_workbook"),
    ("a sheet: more cells than are kept", too_many_cells, "workbook_too_large"),
    ("half a workbook", xlsx_file(["Headline", "Year"], ["A", 1909])[:-900], "not_a_table"),
]


@pytest.mark.parametrize(("_case", "file", "code"), HOSTILE, ids=[case for case, _file, _code in HOSTILE])
def test_a_file_that_is_no_sheet_is_refused_with_a_sentence(_case, file, code):
    file = file() if callable(file) else file
    result = read(file, "class.csv", ANSWERS, NEW)
    assert codes_of(result) == [("", code)]
    assert result.tables == {}
    # A sheet with a fault is known for one, so that its fault is told.
    known = code in ("column_twice", "too_many_columns", "broken_csv", "merged_cells")
    assert recognises(file, "class.csv") == (known or _case.startswith("a sheet:"))


CELLS = [
    ("10,000 characters", "x" * 10_000, "too_long"),
    ("a control character", "a\x07fight", "not_text"),
    ("half a pair", "a\ufffffight", "not_text"),
]


@pytest.mark.parametrize(("_case", "text", "code"), CELLS, ids=[case for case, _text, _code in CELLS])
def test_a_cell_that_can_not_be_kept_is_refused_in_its_row(_case, text, code):
    good = {"Headline": "A good row", "Year": "1909"}
    result = staged({"Headline": text, "Year": "1909"}, good)
    assert codes_of(result) == [("row 2", code)]
    assert len(result.tables["events.csv"]) == 1
    assert len(result.problems[0].value) <= 120


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "=cmd|' /C calc'!A0", "\u202eevil\u202c", "DROP TABLE event;--"]
)
def test_text_that_would_harm_elsewhere_is_text_here(text):
    assert [cells["title"] for cells in cells_of(staged({"Headline": text, "Year": "1909"}), "events.csv")] == [text]


def test_a_row_with_more_cells_than_the_header_is_refused():
    result = read(HEADER + b"A fight,1909,35,83\nAnother,1910\n", "class.csv", ANSWERS, NEW)
    assert codes_of(result) == [("row 2", "too_many_cells")]
