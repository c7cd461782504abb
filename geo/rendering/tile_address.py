"""Reads the address of a tile layer, without loading Folium."""

from __future__ import annotations

from urllib.parse import urlsplit


def tile_origin(url: str) -> str:
    """The origin a content security policy must allow for a tile address: `{s}` becomes `*`.

    Raises ValueError, with a sentence, for an address that is no https template with {z}, {x} and {y}.
    """
    parts = urlsplit(url)
    missing = [field for field in ("{z}", "{x}", "{y}") if field not in url]
    if parts.scheme not in {"https", "http"} or not parts.netloc or any(c in parts.netloc for c in " ;,'\""):
        raise ValueError(f"{url!r} is not the address of a tile server.")
    if missing:
        raise ValueError(f"{url!r} lacks {', '.join(missing)}.")
    return f"{parts.scheme}://{parts.netloc.replace('{s}', '*')}"
