"""Tables of any length are put in order and packed part by part, as if they had been held whole."""

import io
import re
import zipfile
from hashlib import sha256
from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.models import Place
from tests.factories import make_claim, make_event, make_lesson, make_place, make_source
from timeline.importing.published_extent import Marks
from timeline.importing.sorted_rows import sorted_rows
from timeline.importing.table_files import csv_lines, zip_of
from timeline.importing.tables_of_atlas import published_tables_of
from timeline.importing.zip_parts import zip_in_parts
from timeline.models import Claim, Event, LessonStep
from timeline.seeding.tabling import order_key

SHEET = SimpleNamespace(kind="theatre")  # ordered by atlas, order, slug
CELLS = st.text(st.sampled_from("aA\x00\x01é۱z0123456789-/ \uffff\U0001f600"), max_size=6)


def compared(cells: tuple[str, ...]) -> list[list]:
    """The same order, said with lists: texts by their letters, figures between them by their value."""
    return [[int(part) if at % 2 else part for at, part in enumerate(re.split(r"([0-9]+)", cell))] for cell in cells]


def key(cells: tuple[str, ...]) -> bytes:
    return order_key(dict(zip(("atlas", "order", "slug"), cells, strict=True)), SHEET)


@given(st.tuples(CELLS, CELLS, CELLS), st.tuples(CELLS, CELLS, CELLS))
def test_keys_compare_as_texts_and_figures_do(one, other):
    assert (key(one) < key(other)) == (compared(one) < compared(other))
    assert (key(one) == key(other)) == (compared(one) == compared(other))


@pytest.mark.parametrize(
    "slugs",
    [
        ["claim-2", "claim-10", "claim-10-b", "claim-100"],
        ["", "0", "1", "12345678901234567890123", "a", "a1", "b"],
        ["x/1", "x/2", "x/10", "xy/1"],
    ],
)
def test_a_second_comes_before_a_tenth(slugs):
    keys = [key(("", "", slug)) for slug in slugs]
    assert all(one < other for one, other in pairwise(keys))


def test_rows_come_in_the_order_of_their_keys_and_those_of_one_key_as_they_were_given():
    rows = [(bytes([at * 37 % 7]), {"n": str(at), "text": "\x00 “é”\r\n😀"}) for at in range(500)]
    expected = [row for _key, row in sorted(rows, key=lambda pair: pair[0])]
    assert list(sorted_rows(iter(rows))) == expected


def test_half_read_rows_leave_nothing_open():
    rows = sorted_rows((bytes([at]), {"n": str(at)}) for at in range(9))
    assert next(rows) == {"n": "0"}
    rows.close()
    assert list(rows) == []


def test_an_archive_is_handed_on_before_its_tables_are_read_to_their_end():
    read = []

    def rows():
        for at in range(20_000):
            read.append(at)
            yield {"n": sha256(str(at).encode()).hexdigest()}

    parts = zip_in_parts([("one.csv", csv_lines(["n"], rows())), ("two.csv", [b"n\n"])])
    first = next(parts)
    assert len(first) < 200_000
    assert 0 < len(read) < 20_000
    packed = zipfile.ZipFile(io.BytesIO(first + b"".join(parts)))
    assert packed.testzip() is None
    assert packed.namelist() == ["one.csv", "two.csv"]
    assert len(packed.read("one.csv").splitlines()) == 20_001


def test_the_same_files_give_the_same_bytes_however_they_are_parted():
    whole = zip_of({"a.csv": b"x" * 300, "b.csv": b""})
    assert b"".join(zip_in_parts([("a.csv", [b"x" * 100] * 3), ("b.csv", iter(()))])) == whole


@given(st.sets(st.integers(0, 5000)), st.lists(st.integers(-5, 6000)))
def test_marks_hold_what_a_set_holds(keys, asked):
    marks = Marks(keys)
    assert [key in marks for key in asked] == [key in keys for key in asked]


@pytest.mark.parametrize(
    ("change", "gone"),
    [
        (lambda: Claim.objects.filter(key="at").update(place=Place.objects.get(slug="hidden")), {"claims.csv": ["at"]}),
        (lambda: Claim.objects.filter(key="at").update(publication="withdrawn"), {"claims.csv": ["at"]}),
        (lambda: Event.objects.filter(slug="fall").update(publication="withdrawn"),
         {"events.csv": ["fall"], "claims.csv": ["at", "book-2", "fallen"]}),
        (lambda: LessonStep.objects.update(claim=Claim.objects.get(key="draft")), {}),
    ],
    ids=["points to a draft", "withdrawn", "withdrawn with its claims", "discusses a draft"],
)  # fmt: skip
@pytest.mark.django_db
def test_what_is_changed_while_an_archive_is_made_shows_readers_nothing_else(atlas, change, gone):
    book, gate = make_source("book"), make_place("gate")
    make_place("hidden", publication="draft")
    make_event(atlas, "entry", on="1909", source=book)
    fall = make_event(atlas, "fall", on="1909", source=book)
    for key, publication in (("fallen", "published"), ("draft", "draft")):
        make_claim(event=fall, source=book, key=key, face="1909", edge="on", publication=publication)
    make_claim(event=fall, source=book, key="at", attribute="place", place=gate)
    make_lesson(atlas, "tour", steps=({"claim": Claim.objects.get(key="at")},))
    before = {sheet.file: list(rows) for sheet, rows in published_tables_of(atlas).items()}
    tables = published_tables_of(atlas)
    change()
    after = {sheet.file: list(rows) for sheet, rows in tables.items()}
    keys = {"events.csv": "slug", "claims.csv": "key"}
    missing = {
        table: sorted({row[key] for row in before[table]} - {row[key] for row in after[table]})
        for table, key in keys.items()
    }
    assert missing == {"events.csv": [], "claims.csv": []} | gone
    assert not {"hidden", "draft"} & {cell for rows in after.values() for row in rows for cell in row.values()}
