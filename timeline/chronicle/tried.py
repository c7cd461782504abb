"""Tells which days dates would be by the slips that were tried on them and lead to no other statement."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from chronology.calendars import Calendar
from chronology.errors import ChronologyError
from chronology.formatting import format_span
from chronology.readings import Reading, Slip
from chronology.readings.witnesses import days_apart
from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.proposals import faces_of, judged, printed_day, source_of

# The slips between calendars; a day off or a month slipped needs no arithmetic to be seen through.
SLIPS = (Slip.SOLAR_MONTH, Slip.OLD_AS_NEW, Slip.NEW_AS_OLD, Slip.LUNAR_TWIN)


def tried_words(claims: Sequence[ClaimEntry], language: str = "en") -> str:
    """What each day would be in the calendars that were tried, in sentences, or "" where nothing was to try."""
    tried = {claim.as_printed: _tried(claim) for claim in claims}
    said = [
        _("Taken for a day of another calendar, “%(printed)s” would be %(days)s.")
        % {"printed": printed, "days": _either([_day(reading, language) for reading in readings])}
        for printed, readings in tried.items()
        if readings
    ]
    faces = [face for claim in claims if claim.face.when for face in faces_of(claim.face.when)]
    meets = any(days_apart(each.span, face) == 0 for readings in tried.values() for each in readings for face in faces)
    if said and not meets:
        said.append(_("None of these is the other date."))
    return "\n".join(said)


def _tried(claim: ClaimEntry) -> list[Reading]:
    said = printed_day(claim)
    if said is None or said.when.span is None or not said.when.span.is_exact:
        return []
    found = [each for each in judged(said, (), source_of(claim)).readings if len(each.slips) == 1]
    return [each for slip in SLIPS for each in found if each.slips == (slip,)]


def _day(reading: Reading, language: str) -> str:
    """9 April 1909 (20 Farvardin 1288)."""
    day = format_span(reading.span, Calendar.GREGORIAN, language)
    try:
        counted = format_span(reading.span, Calendar(reading.calendar), language)
    except (ChronologyError, ValueError):
        return day
    return day if counted == day else f"{day} ({counted})"


def _either(days: list[str]) -> str:
    if len(days) == 1:
        return days[0]
    return _("%(some)s or %(last)s") % {"some": ", ".join(days[:-1]), "last": days[-1]}
