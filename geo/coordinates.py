"""Reads a coordinate as editors type it, and words one for them.

Degrees with a point or a comma, or degrees, minutes and seconds; hemispheres as letters or words; digits of
any script. What cannot be read is refused with a sentence: nothing is guessed but which half of a pair is which,
where its letters say so.
"""

import re
import unicodedata
from enum import Enum

from django.utils.translation import gettext as _

from geo.points import Point


class Axis(Enum):
    """Which of the two coordinates a text gives, with how far it goes in degrees."""

    LATITUDE = 90
    LONGITUDE = 180


class CoordinateError(ValueError):
    """A text is no coordinate, or not of this axis; show `message` and ask again.

    code: unreadable, wrong_axis, off_globe, minutes_too_many or sign_and_letter; value: what was given.
    """

    def __init__(self, message: str, *, code: str, value: str):
        super().__init__(message)
        self.message = message
        self.code = code
        self.value = value


LONGEST = 80
"""Characters beyond which a text is not looked at."""

# Letter or word of a hemisphere: its axis and its sign.
HEMISPHERES = {
    **dict.fromkeys(("n", "north", "شمالی", "с.ш.", "с. ш.", "с"), (Axis.LATITUDE, 1)),
    **dict.fromkeys(("s", "south", "جنوبی", "ю.ш.", "ю. ш.", "ю"), (Axis.LATITUDE, -1)),
    **dict.fromkeys(("e", "east", "شرقی", "в.д.", "в. д.", "в"), (Axis.LONGITUDE, 1)),
    **dict.fromkeys(("w", "west", "غربی", "з.д.", "з. д.", "з"), (Axis.LONGITUDE, -1)),
}
_WORDS = "|".join(re.escape(word) for word in sorted(HEMISPHERES, key=len, reverse=True))
_DEGREES = r"\s*(?:°|deg(?:rees)?\.?|درجه)\s*"
_MINUTES = r"(?:\s*(?:'|min(?:utes)?\.?|دقیقه)\s*)"
_SECONDS = r"(?:\s*(?:\"|''|sec(?:onds)?\.?|ثانیه)\s*)"
_WHOLE, _BROKEN = r"\d+", r"\d+(?:[.,]\d+)?"
# Only the last part may be broken: 38.5°30′ is nobody's coordinate.
_MARKED = (
    rf"(?P<degrees>{_WHOLE}){_DEGREES}"
    rf"(?:(?P<minutes>{_WHOLE}){_MINUTES}(?P<seconds>{_BROKEN}){_SECONDS}?|(?P<last_minutes>{_BROKEN}){_MINUTES}?)"
)
_DECIMAL = rf"(?P<decimal>{_BROKEN})(?:{_DEGREES})?"
_SPACED = rf"(?P<d>{_WHOLE})\s+(?P<m>{_WHOLE})\s+(?P<s>{_BROKEN})"
_ONE = re.compile(
    rf"(?P<before>{_WORDS})?\s*(?P<sign>[+-])?\s*(?:{_MARKED}|{_DECIMAL}|{_SPACED})\s*(?P<after>{_WORDS})?"
)

_ALIKE = {
    **dict.fromkeys("º˚", "°"),
    **dict.fromkeys("′’‘´ʹʼ", "'"),
    **dict.fromkeys("″”“„", '"'),
    **dict.fromkeys("−–—‐‑", "-"),
    "٫": ".",
    "،": ",",
    "؛": ";",
    "ي": "ی",
}


def _plain(text: str) -> str:
    """One form of digits, marks and spaces; marks of direction go."""
    plain = []
    for character in text.casefold():
        if unicodedata.category(character) == "Cf":
            continue
        if (digit := unicodedata.decimal(character, None)) is not None:
            plain.append(str(digit))
        elif character.isspace():
            plain.append(" ")
        else:
            plain.append(_ALIKE.get(character, character))
    return "".join(plain).strip()


