"""Writes events as a JSON Feed, version 1.1 (jsonfeed.org): what changed last first, history in `_event`."""

from collections.abc import Iterable
from typing import NotRequired, TypedDict

from timeline.api.bodies.dates import WhenBody, when_body
from timeline.api.bodies.places import MentionBody, mention_body
from timeline.chronicle.entries import EventEntry
from timeline.feeds.entry_text import html_text, plain_text
from timeline.feeds.feed_page import FeedPage
from timeline.feeds.geojson import titled
from timeline.feeds.imprint import Imprint
from timeline.feeds.told_dates import display_date

VERSION = "https://jsonfeed.org/version/1.1"
ABOUT_EXTENSION = "/api/docs/#FeedEvent"
ABOUT_LICENCE = "/api/docs/#FeedLicence"


class FeedAuthorBody(TypedDict):
    """Who publishes the feed: the atlas."""

    name: str
    url: str


class FeedLicenceBody(TypedDict):
    """The extension `_licence` of a feed: the name of the licence of texts and data, and its address, if it has one.

    about: where this is described.
    """

    about: str
    name: str
    url: NotRequired[str]


class FeedEventBody(TypedDict):
    """The extension `_event` of an item: when and where the thing happened, as against when it was published.

    about: where this is described; id: the slug, stable for ever; when: four day numbers, EDTF and words; lat,
    lon: degrees, null where nobody knows the point, uncertain by uncertainty_km; sides: slugs, of the atlas;
    disputed: whether its sources disagree; display: the date in words, of a disputed one each that is claimed;
    claims: the keys of what sources say of it; api: the whole record as JSON.
    """

    about: str
    id: str
    atlas: str
    kind: str
    theatre: str
    status: str
    importance: int
    when: WhenBody
    display: str
    place: MentionBody | None
    lat: float | None
    lon: float | None
    uncertainty_km: float | None
    sides: list[str]
    disputed: bool
    claims: list[str]
    api: str


class FeedItemBody(TypedDict):
    """One event in a feed. date_published is when the record was published; when it happened stands in `_event`."""

    id: str
    url: str
    title: str
    summary: str
    content_text: str
    content_html: str
    date_published: NotRequired[str]
    date_modified: str
    tags: list[str]
    _event: FeedEventBody


class FeedBody(TypedDict):
    """A JSON Feed 1.1; next_url leads to older records and is left out on the last page."""

    version: str
    title: str
    home_page_url: str
    feed_url: str
    next_url: NotRequired[str]
    description: str
    icon: str
    favicon: str
    authors: list[FeedAuthorBody]
    language: str
    items: list[FeedItemBody]
    _licence: FeedLicenceBody


def feed(events: Iterable[EventEntry], page: FeedPage) -> FeedBody:
    """One page of the feed."""
    imprint = page.imprint
    licence: FeedLicenceBody = {"about": imprint.address(ABOUT_LICENCE), "name": imprint.licence}
    if imprint.licence_address != imprint.licence:
        licence["url"] = imprint.licence_address
    body: FeedBody = {
        "version": VERSION,
        "title": page.title,
        "home_page_url": imprint.home,
        "feed_url": page.own,
        "description": imprint.description or imprint.title,
        "icon": page.icon,
        "favicon": page.icon,
        "authors": [{"name": imprint.title, "url": imprint.home}],
        "language": imprint.language,
        "_licence": licence,
        "items": [item(event, page) for event in events],
    }
    if page.following:
        body["next_url"] = page.following
    return body


def item(event: EventEntry, page: FeedPage) -> FeedItemBody:
    """One event."""
    imprint = page.imprint
    written: FeedItemBody = {
        "id": imprint.address(event.url),
        "url": imprint.address(event.url),
        "title": titled(event, imprint.language),
        "summary": event.summary,
        "content_text": plain_text(event, imprint.language),
        "content_html": html_text(event, imprint),
        "date_modified": event.modified.isoformat(),
        "tags": tags(event, page),
        "_event": extension(event, imprint),
    }
    if event.published_on:
        written["date_published"] = event.published_on.isoformat()
    return written


def tags(event: EventEntry, page: FeedPage) -> list[str]:
    """Kind, theatre and sides, in words."""
    sides = [page.sides.get(side, side) for side in event.sides]
    return list(dict.fromkeys(tag for tag in (event.kind_label, event.theatre_label, *sides) if tag))


def extension(event: EventEntry, imprint: Imprint) -> FeedEventBody:
    """What a feed has no field of its own for."""
    return {
        "about": imprint.address(ABOUT_EXTENSION),
        "id": event.id,
        "atlas": event.atlas,
        "kind": event.kind,
        "theatre": event.theatre,
        "status": event.status,
        "importance": event.importance,
        "when": when_body(event.when, imprint.language),
        "display": display_date(event, imprint.language),
        "place": mention_body(event.place, imprint.language) if event.place else None,
        "lat": event.lat,
        "lon": event.lon,
        "uncertainty_km": event.uncertainty_km,
        "sides": list(event.sides),
        "disputed": event.disputed,
        "claims": [claim.id for claim in event.claims],
        "api": imprint.address(f"/api/v1{event.url}"),
    }
