"""Keeps out of XML what XML cannot hold."""

import re

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What production 2 (Char) of XML 1.0 leaves out: most control characters and two that are none at all."""


def legal(text: str) -> str:
    """The text with a mark of replacement (U+FFFD) for each character that may not stand in XML.

    It is not escaped: xml.etree.ElementTree does that as it writes.
    """
    return NOT_IN_XML.sub("\ufffd", text)
