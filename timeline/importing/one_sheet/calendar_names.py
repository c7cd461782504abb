"""Reads what stands in the column Calendar."""

from django.utils.translation import gettext as _

from chronology.calendars import LABELS, Calendar
from geo.folding import fold
from timeline.importing.refusals import BadRow

_NAMES = {
    Calendar.GREGORIAN: ("gregorian", "new style", "ns", "ce", "ad", "miladi", "میلادی"),
    Calendar.JULIAN: ("julian", "old style", "os"),
    Calendar.SOLAR_HIJRI: (
        "solar hijri", "solar_hijri", "hijri shamsi", "hejri shamsi", "shamsi", "jalali", "persian", "sh",
        "هجری شمسی", "شمسی", "خورشیدی", "هجری خورشیدی",
    ),
    Calendar.LUNAR_HIJRI: (
        "lunar hijri", "lunar_hijri", "hijri qamari", "hejri qamari", "qamari", "islamic",
        "هجری قمری", "قمری",
    ),
}  # fmt: skip
_CALENDARS = {fold(name): calendar.value for calendar, names in _NAMES.items() for name in names}


def read_calendar(text: str) -> str:
    """Return the calendar's word, "" for an empty cell; raise BadRow for a word that names none, or more than one.

    >>> read_calendar("Hejri shamsi")
    'solar_hijri'
    """
    if not text:
        return ""
    try:
        return _CALENDARS[fold(text)]
    except KeyError:
        raise BadRow(
            "unknown_calendar",
            _("“%(text)s” names no calendar read here: write one of %(calendars)s.")
            % {"text": text[:40], "calendars": ", ".join(LABELS.values())},
            text,
        ) from None
