"""atlas.zip holds what is published, whole, and nothing that is not."""

import csv
import io
import zipfile

import pytest

from tests.factories import make_atlas, make_claim, make_event, make_movement, make_place, make_source

pytestmark = pytest.mark.django_db


def tables(response) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        return {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))
            for name in archive.namelist()
        }


def test_it_holds_the_tables_of_the_atlas_asked_for(ask, atlas):
    other = make_atlas("other", is_default=False)
    make_event(atlas, "here", on="1909-07-13", place=make_place("rasht"))
    make_event(other, "there", on="1909-07-13", place=make_place("qazvin"), source=make_source("theirs"))
    response = ask("atlas.zip")
    assert response["Content-Type"] == "application/zip"
    assert response["Content-Disposition"] == 'attachment; filename="revolution.zip"'
    found = tables(response)
    assert [row["slug"] for row in found["events.csv"]] == ["here"]
    assert [row["slug"] for row in found["places.csv"]] == ["rasht"]
    assert "theirs" not in {row["slug"] for row in found["sources.csv"]}
    assert [row["slug"] for row in tables(ask("atlas.zip", atlas="other"))["events.csv"]] == ["there"]
    assert ask("atlas.zip", atlas="none").status_code == 400


def test_it_holds_nothing_that_is_not_published_and_no_row_that_needs_it(ask, atlas):
    hidden = make_place("hidden", publication="draft")
    event = make_event(atlas, "shown", on="1909-07-13")
    make_event(atlas, "draft", on="1909-07-13", publication="draft")
    make_event(atlas, "withdrawn", on="1909-07-13", publication="withdrawn")
    make_claim(event=event, attribute="place", edge="at", place=hidden)
    make_claim(event=event, attribute="route", route=["hidden"])
    make_claim(event=event, attribute="date", face="1909-07-14", publication="draft")
    make_movement(atlas, "march", legs=((None, hidden, "1909-07-11", ""),))
    found = tables(ask("atlas.zip"))
    assert "unpublished.csv" not in found
    assert {row["slug"] for row in found["events.csv"]} == {"shown"}
    assert {row["place"] for row in found["claims.csv"]} == {""}
    assert {row["face"] for row in found["claims.csv"] if row["subject"] == "shown"} == {"1909-07-13"}
    assert "hidden" not in {row["slug"] for row in found["places.csv"]}
    assert [row["to"] for row in found["legs.csv"]] == [""]
    said = {row["subject"] for row in found["claims.csv"]}
    assert "draft" not in said
    assert "withdrawn" not in said
