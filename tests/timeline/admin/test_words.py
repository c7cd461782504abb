"""Every word that a script of the atlas's or the march's form asks for is in the list that its page sends."""

import re
from pathlib import Path

import pytest

from timeline.admin.atlases import CHART_WORDS as OF_ATLASES
from timeline.admin.charts import WORDS
from timeline.admin.movement_words import CHART_WORDS as OF_MARCHES
from timeline.interface_messages import map_pane

ADMIN = Path(__file__).resolve().parents[3] / "frontend" / "src" / "admin"
ASKED = re.compile(r"""["'`]((?:chart|atlas|legs|via|place)\.[a-z-]+)["'`$]""")


@pytest.mark.parametrize(("folder", "words"), [("atlas", OF_ATLASES), ("movement", OF_MARCHES)])
def test_words_asked_for_and_words_sent_are_the_same(folder, words):
    scripts = "".join(script.read_text(encoding="utf-8") for script in (ADMIN / folder).glob("*.js"))
    parts = {
        key
        for key in words
        if any(f"`{part}" in scripts for part in (f"{key.rsplit('-', 1)[0]}-$", f"{key[: key.index('.')]}.$"))
    }
    asked = {key for key in ASKED.findall(scripts) if not key.endswith("-")}
    assert asked - {*words, *WORDS, *map_pane.MESSAGES} == set()
    assert {*words} - asked - parts == set()
