"""A sheet that is loaded, written and read again says the same; what an atlas knows is looked up in few queries."""

import csv
import io

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.timeline.importing.one_sheet.sheets import ANSWERS, cells_of, csv_file
from timeline.importing.knowing import known_of
from timeline.importing.known_names import Known
from timeline.importing.one_sheet.columns import COLUMNS
from timeline.importing.one_sheet.explanations import explanations
from timeline.importing.one_sheet.exports import write, write_spreadsheet
from timeline.importing.one_sheet.reading import read
from timeline.importing.one_sheet.sample import sample_csv, sample_workbook
from timeline.importing.table_files import csv_of
from timeline.models import Atlas, Event
from timeline.seeding.loader import load
from timeline.seeding.sheets import SHEETS

pytestmark = pytest.mark.django_db

ROWS = [
    {"Headline": "Our atlas", "Text": "Of <1909> & more.", "Type": "title"},
    {"Headline": "The siege", "Year": "1908", "End Year": "1909", "End Month": "4", "Type": "era", "Theatre": "Tabriz"},
    {
        "Headline": "=Entry & exit <b>", "Text": "“They” enter.", "Year": "1909", "Month": "7", "Day": "13",
        "Place": "Tehran", "Lat": "35.6944", "Lon": "51.4215", "Uncertainty km": "4", "Source": "Browne",
        "Locator": "p. 12", "Theatre": "Tehran", "Side": "Royalists; Bakhtiari", "Kind": "capture",
        "Importance": "5", "Slug": "entry",
    },
    {"Headline": "A month", "Year": "1909", "Month": "6", "Source": "Browne", "Theatre": "Tehran", "Kind": "siege"},
    {"Headline": "A year", "Year": "1908", "Source": "Browne", "Theatre": "Tabriz", "Kind": "politics"},
    {
        "Headline": "فتح تهران", "Year": "1909", "Month": "7", "Day": "1", "End Year": "1909", "End Month": "7",
        "End Day": "5", "Source": "Browne", "Locator": "Events", "Theatre": "Tehran", "Kind": "battle",
    },
    {"Headline": "Disputed", "Year": "1908", "Month": "6", "Day": "23", "Source": "Browne", "Theatre": "Tehran",
     "Kind": "coup", "Slug": "disputed"},
    {"Headline": "Disputed", "Year": "1908", "Month": "6", "Day": "24", "Source": "Clark", "Theatre": "Tehran",
     "Kind": "coup", "Slug": "disputed"},
]  # fmt: skip


def put_in(staged, folder) -> Atlas:
    """Load what was staged, all of it, with the loader of the seeds."""
    assert (staged.problems, staged.questions) == ((), ())
    for sheet in SHEETS:
        rows = [row.cells for row in staged.tables.get(sheet.file, ())]
        (folder / sheet.file).write_bytes(csv_of(sheet.columns, rows))
    load(folder)
    return Atlas.objects.get(slug="ours")


@pytest.fixture
def atlas(tmp_path):
    return put_in(read(csv_file(*ROWS), "class.csv", ANSWERS, Known(atlas="ours")), tmp_path)


def written(atlas) -> list[dict]:
    return list(csv.DictReader(io.StringIO(write(atlas)[0].decode("utf-8"))))


def test_what_was_read_is_written_again(atlas):
    rows = written(atlas)
    told = {row["Slug"]: row for row in rows if not row["Type"]}
    entry = told["entry"]
    for column, text in ROWS[2].items():
        if column not in ("Headline", "Text"):
            assert entry[column] == text, column
    assert entry["Headline"] == "'=Entry &amp; exit"
    assert (entry["Display Date"], entry["Group"]) == ("13 July 1909", "Tehran")
    assert [(row["Year"], row["Month"], row["Day"]) for row in (told["a-month"], told["a-year"])] == [
        ("1909", "6", ""),
        ("1908", "", ""),
    ]
    assert told["fth-thran"]["End Day"] == "5"
    assert (rows[0]["Type"], rows[0]["Headline"], rows[0]["Text"]) == (
        "title",
        "Our atlas",
        "Of &lt;1909&gt; &amp; more.",
    )
    assert (rows[1]["Type"], rows[1]["Year"], rows[1]["End Month"]) == ("era", "1908", "4")


