"""What a word or phrase of a printed date stands for: month, weekday, season, era, link …"""

import json
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from chronology.calendars import Calendar
from chronology.folding import fold_word

LONGEST_PHRASE = 4


class Month(NamedTuple):
    """A month's name in a calendar; two numbers where the name leaves I or II unsaid."""

    calendar: Calendar
    numbers: tuple[int, ...]


class Meaning(NamedTuple):
    """One kind of word (month, weekday, season, part, era, link, circa, doubt, noise) and its value."""

    kind: str
    value: object


def month_of(words: tuple[str, ...]) -> Month | None:
    """Return the month that folded words name, articles between them left out, or None."""
    months, articles = _months()
    kept = words[:1] + tuple(word for word in words[1:] if word not in articles)
    if words[-1] in articles and len(words) > 1:
        return None
    return months.get("".join(kept))


def phrase_of(words: tuple[str, ...]) -> Meaning | None:
    """Return what folded words mean beside months, or None."""
    return _phrases().get(" ".join(words))


@cache
def _spellings() -> dict:
    text = files("chronology.wording").joinpath("spellings.json").read_text(encoding="utf-8")
    return json.loads(text)


@cache
def _months() -> tuple[dict[str, Month], frozenset[str]]:
    spellings = _spellings()
    names: dict[str, Month] = {}
    for calendar, months in spellings["months"].items():
        for number, variants in months.items():
            for variant in variants:
                folded = fold_word(variant)
                month = Month(Calendar(calendar), (int(number),))
                names[folded] = month
                if calendar == Calendar.SOLAR_HIJRI:
                    names[folded + "ماه"] = names[folded + "mah"] = month
    articles = frozenset(map(fold_word, spellings["articles"]))
    for pair in spellings["paired_lunar_months"]:
        names |= _paired(pair, articles)
    return names, articles


def _paired(pair: dict, articles: frozenset[str]) -> dict[str, Month]:
    """Names made of a stem and an ordinal, with or without an article between: "Jumada al-Thani"."""
    names = {}
    stems = [fold_word(stem) for stem in pair["stems"]]
    if pair["months"] != [11, 12]:
        names |= {stem: Month(Calendar.LUNAR_HIJRI, tuple(pair["months"])) for stem in stems}
    for number, ordinals in zip(pair["months"], (pair["first"], pair["second"]), strict=True):
        month = Month(Calendar.LUNAR_HIJRI, (number,))
        for stem in stems:
            for ordinal in map(fold_word, ordinals):
                for article in ("", *articles):
                    names[stem + article + ordinal] = month
    return names


@cache
def _phrases() -> dict[str, Meaning]:
    spellings = _spellings()
    phrases: dict[str, Meaning] = {}

    def add(kind: str, value: object, variants: list[str]) -> None:
        for variant in variants:
            phrases[" ".join(fold_word(word) for word in variant.split())] = Meaning(kind, value)

    for kind in ("noise", "circa", "doubt"):
        add(kind, None, spellings[kind])
    for value, variants in spellings["weekdays"].items():
        add("weekday", int(value), variants)
    for value, variants in spellings["seasons"].items():
        add("season", int(value), variants)
    for plural, kind in (("parts", "part"), ("eras", "era"), ("links", "link")):
        for value, variants in spellings[plural].items():
            add(kind, value, variants)
    return phrases
