"""Text to offsets: "five days later", "soon", "for 53 days"; what vague words mean is one table.

The table is wording/offsets.json. Beyond it: an hour count is whole days, part days open on both
sides; a month is 28 to 32 days; "about" allows a tenth either way, at least a day; "almost" the
tenth below; "more than" up to half as much again; "within" anything up to it.
"""

import json
import math
import re
from functools import cache
from importlib.resources import files

from chronology.errors import RelativeDateError
from chronology.folding import ascii_digits, fold_word
from chronology.offsets import Direction, Offset

_DAYS = {"day": (1, 1), "week": (7, 7), "fortnight": (14, 14), "year": (365, 366)}
_DAYS_OF_MONTH = 30.4375
_AFTER = r"later|after|afterwards?|thereafter|on|hence|بعد|پس از آن"
_BEFORE = r"earlier|before|previously|ago|پیش|قبل"


def parse_relative(text: str) -> Offset:
    """Return the offset a text states; raise RelativeDateError for one not understood.

    >>> parse_relative("five days later").signed
    (5, 5)
    """
    said = " ".join(fold_word(word) for word in re.split(r"[\s,.\-–]+", ascii_digits(text)) if word)
    offset = _phrase(said) or _counted(said) or _ordinal(said)
    if offset is None:
        raise RelativeDateError(
            f"“{text}” is not understood as a distance in days, such as “five days later” or “for 53 days”.",
            value=text,
        )
    direction, low, high = offset
    return Offset(low, high, direction, text)


@cache
def _table() -> dict:
    text = files("chronology.wording").joinpath("offsets.json").read_text(encoding="utf-8")
    return {
        kind: {" ".join(map(fold_word, words.split())): value for words, value in entries.items()}
        for kind, entries in json.loads(text).items()
    }


@cache
def _pattern() -> re.Pattern:
    def any_of(kind: str) -> str:
        return "|".join(sorted(map(re.escape, _table()[kind]), key=len, reverse=True))

    amount = rf"\d+|{any_of('amounts')}"
    return re.compile(
        rf"(?:(?P<opening>after|for|lasting|lasted|during|in)\s)?"
        rf"(?:(?:a|an|the|another|only)\s)?(?:(?:next|following|first|last)\s)?"
        rf"(?:(?P<degree>{any_of('degrees')})\s)?"
        rf"(?P<amount>{amount})(?:\s(?:(?:or|to|and|تا|یا)\s)?(?P<most>{amount}))?\s"
        rf"(?P<unit>{any_of('units')})"
        rf"(?:\s(?P<closing>{_AFTER}|{_BEFORE}|long|of|from)(?P<rest>(?:\s\w+)*)?|(?P<thing>(?:\s\w+){{1,3}}))?"
    )


def _phrase(said: str) -> tuple | None:
    found = _table()["phrases"].get(said)
    return tuple(found) if found else None


def _counted(said: str) -> tuple | None:
    match = _pattern().fullmatch(said)
    if match is None:
        return None
    low, high = _amount(match["amount"])
    if match["most"]:
        high = _amount(match["most"])[1]
    low, high = _in_days(low, high, _table()["units"][match["unit"]])
    low, high = _to_degree(low, high, _table()["degrees"].get(match["degree"] or ""))
    return _direction(match), low, high


def _direction(match: re.Match) -> Direction:
    closing = match["closing"] or ""
    if re.fullmatch(_BEFORE, closing):
        return Direction.BEFORE
    if re.fullmatch(_AFTER, closing) or match["opening"] == "after":
        return Direction.AFTER
    if match["degree"] == "within" and not closing:
        return Direction.AFTER
    return Direction.LASTING


def _ordinal(said: str) -> tuple | None:
    """ "On the third day" is two days after the first."""
    match = re.fullmatch(r"(?:on )?(?:the )?(?P<which>\w+) day(?: of(?: \w+)+)?", said)
    number = _table()["ordinals"].get(match["which"]) if match else None
    return None if number is None else (Direction.AFTER, number - 1, number - 1)


def _amount(word: str) -> tuple[int, int]:
    return (int(word), int(word)) if word.isdecimal() else tuple(_table()["amounts"][word])


def _in_days(low: int, high: int, unit: str) -> tuple[int, int]:
    if unit == "hour":
        return low // 24, math.ceil(high / 24)
    if unit == "month":
        return round(low * _DAYS_OF_MONTH) - 2, round(high * _DAYS_OF_MONTH) + 2
    shortest, longest = _DAYS[unit]
    return low * shortest, high * longest


def _to_degree(low: int, high: int, degree: str | None) -> tuple[int, int]:
    slack = max(1, math.ceil(high / 10))
    if degree == "about":
        return max(0, low - slack), high + slack
    if degree == "almost":
        return max(0, low - slack), high
    if degree == "over":
        return low, high + math.ceil(high / 2)
    return (0, high) if degree == "under" else (low, high)
