"""Writes lines of iCalendar (RFC 5545): text escaped, lines folded."""

import re

LONGEST_LINE = 75
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Section 3.3.11: no control but the tab. Line ends of Unicode are taken for such by some readers.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def text(value: str) -> str:
    """A value of type TEXT.

    >>> text("Rasht, Qazvin; Tehran")
    'Rasht\\\\, Qazvin\\\\; Tehran'
    """
    plain = _CONTROLS.sub("", _BREAKS.sub("\n", value))
    escaped = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def line(name: str, value: str) -> str:
    """One content line with its line end, folded after 75 octets; no character is cut in two.

    name: with its parameters; value: escaped already where its type is TEXT.
    """
    pieces, piece, room = [], "", LONGEST_LINE
    for character in f"{name}:{value}":
        size = len(character.encode())
        if size > room:
            pieces.append(piece)
            # The space that begins a continued line counts with it.
            piece, room = " ", LONGEST_LINE - 1
        piece += character
        room -= size
    return "\r\n".join([*pieces, piece]) + "\r\n"
