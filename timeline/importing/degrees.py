"""Reads one coordinate of a file, and how far its last figure reaches."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chronology.folding import ascii_digits
from geo.coordinates import Axis, CoordinateError, read_coordinate
from timeline.importing.refusals import BadRow

KM_A_DEGREE = 111.2
LEAST_RING_KM = 0.1
_FIGURE = re.compile(r"\d+(?:[.,٫](\d+))?")
# Every way not to be a coordinate has one code in a file but this.
_CODES = {"off_globe": "coordinate_out_of_range"}


@dataclass(frozen=True, slots=True)
class Degrees:
    """A coordinate in decimal degrees, WGS 84; ring_km: how far the last figure that was given reaches."""

    value: float
    ring_km: float

    @property
    def text(self) -> str:
        """The degrees as a seed table writes them."""
        return f"{self.value:.6f}".rstrip("0").rstrip(".") if self.value else "0"


def read_degrees(text: str, axis: Axis) -> Degrees:
    """Return a coordinate as geo.coordinates reads it; raise BadRow.

    >>> read_degrees("46°18′E", Axis.LONGITUDE)
    Degrees(value=46.3, ring_km=1.9)
    """
    try:
        return Degrees(read_coordinate(text, axis), _reach_km(text))
    except CoordinateError as error:
        swapped = axis is Axis.LATITUDE and error.code == "off_globe"
        hint = " " + _("Are Lat and Lon swapped?") if swapped else ""
        raise BadRow(_CODES.get(error.code, "bad_coordinate"), error.message + hint, text) from error


def _reach_km(text: str) -> float:
    """What one step of the last figure makes on the ground, to two figures: of a degree, a minute or a second."""
    decimals = [figure[1] or "" for figure in _FIGURE.finditer(ascii_digits(text))]
    reach = KM_A_DEGREE / 60 ** (len(decimals) - 1) / 10 ** len(decimals[-1])
    return max(LEAST_RING_KM, float(f"{reach:.2g}"))
