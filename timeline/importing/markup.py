"""Takes the markup off texts that TimelineJS and GeoJSON tools write as HTML, and puts it on again."""

import html
import re

_BREAKS = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6]|blockquote)>", re.IGNORECASE)
_TAGS = re.compile(
    r"</?(?:p|div|span|b|strong|i|em|u|a|ul|ol|li|h[1-6]|blockquote|sup|sub|small|br|wbr)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
# What our own writers add below a text: where it comes from. It is no part of the text.
FOOTER, FOOTER_END = '<footer class="sources">', "</footer>"
# TimelineJS makes links of addresses in texts and puts what follows "www." into an attribute as it stands,
# quotation marks and all; with a tag between the two it finds no address.
_TAKEN_FOR_ADDRESSES = re.compile(r"(?<=www)\.", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)


def plain(text: str) -> str:
    """Return a text without tags that only format it; any other tag is text and stays.

    >>> plain("<p>Rasht &amp; Qazvin</p><script>")
    'Rasht & Qazvin\\n<script>'
    """
    bare = _TAGS.sub("", _BREAKS.sub("\n", text.partition(FOOTER)[0]))
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), bare).strip()


def has_markup(text: str) -> bool:
    """Whether `plain` would take formatting off."""
    return bool(_TAGS.search(text))


def escaped(text: str) -> str:
    """Return a plain text as the HTML that says the same: `plain` gives it back."""
    broken = html.escape(text, quote=False).replace("\r\n", "\n").replace("\n", "<br>")
    return _TAKEN_FOR_ADDRESSES.sub("<wbr>.", broken)


def inert(text: str) -> str:
    """Return a plain text that says the same however often it is taken for HTML.

    TimelineJS 3.9 reads `group` and `display_date` as HTML, keeps their text, and reads that as HTML once more:
    escaped once, a tag would come to life. Signs that could begin a tag or a character reference are
    therefore replaced by others that look alike.

    >>> inert("Smith & Sons <1909>"), inert("&lt;b>")
    ('Smith & Sons ‹1909>', '＆lt;b>')
    """
    safe = text.replace("<", "‹")
    return safe if html.unescape(safe) == safe else safe.replace("&", "＆")
