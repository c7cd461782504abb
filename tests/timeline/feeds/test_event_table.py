"""events.csv: read by Python and by GDAL as it was written, no cell a formula; explained column by column."""

import csv
import io
import re
from pathlib import Path

import pyogrio

from tests.timeline.feeds.documents import SIDES, SITE, imprint
from tests.timeline.feeds.entries import FORMULAS, HOSTILE, disputed, event, hostile
from timeline.feeds import csv_text
from timeline.feeds.event_table import COLUMNS, written
from timeline.importing.formats import recognised
from timeline.importing.known_names import Known
from timeline.importing.one_sheet.reading import read
from timeline.seeding.guarding import unguarded

DOCUMENT = Path(__file__).parents[3] / "docs" / "feeds.md"


def table(*events, language: str = "en") -> bytes:
    return "".join(written(events, imprint(language), SIDES)).encode()


def rows(file: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline="")))


def test_a_row_holds_the_values_that_stand():
    (row,) = rows(table(event()))
    assert tuple(row) == tuple(COLUMNS)
    told = {
        "slug": "capture", "title": "Capture", "kind": "battle", "begin_earliest": "1909-07-13",
        "end_latest": "1909-07-13", "precision": "day", "edtf": "1909-07-13", "display": "13 July 1909",
        "solar_hijri": "22 Tir 1288", "place": "Tehran", "lat": "35.69", "lon": "51.42", "uncertainty_km": "4",
        "sides": "Royalists", "disputed": "no", "sources": "Browne", "citations": "Browne, p. 1", "claims": "1",
        "url": f"{SITE}/events/capture/", "licence": "https://creativecommons.org/licenses/by/4.0/",
    }  # fmt: skip
    assert {column: row[column] for column in told} == told


def test_what_nobody_knows_is_an_empty_cell():
    (row,) = rows(table(event(edtf="", place=None, lat=None, lon=None, uncertainty_km=None)))
    empty = ("begin_earliest", "end_latest", "edtf", "display", "gregorian", "place", "lat", "lon", "uncertainty_km")
    assert {row[column] for column in empty} == {""}


def test_a_disputed_date_is_told_by_each_source_and_a_month_is_never_a_day():
    entry, month = rows(table(disputed(), event("month", "1909-07")))
    assert entry["display"] == "13 July 1909 (Browne) or 16 July 1909 (Kasravi)"
    assert (month["begin_earliest"], month["begin_latest"]) == ("1909-07-01", "1909-07-31")


def test_names_and_titles_are_in_the_language_asked_for():
    (row,) = rows(table(event(title_fa="فتح تهران"), language="fa"))
    assert (row["title"], row["place"]) == ("فتح تهران", "تهران")


def test_it_is_a_csv_of_rfc_4180_in_utf_8_with_its_mark():
    file = table(event(summary="one\r\ntwo\rthree"))
    assert file.startswith(b"\xef\xbb\xbfslug,")
    assert file.endswith(b"\r\n")
    # Line feeds alone stand within cells only.
    assert file.count(b"\r\n") == 2
    assert b'"one\ntwo\nthree"' in file


def test_no_cell_is_a_formula_and_numbers_stay_numbers():
    for row in rows(table(*hostile())):
        for column, cell in row.items():
            assert not re.match(r"[=+\-@\t]", cell) or re.fullmatch(r"[+-]?\d+([.,]\d+)?", cell), column


def test_the_apostrophe_is_all_that_was_added():
    for row, one in zip(rows(table(*hostile())), hostile(), strict=True):
        assert unguarded(row["title"]) == csv_text.cell_text(one.title)
        assert row["title"].startswith("'") == (one.title in FORMULAS and one.title not in ("-5", "+7.5"))


def test_gdal_reads_it_as_a_table_with_points(tmp_path):
    file = tmp_path / "events.csv"
    file.write_bytes(table(event(title_fa="فتح تهران"), *hostile()))
    meta, _index, geometry, fields = pyogrio.raw.read(
        file, X_POSSIBLE_NAMES="lon", Y_POSSIBLE_NAMES="lat", KEEP_GEOM_COLUMNS="YES"
    )
    told = dict(zip(meta["fields"], fields, strict=True))
    assert tuple(meta["fields"]) == tuple(COLUMNS)
    assert len(geometry) == 1 + len(HOSTILE)
    assert (told["slug"][0], told["title_fa"][0], float(told["lat"][0])) == ("capture", "فتح تهران", 35.69)


def test_our_own_importer_takes_it_for_one_sheet_and_takes_the_apostrophe_off():
    formula = '=HYPERLINK("http://x.example","y")'
    file = table(event(title=formula), event("month", "1909-07", title="-5"), disputed())
    assert recognised(file, "revolution-events.csv").key == "timelinejs.csv"
    staged = read(file, "revolution-events.csv", {"atlas": "ours"}, Known(atlas="ours"))
    assert (staged.problems, staged.questions) == ((), ())
    cells = [row.cells for row in staged.tables["events.csv"]]
    assert [(each["slug"], each["title"]) for each in cells] == [
        ("capture", formula), ("month", "-5"), ("entry", "Entry"),
    ]  # fmt: skip
    dates = [row.cells["face"] for row in staged.tables["claims.csv"] if row.cells["attribute"] == "date"]
    assert dates == ["1909-07-13", "1909-07", "1909-07-13"]


def test_the_document_explains_every_column_and_no_other():
    document = DOCUMENT.read_text(encoding="utf-8").partition("## Events as a table")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", document, re.MULTILINE) == list(COLUMNS)
