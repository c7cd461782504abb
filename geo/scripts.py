"""Tells the script a name is written in from its letters, as its ISO 15924 code."""

import unicodedata
from collections import Counter

CODES = {
    "LATIN": "Latn",
    "ARABIC": "Arab",
    "CYRILLIC": "Cyrl",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "HEBREW": "Hebr",
    "GREEK": "Grek",
}
USUAL_LANGUAGES = {"Arab": "fa", "Cyrl": "ru", "Armn": "hy", "Geor": "ka", "Hebr": "he", "Grek": "el", "Latn": "en"}


def script_of(text: str) -> str:
    """The code of the script most letters belong to: script_of("تبریز") == "Arab"; "" where no letter tells."""
    found = Counter(
        CODES[script]
        for character in text
        if character.isalpha() and (script := unicodedata.name(character, "").split(" ")[0]) in CODES
    )
    return found.most_common(1)[0][0] if found else ""


def usual_language(script: str) -> str:
    """The language that a script most often writes in these atlases: usual_language("Arab") == "fa"."""
    return USUAL_LANGUAGES.get(script, "en")
