"""Adds up what one visit to the atlas loads, in kilobytes as gzip leaves them."""

from urllib.parse import urlsplit

from benchmarks.browser_measures import PLATE, fresh_page, marked
from benchmarks.server_measures import Connection

NOT_COUNTED = {"image", "font", "media"}
BASE_MAP = "/plate/"


def measure(playwright, origin: str, path: str = "/") -> dict[str, float]:
    """kB by the keys of benchmarks.gates, fetched again with gzip alone: the browser prefers Brotli."""
    loaded = []
    with fresh_page(playwright, origin) as page:
        page.on("request", lambda request: loaded.append((request.resource_type, request.url)))
        page.goto(path, wait_until="load")
        marked(page, PLATE)
        page.wait_for_load_state("networkidle")
    connection = Connection(origin)
    sizes = {"script_style": 0, "transfer": 0, "plate_transfer": 0}
    for kind, url in dict.fromkeys(loaded):
        if not url.startswith(origin):
            continue
        parts = urlsplit(url)
        size = len(connection.get(f"{parts.path}?{parts.query}" if parts.query else parts.path)[0])
        if BASE_MAP in parts.path:
            sizes["plate_transfer"] += size
        elif kind not in NOT_COUNTED and not parts.path.endswith(".svg"):
            sizes["transfer"] += size
            if kind in {"script", "stylesheet"}:
                sizes["script_style"] += size
    return {key: size / 1000 for key, size in sizes.items()}
