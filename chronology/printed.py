"""One date as printed, taken apart: day, month, year, era, weekday, season, without a calendar yet."""

import re
from dataclasses import dataclass, replace

from chronology.errors import DateParseError
from chronology.lexicon import Month
from chronology.tokens import Token

HINT = "13 July 1909, July 1909, 1909, 22 Tir 1288, 24 Jumada II 1327, 1909-07-13"
_LETTERS = {
    "ordinal": "D",
    "month": "M",
    "season": "S",
    "part": "P",
    "decade": "T",
    "numeric": "N",
    "year_pair": "R",
    "day_pair": "B",
    "dash": "-",
}
_FORMS = re.compile(r"DMY?|MDY?|YMD|DY|P?(?:MY?|YM|Y|SY?|YS)|SR|D|T|N|R|BMY?|MBY?")
_FIELDS = {"D": "day", "M": "month", "Y": "year", "S": "season", "P": "part"}


@dataclass(frozen=True, slots=True)
class Printed:
    """The parts of one date; None where it does not say.

    month: a Month, whose calendar is None when the month is a number; other_day: the second of
    two days printed with a stroke ("14/27"); until_year: the second of two years ("1908-09");
    decade: the decade's first year; reason: the code of a choice already made in reading it.
    """

    position: int = 0
    day: int | None = None
    other_day: int | None = None
    month: Month | None = None
    year: int | None = None
    until_year: int | None = None
    era: str | None = None
    weekday: int | None = None
    season: int | None = None
    part: str | None = None
    decade: int | None = None
    supplied: bool = False
    reason: str = ""


def read_printed(tokens: list[Token], text: str) -> list[Printed]:
    """Return the ways the tokens make one date, likeliest first; raise DateParseError."""
    if not tokens:
        raise DateParseError("There is no date here.", hint=HINT, value=text)
    known: dict = {"position": tokens[0].start}
    rest = []
    for token in tokens:
        if token.kind == "era":
            known["era"] = _merged_era(known.get("era"), str(token.value))
        elif token.kind == "weekday":
            known["weekday"] = token.value
        else:
            rest.append(token)
    letters = "".join(map(_letter, rest))
    if letters in ("D-M-Y", "M-D-Y", "Y-M-D") or letters.startswith("P-"):
        rest = [token for token in rest if token.kind != "dash"]
        letters = letters.replace("-", "")
    if not _FORMS.fullmatch(letters):
        raise _unread(letters, rest, tokens, text)
    for letter, token in zip(letters, rest, strict=True):
        if letter in _FIELDS:
            known[_FIELDS[letter]] = token.value
        elif letter == "T":
            known["decade"] = int(str(token.value)[:3]) * 10
        elif letter == "B":
            known["day"], known["other_day"] = map(int, str(token.value).split("/"))
    printed = Printed(**known)
    if "N" in letters:
        return _from_numbers(str(rest[0].value), printed, text)
    if "R" in letters:
        return _from_year_pair(str(rest[-1].value), printed)
    return [printed]


def _letter(token: Token) -> str:
    if token.kind == "number":
        return "D" if len(token.text) <= 2 else "Y"
    return _LETTERS.get(token.kind, "?")


def _merged_era(one: str | None, two: str) -> str:
    """ "AH (solar)" is solar: the narrower word wins over the general one."""
    return two if one in (None, "ah") else one


def _from_numbers(numeric: str, printed: Printed, text: str) -> list[Printed]:
    one, two, three = re.split(r"[-/.]", numeric)
    if len(one) >= 3:
        return [_numbered(printed, int(one), int(two), int(three))]
    if len(three) < 3:
        raise _short_year(printed.position, text)
    year = int(three)
    day_first = replace(_numbered(printed, year, int(two), int(one)), reason="numeric.day_first")
    month_first = replace(_numbered(printed, year, int(one), int(two)), reason="numeric.month_first")
    if "." in numeric or int(one) > 12:
        return [day_first]
    if int(two) > 12:
        return [month_first]
    return [day_first] if one == two else [day_first, month_first]


def _numbered(printed: Printed, year: int, month: int, day: int) -> Printed:
    return replace(printed, year=year, month=Month(None, (month,)), day=day)


def _from_year_pair(pair: str, printed: Printed) -> list[Printed]:
    """ "1905-11" is two years, or a year and a month; "1905–11" and "1908/9" are two years."""
    year, mark, second = re.fullmatch(r"(\d{4})\s?([-–/])\s?(\d{1,2})", pair).groups()
    until = int(year[: 4 - len(second)] + second)
    two_years = replace(printed, year=int(year), until_year=until, reason="two_years")
    if printed.season is not None:
        return [two_years]
    readings = [two_years] if until > int(year) else []
    if mark == "-" and len(second) == 2 and 1 <= int(second) <= 12:
        month = Month(None, (int(second),))
        readings.append(replace(printed, year=int(year), month=month, reason="year_and_month"))
    if not readings:
        raise DateParseError(
            f"The second year of “{pair}” comes before the first.",
            position=printed.position,
            hint="1905–11 or 1905–1911",
            value=pair,
        )
    return readings


def _short_year(position: int, text: str) -> DateParseError:
    return DateParseError(
        "The year has two figures, which could be of any century.",
        code="short_year",
        position=position,
        hint="Write the year in full: 13 July 1909.",
        field="year",
        value=text,
    )


def _unread(letters: str, rest: list[Token], tokens: list[Token], text: str) -> DateParseError:
    if letters in ("DMD", "MDD"):
        return _short_year(rest[-1].start, text)
    if not letters:
        return DateParseError("This names no day, month or year.", position=tokens[0].start, hint=HINT, value=text)
    if letters in ("YD", "B", "BY"):
        return DateParseError(
            "The month is missing.",
            code="month_missing",
            position=tokens[0].start,
            hint=HINT,
            field="month",
            value=text,
        )
    stray = next((token for token, letter in zip(rest, letters, strict=True) if letter in "?-"), rest[-1])
    return DateParseError(
        f"“{stray.text}” does not fit here: the parts do not make one date.",
        position=stray.start,
        hint=HINT,
        value=text,
    )
