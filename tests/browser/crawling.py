"""Walks the links of a site as a robot would, without a browser."""

import http.client
import re
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit
from zlib import crc32

ALL_OF_A_KIND = 3
"""So many addresses of each kind are asked, one where it puts a question, and of those found later one in twenty."""
ONE_IN = 20
RECORD = re.compile(
    r"(/(?:api/v1/|embed/)?(?:a|atlases|events|movements|places|people|forces|sources|claims|lessons|disputes)/)[^/]+?(?=\.json$|/|$)"
)


class _Links(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        wanted = {"a": "href", "link": "href", "script": "src", "img": "src", "use": "href"}.get(tag)
        for name, value in attrs:
            if name == wanted and value:
                self.found.append(urljoin(self.base, value))


def kind(address: str) -> str:
    """What an address asks for, whichever record: `/events/*/cite.bib`, `/chronology/?page&side`."""
    path, _, query = address.partition("?")
    asked = "&".join(sorted({name for name, _value in parse_qsl(query, keep_blank_values=True)}))
    return RECORD.sub(r"\1*", path) + (f"?{asked}" if asked else "")


def crawl(origin: str, start: str, *, most: int) -> dict[str, tuple[int, str]]:
    """Follow the links within the site from a page: path and query to (status, page it was found on).

    Records have hundreds of addresses of one kind, which one template answers: a sample of each kind is asked.
    At most `most` addresses are asked; fragments are dropped.
    """
    connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=30)
    answers: dict[str, tuple[int, str]] = {}
    asked_of = Counter()
    left: set[str] = set()
    waiting = [(start, "the start")]
    while waiting and len(answers) < most:
        path, found_on = waiting.pop(0)
        if path in answers or path in left:
            continue
        asks = kind(path)
        if asked_of[asks] >= (1 if "?" in asks else ALL_OF_A_KIND) and crc32(path.encode()) % ONE_IN:
            left.add(path)
            continue
        asked_of[asks] += 1
        connection.request("GET", path, headers={"Accept": "text/html"})
        response = connection.getresponse()
        body = response.read()
        answers[path] = (response.status, found_on)
        if "text/html" not in response.headers.get("Content-Type", "") or response.status >= 300:
            continue
        links = _Links(f"{origin}{path}")
        links.feed(body.decode("utf-8"))
        for link in links.found:
            parts = urlsplit(link)
            if link.startswith(f"{origin}/"):
                waiting.append((f"{parts.path}?{parts.query}" if parts.query else parts.path, path))
    return answers
