"""From a rendered figure to the parts a page may take under a policy without inline scripts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from branca.element import CssLink, Figure, JavascriptLink

KNOWN_HEADER = {"meta_http"}
"""Header entries that are dropped: the page states its own character set."""


class UnknownHeaderPart(Exception):
    """Folium put something into the head that nobody has judged; decide on it in geo/rendering."""


@dataclass(frozen=True, slots=True)
class MapParts:
    """What a page needs of a map: an element, one script with the name of its file, and addresses to link."""

    html: str
    script: str
    script_name: str
    stylesheets: tuple[str, ...]
    scripts: tuple[str, ...]


def parts_of(figure: Figure, *, slug: str) -> MapParts:
    """Render `figure` exactly once and take it apart; its script is named `<slug>.<hash12>.js`."""
    figure.render()
    scripts, stylesheets = [], []
    for key, child in figure.header._children.items():
        if isinstance(child, JavascriptLink):
            scripts.append(child.url)
        elif isinstance(child, CssLink):
            stylesheets.append(child.url)
        elif key not in KNOWN_HEADER:
            raise UnknownHeaderPart(f"Folium's header holds {key!r}, which no page of ours may carry.")
    script = _lines(figure.script.render())
    digest = hashlib.sha256(script.encode()).hexdigest()[:12]
    return MapParts(
        html=_lines(figure.html.render()),
        script=script,
        script_name=f"{slug}.{digest}.js",
        stylesheets=tuple(stylesheets),
        scripts=tuple(scripts),
    )


def _lines(text: str) -> str:
    """The same text without the blank lines and the indentation that templates leave."""
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())
