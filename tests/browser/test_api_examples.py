"""The examples of docs/api.md, each run as it stands there, print what the document says they do."""

import re
import shutil
import subprocess
import sys

import pytest

from set_up.front_end import node
from tests.browser.site import ROOT

DOCUMENT = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
ORIGIN = "http://127.0.0.1:8000"
BLOCKS = re.findall(r"^```(sh|python|js)\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)


def run(language: str, source: str, folder) -> str:
    if language == "sh":
        assert shutil.which("curl"), "The examples are for curl, which this machine lacks."
        words = ["sh", "-eu", "-c", source]
    else:
        file = folder / {"python": "example.py", "js": "example.mjs"}[language]
        file.write_text(source, encoding="utf-8")
        words = [sys.executable, "-I", file] if language == "python" else [*node().node, file]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, ""), source
    return done.stdout


@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_an_example_prints_what_it_says(site, tmp_path, number):
    language, source = BLOCKS[number]
    printed = run(language, source.replace(ORIGIN, site), tmp_path)
    assert printed.strip()
    for told in re.findall(r"^(?:#|//) prints (.*)$", source, re.MULTILINE):
        assert told in printed.splitlines()


def test_every_example_is_told_in_all_three_languages():
    languages = [language for language, _source in BLOCKS]
    assert languages == ["sh", "python", "js"] * (len(languages) // 3)
    assert len(languages) >= 18
