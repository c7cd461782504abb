"""Reads one coordinate as people type it, and how far its last figure reaches."""

import math
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chronology.folding import ascii_digits
from timeline.importing.refusals import BadRow

KM_A_DEGREE = 111.2
LEAST_RING_KM = 0.1
_SIGNS = {"N": 1, "E": 1, "S": -1, "W": -1}
_MARKS = str.maketrans("º˚′’‘″”“−–٫،\xa0", "°°'''\"\"\"--., ", "\u200e\u200f")
_NUMBER = r"\d{1,3}(?:[.,]\d{1,15})?"
_FORM = re.compile(
    rf"(?P<before>[NSEW])?\s*(?P<minus>[+-])?\s*(?P<degrees>{_NUMBER})\s*°?"
    rf"(?:(?<=[°\s])\s*(?P<minutes>{_NUMBER})\s*(?:'(?!')|\s|\Z))?"
    rf"(?:(?<=['\s])\s*(?P<seconds>{_NUMBER})\s*(?:\"|'')?)?\s*(?P<after>[NSEW])?\Z",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Degrees:
    """A coordinate in decimal degrees, WGS 84; ring_km: how far the last figure that was given reaches."""

    value: float
    ring_km: float

    @property
    def text(self) -> str:
        """The degrees as a seed table writes them."""
        return f"{self.value:.6f}".rstrip("0").rstrip(".") if self.value else "0"


def read_degrees(text: str, letters: str, limit: int) -> Degrees:
    """Return a coordinate; `letters` are its hemispheres ("NS", "EW"), `limit` its greatest degree (90, 180).

    Reads 38.08, 38,08, -38.08, 38°04′N, 38 04 48 N and the digits of any script. Raises BadRow.

    >>> read_degrees("46°18′E", "EW", 180).value
    46.3
    """
    match = _FORM.fullmatch(ascii_digits(text).translate(_MARKS).strip())
    marks = [mark for mark in ("before", "after", "minus") if match and match[mark]]
    if match is None or len(marks) > 1:
        raise BadRow(
            "bad_coordinate",
            _("“%(text)s” is no coordinate: write degrees, such as 38.08 or 38°04′N, one number in each cell.")
            % {"text": text[:40]},
            text,
        )
    letter = (match["before"] or match["after"] or "").upper()
    if letter and letter not in letters:
        raise BadRow(
            "bad_coordinate",
            _("“%(text)s” says %(letter)s, which the other coordinate has: are Lat and Lon swapped?")
            % {"text": text[:40], "letter": letter},
            text,
        )
    value, ring = _added(match, text)
    value *= (-1 if match["minus"] == "-" else 1) * _SIGNS.get(letter, 1)
    if abs(value) > limit:
        hint = _("are Lat and Lon swapped?") if limit == 90 and abs(value) <= 180 else _("mend the cell.")
        raise BadRow(
            "coordinate_out_of_range",
            _("%(value)s lies outside -%(limit)d to %(limit)d degrees: %(hint)s")
            % {"value": text[:40], "limit": limit, "hint": hint},
            text,
        )
    return Degrees(round(value, 7), ring)


def _added(match: re.Match, text: str) -> tuple[float, float]:
    """Degrees, minutes and seconds as degrees, and the reach of the last of them in km."""
    total, ring = 0.0, KM_A_DEGREE
    for name, part in (("degrees", 1), ("minutes", 60), ("seconds", 3600)):
        figure = match[name]
        if figure is None:
            continue
        number = float(figure.replace(",", "."))
        if part > 1 and number >= 60:
            raise BadRow(
                "bad_coordinate", _("Minutes and seconds go up to 59: mend “%(text)s”.") % {"text": text}, text
            )
        total += number / part
        decimals = len(figure.replace(",", ".").partition(".")[2])
        ring = KM_A_DEGREE / part / 10**decimals
    return total, max(LEAST_RING_KM, float(f"{ring:.2g}")) if math.isfinite(ring) else LEAST_RING_KM
