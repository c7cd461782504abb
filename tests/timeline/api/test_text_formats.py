"""Tables, slides and anniversaries, asked for: every filter, every language, hostile records, refusals."""

import csv
import io

import pytest
from icalendar import Calendar

from tests.factories import make_atlas, make_claim, make_event, make_place, make_source
from tests.timeline.api.test_hostile import DIRECTION, FORMULA, SCRIPT, make_hostile_records
from timeline.importing.further_formats import write_slides
from timeline.models import Period

pytestmark = pytest.mark.django_db

ADDRESSES = {
    "events.csv": "text/csv; charset=utf-8",
    "timelinejs.csv": "text/csv; charset=utf-8",
    "timelinejs.json": "application/json",
    "atlas.ics": "text/calendar; charset=utf-8",
}


@pytest.fixture
def four(atlas):
    browne, clark = make_source("browne", title="Browne"), make_source("clark", title="Clark")
    rasht = make_place("rasht", latitude=37.28, longitude=49.58, names={"fa": "رشت"})
    make_event(atlas, "capture", on="1909-07-13", place=rasht, source=browne, title_fa="فتح")
    siege = make_event(atlas, "siege", on="1908-06/1909-04-29", kind="siege", source=browne)
    make_claim(event=siege, source=clark, face="1908-07/1909-04-29", edge="on")
    make_event(atlas, "somewhen", source=browne)
    make_event(atlas, "intended", on="1909-07-14", status="planned", source=browne)
    make_event(make_atlas("other", title="The Other", is_default=False), "elsewhere", on="1800-01-01", source=clark)


def slugs(ask, address: str, **query) -> list[str]:
    """The events that a document tells, by slug."""
    response = ask(address, **query)
    assert response.status_code == 200, response.content
    text = b"".join(response) if response.streaming else response.content
    if address == "timelinejs.json":
        return [slide["unique_id"] for slide in response.json()["events"]]
    if address == "atlas.ics":
        return [str(entry["UID"]).partition("@")[0] for entry in Calendar.from_ical(text).walk("VEVENT")]
    rows = csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline=""))
    return [row.get("slug") or row.get("Slug") for row in rows if not row.get("Type")]


@pytest.mark.parametrize(
    ("query", "table", "dated", "days"),
    [
        ({}, ["siege", "capture", "intended", "somewhen"], 3, ["siege.ends", "capture"]),
        ({"kind": "siege"}, ["siege"], 1, ["siege.ends"]),
        ({"on": "1909-07-13"}, ["capture"], 1, ["capture"]),
        ({"from": "1909-07", "to": "1909-08"}, ["capture", "intended"], 2, ["capture"]),
        ({"bbox": "49,37,50,38"}, ["capture"], 1, ["capture"]),
        ({"status": "planned"}, ["intended"], 1, []),
        ({"source": "clark"}, ["siege"], 1, ["siege.ends"]),
        ({"according_to": "clark"}, ["siege"], 1, ["siege.ends"]),
        ({"atlas": "other"}, ["elsewhere"], 1, ["elsewhere"]),
        ({"q": "nothing"}, [], 0, []),
    ],
)  # fmt: skip
def test_every_document_takes_the_filters(ask, four, query, table, dated, days):
    assert slugs(ask, "events.csv", **query) == table
    assert slugs(ask, "timelinejs.json", **query) == table[:dated]
    assert slugs(ask, "atlas.ics", **query) == days


@pytest.mark.parametrize("query", [{}, {"kind": "siege"}, {"according_to": "clark"}])
def test_slides_are_the_same_in_a_table(ask, four, query):
    assert slugs(ask, "timelinejs.csv", **query) == slugs(ask, "timelinejs.json", **query) != []


