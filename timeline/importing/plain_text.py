"""Says what text of a file can't be kept: characters that are no text, and cells far too long."""

from django.utils.translation import gettext as _

from timeline.importing.refusals import NO_TEXT, BadRow, cleaned

LONGEST_CELL = 20_000


def check_text(text: str, longest: int = LONGEST_CELL) -> str:
    """Return the text; raise BadRow for a character that no text has, or for more than `longest` characters."""
    found = NO_TEXT.search(text)
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
