"""Writes the code that another site pastes: our script with its element, a plain frame, a plain link."""

from collections.abc import Iterable
from html import escape

# The page of the dialog hands these to its script, so that both fill the same patterns.
PATTERNS = {
    "script": (
        '<script src="{script}" async></script>\n<march-lines{attributes}><a href="{page}">{title}</a></march-lines>'
    ),
    "frame": (
        '<iframe src="{embed}" title="{title}" width="{width}" height="{height}"'
        ' loading="lazy" allow="clipboard-write" frameborder="0"></iframe>'
    ),
    "link": '<a href="{page}">{title}</a>',
}
USUAL_SIZES = {"atlas": (960, 560), "event": (720, 640), "movement": (720, 640), "lesson": (960, 560)}
LEAST_HEIGHT, MOST_HEIGHT = 240, 1600
# Keys that may be given more than once stand in one attribute, with spaces between; slugs hold none.
REPEATED = ("side", "kind", "theatre", "force", "person", "place", "source", "status")


def frame_code(*, embed: str, title: str, width: int | str, height: int) -> str:
    """The frame alone. embed: its whole address; width: pixels, or a share such as "100%"."""
    return _filled("frame", embed=embed, title=title, width=width, height=height)


def script_code(*, script: str, page: str, title: str, attributes: str) -> str:
    """Our script and the element, with a link in it for readers without script."""
    return _filled("script", script=script, page=page, title=title, attributes=Written(attributes))


def link_code(*, page: str, title: str) -> str:
    """The link alone."""
    return _filled("link", page=page, title=title)


def attributes_of(kind: str, slug: str, pairs: Iterable[tuple[str, str]], height: int | None) -> str:
    """The attributes of the element, each with a space before it: what is shown, its state, its height in pixels."""
    gathered: dict[str, list[str]] = {kind: [slug]}
    for key, value in pairs:
        if key in REPEATED:
            gathered.setdefault(key, []).append(value)
        else:
            gathered[key] = [value]
    if height:
        gathered["height"] = [str(height)]
    return "".join(f' {key}="{escape(" ".join(values))}"' for key, values in gathered.items())


class Written(str):
    """Text that is markup already."""

    __slots__ = ()


def _filled(name: str, **values) -> str:
    texts = {key: value if isinstance(value, Written) else escape(str(value)) for key, value in values.items()}
    return PATTERNS[name].format(**texts)
