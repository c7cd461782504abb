"""Says in words what a claim claims: its printed form, its value, and how the value was come by."""

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from chronology.errors import ChronologyError
from timeline.chronicle.entries import Anchor, ClaimEntry, Reading
from timeline.filter_words import figures
from timeline.models.vocabulary import ClaimCalendar, Edge, Outcome, PlaceRelation, RelationKind, Role

EDGES_UNSAID = ("", "on", "at")
# A plain figure: the tables say so in a word, and a reader is told no more than is printed.
PLAINLY = "exactly"
SAYS_LEAST = ("more than", "at least", "over")
SAYS_MOST = ("almost", "nearly", "less than", "up to", "at most")


def language() -> str:
    """The reader's language."""
    return get_language() or "en"


def value_words(reading: Reading) -> str:
    """The value of a reading in words, or "" where it holds nothing but the printed words."""
    words = VALUES.get(reading.type)
    return words(reading) if words else ""


def edge_words(edge: str) -> str:
    """begins, ends, departs …; nothing for what goes without saying, nor for a unit of number."""
    return "" if edge in EDGES_UNSAID or edge not in Edge.values else str(Edge(edge).label)


def calendar_words(calendar: str) -> str:
    """The reader's name of a calendar, or "" where the claim has none."""
    return str(ClaimCalendar(calendar).label) if calendar in ClaimCalendar.values else ""


def supplied_words(supplied: tuple[str, ...]) -> str:
    """What the text leaves to its context: "year supplied"."""
    named = {"year": _("year supplied"), "month": _("month supplied"), "day": _("day supplied")}
    return "; ".join(named.get(part, _("%(part)s supplied") % {"part": part}) for part in supplied)


def anchor_words(anchor: Anchor | None) -> str:
    """How far from what a relative date hangs: "5 days after"; the thing itself is a link beside it."""
    if anchor is None:
        return ""
    low, high = anchor.low, anchor.high
    if low is None and high is None:
        return _("hangs on")
    if low == 0 and high == 0:
        return _("the same day as")
    before = (high if high is not None else low) < 0 or (low is not None and low < 0 and (high or 0) <= 0)
    near, far = (_turned(high), _turned(low)) if before else (low, high)
    return (_("%(days)s before") if before else _("%(days)s after")) % {"days": _days(near, far)}


def hanging_words(claim: ClaimEntry) -> str:
    """How far from which printed words a date lies: "the same day as “22 July”"; "" where it stands by itself."""
    anchor = claim.relative_to
    if anchor is None or anchor.said is None or not anchor.said.as_printed:
        return ""
    return f"{anchor_words(anchor)} “{anchor.said.as_printed}”"


def _turned(days: int | None) -> int | None:
    return None if days is None else -days


def _days(low: int | None, high: int | None) -> str:
    if high is None or low is None:
        known = low if low is not None else high
        return _("an unstated time") if not known else _counted(_("%(days)s or more"), known)
    if low == high:
        return _counted("%(days)s", low)
    spread = _("%(low)s to %(high)s") % {"low": figures(low), "high": figures(high)}
    return ngettext("%(count)s day", "%(count)s days", high) % {"count": spread}


def _counted(pattern: str, days: int) -> str:
    return ngettext("%(count)s day", "%(count)s days", days) % {"count": pattern % {"days": figures(days)}}


def _date(reading: Reading) -> str:
    if reading.when is None:
        return ""
    try:
        return reading.when.display(language())
    except ChronologyError:
        return ""


def _place(reading: Reading) -> str:
    if reading.place is None:
        return ""
    return placed_words(reading.relation, reading.place.name, reading.other.name if reading.other else "")


def placed_words(relation: str, name: str, other: str = "") -> str:
    """near Tehran, between Karaj and Tehran; plain for "at"."""
    if relation == "between" and other:
        return _("between %(one)s and %(other)s") % {"one": name, "other": other}
    if relation in ("", "at"):
        return name
    return f"{PlaceRelation(relation).label} {name}" if relation in PlaceRelation.values else name


def number_words(low: float | None, high: float | None, unit: str, qualifier: str = "") -> str:
    """about 3,000 men; 3 days for "three days"; "several hundred" has no number and is left to the printed words."""
    if low is None and high is None:
        return ""
    if qualifier in (SAYS_MOST if low is None else SAYS_LEAST if high is None else ()):
        # The word says itself on which side the number is open: "more than 300", and not "300 or more".
        shown = grouped(high if low is None else low)
    elif low is None or high is None:
        shown = (_("up to %(number)s") if low is None else _("%(number)s or more")) % {
            "number": grouped(high if low is None else low)
        }
    elif low == high:
        shown = grouped(low)
    else:
        shown = _("%(low)s to %(high)s") % {"low": grouped(low), "high": grouped(high)}
    return " ".join(part for part in (qualifier if qualifier != PLAINLY else "", shown, unit) if part)


def grouped(number: float) -> str:
    """3,000."""
    text = f"{number:,.0f}" if float(number).is_integer() else f"{number:,g}"
    return figures(text)


def _number(reading: Reading) -> str:
    return number_words(reading.low, reading.high, reading.unit, reading.qualifier)


def _outcome(reading: Reading) -> str:
    return str(Outcome(reading.outcome).label) if reading.outcome in Outcome.values else reading.outcome


def _participant(reading: Reading) -> str:
    """Who, in which role, on which side; a force that is called as its side is says it once."""
    role = str(Role(reading.role).label) if reading.role in Role.values else reading.role
    who = reading.who.name if reading.who else ""
    return ", ".join(part for part in (who, role, reading.side_name if reading.side_name != who else "") if part)


def _sequence(reading: Reading) -> str:
    if reading.unit:
        return _place_in_series(reading)
    kind = str(RelationKind(reading.relation).label) if reading.relation in RelationKind.values else ""
    return _("%(kind)s “%(event)s”") % {"kind": kind, "event": reading.who.name} if reading.who else kind


def _place_in_series(reading: Reading) -> str:
    """The first of a series, the second and so on, or one of it."""
    series = {"series": reading.unit}
    if reading.low is None or reading.low != reading.high:
        return _("one of a series: %(series)s") % series
    if reading.low == 1:
        return _("the first of a series: %(series)s") % series
    return _("number %(number)s of a series: %(series)s") % (series | {"number": grouped(reading.low)})


def _route(reading: Reading) -> str:
    return " → ".join(reading.stops or reading.route)


VALUES = {
    "date": _date,
    "place": _place,
    "number": _number,
    "route": _route,
    "outcome": _outcome,
    "participant": _participant,
    "sequence": _sequence,
}


def short_statement(claim: ClaimEntry) -> str:
    """What a claim says, in a few words, for a line of a list."""
    value = value_words(claim.face)
    if claim.attribute == "date" and not value and claim.relative_to:
        return f"{anchor_words(claim.relative_to)} {claim.relative_to.to.name}"
    return value
