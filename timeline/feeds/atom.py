"""Writes events as an Atom feed (RFC 4287), in pages linked as RFC 5005 has it, with points as GeoRSS."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from timeline.chronicle.entries import EventEntry
from timeline.feeds.entry_text import html_text, when_and_where
from timeline.feeds.feed_page import FeedPage
from timeline.feeds.geojson import titled
from timeline.feeds.jsonfeed import tags
from timeline.feeds.xml_text import legal

MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
GEORSS = "http://www.georss.org/georss"
# An atlas without a record has changed at no time that could be told; Atom wants one.
NEVER = "1970-01-01T00:00:00+00:00"


def feed(events: Iterable[EventEntry], page: FeedPage) -> bytes:
    """One page of the feed, as UTF-8.

    The feed goes by the address of its first page, an entry by that of its record: both last for ever.
    """
    imprint = page.imprint
    root = Element("feed", {"xmlns": NAMESPACE, "xmlns:georss": GEORSS, "xml:lang": imprint.language})
    _put(root, "id", page.first)
    _put(root, "title", page.title)
    if imprint.description:
        _put(root, "subtitle", imprint.description)
    _put(root, "updated", page.updated.isoformat() if page.updated else NEVER)
    author = SubElement(root, "author")
    _put(author, "name", imprint.title)
    _put(author, "uri", imprint.home)
    _put(root, "generator", "Marchlines")
    if page.icon:
        _put(root, "icon", page.icon)
    _put(root, "rights", imprint.attribution)
    for relation, address in _links(page).items():
        if address:
            kind = {"self": MEDIA_TYPE, "alternate": "text/html"}.get(relation)
            SubElement(root, "link", {"rel": relation, "href": address} | ({"type": kind} if kind else {}))
    for event in events:
        root.append(_entry(event, page))
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _links(page: FeedPage) -> dict[str, str | None]:
    licence = page.imprint.licence_address
    return {
        "self": page.own,
        "alternate": page.imprint.home,
        "first": page.first,
        "previous": page.previous,
        "next": page.following,
        "license": licence if licence != page.imprint.licence else None,
    }


def _entry(event: EventEntry, page: FeedPage) -> Element:
    imprint = page.imprint
    entry = Element("entry")
    _put(entry, "id", imprint.address(event.url))
    _put(entry, "title", titled(event, imprint.language))
    _put(entry, "updated", event.modified.isoformat())
    if event.published_on:
        _put(entry, "published", event.published_on.isoformat())
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": imprint.address(event.url)})
    record = {"rel": "alternate", "type": "application/json", "href": imprint.address(f"/api/v1{event.url}")}
    SubElement(entry, "link", record)
    for tag in tags(event, page):
        SubElement(entry, "category", {"term": legal(tag)})
    _put(entry, "summary", when_and_where(event, imprint.language))
    _put(entry, "content", html_text(event, imprint), type="html")
    if event.lat is not None and event.lon is not None:
        _put(entry, "georss:point", f"{event.lat} {event.lon}")
    return entry


def _put(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = legal(text)
