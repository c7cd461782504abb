"""Reads a number as printed into the least and the most it says, its unit and its qualifier."""

import re
from dataclasses import dataclass

from chronology.folding import ascii_digits

MOST_LENGTH = 300

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "dozen": 12,
    "یک": 1, "دو": 2, "سه": 3, "چهار": 4, "پنج": 5, "شش": 6, "هفت": 7, "هشت": 8, "نه": 9, "ده": 10, "بیست": 20,
    "سی": 30, "چهل": 40, "پنجاه": 50, "شصت": 60, "هفتاد": 70, "هشتاد": 80, "نود": 90, "دویست": 200, "سیصد": 300,
    "چهارصد": 400, "پانصد": 500, "ششصد": 600, "هفتصد": 700, "هشتصد": 800, "نهصد": 900,
}  # fmt: skip
_POWERS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "صد": 100, "هزار": 1_000, "میلیون": 1_000_000}
_ARTICLES = ("a", "an", "the")
_BETWEEN = {"and", "to", "or", "تا", "یا", "و"}
# What stands before a number and says how near it is; "at least" and the like leave one side open.
_QUALIFIERS = {
    "about": "about", "around": "about", "approximately": "about", "roughly": "about", "circa": "about", "c.": "about",
    "some": "about", "حدود": "about", "تقریبا": "about", "almost": "almost", "nearly": "almost", "close to": "almost",
    "more than": "more than", "over": "more than", "upwards of": "more than", "بیش از": "more than",
    "at least": "at least", "no fewer than": "at least", "دست کم": "at least",
    "less than": "less than", "fewer than": "less than", "under": "less than", "کمتر از": "less than",
    "up to": "up to", "at most": "up to", "no more than": "up to",
}  # fmt: skip
_OPEN_ABOVE, _OPEN_BELOW = ("more than", "at least"), ("almost", "less than", "up to")
# Words that stand for a number and name none: no bounds are made up for them.
_UNCOUNTED = {
    "several": "several", "a few": "a few", "few": "a few", "many": "many", "numerous": "many", "چند": "several",
    "چندین": "several", "a number of": "several", "a large number": "many", "a large number of": "many",
    "dozens of": "many", "hundreds of": "many", "thousands of": "many",
}  # fmt: skip
_LENGTHS = {
    **dict.fromkeys(("hour", "ساعت"), "hours"), **dict.fromkeys(("day", "روز"), "days"),
    **dict.fromkeys(("week", "هفته"), "weeks"), **dict.fromkeys(("month", "ماه"), "months"),
    **dict.fromkeys(("year", "سال"), "years"),
}  # fmt: skip
_FIGURES = re.compile(r"\d{1,3}(?:[,\u066c\u2009\u202f\u00a0' ]\d{3})+(?!\d)|\d+(?:\.\d+)?")
_SIGNS = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """low, high: None where the words set no bound; parts: each of several things counted, in words."""

    low: float | None = None
    high: float | None = None
    unit: str = ""
    qualifier: str = ""
    parts: tuple[str, ...] = ()


def read_printed_number(text: str, *, length: bool = False) -> PrintedNumber | None:
    """Return the number that words state, or None where they state none; `length`: of time, in one of its units.

    >>> read_printed_number("about 1,200 riders")
    PrintedNumber(low=1200.0, high=1200.0, unit='riders', qualifier='about', parts=())
    """
    said = " ".join(_SIGNS.sub("", ascii_digits(text[:MOST_LENGTH])).split())
    pieces = [piece for piece in re.split(r"\s*(?:…|\.\.\.|;)\s*", said) if piece]
    if len(pieces) > 1:
        read = [_one(piece, length, article=True) for piece in pieces]
        counted = [each for each in read if each and each.low is not None and each.unit]
        return PrintedNumber(parts=tuple(_part(each) for each in counted)) if len(counted) == len(pieces) else None
    return _one(said, length, article=length)


