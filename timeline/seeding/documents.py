"""Cut the text of a source document into sections, paragraphs and sentences that a locator can name.

A locator is (section, paragraph, sentence). The section is the nearest heading as printed, or one of
four names in brackets: `(front matter)` for credits, datelines and form labels that stand before the
first line of prose, `(lead)` for prose before the first heading, `(infobox)` for the table of facts,
`(caption)` for the words under a picture. Paragraphs are runs of non-blank lines, counted from 1 within
their section; sentences are counted from 1 within their paragraph. In the infobox and in numbered lists
every line is a sentence. Title and headings are not paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LEAD = "(lead)"
INFOBOX = "(infobox)"
CAPTION = "(caption)"
FRONT_MATTER = "(front matter)"

_HEADING = re.compile(r"^(=+)\s*(.*?)\s*\1$")
_LIST_MARK = re.compile(r"^(?:[-*•]|\d{1,2}\.)\s+")
_PICTURE = re.compile(
    r"^(Painting|Photograph|Photo|Portrait|Picture|Drawing|Map|Engraving|Illustration)\b"
)
_SENTENCE_END = re.compile(r"([.?!][”\"’')\]]*)\s+(?=[“\"‘'(\[]*[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:^|[\s(“\"])(?:[A-Z]|No|Nos|Mr|Mrs|Dr|St|Gen|Col|ed|eds|vol|pp|p|c|ca|cf|e\.g|i\.e)\.$")
_SENTENCE_LENGTH = 12  # words: a run of lines this long is prose even without a full stop


@dataclass(frozen=True)
class Sentence:
    """One sentence and the locator that names it; `paragraph` and `number` count from 1."""

    section: str
    paragraph: int
    number: int
    text: str

    @property
    def locator(self) -> tuple[str, int, int]:
        return (self.section, self.paragraph, self.number)


@dataclass(frozen=True)
class Document:
    """A document as read: its title, its headings in order, and every sentence in reading order."""

    title: str
    headings: tuple[str, ...]
    sentences: tuple[Sentence, ...]

    @property
    def sections(self) -> tuple[str, ...]:
        """Sections that hold at least one sentence or are a heading, in reading order."""
        seen: dict[str, None] = {}
        for sentence in self.sentences:
            seen.setdefault(sentence.section)
        for heading in self.headings:
            seen.setdefault(heading)
        return tuple(seen)

    def cited_text(self, section: str, paragraph: int | None = None, sentence: int | None = None) -> str | None:
        """The text a locator names, or None where the document has no such place.

        Without a sentence it is the whole paragraph; without a paragraph the heading and all under it.
        """
        if section not in self.sections:
            return None
        parts = [
            one.text
            for one in self.sentences
            if one.section == section
            and (paragraph is None or one.paragraph == paragraph)
            and (sentence is None or one.number == sentence)
        ]
        if paragraph is None and section in self.headings:
            parts.insert(0, section)
        return " ".join(parts) if parts else None


def read_document(text: str) -> Document:
    """Read one document; the first heading of one `=`, or the first bare line, is its title."""
    runs = list(_runs(text))
    title = ""
    if runs and (heading := _heading(runs[0])):
        title = heading[1]
        runs = runs[1:]
    elif runs and len(runs[0]) == 1 and not _is_prose(runs[0]):
        title = runs[0][0]
        runs = runs[1:]
    headings: list[str] = []
    sentences: list[Sentence] = []
    counts: dict[str, int] = {}
    section = LEAD
    prose_seen = False
    for lines in runs:
        if heading := _heading(lines):
            section = heading[1]
            headings.append(section)
            continue
        here, lines = _section_of(lines, section, prose_seen)
        prose_seen = prose_seen or here not in (FRONT_MATTER, INFOBOX)
        counts[here] = counts.get(here, 0) + 1
        for number, sentence in enumerate(_sentences_of(lines, here), start=1):
            sentences.append(Sentence(here, counts[here], number, sentence))
    return Document(title, tuple(headings), tuple(sentences))


def split_sentences(text: str) -> list[str]:
    """The sentences of one line of prose, in order; initials and `No. 5` do not end one."""
    sentences: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        candidate = text[start : match.end(1)]
        if _ABBREVIATION.search(candidate):
            continue
        sentences.append(candidate.strip())
        start = match.end()
    rest = text[start:].strip()
    return [*sentences, rest] if rest else sentences


def _runs(text: str) -> Iterator[list[str]]:
    """Runs of non-blank lines; a heading is always a run of its own."""
    run: list[str] = []
    for line in (raw.strip() for raw in text.splitlines()):
        if line and not _HEADING.match(line):
            run.append(line)
            continue
        if run:
            yield run
            run = []
        if line:
            yield [line]
    if run:
        yield run


def _heading(lines: list[str]) -> tuple[int, str] | None:
    match = _HEADING.match(lines[0]) if len(lines) == 1 else None
    return (len(match[1]), match[2]) if match else None


def _section_of(lines: list[str], section: str, prose_seen: bool) -> tuple[str, list[str]]:
    if lines[0].casefold() == "infobox":
        return INFOBOX, lines[1:]
    if _PICTURE.match(lines[0]) and len(lines) == 1:
        return CAPTION, lines
    if section == LEAD and not prose_seen and not _is_prose(lines):
        return FRONT_MATTER, lines
    return section, lines


def _is_prose(lines: list[str]) -> bool:
    joined = " ".join(lines)
    return joined.endswith((".", "?", "!", ".”", '."')) or len(joined.split()) >= _SENTENCE_LENGTH


def _sentences_of(lines: list[str], section: str) -> Iterator[str]:
    for line in lines:
        bare = _LIST_MARK.sub("", line)
        if section == INFOBOX or bare != line:
            yield bare
        else:
            yield from split_sentences(bare)
