"""What the styles for readers have in common: named lines, and the parts of a work that each sets its own way."""

from typing import NamedTuple

from timeline.citing.items import LAST_MODIFIED, Cited
from timeline.citing.names import Name
from timeline.citing.runs import Runs, plain, text
from timeline.citing.wording import quoted, set_apart

LABELS = {
    "note": "Note",
    "bibliography": "Bibliography",
    "reference": "Reference",
    "works_cited": "Works cited",
    "in_text": "In the text",
    "record": "Record",
}
"""The names of the lines in the English of the manuals."""


class Line(NamedTuple):
    """One line of a citation; label: what it is for, a key of LABELS."""

    label: str
    runs: Runs


def record_line(cited: Cited) -> tuple[Line, ...]:
    """Where the atlas holds another's work; of its own pages nothing is to be added."""
    return (Line("record", text(cited.record)),) if cited.record else ()


def as_text(lines: tuple[Line, ...]) -> str:
    """The lines as a plain text, each under its name."""
    return "\n\n".join(f"{LABELS[line.label]}:\n{plain(line.runs)}" for line in lines) + "\n"


def creators(item: dict) -> tuple[list[Name], bool]:
    """The authors; of a work without any its editors, and True."""
    authors = item.get("author", [])
    return (authors, False) if authors else (item.get("editor", []), bool(item.get("editor")))


def title_of(item: dict, within: bool) -> Runs:
    """The title: in quotation marks where the work stands within another, else in italics, as the atlas as a whole."""
    is_whole = item.get("custom") == LAST_MODIFIED and not item.get("container-title")
    return quoted(item["title"]) if within and not is_whole else set_apart(item["title"])
