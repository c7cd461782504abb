"""Find what in a sentence asks for a claim: its dates, numbers, known places and words of order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

DATE, NUMBER, ORDER, PLACE = "date", "number", "order", "place"

_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand|"
    "Muharram|Safar|Rabi|Jumada|Rajab|Sha'?ban|Ramadan|Shawwal|Dhu"
)
_PLAIN_MONTH = "January|February|April|June|July|August|September|October|November|December"
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2})(?:\s+AH)?"
_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|"
    "thousands?|dozens?|several|halfway"
)
_PATTERNS = (
    # "may" and "march" are verbs as often as months: they count beside a figure only.
    (DATE, re.compile(
        rf"\b(?:[0-9]{{1,2}}\s+(?:{_MONTH})(?:,?\s+{_YEAR})?"
        rf"|(?:{_MONTH})\s+[0-9]{{1,2}}(?:,?\s+{_YEAR})?"
        rf"|(?:{_MONTH}),?\s+{_YEAR}|(?:{_PLAIN_MONTH})|{_YEAR})\b", re.IGNORECASE)),
    (NUMBER, re.compile(rf"\b(?:one-(?:day|week|month|year)|{_WORDS})\b", re.IGNORECASE)),
    (NUMBER, re.compile(r"\b[0-9][0-9,.]*(?:st|nd|rd|th)?\b")),
    (NUMBER, re.compile(r"\b(?:first|second|third|next)\s+(?:day|night|battle|skirmish|phase|example)\b", re.I)),
    (ORDER, re.compile(
        r"\b(?:later|meanwhile|in the meantime|soon|shortly|afterwards|immediately|recently|thereafter|"
        r"at the same time|at this time|at night|night-?time|sunset|midnight|evening|eventually|finally)\b", re.I)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signal:
    """A piece of a sentence that asks for a claim; `start` and `end` are places in the sentence."""

    kind: str
    text: str
    start: int
    end: int


def signals_in(sentence: str, places: re.Pattern[str] | None = None) -> list[Signal]:
    """The signals of a sentence in the order of their kinds; a figure inside a date counts once."""
    found: list[Signal] = []
    for kind, pattern in (*_PATTERNS, *(((PLACE, places),) if places else ())):
        for match in pattern.finditer(sentence):
            inside = any(other.start <= match.start() < other.end for other in found)
            if not inside:
                found.append(Signal(kind, match[0], match.start(), match.end()))
    return found


def place_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for known names of places as whole words, longest first; None for no names."""
    longest_first = sorted(set(names), key=lambda name: (-len(name), name))
    if not longest_first:
        return None
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
