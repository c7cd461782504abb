"""Sets the printed dates of a record in a table: as printed, as read, in which calendar, and whether it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chronology.calendars import Calendar
from chronology.errors import ChronologyError
from chronology.formatting import format_span
from timeline.chronicle.entries import ClaimEntry
from timeline.citations import locator_text
from timeline.pages.claim_words import (
    anchor_words,
    calendar_words,
    edge_words,
    language,
    supplied_words,
    value_words,
)

# The calendar a writer was using when he slipped, by the slip.
MEANT = {
    "solar_hijri_month_as_gregorian": Calendar.SOLAR_HIJRI,
    "old_style": Calendar.JULIAN,
    "lunar_month_confused": Calendar.LUNAR_HIJRI,
}
UNSETTLED = ("undecided", "undecidable")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A row: claim, its words, and standing: accepted, dissents, dissents-as-printed, open or none.

    same_source: the row before is of the same work; where: the spot in it.
    """

    claim: ClaimEntry
    edge: str
    reading: str
    calendar: str
    asides: tuple[str, ...]
    anchored: str
    standing: str
    where: str
    same_source: bool

    @property
    def standing_words(self) -> str:
        return {
            "accepted": _("accepted"),
            "dissents": _("dissents"),
            "dissents-as-printed": _("dissents as printed"),
            "open": _("not decided"),
            "none": _("not weighed"),
        }[self.standing]


def printed_dates(claims: Iterable[ClaimEntry], rule: str = "") -> tuple[PrintedDate, ...]:
    """The rows of the date claims, the accepted ones first; `rule` is that of the record's own date."""
    dated = [claim for claim in claims if claim.attribute == "date"]
    dated.sort(key=lambda claim: claim.accepted is not True)
    sources = [claim.citation.source for claim in dated]
    return tuple(_row(claim, rule, sources[:at][-1:] == [sources[at]]) for at, claim in enumerate(dated))


def _row(claim: ClaimEntry, rule: str, same_source: bool) -> PrintedDate:
    asides = [supplied_words(claim.face.supplied), _("missing in the text: %(gap)s") % {"gap": claim.gap}]
    return PrintedDate(
        claim=claim,
        edge=edge_words(claim.edge),
        reading=value_words(claim.reading),
        calendar=_calendar(claim),
        asides=tuple(aside for aside, there in zip(asides, (claim.face.supplied, claim.gap), strict=True) if there),
        anchored=anchor_words(claim.relative_to),
        standing=_standing(claim, rule),
        where=locator_text(
            section=claim.citation.section, paragraph=claim.citation.paragraph, page=claim.citation.page
        ),
        same_source=same_source,
    )


def _calendar(claim: ClaimEntry) -> str:
    meant = MEANT.get(claim.interpreted.method) if claim.interpreted else None
    if meant is None:
        return calendar_words(claim.calendar)
    span = claim.interpreted.reading.when.span
    name = calendar_words(meant.value)
    try:
        return f"{name}, {format_span(span, meant, language())}" if span else name
    except ChronologyError:
        return name


def _standing(claim: ClaimEntry, rule: str) -> str:
    if rule in UNSETTLED:
        return "open"
    if claim.accepted is None:
        return "none"
    if claim.accepted:
        return "accepted"
    return "dissents-as-printed" if claim.interpreted else "dissents"
