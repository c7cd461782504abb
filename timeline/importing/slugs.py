"""Makes slugs out of titles in any script, each once."""

import re

from geo.folding import fold

# Letters of other scripts by their nearest Latin ones: an address is to be read out, not to be scholarly.
_LATIN = {
    **dict(zip("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءئؤآأإ", (
        "a", "b", "p", "t", "s", "j", "ch", "h", "kh", "d", "z", "r", "z", "zh", "s", "sh", "s", "z", "t", "z",
        "a", "gh", "f", "q", "k", "g", "l", "m", "n", "v", "h", "i", "", "i", "u", "a", "a", "e"), strict=True)),
    **dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюя", (
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u",
        "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "iu", "ia"), strict=True)),
}  # fmt: skip
_OTHERS = re.compile(r"[^a-z0-9]+")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


def slug_of(text: str, longest: int = 60) -> str:
    """Return the text as a slug of at most `longest` characters, "" where no letter of it has a Latin one.

    >>> slug_of("The Siege of Tabriz"), slug_of("فتح تهران")
    ('the-siege-of-tabriz', 'fth-thran')
    """
    latin = "".join(_LATIN.get(character, character) for character in fold(text[:1000]))
    slug = _OTHERS.sub("-", latin).strip("-")
    if len(slug) <= longest:
        return slug
    whole_words = slug[: longest + 1].rpartition("-")[0]
    return whole_words or slug[:longest]


class Slugs:
    """Gives each thing a slug that nothing else has; `taken` are those given already."""

    def __init__(self, taken=()):
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}

    def give(self, text: str, fallback: str, longest: int = 60) -> str:
        """Return a new slug of the text, or of `fallback` where the text has none, numbered from 2 where taken."""
        stem = slug_of(text, longest) or fallback
        slug, number = stem, self._numbers.get(stem, 1)
        while slug in self._taken:
            number += 1
            ending = f"-{number}"
            slug = f"{stem[: longest - len(ending)].rstrip('-')}{ending}"
        self._numbers[stem] = number
        self._taken.add(slug)
        return slug

    def take(self, slug: str) -> None:
        """Note that a slug is given."""
        self._taken.add(slug)

    def __contains__(self, slug: str) -> bool:
        return slug in self._taken
