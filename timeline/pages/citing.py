"""Sets a citation for a page: its styles line by line, its files, its permanent address and the day it was revised."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy

from chronology.formatting import format_span
from chronology.iso import from_iso
from chronology.spans import Span
from timeline.citing.items import Cited
from timeline.citing.runs import markup
from timeline.citing.styles import STYLES
from timeline.pages.claim_words import language

LABELS = {
    "note": gettext_lazy("Note"),
    "bibliography": gettext_lazy("Bibliography"),
    "reference": gettext_lazy("Reference"),
    "works_cited": gettext_lazy("Works cited"),
    "in_text": gettext_lazy("In the text"),
}
LEANING = {
    "record": gettext_lazy("the record itself"),
    "atlas": gettext_lazy("the atlas itself"),
    "claim": gettext_lazy("a claim"),
    "reading": gettext_lazy("the reading of a claim"),
    "decision": gettext_lazy("a decision of the editors"),
    "source": gettext_lazy("a source"),
    "place": gettext_lazy("a place"),
    "participant": gettext_lazy("who took part"),
    "relation": gettext_lazy("how it stands to another event"),
    "leg": gettext_lazy("a leg"),
    "event": gettext_lazy("an event"),
    "movement": gettext_lazy("a march"),
    "step": gettext_lazy("a step"),
}


@dataclass(frozen=True, slots=True)
class CitedLine:
    """One line to be copied: what it is for, and its words with their italics."""

    label: str
    words: SafeString


@dataclass(frozen=True, slots=True)
class CitedStyle:
    """A style of a manual with its lines."""

    name: str
    lines: tuple[CitedLine, ...]


@dataclass(frozen=True, slots=True)
class CitedFile:
    """A file for a program: where it is, or, of what has no address of its own, its text."""

    name: str
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class CitePart:
    """Everything that the part “Cite” of a page says; revised: the day in words; leaning: what changed then."""

    styles: tuple[CitedStyle, ...]
    files: tuple[CitedFile, ...]
    address: str
    revised: str
    leaning: str


def cite_part(cited: Cited, page: str = "") -> CitePart:
    """The part for what is cited; `page` is the path beside which its files are, "" where it has none."""
    for_readers = [(style.name, style.lines(cited)) for style in STYLES.values() if style.lines]
    return CitePart(
        styles=tuple(CitedStyle(name, tuple(map(_line, lines[:2]))) for name, lines in for_readers),
        files=tuple(
            CitedFile(style.name, f"{page}cite.{key}" if page else "", "" if page else style.written(cited))
            for key, style in STYLES.items()
            if not style.lines
        ),
        address=cited.address,
        revised=_day_words(cited),
        leaning=str(LEANING[cited.leaning]),
    )


def _line(line) -> CitedLine:
    return CitedLine(str(LABELS[line.label]), mark_safe(markup(line.runs)))  # noqa: S308 - escaped there


def _day_words(cited: Cited) -> str:
    return format_span(Span.day(from_iso(cited.revised.isoformat())), language=language())
