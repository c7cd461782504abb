"""Sets the spellings of a name in a table: each once, with its language and the works that print it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.chronicle.values import NameEntry
from timeline.models.vocabulary import NameKind

LANGUAGES = {
    "en": gettext_lazy("English"),
    "fa": gettext_lazy("Persian"),
    "ru": gettext_lazy("Russian"),
    "az": gettext_lazy("Azerbaijani"),
    "ar": gettext_lazy("Arabic"),
    "tr": gettext_lazy("Turkish"),
    "fr": gettext_lazy("French"),
    "und": gettext_lazy("language not known"),
}


@dataclass(frozen=True, slots=True)
class Spelling:
    """One written form; direction is that of its script; sources are (slug, title)."""

    text: str
    language: str
    language_name: str
    direction: str
    kind: str
    sources: tuple[tuple[str, str], ...]


def spellings(names: Iterable[NameEntry], titles: Mapping[str, str]) -> tuple[Spelling, ...]:
    """A row a form; `titles` names the sources by slug. Preferred ones first; a form that several works
    print is one row."""
    grouped: dict[tuple[str, str, str], list[NameEntry]] = {}
    for name in names:
        grouped.setdefault((name.text, name.language, name.kind), []).append(name)
    rows = [_spelling(*key, same, titles) for key, same in grouped.items()]
    return tuple(sorted(rows, key=lambda row: row.kind != str(NameKind.PREFERRED.label)))


def _spelling(text: str, language: str, kind: str, same: list[NameEntry], titles: Mapping[str, str]) -> Spelling:
    root = language.partition("-")[0]
    name = str(LANGUAGES.get(root, root))
    return Spelling(
        text=text,
        language=language,
        language_name=_("%(language)s in Latin letters") % {"language": name} if language.endswith("-Latn") else name,
        direction="rtl" if same[0].script == "Arab" else "ltr",
        kind=str(NameKind(kind).label) if kind in NameKind.values else kind,
        sources=tuple(dict.fromkeys((e.source, titles.get(e.source, e.source)) for e in same if e.source)),
    )
