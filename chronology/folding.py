"""Folds spellings together: digits, Arabic and Persian letters, diacritics, case."""

import unicodedata

_LETTERS = {
    "ي": "ی",
    "ى": "ی",
    "ئ": "ی",
    "ك": "ک",
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ة": "ه",
    "ۀ": "ه",
    "ؤ": "و",
    "ё": "е",
}
_DROPPED = set("'’‘`ʿʾʻʼ´\u200c\u200d\u200e\u200f\u0640")


def ascii_digits(text: str) -> str:
    """Return the text with every decimal digit (Persian, Arabic …) in ASCII, letter for letter."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def fold_word(word: str) -> str:
    """Return a word without case, diacritics, apostrophes or joiners: "Jumādā" is "jumada"."""
    composed = unicodedata.normalize("NFC", word).lower()
    letters = "".join(_LETTERS.get(c, c) for c in composed if c not in _DROPPED)
    spread = unicodedata.normalize("NFKD", letters)
    return "".join(c for c in spread if not unicodedata.combining(c))
