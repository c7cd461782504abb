"""Words an event as the text of a feed: plain, and as HTML in which nothing of a record is markup."""

import html

from django.utils.translation import gettext as _

from timeline.api.bodies.places import name_in
from timeline.chronicle.entries import ClaimEntry, EventEntry
from timeline.feeds.geojson import titled
from timeline.feeds.imprint import Imprint
from timeline.feeds.told_dates import dates_told, display_date
from timeline.pages.claim_words import placed_words


def plain_text(event: EventEntry, language: str = "en") -> str:
    """Summary, day and place, whether the sources disagree, and each citation, line by line."""
    lines = [event.summary or titled(event, language), when_and_where(event, language)]
    if event.disputed:
        lines.append(disagreement(event, language))
    lines += cited(event)
    return "\n".join(lines)


def html_text(event: EventEntry, imprint: Imprint) -> str:
    """The same as HTML: paragraphs, and a list of the citations with a link to each claim."""
    language, address = imprint.language, imprint.address
    parts = [f"<p>{_escaped(event.summary)}</p>"] if event.summary else []
    parts.append(f"<p>{_escaped(when_and_where(event, language))}</p>")
    if event.disputed:
        link = _link(address(event.url), disagreement(event, language))
        parts.append(f"<p>{link}</p>")
    cites = [f"<li>{_link(address(claim.url), text)}</li>" for text, claim in cited(event).items()]
    if cites:
        parts.append(f"<ul>{''.join(cites)}</ul>")
    return "".join(parts)


def when_and_where(event: EventEntry, language: str) -> str:
    """13 July 1909; Tehran."""
    when = event.when.display(language) or _("no date is told")
    return f"{when}; {whereabouts(event, language) or _('no place is told')}."


def whereabouts(event: EventEntry, language: str) -> str:
    """Tehran, near Tehran, or between Karaj and Tehran; "" where no place is told."""
    place = event.place
    if place is None:
        return ""
    other = place.other.name if place.other else ""
    return placed_words(place.relation, name_in(place.name, place.names, language), other)


def disagreement(event: EventEntry, language: str) -> str:
    """That the sources disagree; about the date, which says what."""
    if len(dates_told(event, language)) < 2:
        return _("The sources disagree.")
    return _("The sources disagree: %(dates)s.") % {"dates": display_date(event, language)}


def cited(event: EventEntry) -> dict[str, ClaimEntry]:
    """Every citation once, in the order of the claims, with the first claim that it stands for."""
    found: dict[str, ClaimEntry] = {}
    for claim in event.claims:
        found.setdefault(claim.citation.text, claim)
    return found


def _link(address: str, text: str) -> str:
    return f'<a href="{html.escape(address)}">{_escaped(text)}</a>'


def _escaped(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
