"""Words what a globe shows of an event or a leg when it is pointed at.

A description is HTML to the programs that show KML: plain text is escaped for it here, and once more as XML when it
is written. Without any mark-up in it they keep its line breaks.
"""

from collections.abc import Iterable
from html import escape

from django.utils.translation import gettext as _

from timeline.chronicle.entries import EventEntry, LegEntry, MovementEntry
from timeline.feeds.geojson import name_in, titled
from timeline.feeds.imprint import Imprint


def event_description(event: EventEntry, imprint: Imprint) -> str:
    """When, where, what, and who says so."""
    when = event.when.display(imprint.language) or _("no date is told")
    where = name_in(event.place, imprint.language) if event.place else _("no place is told")
    said = [f"{when}; {where}.", *_status(event.status, event.status_label), event.summary]
    if event.disputed:
        said.append(_("The sources disagree."))
    return _plain([*said, *(claim.citation.text for claim in event.claims), imprint.address(event.url)])


def leg_name(movement: MovementEntry, leg: LegEntry, language: str) -> str:
    """The march and its leg: "To Tehran, leg 2"."""
    return _("%(march)s, leg %(number)s") % {"march": titled(movement, language), "number": leg.order}


def leg_description(movement: MovementEntry, leg: LegEntry, imprint: Imprint) -> str:
    """From where, by which way, where to; who; and who says so."""
    stops = [name_in(stop, imprint.language) if stop else "…" for stop in (leg.start, *leg.via, leg.end)]
    said = [
        " – ".join(stops),
        ", ".join(mover.name for mover in movement.movers),
        *_status(leg.status, leg.status_label),
    ]
    if leg.inferred:
        said.append(_("No source tells of this leg: it follows from what they tell before and after."))
    if leg.strength:
        said.append(leg.strength.printed)
    own = (claim.citation.text for claim in movement.claims if claim.id in leg.claims)
    return _plain([*said, leg.note, *own, imprint.address(movement.url)])


def _status(status: str, label: str) -> list[str]:
    return [] if status == "happened" else [label]


def _plain(lines: Iterable[str]) -> str:
    """The lines as text in HTML, each once; empty ones are left out."""
    return "\n".join(escape(line, quote=False) for line in dict.fromkeys(lines) if line)
