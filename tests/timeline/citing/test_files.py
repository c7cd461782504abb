"""BibTeX, RIS and CSL-JSON: parsers of others read them and find what went in."""

import json

import pytest
import rispy
from jsonschema import Draft202012Validator
from pybtex.database import parse_string

from tests.timeline.citing import works
from tests.timeline.citing.csl_schema import SCHEMA
from tests.timeline.citing.works import SPOT, cited
from timeline.citing import bibtex, csl_json, ris
from timeline.citing.bibtex import legal_key
from timeline.citing.styles import STYLES


def _entry(item: dict, spot=None, key: str = "work"):
    data = parse_string(bibtex.written(cited(item, spot, key)), "bibtex")
    ((found, entry),) = data.entries.items()
    return found, entry


@pytest.mark.parametrize("name", works.WORKS)
def test_bibtex_finds_one_entry_with_its_title_and_authors(name):
    item = works.WORKS[name]
    _key, entry = _entry(item)
    assert entry.fields["title"].replace("{", "").replace("}", "") == item["title"].replace("&", r"\&")
    assert len(entry.persons.get("author", ())) == len(item.get("author", ()))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("browne", "book"), ("journal", "article"), ("essay", "article"), ("news", "article"), ("office", "techreport"),
        ("entry", "incollection"), ("chapter", "incollection"), ("telegram", "misc"), ("event", "misc"),
    ],
)  # fmt: skip
def test_bibtex_has_a_kind_for_each(name, kind):
    assert _entry(works.WORKS[name])[1].type == kind


def test_words_with_capitals_are_kept_from_being_written_small():
    assert _entry(works.ABSTRACT)[1].fields["title"] == "[{Russia} in {Azerbaijan}, 1907–1911]"


def test_bibtex_tells_days_months_and_spots():
    fields = _entry(works.JOURNAL, SPOT)[1].fields
    assert (fields["year"], fields["date"], fields["pages"]) == ("2006", "2006-06", "199--223")
    assert fields["note"].startswith("Section “Events in Tehran”, para. 4. Recorded by Marchlines as claim work, ")
    assert _entry(works.EVENT)[1].fields["note"] == "Last modified 2026-11-30"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("R&D", r"R\&D"),
        ("50% of $1", r"50\% of \$1"),
        ("#1_a", r"\#1\_a"),
        ("{}", r"\textbraceleft{}\textbraceright{}"),
        ("a~b^c\\d", r"a\textasciitilde{}b\textasciicircum{}c\textbackslash{}d"),
        ("“quoted” \"q\" 'q' @book", "“quoted” \"q\" 'q' @book"),
    ],
)
def test_what_tex_takes_for_orders_is_escaped(words, written):
    assert bibtex.escaped(words) == written


@pytest.mark.parametrize(
    ("author", "last"),
    [("Foreign Office", "Foreign Office"), ("War and Peace Office", "War and Peace Office"), ("Land, A and B", "Land")],
)
def test_a_body_is_one_name_to_bibtex(author, last):
    (person,) = _entry(works.work("T", authors=[author]))[1].persons["author"]
    assert " ".join(person.last_names).strip("{}") == last


def test_keys_are_legal_and_stay_apart_where_case_is_not_told_apart():
    assert legal_key("clark-2006") == "clark-2006"
    slugs = ["Clark", "clark", "CLARK", "clark_a", "clark-a", "-clark", "_", "09"]
    keys = [legal_key(slug) for slug in slugs]
    assert len({key.lower() for key in keys}) == len(slugs)
    assert all(key.replace("-", "").isalnum() for key in keys)


@pytest.mark.parametrize("name", works.WORKS)
def test_ris_is_read_back(name):
    item = works.WORKS[name]
    (record,) = rispy.loads(ris.written(cited(item, SPOT)))
    assert record["title"] == item["title"]
    assert len(record.get("authors", ())) == len(item.get("author", ()))
    assert record["notes"][0] == "section “Events in Tehran”, para. 4"
    assert record.get("urls", [item.get("URL")]) == [item.get("URL")]


def test_ris_tells_dates_as_it_asks_for_them():
    (record,) = rispy.loads(ris.written(cited(works.ABSTRACT)))
    assert (record["type_of_reference"], record["year"], record["date"]) == ("JOUR", "2006", "2006/06/30")
    assert record["journal_name"] == "Iranian Studies"


@pytest.mark.parametrize("name", works.WORKS)
def test_csl_json_keeps_its_rules(name):
    items = json.loads(csl_json.written(cited(works.WORKS[name], SPOT)))
    assert list(Draft202012Validator(SCHEMA).iter_errors(items)) == []


HOSTILE = works.work(works.HOSTILE, authors=[works.HOSTILE, works.HOSTILE], container=works.HOSTILE,
                     publisher=works.HOSTILE, issued=works.HOSTILE, url=works.HOSTILE, language=works.HOSTILE,
                     type="nothing")  # fmt: skip


def test_a_hostile_work_is_one_record_in_every_file():
    what = cited(HOSTILE, works.hostile_spot(), "hostile")
    key, _entry_read = _entry(HOSTILE, works.hostile_spot(), "hostile")
    assert key == "hostile"
    assert "\\input" not in bibtex.written(what)
    (record,) = rispy.loads(ris.written(what))
    assert record["title"] == HOSTILE["title"]
    items = json.loads(csl_json.written(what))
    assert list(Draft202012Validator(SCHEMA).iter_errors(items)) == []
    assert items[0]["type"] == "document"


@pytest.mark.parametrize("style", STYLES)
def test_every_style_writes_every_work(style):
    for item in (*works.WORKS.values(), HOSTILE):
        assert STYLES[style].written(cited(item, SPOT)).strip()
