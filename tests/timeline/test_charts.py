"""The maps of the admin open on the atlases there are, and ask no other host."""

import json
import re
from pathlib import Path

import pytest

from tests.factories import make_atlas
from timeline.admin.charts import REGION, chart_settings
from timeline.admin.placing.page import WORDS

SOURCES = Path(__file__).resolve().parents[2] / "frontend" / "src"

pytestmark = pytest.mark.django_db


def test_a_chart_opens_on_all_atlases_together(django_assert_num_queries):
    assert chart_settings()["bounds"] == REGION
    make_atlas("one", west=44.0, south=30.0, east=50.0, north=40.0)
    make_atlas("other", is_default=False, west=48.0, south=25.0, east=62.0, north=36.0)
    with django_assert_num_queries(1):
        assert chart_settings()["bounds"] == [[25.0, 44.0], [40.0, 62.0]]


def test_its_settings_are_plain_data_with_the_words_of_the_page():
    settings = json.loads(json.dumps(chart_settings(words={"legs.map": "Legs"}, legs=[1])))
    assert (settings["words"]["legs.map"], settings["words"]["map.zoom-in"], settings["legs"]) == (
        "Legs", "Zoom in on the map", [1],
    )  # fmt: skip
    assert not [value for value in settings.values() if isinstance(value, str) and "//" in value]


def test_every_word_that_charts_and_the_form_of_places_ask_for_comes_with_the_page():
    scripts = [*(SOURCES / "admin" / "chart").glob("*.js"), *(SOURCES / "admin" / "places").glob("*.js")]
    scripts += [SOURCES / "map" / name for name in ("zoom-buttons.js", "scale-bar.js")]
    asked = {key for script in scripts for key in re.findall(r"""\bt\(\s*"([\w.-]+)\"""", script.read_text("utf-8"))}
    told = set(chart_settings(words=WORDS)["words"])
    assert len(asked) > 15
    assert (sorted(asked - told), sorted(told - asked)) == ([], [])