@pytest.mark.parametrize(("address", "media_type"), ADDRESSES.items())
def test_a_document_says_what_it_is_and_whose(ask, four, address, media_type):
    response = ask(address)
    assert response["Content-Type"] == media_type
    assert "revolution" in response["Content-Disposition"]
    assert 'rel="license"' in response["Link"]
    assert "creativecommons.org/licenses/by/4.0" in response.content.decode()


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "query", [{"kinds": "battle"}, {"kind": "fight"}, {"from": "32 Tir"}, {"lang": "de"}, {"page_size": "5"}]
)
def test_what_is_no_question_is_refused(ask, four, address, query):
    response = ask(address, **query)
    assert (response.status_code, response.json()["error"]["field"]) == (400, next(iter(query)))


def test_what_is_left_out_of_a_calendar_is_counted(ask, four):
    assert Calendar.from_ical(ask("atlas.ics").content)["X-MARCHLINES-LEFT-OUT"] == "2"
    assert Calendar.from_ical(ask("atlas.ics", according_to="browne").content)["X-MARCHLINES-LEFT-OUT"] == "2"


def test_words_are_in_the_language_asked_for(ask, four):
    rows = list(csv.DictReader(io.StringIO(ask("events.csv", kind="battle", lang="fa").content.decode("utf-8-sig"))))
    assert (rows[0]["title"], rows[0]["place"], rows[0]["display"]) == ("فتح", "رشت", "۱۳ ژوئیه ۱۹۰۹")
    slide = ask("timelinejs.json", on="1909-07-13", lang="fa").json()["events"][0]
    assert (slide["text"]["headline"], slide["display_date"]) == ("فتح", "۱۳ ژوئیه ۱۹۰۹")
    (entry,) = Calendar.from_ical(ask("atlas.ics", on="1909-07-13", lang="fa").content).walk("VEVENT")
    assert (entry["SUMMARY"], entry["SUMMARY"].params["LANGUAGE"]) == ("فتح (۱۹۰۹)", "fa")


def test_a_source_alone_gives_its_own_dates_and_its_own_eras(ask, four, atlas):
    siege = atlas.events.get(slug="siege")
    Period.objects.create(atlas=atlas, slug="siege", label_en="Siege", begins=siege, ends=siege)
    told = {name: ask("timelinejs.json", **query).json() for name, query in
            {"all": {}, "clark": {"according_to": "clark"}, "july": {"on": "1909-07-13"}}.items()}  # fmt: skip
    assert [era["start_date"]["month"] for era in told["all"]["eras"]] == [6]
    assert [era["start_date"]["month"] for era in told["clark"]["eras"]] == [7]
    assert told["july"]["eras"] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_document_takes_the_same_queries_however_long_it_is(ask, fill, address, django_assert_max_num_queries):
    fill(1)
    with django_assert_max_num_queries(40) as one:
        ask(address)
    fill(6)
    with django_assert_max_num_queries(len(one)):
        ask(address)


@pytest.mark.parametrize("language", ["en", "fa", "ru"])
def test_hostile_records_of_the_database_come_out_as_data(ask, atlas, language):
    make_hostile_records(atlas)
    table = ask("events.csv", lang=language).content.decode("utf-8-sig")
    titles = [row["title"] for row in csv.DictReader(io.StringIO(table, newline=""))]
    assert {SCRIPT, DIRECTION, f"'{FORMULA}"} <= set(titles)
    assert len(slugs(ask, "timelinejs.csv", lang=language)) == len(slugs(ask, "timelinejs.json", lang=language))
    Calendar.from_ical(ask("atlas.ics", lang=language).content)
    # No record's markup stands in the slides as such.
    assert b"<script" not in ask("timelinejs.json", lang=language).content.lower()


def test_the_desk_writes_the_same_slides_without_the_addresses_of_a_site(ask, four, atlas):
    file, losses = write_slides(atlas)
    assert b"href" not in file.replace(b'href=\\"https://creativecommons.org', b"")
    assert file.count(b'"unique_id"') == 1 + len(slugs(ask, "timelinejs.json"))
    assert losses
