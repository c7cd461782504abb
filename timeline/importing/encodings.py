"""Tells in which encoding a text was saved, or asks where several would do."""

import codecs
import unicodedata
from collections.abc import Mapping

from charset_normalizer import from_bytes
from django.utils.translation import gettext as _

from timeline.importing.staged import Question, RowProblem

KEY = "encoding"
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1256": "Windows-1256",
    "cp1252": "Windows-1252",
    "cp1251": "Windows-1251",
    "mac_roman": "Mac Roman",
}
_OF_ONE_BYTE = ("cp1252", "cp1256", "cp1251", "mac_roman")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_LOOKED_AT = 200_000
# Fewer letters than these say too little of a language, and a text above this measure is none.
_ENOUGH, _MESSY = 12, 0.1
_EXAMPLES = 3
_EXAMPLE_LENGTH = 40


def decode(file: bytes, answers: Mapping[str, str]) -> str | Question | RowProblem:
    """The text of a file; a question where its encoding can't be told; a problem where it is no text.

    UTF-8 and UTF-16 are recognised. The older encodings fit nearly every file: one of them is taken where
    its words are without oddities and those of the others are not, or where charset_normalizer finds a
    language in it alone; else the editor is asked.
    """
    if not file.strip():
        return _no_text(_("The file is empty. Choose a file that has a line of column names and rows below it."))
    for mark, encoding in _MARKS:
        if file.startswith(mark):
            return _decoded(file, encoding)
    # Before UTF-8: Persian letters in UTF-16 are bytes that UTF-8 has too.
    if encoding := _unmarked_utf_16(file):
        return _decoded(file, encoding)
    try:
        return _checked(file.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if b"\x00" in file:
        return _not_this()
    if answers.get(KEY) in ENCODINGS:
        return _decoded(file, answers[KEY])
    return _of_one_byte(file)


def _decoded(file: bytes, encoding: str) -> str | RowProblem:
    try:
        return _checked(file.decode(encoding))
    except UnicodeDecodeError as error:
        sentence = _("Byte %(number)s of the file is not %(encoding)s. Choose another encoding, or save it as UTF-8.")
        told = sentence % {"number": error.start, "encoding": ENCODINGS.get(encoding, "UTF-8")}
        return RowProblem("", "encoding_does_not_fit", told, file[error.start : error.start + 8].hex())


def _checked(text: str) -> str | RowProblem:
    return _not_this() if "\x00" in text else text.removeprefix("\ufeff")


def _not_this() -> RowProblem:
    return _no_text(_("This is not a text file. Save the table as CSV (UTF-8), or choose an XLSX file."))


def _no_text(sentence: str) -> RowProblem:
    return RowProblem("", "not_a_text", sentence)


def _unmarked_utf_16(file: bytes) -> str:
    """UTF-16 without a mark: in a header of Latin letters every other byte is nought."""
    head = file[:200]
    if len(head) < 4 or len(file) % 2:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) // 4 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) // 4 and not odd else ""


def _of_one_byte(file: bytes) -> str | Question | RowProblem:
    texts: dict[str, str] = {}
    for encoding in _OF_ONE_BYTE:
        try:
            text = file.decode(encoding)
        except UnicodeDecodeError:
            continue
        # Encodings that give the same letters need not be told apart.
        if text not in texts.values():
            texts[encoding] = text
    if not texts:
        return _no_text(_("The encoding of the file can't be told. Save it as UTF-8 and choose it again."))
    odd = {encoding: _oddities(text[:_LOOKED_AT]) for encoding, text in texts.items()}
    fitting = _fitting(file)
    order = sorted(texts, key=lambda encoding: (odd[encoding], encoding not in fitting))
    if (told := _told(order, odd, fitting)) is not None:
        return _checked(texts[told])
    return Question(
        KEY,
        _("The file does not say how its letters are stored. Which line shows them as they should be?"),
        tuple((encoding, f"{ENCODINGS[encoding]}: {_shown(texts[encoding])}") for encoding in order),
    )


def _fitting(file: bytes) -> list[str]:
    """The encodings in which charset_normalizer takes the file for a language; none of a file of few such letters."""
    head = file[:_LOOKED_AT]
    if sum(byte > 127 for byte in head) < _ENOUGH:
        return []
    return [match.encoding for match in from_bytes(head, cp_isolation=list(_OF_ONE_BYTE)) if match.chaos < _MESSY]


def _told(order: list[str], odd: Mapping[str, int], fitting: list[str]) -> str | None:
    """The encoding that the file tells: the only one without oddities, or of the least odd the only one that fits."""
    least = [encoding for encoding in order if odd[encoding] == odd[order[0]]]
    if len(order) == 1 or (len(least) == 1 and odd[least[0]] == 0):
        return order[0]
    both = [encoding for encoding in least if encoding in fitting]
    return both[0] if len(both) == 1 else None


def _oddities(text: str) -> int:
    """Count what hardly stands in a word: a capital or a sign after a small letter, letters of two scripts."""
    odd = 0
    before = ""
    for letter in text:
        if letter.isascii() and (not before or before.isascii()):
            before = letter
            continue
        if letter != "\xa0" and unicodedata.category(letter) in ("Cc", "Cn"):
            odd += 1
        elif before.isalpha():
            if letter.isalpha():
                odd += (letter.isupper() and before.islower()) or _script(letter) != _script(before)
            else:
                odd += unicodedata.category(letter) in ("Sm", "Sc", "So", "Sk") or letter in "¡¿§¶"
        elif letter.isalpha() and before and unicodedata.category(before) in ("Sm", "Sc", "So", "Sk"):
            odd += not before.isascii()
        before = letter
    return odd


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _shown(text: str) -> str:
    """Some words of the text that tell one encoding from another."""
    shown = []
    for line in text.splitlines():
        place = next((at for at, letter in enumerate(line) if ord(letter) > 127), None)
        if place is not None:
            start = max(0, place - 10)
            shown.append(line[start : start + _EXAMPLE_LENGTH].strip())
        if len(shown) == _EXAMPLES:
            break
    return " … ".join(shown)
