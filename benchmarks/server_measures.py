"""Measures how long the server takes for what the atlas asks of it, over one kept connection."""

import gzip
import http.client
import json
from time import perf_counter
from urllib.parse import urlencode, urlsplit

from benchmarks.gates import percentile

REQUESTS = 200
WARM_UP = 20


class Connection:
    """One kept connection to a served site."""

    def __init__(self, origin: str) -> None:
        self.http = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=30)

    def get(self, path: str) -> tuple[bytes, http.client.HTTPResponse]:
        """The body as it came over the wire (gzip where the server does that) and the response."""
        self.http.request("GET", path, headers={"Accept-Encoding": "gzip"})
        response = self.http.getresponse()
        body = response.read()
        if response.status != 200:
            raise RuntimeError(f"{path} answered {response.status}: {body[:300]!r}")
        return body, response

    def json(self, path: str) -> dict:
        body, response = self.get(path)
        return json.loads(gzip.decompress(body) if response.headers["Content-Encoding"] == "gzip" else body)


def measure(origin: str) -> dict[str, float]:
    """p95 in ms of each question, by the keys of benchmarks.gates, and what the atlas holds."""
    connection = Connection(origin)
    atlas = connection.json("/api/v1/atlases/")["results"][0]
    first, last = atlas["window"]
    middle = (first + last) // 2
    window = urlencode({"from": first, "to": last, "bins": 256, "limit": 2000})
    questions = {
        "window_p95": f"/api/v1/window/?{window}",
        "whole_p95": f"/api/v1/atlases/{atlas['id']}/whole.json",
        "positions_p95": f"/api/v1/positions/?on={middle}",
        "page_p95": "/",
    }
    return {key: _p95(connection, path) for key, path in questions.items()}


def _p95(connection: Connection, path: str) -> float:
    for _ in range(WARM_UP):
        connection.get(path)
    times = []
    for _ in range(REQUESTS):
        begun = perf_counter()
        connection.get(path)
        times.append((perf_counter() - begun) * 1000)
    return percentile(times, 0.95)
