"""Says how far statements of days, places and numbers lie apart."""

from collections.abc import Sequence
from itertools import combinations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chronology.readings.witnesses import days_apart
from chronology.spans import Span
from geo.points import Point, distance_km
from timeline.chronicle.answers import Explanation
from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.proposals import faces_of, meant_of
from timeline.filter_words import figures

PLACES_APART, NUMBERS_DIFFER, CONTRADICTION = "places_apart", "numbers_differ", "contradiction"
# Up to so many days are said in days, and up to so many in months.
_IN_DAYS, _IN_MONTHS = 61, 730


def dates_apart(claims: Sequence[ClaimEntry], *, meant: bool = False) -> str:
    """How far apart the dates lie that cannot both be true, in words, or "" where all can.

    meant: as editors hold them to be meant, instead of literally.
    """
    spans = [meant_of(claim) if meant else faces_of(claim.face.when) for claim in claims if claim.face.when]
    gaps = []
    for one, other in combinations([each for each in spans if each], 2):
        gap, loose = min(_gap(first, second) for first in one for second in other)
        if gap:
            gaps.append((gap, loose))
    if not gaps:
        return ""
    days = [gap for gap, _loose in gaps]
    return stretch_words(min(days), max(days), at_least=any(loose for _gap, loose in gaps))


def _gap(one: Span, other: Span) -> tuple[int, bool]:
    return days_apart(one, other), not (one.is_exact and other.is_exact)


def stretch_words(low: int, high: int, *, at_least: bool = False) -> str:
    """9 days, 1 to 9 days, about 3 months, at least 6 years; low and high in days."""
    if high > _IN_DAYS:
        words = _months_or_years(high)
        return (_("at least %(stretch)s") if at_least else _("about %(stretch)s")) % {"stretch": words}
    if low == high:
        words = ngettext("%(count)s day", "%(count)s days", high) % {"count": figures(high)}
    else:
        words = _("%(low)s to %(high)s days") % {"low": figures(low), "high": figures(high)}
    return _("at least %(stretch)s") % {"stretch": words} if at_least else words


def _months_or_years(days: int) -> str:
    if days <= _IN_MONTHS:
        months = round(days / 30.44)
        return ngettext("%(count)s month", "%(count)s months", months) % {"count": figures(months)}
    years = int(days / 365.24)
    return ngettext("%(count)s year", "%(count)s years", years) % {"count": figures(years)}


def explain_places(claims: Sequence[ClaimEntry]) -> Explanation:
    """How far apart the places are that cannot both be it, as the crow flies."""
    places = {claim.face.place.id: claim.face for claim in claims if claim.face.place}
    known = [face for face in places.values() if face.point]
    text = _("No calendar bears on a place: the sources name different ones.")
    if len(known) < 2:
        nowhere = ", ".join(face.place.name for face in places.values() if not face.point)
        arithmetic = (
            _("How far apart cannot be said: no point could be judged for %(place)s.") % {"place": nowhere}
            if nowhere
            else ""
        )
        return Explanation(PLACES_APART, text, arithmetic)
    said = [
        _("%(one)s and %(other)s are about %(km)s km apart.")
        % {"one": one.place.name, "other": other.place.name, "km": figures(_km(one.point, other.point))}
        for one, other in combinations(known, 2)
    ]
    return Explanation(PLACES_APART, text, " ".join(said))


def _km(one: tuple[float, float], other: tuple[float, float]) -> str:
    km = distance_km(Point(*one), Point(*other))
    return f"{km:,.0f}" if km >= 10 else f"{km:.1f}"


def explain_numbers(claims: Sequence[ClaimEntry]) -> Explanation:
    """What lies between the figures: the smallest and the largest, and their difference."""
    figured = [claim.face for claim in claims if claim.face.low is not None or claim.face.high is not None]
    text = _("The sources give different figures; no calendar bears on them.")
    tops = [face.high for face in figured if face.high is not None]
    bottoms = [face.low for face in figured if face.low is not None]
    if not tops or not bottoms or max(bottoms) <= min(tops):
        return Explanation(NUMBERS_DIFFER, text)
    larger, smaller = max(bottoms), min(tops)
    arithmetic = _("%(larger)s − %(smaller)s = %(difference)s %(unit)s.") % {
        "larger": _grouped(larger),
        "smaller": _grouped(smaller),
        "difference": _grouped(larger - smaller),
        "unit": figured[0].unit,
    }
    return Explanation(NUMBERS_DIFFER, text, arithmetic.replace(" .", "."))


def _grouped(number: float) -> str:
    return figures(f"{number:,.0f}" if float(number).is_integer() else f"{number:,g}")


def explain_others(attribute: str) -> Explanation:
    """What is neither day, place nor number is said in words and compared by them."""
    text = {
        "side": _("One person is told to stand on two sides."),
        "participant": _("Two are told to have held an office that only one can hold."),
        "outcome": _("It is told to have ended in two ways; no calendar bears on that."),
    }.get(attribute) or _("The statements cannot all be true, and nothing in them can be reckoned.")
    return Explanation(CONTRADICTION, text)


def explain_firsts(claims: Sequence[ClaimEntry]) -> Explanation:
    """What two things are each told as the first of, in the editors' words."""
    series = dict.fromkeys(claim.face.unit for claim in claims if claim.attribute == "sequence" and claim.face.unit)
    text = _("Only one of them can be the first; no calendar bears on that.")
    counted = _("What is counted: %(series)s.") % {"series": "; ".join(series)} if series else ""
    return Explanation(CONTRADICTION, text, counted)
