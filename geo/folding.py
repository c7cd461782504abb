"""Folds text for searching, so that every spelling of a name is found by any other.

Bare letters in lower case: no diacritics, no marks of transliteration, one form of ye and kaf,
digits of any script as 0-9, dashes as spaces. frontend/src/folding.js is its twin; both are held to
tests/vectors/folding.json.
"""

import unicodedata

# What compatibility decomposition and casefold leave apart. Keep in step with folding.js.
REPLACED = {
    "ي": "ی",
    "ى": "ی",
    "ك": "ک",
    "ة": "ه",
    "ە": "ه",
    "ß": "ss",
    "ς": "σ",
    "ı": "i",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "æ": "ae",
    "œ": "oe",
}
# ʿ ʾ, apostrophes and quotation marks, tatweel, and the joiners and marks of direction.
DROPPED = frozenset(
    "ʿʾʻʼʹ'`´‘’‚‛“”„\"«»"
    "\u0640\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\ufeff"
)
DASHES = frozenset("-‐‑‒–—―−_/")


def fold(text: str) -> str:
    """Return the text as it is searched for: fold("Bandar-e Anzalī") == "bandar e anzali"."""
    folded = []
    for character in unicodedata.normalize("NFKD", text.casefold()):
        if character in DROPPED or unicodedata.category(character) == "Mn":
            continue
        if character in DASHES or character.isspace():
            folded.append(" ")
        elif (digit := unicodedata.decimal(character, None)) is not None:
            folded.append(str(digit))
        else:
            folded.append(REPLACED.get(character, character))
    return " ".join("".join(folded).split())


def words(text: str) -> list[str]:
    """Return the folded words of a text, each once, in order."""
    return list(dict.fromkeys(fold(text).split()))
