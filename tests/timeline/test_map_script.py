"""The map's script: a file named by its content, kept for ever, and an old name still finds today's."""

from pathlib import Path
from runpy import run_path

import pytest
from django.urls import reverse

from geo.rendering.composition import compose
from timeline.models import Atlas

pytestmark = pytest.mark.django_db

SETTINGS = Path(__file__).parents[2] / "config" / "settings.py"


@pytest.fixture
def atlas():
    return Atlas.objects.create(
        slug="testing", title="A testing atlas", window_from=2418441, window_to=2418519,
        west=44, south=25, east=61, north=42, publication="published",
    )  # fmt: skip


def test_the_script_is_served_under_its_own_name_for_ever(client, atlas):
    parts = compose(atlas)
    response = client.get(f"/atlas-map/{parts.script_name}")
    assert response.status_code == 200
    assert response.content.decode() == parts.script
    assert response["Content-Type"].startswith("text/javascript")
    assert "immutable" in response["Cache-Control"]


def test_an_old_name_is_sent_on_and_the_answer_is_not_kept(client, atlas):
    response = client.get(reverse("map-script", args=[atlas.slug, "0" * 12]))
    assert response.status_code == 302
    assert response["Location"] == f"/atlas-map/{compose(atlas).script_name}"
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("slug", ["nothing", "testing"])
def test_no_published_atlas_has_no_script(client, atlas, slug):
    Atlas.objects.update(publication="draft")
    assert client.get(reverse("map-script", args=[slug, "0" * 12])).status_code == 404


def test_it_changes_with_the_box_of_the_atlas(atlas):
    before = compose(atlas).script_name
    atlas.east = 62
    assert compose(atlas).script_name != before


def test_what_a_page_just_named_asks_the_database_nothing(client, atlas, django_assert_num_queries):
    name = compose(atlas).script_name
    with django_assert_num_queries(0):
        assert client.get(f"/atlas-map/{name}").status_code == 200


def test_any_other_name_asks_it_once(client, atlas, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert client.get(reverse("map-script", args=[atlas.slug, "0" * 12])).status_code == 302


def test_writing_to_it_is_refused(client, atlas):
    assert client.post(f"/atlas-map/{compose(atlas).script_name}").status_code == 405


@pytest.mark.parametrize(
    ("tiles", "allowed"),
    [
        ("", "img-src 'self' data:"),
        ("https://tiles.example.org/{z}/{x}/{y}.png", "img-src 'self' data: https://tiles.example.org"),
        ("not an address", "img-src 'self' data:"),
    ],
)
def test_the_policy_opens_to_a_tile_server_only_when_one_is_named(tiles, allowed, tmp_path, monkeypatch):
    monkeypatch.setenv("MARCHLINES_TILES", tiles)
    monkeypatch.setenv("MARCHLINES_DATA", str(tmp_path))
    # The settings as a process that begins now reads them; those of this one stay as they are.
    told = run_path(str(SETTINGS))
    assert " ".join(["img-src", *told["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]["img-src"]]) == allowed