def read_coordinate(text: str, axis: Axis) -> float:
    """Return degrees, north and east positive: read_coordinate("38°04′30″N", Axis.LATITUDE) == 38.075.

    Raises CoordinateError.
    """
    found = _ONE.fullmatch(_plain(text)) if len(text) <= LONGEST else None
    if found is None:
        raise _unreadable(text, axis)
    sign = _sign(found, text, axis)
    degrees, minutes, seconds = (
        float((part or "0").replace(",", "."))
        for part in (
            found["degrees"] or found["decimal"] or found["d"],
            found["minutes"] or found["last_minutes"] or found["m"],
            found["seconds"] or found["s"],
        )
    )
    if minutes >= 60 or seconds >= 60:
        raise CoordinateError(
            _("“%(text)s” has 60 minutes or seconds or more: a degree has 60 minutes, and a minute 60 seconds.")
            % {"text": text.strip()},
            code="minutes_too_many",
            value=text,
        )
    value = sign * (degrees + minutes / 60 + seconds / 3600)
    if abs(value) > axis.value:
        raise _off_globe(text, axis)
    # Adding zero turns a negative zero into a plain one.
    return round(value, 7) + 0.0


def _sign(found: re.Match, text: str, axis: Axis) -> int:
    letters = [HEMISPHERES[found[name]] for name in ("before", "after") if found[name]]
    for of, _direction in letters:
        if of is not axis:
            raise _wrong_axis(text, of)
    if letters and (found["sign"] or len(letters) > 1):
        raise CoordinateError(
            _("“%(text)s” says its side of the globe twice: write the letter, or the sign, and not both.")
            % {"text": text.strip()},
            code="sign_and_letter",
            value=text,
        )
    return letters[0][1] if letters else -1 if found["sign"] == "-" else 1


def _unreadable(text: str, axis: Axis) -> CoordinateError:
    sentences = {
        Axis.LATITUDE: _("“%(text)s” can't be read as a latitude: write it like 38.0667, 38,0667 or 38°04′N."),
        Axis.LONGITUDE: _("“%(text)s” can't be read as a longitude: write it like 46.3, 46,3 or 46°18′E."),
    }
    return CoordinateError(sentences[axis] % {"text": text.strip()[:LONGEST]}, code="unreadable", value=text)


def _wrong_axis(text: str, of: Axis) -> CoordinateError:
    sentences = {
        Axis.LATITUDE: _("“%(text)s” is a latitude, which lies north or south: put it into the field for latitude."),
        Axis.LONGITUDE: _("“%(text)s” is a longitude, which lies east or west: put it into the field for longitude."),
    }
    return CoordinateError(sentences[of] % {"text": text.strip()}, code="wrong_axis", value=text)


def _off_globe(text: str, axis: Axis) -> CoordinateError:
    sentences = {
        Axis.LATITUDE: _("A latitude lies between 90° south and 90° north, and “%(text)s” does not: look it up again."),
        Axis.LONGITUDE: _(
            "A longitude lies between 180° west and 180° east, and “%(text)s” does not: look it up again."
        ),
    }
    return CoordinateError(sentences[axis] % {"text": text.strip()}, code="off_globe", value=text)


def split_pair(text: str) -> tuple[str, str] | None:
    """Return the two halves of a text that gives both coordinates, the latitude first; None where it gives one.

    split_pair("46°18′E, 38°04′N") == ("38°04′n", "46°18′e"): where the letters say which is which they are
    believed, else the first is the latitude.
    """
    if len(text) > 2 * LONGEST:
        return None
    plain = _plain(text)
    if _ONE.fullmatch(plain):
        return None
    for at in re.finditer(r"[;|/\n]|,\s|\s|,|(?<=[^\s\d.,])(?=[+-]?\d)", plain):
        halves = plain[: at.start()].strip(" ,"), plain[at.end() :].strip(" ,")
        axes = [_axis(half) for half in halves]
        # A letter on one half alone could belong to the other as well: 46.3 E 38.07.
        if None not in axes and len(set(axes)) == (2 if any(axes) else 1) and bool(axes[0]) == bool(axes[1]):
            return (halves[1], halves[0]) if axes[0] == "longitude" else halves
    return None


def _axis(half: str) -> str | None:
    """The axis that letters give, "" where there are none; None where the text is no single coordinate."""
    found = _ONE.fullmatch(half)
    if found is None or (found["before"] and found["after"]):
        return None
    letter = found["before"] or found["after"]
    return HEMISPHERES[letter][0].name.lower() if letter else ""


def worded(point: Point) -> str:
    """Return a point in degrees, minutes and seconds, to the nearest second: 38°04′30″N 46°18′00″E."""
    return f"{_worded(point.lat, 'NS')} {_worded(point.lon, 'EW')}"


def _worded(value: float, letters: str) -> str:
    seconds = round(abs(value) * 3600)
    return f"{seconds // 3600}°{seconds // 60 % 60:02}′{seconds % 60:02}″{letters[value < 0]}"
