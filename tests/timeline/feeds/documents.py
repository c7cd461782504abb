"""What the tests of writers share: an imprint, the page of a feed, and HTML seen as a browser sees it."""

from html.parser import HTMLParser

from tests.timeline.feeds.entries import CHANGED
from timeline.feeds.feed_page import FeedPage
from timeline.feeds.imprint import Imprint

SITE = "http://atlas.example"
SIDES = {"royalists": "Royalists"}


def imprint(language: str = "en", title: str = "The Revolution", own: str = f"{SITE}/own") -> Imprint:
    """The imprint of a document that is served."""
    return Imprint(title, "CC BY 4.0", "Who marched where.", f"{SITE}/", own, lambda path: SITE + path, language)


def page(language: str = "en", title: str = "The Revolution", **fields) -> FeedPage:
    """The first page of a feed, with an older one behind it."""
    values = {
        "first": f"{SITE}/feed",
        "own": f"{SITE}/feed",
        "following": f"{SITE}/feed?after=x",
        "updated": CHANGED,
        "icon": f"{SITE}/icon.svg",
        "sides": SIDES,
    }
    return FeedPage(imprint(language, title), title, **values | fields)


class Tags(HTMLParser):
    """The tags of a piece of HTML with the names of their attributes, and its text."""

    def __init__(self, text: str):
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, tuple(name for name, _value in attributes)))

    def handle_data(self, data):
        self.text += data
