"""Marks the words in which two texts differ."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, OLD, NEW = "same", "old", "new"
# Beyond this many words the comparing would take seconds: such texts are shown one after the other.
MOST = 4_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: in both (`same`), only in the old (`old`) or only in the new (`new`)."""

    kind: str
    text: str


def marked(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts as one, word by word, old words before the new ones in their place.

    The pieces that are not `new` join to the old text, those that are not `old` to the new one.
    """
    before, after = _words(old), _words(new)
    if len(before) + len(after) > MOST:
        return tuple(Piece(kind, text) for kind, text in ((OLD, old), (NEW, new)) if text)
    found: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(str.isspace, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece(SAME, "".join(before[i:j])))
            continue
        found += [Piece(OLD, "".join(before[i:j]))] if i < j else []
        found += [Piece(NEW, "".join(after[k:m]))] if k < m else []
    return tuple(found)


def _words(text: str) -> list[str]:
    """The words of a text and the spaces between them, which are nothing to hold two texts together by."""
    return re.findall(r"\s+|\S+", text)
