"""Walks the links of a site as a robot would, without a browser."""

import http.client
import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit
from zlib import crc32

# Records as JSON, claims, citations, codes for other sites and filtered documents are many and alike: one in ten is
# asked, the same ones every time.
SAMPLED = re.compile(
    r"/api/v1/\w+/[^/]+/$|/claims/[^/]+/$|/.+/cite\.[a-z.]+$|/(?:oembed|embed/|cite/)\?|/(?:feed|api/v1/[\w-]+)\.\w+\?"
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


def crawl(origin: str, start: str, *, most: int) -> dict[str, tuple[int, str]]:
    """Follow every link within the site from a page: path and query to (status, page it was found on).

    At most `most` addresses are asked; fragments are dropped.
    """
    connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=30)
    answers: dict[str, tuple[int, str]] = {}
    waiting = [(start, "the start")]
    while waiting and len(answers) < most:
        path, found_on = waiting.pop(0)
        if path in answers or (SAMPLED.match(path) and crc32(path.encode()) % 10):
            continue
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
