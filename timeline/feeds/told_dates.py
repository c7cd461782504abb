"""Words the date of an event for one line of another's format; where sources disagree, what each of them says."""

from django.utils.translation import gettext as _

from timeline.chronicle.entries import ClaimEntry, EventEntry
from timeline.chronicle.values import When
from timeline.importing.one_sheet.date_words import style_of

MOST_DATES = 4


def display_date(event: EventEntry, language: str = "en") -> str:
    """The date in words, "" where nothing dates it; of a disputed one the first four that are claimed, with
    the sources of each: "13 July 1909 (Browne) or 16 July 1909 (Kasravi)"."""
    told = dates_told(event, language)
    if len(told) < 2:
        return words_of(event.when, language)
    dates = [
        _("%(date)s (%(sources)s)") % {"date": date, "sources": "; ".join(sources)} for date, sources in told.items()
    ]
    return _(" or ").join(dates[:MOST_DATES])


def dates_told(event: EventEntry, language: str = "en") -> dict[str, list[str]]:
    """The dates that the disputed claims print, in words, each with the titles of its sources; {} without a dispute.

    A disagreement with other events is left out: it is of order, and gives this event no second date.
    """
    named = {claim.id: claim for claim in event.claims}
    disputed = [
        named[key]
        for dispute in event.disputes
        if dispute.attribute == "date" and not dispute.is_of_order
        for key in dispute.claims
        if key in named
    ]
    told: dict[str, list[str]] = {}
    for claim in disputed:
        when = _date_of(claim)
        if when is None:
            continue
        sources = told.setdefault(words_of(when, language), [])
        if claim.citation.source_title not in sources:
            sources.append(claim.citation.source_title)
    return told


def words_of(when: When, language: str = "en") -> str:
    """A date in words, a bare year as its number, of an ambiguous one each that it may be; "" where there is none."""
    return when.display(language, style_of(when.span)) if when.span else ""


def _date_of(claim: ClaimEntry) -> When | None:
    """The date as printed, else the one that an editor holds to be meant."""
    for reading in (claim.face, claim.reading):
        if reading.when is not None and reading.when.span is not None:
            return reading.when
    return None
