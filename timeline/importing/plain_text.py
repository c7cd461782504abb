"""Says what text of a file can't be kept: characters that are no text, and cells far too long."""

from django.utils.translation import gettext as _

from timeline.importing.refusals import NO_TEXT, BadRow, cleaned

LONGEST_CELL = 20_000


def check_text(text: str, longest: int = LONGEST_CELL, what: str = "") -> str:
    """Return the text; raise BadRow for a character that no text has, or for more than `longest` characters.

    what: the column, as the editor calls it.
    """
    what = what or _("A cell")
    found = NO_TEXT.search(text)
    if found:
        raise BadRow(
            "not_text",
            _("%(what)s holds the character U+%(code)04X, which is no text: type it again.")
            % {"what": what, "code": ord(found[0])},
            cleaned(text),
        )
    if len(text) > longest:
        raise BadRow(
            "too_long",
            _("%(what)s holds %(length)d characters, and at most %(longest)d are kept there: shorten it.")
            % {"what": what, "length": len(text), "longest": longest},
            text,
        )
    return text
