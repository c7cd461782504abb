"""Folding: every spelling of a name is found by any other, the same in Python as in the browser."""

import json
from pathlib import Path

import pytest

from geo.folding import DASHES, REPLACED, fold, words

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "folding.json").read_text(encoding="utf-8"))
FOLDING_JS = Path(__file__).parents[2] / "frontend" / "src" / "folding.js"


@pytest.mark.parametrize(("text", "folded"), VECTORS)
def test_text_folds_as_the_vectors_say(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(("_text", "folded"), VECTORS)
def test_folding_twice_changes_nothing(_text, folded):
    assert fold(folded) == folded.replace("<", "<").replace("/", " ")


@pytest.mark.parametrize("letter", sorted(REPLACED))
def test_the_browser_replaces_the_same_letters(letter):
    assert f'{letter}: "{REPLACED[letter]}"' in FOLDING_JS.read_text(encoding="utf-8")


@pytest.mark.parametrize("dash", sorted(DASHES))
def test_every_dash_parts_words(dash):
    assert words(f"a{dash}b") == ["a", "b"]


def test_words_come_once_and_in_order():
    assert words("Tabriz and Tehran and TABRIZ") == ["tabriz", "and", "tehran"]
