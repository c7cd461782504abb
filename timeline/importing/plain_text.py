"""Says what text of a file can't be kept: characters that are no text, and cells far too long."""

import re

from django.utils.translation import gettext as _

from timeline.importing.refusals import BadRow

LONGEST_CELL = 20_000
# Controls but tab and line ends, halves of surrogate pairs, and what Unicode sets aside as no character.
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def cleaned(text: str) -> str:
    """Return the text with a mark in place of each character that can't be kept."""
    return _NO_TEXT.sub("\ufffd", text)


def check_text(text: str, longest: int = LONGEST_CELL) -> str:
    """Return the text; raise BadRow for a character that no text has, or for more than `longest` characters."""
    found = _NO_TEXT.search(text)
    if found:
        raise BadRow(
            "not_text",
            _("A cell holds the character U+%(code)04X, which is no text: type the cell again.")
            % {"code": ord(found[0])},
            cleaned(text),
        )
    if len(text) > longest:
        raise BadRow(
            "too_long",
            _("A cell holds %(length)d characters, and at most %(longest)d are kept there: shorten it.")
            % {"length": len(text), "longest": longest},
            text,
        )
    return text
