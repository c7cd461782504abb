"""Writes events as a JSON Feed, version 1.1 (jsonfeed.org): records newest first, history in `_event`."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from timeline.api.bodies.dates import when_body
from timeline.api.bodies.places import mention_body
from timeline.chronicle.entries import EventEntry
from timeline.feeds.imprint import Imprint

VERSION = "https://jsonfeed.org/version/1.1"
ABOUT_EXTENSION = "/api/docs/"


def feed(events: Iterable[EventEntry], imprint: Imprint, *, following: str | None) -> dict:
    """The feed; `following` is the absolute URL of its next, older page, None on the last."""
    address = imprint.address
    body = {
        "version": VERSION,
        "title": imprint.title,
        "home_page_url": imprint.home,
        "feed_url": imprint.own,
        "description": imprint.description or imprint.title,
        "language": imprint.language,
        "_licence": {"about": address(ABOUT_EXTENSION), "name": imprint.licence, "url": imprint.licence_address},
        "items": [item(event, address, imprint.language) for event in events],
    }
    if following:
        body["next_url"] = following
    return body


def item(event: EventEntry, address: Callable[[str], str], language: str = "en") -> dict:
    """One event. date_published is when the record was published; when it happened stands in `_event`."""
    written = {
        "id": address(event.url),
        "url": address(event.url),
        "title": event.title,
        "summary": event.summary,
        "content_text": _text(event, language),
        "date_modified": event.modified.isoformat(),
        "tags": [tag for tag in (event.kind_label, event.theatre_label, *event.sides) if tag],
        "_event": {
            "about": address(ABOUT_EXTENSION),
            "id": event.id,
            "atlas": event.atlas,
            "kind": event.kind,
            "status": event.status,
            "importance": event.importance,
            "when": when_body(event.when, language),
            "place": mention_body(event.place, language) if event.place else None,
            "lat": event.lat,
            "lon": event.lon,
            "sides": list(event.sides),
            "disputed": event.disputed,
            "claims": [claim.id for claim in event.claims],
            "api": address(f"/api/v1{event.url}"),
        },
    }
    if event.published_on:
        written["date_published"] = event.published_on.isoformat()
    return written


def _text(event: EventEntry, language: str) -> str:
    when = event.when.display(language) or _("no date is told")
    where = event.place.name if event.place else _("no place is told")
    lines = [event.summary or event.title, f"{when}; {where}."]
    if event.disputed:
        lines.append(_("The sources disagree."))
    lines += dict.fromkeys(claim.citation.text for claim in event.claims)
    return "\n".join(lines)