def _part(number: PrintedNumber) -> str:
    return f"{number.low:g} {number.unit}"


def _one(said: str, length: bool, *, article: bool) -> PrintedNumber | None:
    """article: whether "a" alone counts one, as in "a year"."""
    low_case = said.lower()
    for words in sorted(_UNCOUNTED, key=len, reverse=True):
        if low_case == words or low_case.startswith(f"{words} "):
            return PrintedNumber(unit=_unit(said[len(words) :], length), qualifier=_UNCOUNTED[words])
    qualifier, rest = _qualifier(said)
    words = _words(rest)
    if words[:1] and words[0].lower() == "between":
        words = words[1:]
    low, used = _number(words)
    if low is None and article and len(words) > 1 and words[0].lower() in ("a", "an"):
        low, used = 1.0, 1
    if low is None:
        return None
    high, more = low, 0
    if words[used : used + 1] and words[used].lower() in _BETWEEN:
        other, length_of_other = _number(words[used + 1 :])
        if other is not None and other >= low:
            high, more = other, length_of_other + 1
    unit = _unit(" ".join(words[used + more :]), length)
    if qualifier in _OPEN_ABOVE:
        return PrintedNumber(low, None, unit, qualifier)
    if qualifier in _OPEN_BELOW:
        return PrintedNumber(None, high, unit, qualifier)
    return PrintedNumber(low, high, unit, qualifier or ("exactly" if low == high else ""))


def _qualifier(said: str) -> tuple[str, str]:
    for words in sorted(_QUALIFIERS, key=len, reverse=True):
        if said.lower().startswith(f"{words} "):
            return _QUALIFIERS[words], said[len(words) :].strip()
    return "", said


def _words(said: str) -> list[str]:
    """The words, with grouped figures as one and "200–300" as a range: "five-day" is two words."""
    whole = _FIGURES.sub(lambda found: " " + re.sub(r"[^\d.]", "", found[0]) + " ", said)
    return re.sub(r"(?<=\d)\s*[-–—]\s*(?=\d)", " to ", whole).replace("-", " ").split()


def _number(words: list[str]) -> tuple[float | None, int]:
    """The number at the beginning, and of how many words it is made; None, 0 where there is none."""
    if words and re.fullmatch(r"\d+(?:\.\d+)?", words[0]):
        power = _POWERS.get(words[1].lower()) if len(words) > 1 else None
        return (float(words[0]) * power, 2) if power else (float(words[0]), 1)
    total, group, used, seen = 0.0, 0.0, 0, False
    for place, word in enumerate(words):
        bare = word.lower().strip(",.")
        if bare in _ONES:
            # "a dozen", "two dozen".
            group = group * 12 if bare == "dozen" and group else group + _ONES[bare]
        elif bare == "hundred" or bare == "صد":
            group = (group or 1) * 100
        elif bare in _POWERS:
            total, group = total + (group or 1) * _POWERS[bare], 0.0
        elif (bare in _ARTICLES and place == 0) or (bare in ("and", "و") and seen and _goes_on(words, place)):
            continue
        else:
            break
        used, seen = place + 1, True
    return (total + group, used) if seen else (None, 0)


def _goes_on(words: list[str], place: int) -> bool:
    """Whether "and" joins two parts of one number, as in "two hundred and ten"."""
    before, after = words[place - 1].lower(), words[place + 1 : place + 2]
    return (before in _POWERS or before.endswith("صد")) and bool(after) and after[0].lower() in _ONES


def _unit(said: str, length: bool) -> str:
    words = [
        word for word in re.findall(r"[^\W\d_]+", said) if word.lower() not in ("of", "the", "hundred", "thousand")
    ]
    if length:
        return next((_length_unit(word) for word in words if _length_unit(word)), "")
    return " ".join(words[:3])


def _length_unit(word: str) -> str:
    return _LENGTHS.get(word.lower()) or _LENGTHS.get(word.lower().removesuffix("s"), "")
