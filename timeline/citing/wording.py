"""Puts words of records into the shape that a line of a citation can hold."""

import re

from timeline.citing.runs import Runs, text

# Left in: the joiners that Persian is spelt with, and the marks that only say which way a sign runs.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
_BREAKS = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_LONE = re.compile("[\ud800-\udfff]")
_OPENS = re.compile('(^|[\\s(\\[‘—–-])"')


def line(words: str) -> str:
    """The words on one line, without control characters and without marks that turn round what follows them."""
    return _BREAKS.sub(" ", _LONE.sub("\ufffd", _TURNS.sub("", words))).strip()


def quoted(title: str) -> Runs:
    """A title in quotation marks, those within it single; one that editors supply in brackets stands as it is."""
    if is_supplied(title):
        return text(title)
    inner = _OPENS.sub("\\1‘", title).replace('"', "’").replace("“", "‘").replace("”", "’")
    return text(f"“{inner}”") if title else ()


def set_apart(title: str) -> Runs:
    """A title in italics; one that editors supply in brackets stands as it is."""
    return text(title, italic=not is_supplied(title))


def is_supplied(title: str) -> bool:
    """Whether a title stands in brackets: the work itself has none, and these are a describer's words."""
    return title.startswith("[") and title.endswith("]")


def pages(page: str, one: str = "p.", more: str = "pp.") -> str:
    """p. 12, pp. 12–15."""
    return f"{more if re.search('[-–,]', page) else one} {page}" if page else ""
