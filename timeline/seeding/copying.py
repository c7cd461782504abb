"""Find runs of words that a text of ours shares with a document."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST_SHARED_RUN = 11
"""Words in a row that a summary may share by chance; one more is taken for copying."""

_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The words of a text, folded, without punctuation."""
    return [word.casefold() for word in _WORD.findall(text)]


def runs_of(text: str, length: int = LONGEST_SHARED_RUN + 1) -> set[tuple[str, ...]]:
    """Every run of `length` words in a text."""
    words = words_of(text)
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def copied_run(text: str, runs: Iterable[tuple[str, ...]], length: int = LONGEST_SHARED_RUN + 1) -> str:
    """The first run of a text that stands among `runs`, as words, or "" where none does."""
    known = runs if isinstance(runs, (set, frozenset, dict)) else set(runs)
    words = words_of(text)
    for at in range(len(words) - length + 1):
        run = tuple(words[at : at + length])
        if run in known:
            return " ".join(run)
    return ""
