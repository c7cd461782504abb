"""Takes the markup off texts that TimelineJS and GeoJSON tools write as HTML, and puts it on again."""

import html
import re

_BREAKS = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6]|blockquote)>", re.IGNORECASE)
_TAGS = re.compile(
    r"</?(?:p|div|span|b|strong|i|em|u|a|ul|ol|li|h[1-6]|blockquote|sup|sub|small|br)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)


def plain(text: str) -> str:
    """Return a text without tags that only format it; any other tag is text and stays.

    >>> plain("<p>Rasht &amp; Qazvin</p><script>")
    'Rasht & Qazvin\\n<script>'
    """
    bare = _TAGS.sub("", _BREAKS.sub("\n", text))
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), bare).strip()


def has_markup(text: str) -> bool:
    """Whether `plain` would take formatting off."""
    return bool(_TAGS.search(text))


def escaped(text: str) -> str:
    """Return a plain text as the HTML that says the same: `plain` gives it back."""
    return html.escape(text, quote=False)
