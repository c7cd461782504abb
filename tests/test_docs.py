"""The documents keep their word: what they link to and name is there."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from set_up import command_line

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "seeds").glob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
CODE = re.compile(r"`([^`\n]+)`")
# A path of ours in code: its first folder is one of the project's.
PATH = re.compile(
    r"^(?:chronology|geo|timeline|config|frontend|templates|static|seeds|docs|tests|benchmarks|set_up|locale|\.ci)/[\w./-]*$"
)
MADE_BY_SET_UP = ("frontend/node_modules",)


def _name(document: Path) -> str:
    return document.relative_to(ROOT).as_posix()


def _prose(document: Path) -> str:
    return re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def _anchor(heading: str) -> str:
    words = re.sub(r"[^\w\- ]", "", heading.strip().lower().replace("`", ""))
    return words.replace(" ", "-")


def _anchors(document: Path) -> set[str]:
    return {_anchor(heading) for heading in re.findall(r"^#+ (.+)$", _prose(document), re.MULTILINE)}


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_every_link_leads_somewhere(document):
    broken = []
    for target in LINK.findall(_prose(document)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        aim = (document.parent / path).resolve() if path else document
        if not aim.exists() or (anchor and aim.suffix == ".md" and anchor not in _anchors(aim)):
            broken.append(target)
    assert broken == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_every_file_named_in_code_is_there(document):
    named = {code.rstrip("/") for code in CODE.findall(_prose(document)) if PATH.match(code)}
    missing = sorted(name for name in named - set(MADE_BY_SET_UP) if not (ROOT / name).exists())
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_every_management_command_named_is_there(document):
    named = set(re.findall(r"manage\.py (\w+)", document.read_text(encoding="utf-8")))
    assert sorted(named - set(get_commands())) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_every_word_after_run_is_one_it_knows(document):
    known = {"test", "admin", "bench", "screenshots", "lock", "help"}
    usage = command_line._parser().format_help()
    assert all(word in usage for word in known)
    named = set(re.findall(r"(?:python3|py) run (\w+)", document.read_text(encoding="utf-8")))
    assert sorted(named - known) == []


def test_operations_names_every_variable_that_is_read():
    read = set()
    for module in [*(ROOT / "config").glob("*.py"), *(ROOT / "set_up").glob("*.py")]:
        read |= set(
            re.findall(
                r"(?:_flag|_words|environ\.get|environ)[\[(]\"([A-Z][A-Z_]+)\"", module.read_text(encoding="utf-8")
            )
        )
    stated = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    read -= {"DJANGO_SETTINGS_MODULE"}
    assert read
    assert sorted(name for name in read if f"`{name}`" not in stated) == []
