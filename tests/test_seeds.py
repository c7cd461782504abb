"""The seed tables agree with each other, read as plain files without a database."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from chronology.edtf import read_edtf

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TABLES = [
    "atlases",
    "theatres",
    "sides",
    "sources",
    "places",
    "people",
    "forces",
    "names",
    "events",
    "relations",
    "periods",
    "participations",
    "movements",
    "movers",
    "legs",
    "claims",
    "interpretations",
    "decisions",
    "lessons",
    "lesson_steps",
    "uncited",
]


def rows(table):
    with (SEEDS / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@pytest.fixture(scope="module")
def tables():
    return {table: rows(table) for table in TABLES}


@pytest.fixture(scope="module")
def keys(tables):
    """Everything a cell may refer to, by kind."""
    known = {
        kind: {row["slug"] for row in tables[table]}
        for kind, table in (
            ("atlas", "atlases"), ("theatre", "theatres"), ("side", "sides"), ("source", "sources"),
            ("place", "places"), ("person", "people"), ("force", "forces"), ("event", "events"),
            ("movement", "movements"), ("lesson", "lessons"),
        )
    }  # fmt: skip
    known["claim"] = {row["key"] for row in tables["claims"]}
    known["leg"] = {f"{row['movement']}/{row['order']}" for row in tables["legs"]}
    known["participation"] = {f"{row['subject']}/{row['who']}/{row['role']}" for row in tables["participations"]}
    known["relation"] = {f"{row['from_event']}:{row['kind']}:{row['to_event']}" for row in tables["relations"]}
    return known


def unknown(tables, keys, table, column, kind):
    cells = {one for row in tables[table] for one in row[column].split(";") if one}
    return cells - keys[kind]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_tidy(table):
    text = (SEEDS / f"{table}.csv").read_text(encoding="utf-8")
    assert "\r" not in text
    assert text.endswith("\n")
    header, *lines = csv.reader(text.splitlines(keepends=True), strict=True)
    assert len(set(header)) == len(header)
    assert {len(line) for line in lines} == {len(header)}
    assert [cell for line in lines for cell in line if cell != cell.strip()] == []


@pytest.mark.parametrize("table", TABLES)
def test_the_columns_are_those_of_the_readme(table):
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    part = readme.split(f"## {table}.csv", 1)[1].split("\n## ", 1)[0]
    named = set(re.findall(r"[a-z_0-9]+", " ".join(re.findall(r"`([^`]+)`", part))))
    header = (SEEDS / f"{table}.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    assert set(header) - named == set()


@pytest.mark.parametrize(
    ("table", "column"),
    [(table, "slug") for table in ("sources", "places", "people", "forces", "events", "movements", "lessons")]
    + [("claims", "key")],
)
def test_slugs_and_keys_stand_once_and_are_well_formed(tables, table, column):
    found = [row[column] for row in tables[table]]
    assert [key for key, times in Counter(found).items() if times > 1] == []
    assert [key for key in found if not SLUG.fullmatch(key)] == []


@pytest.mark.parametrize(
    ("table", "column", "kind"),
    [
        ("places", "parent", "place"), ("forces", "parent", "force"), ("sources", "based_on", "source"),
        ("names", "source", "source"), ("events", "atlas", "atlas"), ("events", "theatre", "theatre"),
        ("relations", "from_event", "event"), ("relations", "to_event", "event"),
        ("periods", "begins_event", "event"), ("periods", "ends_event", "event"),
        ("participations", "side", "side"), ("movements", "theatre", "theatre"), ("movements", "event", "event"),
        ("movers", "movement", "movement"), ("movers", "side", "side"), ("legs", "movement", "movement"),
        ("legs", "from", "place"), ("legs", "via", "place"), ("legs", "to", "place"),
        ("claims", "source", "source"), ("claims", "place", "place"), ("claims", "place_2", "place"),
        ("claims", "winner", "side"), ("interpretations", "claim", "claim"), ("uncited", "source", "source"),
        ("lessons", "atlas", "atlas"), ("lesson_steps", "lesson", "lesson"), ("lesson_steps", "claim", "claim"),
    ],
)  # fmt: skip
def test_what_a_cell_refers_to_exists(tables, keys, table, column, kind):
    assert unknown(tables, keys, table, column, kind) == set()


@pytest.mark.parametrize(
    ("table", "type_column", "column"),
    [
        ("names", "subject_type", "subject"),
        ("participations", "subject_type", "subject"),
        ("participations", "who_type", "who"),
        ("claims", "subject_type", "subject"),
        ("decisions", "subject_type", "subject"),
    ],
)
def test_subjects_exist(tables, keys, table, type_column, column):
    assert [row[column] for row in tables[table] if row[column] not in keys[row[type_column]]] == []


def test_movers_exist(tables, keys):
    named = [row for row in tables["movers"] if row["who_type"] != "goods"]
    assert [row["who"] for row in named if row["who"] not in keys[row["who_type"]]] == []


def test_anchors_of_relative_dates_exist(tables, keys):
    anchors = {row["relative_to"] for row in tables["claims"] if row["relative_to"]}
    assert [anchor for anchor in anchors if anchor.split(":", 1)[1] not in keys[anchor.split(":", 1)[0]]] == []


def test_a_decision_names_a_claim_on_its_own_subject(tables):
    claims = {row["key"]: row for row in tables["claims"]}
    for row in tables["decisions"]:
        if row["claim"] != "undecidable":
            claim = claims[row["claim"]]
            same = [claim[column] == row[column] for column in ("subject_type", "subject", "attribute", "edge")]
            assert all(same), row


def test_claims_are_numbered_in_the_order_of_their_source(tables):
    for source in {row["source"] for row in tables["claims"]}:
        numbers = [row["key"] for row in tables["claims"] if row["source"] == source]
        assert len(numbers) == len(set(numbers))
        assert all(key.rsplit("-", 1)[0] == source and key.rsplit("-", 1)[1].isdigit() for key in numbers)


def test_faces_values_and_periods_are_edtf(tables):
    texts = [row["face"] for row in tables["claims"]] + [row["value"] for row in tables["interpretations"]]
    texts += [row["period"] for row in tables["names"]] + [row["issued"] for row in tables["sources"]]
    found = [text for text in texts if text]
    assert len(found) > 50
    for text in found:
        read_edtf(text)


def test_every_date_has_a_face_an_anchor_or_a_gap(tables):
    dates = [row for row in tables["claims"] if row["attribute"] == "date"]
    assert [row["key"] for row in dates if not (row["face"] or row["relative_to"] or row["gap"])] == []


def test_ranges_are_not_reversed(tables):
    pairs = [(row["key"], row["low"], row["high"]) for row in tables["claims"]]
    pairs += [(row["key"], row["offset_low"], row["offset_high"]) for row in tables["claims"]]
    assert [key for key, low, high in pairs if low and high and float(low) > float(high)] == []


def test_points_are_on_the_globe_and_have_a_ring_and_a_reason(tables):
    for row in tables["places"]:
        assert bool(row["lat"]) == bool(row["lon"]), row["slug"]
        assert row["basis"], row["slug"]
        if row["lat"]:
            assert -90 <= float(row["lat"]) <= 90, row["slug"]
            assert -180 <= float(row["lon"]) <= 180, row["slug"]
            assert float(row["uncertainty_km"]) > 0, row["slug"]
            assert row["geocoder"], row["slug"]
            assert row["accepted_by"], row["slug"]


@pytest.mark.parametrize(("kind", "table"), [("place", "places"), ("person", "people"), ("force", "forces")])
def test_everything_with_a_name_has_it_in_persian_script(tables, kind, table):
    persian = {
        row["subject"]
        for row in tables["names"]
        if (row["subject_type"], row["kind"], row["language"], row["script"]) == (kind, "preferred", "fa", "Arab")
        and re.search(r"[\u0600-\u06ff]", row["text"])
    }
    assert {row["slug"] for row in tables[table]} - persian == set()


@pytest.mark.parametrize("kind", ["event", "movement", "leg", "participation", "relation"])
def test_nothing_stands_without_a_claim(tables, keys, kind):
    claimed = {row["subject"] for row in tables["claims"] if row["subject_type"] == kind}
    assert keys[kind] - claimed == set()


def test_legs_are_numbered_from_one_without_a_gap(tables):
    for movement in {row["movement"] for row in tables["legs"]}:
        orders = [int(row["order"]) for row in tables["legs"] if row["movement"] == movement]
        assert orders == list(range(1, len(orders) + 1)), movement


def test_every_lesson_has_steps_numbered_from_one_without_a_gap(tables, keys):
    for lesson in keys["lesson"]:
        orders = [int(row["order"]) for row in tables["lesson_steps"] if row["lesson"] == lesson]
        assert orders, lesson
        assert orders == list(range(1, len(orders) + 1)), lesson


def test_a_leg_has_at_least_one_end(tables):
    assert [row for row in tables["legs"] if not (row["from"] or row["to"])] == []


def test_movers_join_and_leave_at_legs_that_exist(tables, keys):
    for row in tables["movers"]:
        for column in ("from_leg", "to_leg"):
            if row[column]:
                assert f"{row['movement']}/{row[column]}" in keys["leg"], row


def test_no_row_names_a_machine_path(tables):
    cells = [cell for table in tables.values() for row in table for cell in row.values()]
    assert [cell for cell in cells if re.search(r"(^|\s)/(work|tmp|home|root)\b", cell)] == []
