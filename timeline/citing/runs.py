"""Holds a line of a citation as runs of text, some in italics, so that plain text and HTML come of one thing."""

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# What a full stop after it would double: also the question mark of Persian, and any of these before a closing quote.
_ENDED = re.compile("[.?!؟۔][”’»\"']*$")
# A quotation within the quotation closes along with it.
_CLOSING = re.compile("(?:(?<=[^\\s‘])’)?”$")


class Run(NamedTuple):
    """A stretch of text in one face."""

    text: str
    italic: bool = False


Runs = tuple[Run, ...]


def text(words: str, *, italic: bool = False) -> Runs:
    """One run, or none of no words."""
    return (Run(words, italic),) if words else ()


def plain(runs: Runs) -> str:
    """The line without its faces."""
    return "".join(run.text for run in runs)


def markup(runs: Runs) -> str:
    """The line as HTML: italics as <i>; what runs from right to left is kept from turning its neighbours round."""
    return "".join(_marked(run) for run in runs)


def followed(runs: Runs, mark: str) -> Runs:
    """The line with a mark after it, within a closing quotation mark as Americans set it.

    A full stop is left out where the line is ended already; a comma stands even after a question mark.
    """
    if not runs or (mark == "." and _ENDED.search(plain(runs))):
        return runs
    last = runs[-1]
    if closing := _CLOSING.search(last.text):
        quotes = closing[0] if "‘" in last.text else "”"
        return (*runs[:-1], Run(last.text[: -len(quotes)] + mark + quotes, last.italic))
    # A mark after italics stands upright.
    return (*runs, Run(mark)) if last.italic else (*runs[:-1], Run(last.text + mark))


def joined(parts: Iterable[Runs], mark: str) -> Runs:
    """The parts that hold anything, each but the last followed by the mark and a space."""
    kept = [part for part in parts if part]
    made: Runs = ()
    for part in kept[:-1]:
        made += (*followed(part, mark), Run(" "))
    return made + kept[-1] if kept else ()


def sentences(*parts: Runs) -> Runs:
    """The parts as sentences, each with its full stop."""
    return followed(joined(parts, "."), ".")


def clauses(*parts: Runs) -> Runs:
    """The parts with commas between."""
    return joined(parts, ",")


def _marked(run: Run) -> str:
    words = escape(run.text)
    if _RIGHT_TO_LEFT.search(run.text):
        words = f"<bdi>{words}</bdi>"
    return f"<i>{words}</i>" if run.italic else words