def test_a_disputed_event_names_the_date_of_each_source(atlas):
    disputed = next(row for row in written(atlas) if row["Slug"] == "disputed")
    assert disputed["Display Date"] == "23 June 1908 (Browne) or 24 June 1908 (Clark)"


@pytest.mark.parametrize(("write_file", "name"), [(write, "a.csv"), (write_spreadsheet, "a.xlsx")])
def test_written_and_read_into_its_own_atlas_it_changes_no_statement(atlas, write_file, name):
    again = read(write_file(atlas)[0], name, ANSWERS, known_of("ours"))
    assert again.problems == ()
    assert set(again.tables) == {"events.csv", "atlases.csv"}
    titles = {cells["slug"]: cells["title"] for cells in cells_of(again, "events.csv")}
    assert titles == dict(Event.objects.exclude(slug="the-siege").values_list("slug", "title")) | {
        slug: title for slug, title in titles.items() if slug == "the-siege"
    }


def test_a_sheet_sent_again_names_the_records_that_it_made(atlas):
    again = read(csv_file(*ROWS), "class.csv", ANSWERS, known_of("ours"))
    assert {"places.csv", "sources.csv", "theatres.csv", "sides.csv", "forces.csv"}.isdisjoint(again.tables)
    slugs = {cells["slug"] for cells in cells_of(again, "events.csv")}
    assert slugs <= set(Event.objects.values_list("slug", flat=True))


def test_what_an_atlas_knows_takes_the_same_queries_however_much_it_is(atlas, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        known = known_of("ours")
    assert known.exists
    assert known.places_called("tehran")[0].slug == "tehran"
    assert known.event_sides["entry"] == ("royalists", "bakhtiari")


def test_the_sample_is_read_without_a_question_and_can_be_loaded(tmp_path):
    from_csv, from_xlsx = (
        read(file, "sample.csv", {"atlas": "ours"}, Known(atlas="ours")) for file in (sample_csv(), sample_workbook())
    )
    for table, rows in from_csv.tables.items():
        assert [row.cells for row in rows] == [row.cells for row in from_xlsx.tables[table]], table
    assert from_csv.losses == ()
    atlas = put_in(from_csv, tmp_path)
    assert atlas.events.get(slug="sample-majlis-bombarded").disputed
    assert not atlas.events.get(slug="sample-entry-into-tehran").disputed


def test_every_column_is_explained_in_the_second_sheet():
    book = load_workbook(io.BytesIO(sample_workbook()))
    assert tuple(cell.value for cell in book.worksheets[0][1]) == COLUMNS
    assert tuple(row[0].value for row in book.worksheets[1].iter_rows(min_row=2)) == COLUMNS == tuple(explanations())


@pytest.mark.parametrize(("form", "begins"), [("", b"PK"), ("?as=xlsx", b"PK"), ("?as=csv", b"\xef\xbb\xbfYear,")])
def test_any_account_of_the_desk_may_have_the_sample(form, begins):
    client, address = Client(), reverse("admin:timeline_sample_sheet")
    assert client.get(address).status_code == 302
    client.force_login(get_user_model().objects.create_user("reader"))
    assert client.get(address).status_code == 302
    client.force_login(get_user_model().objects.create_user("editor", is_staff=True))
    answer = client.get(address + form)
    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert "attachment" in answer["Content-Disposition"]


def test_a_form_of_the_sample_that_there_is_not_is_refused(admin_client):
    answer = admin_client.get(reverse("admin:timeline_sample_sheet") + "?as=ods")
    assert (answer.status_code, answer.content.decode()) == (400, "The sample comes as xlsx or as csv.")
    assert admin_client.post(reverse("admin:timeline_sample_sheet")).status_code == 405
