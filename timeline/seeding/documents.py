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
_PICTURE = re.compile(r"^(Painting|Photograph|Photo|Portrait|Picture|Drawing|Map|Engraving|Illustration)\b")
_SENTENCE_END = re.compile(r"([.?!][”\"’')\]]*)\s+(?=[“\"‘'(\[]*[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:^|[\s(“\"])(?:[A-Z]|No|Nos|Mr|Mrs|Dr|St|Gen|Col|ed|eds|vol|pp|p|c|ca|cf|e\.g|i\.e)\.$")
_PROSE_WORDS = 12  # a run of lines this long is prose even without a full stop

Run = list[tuple[int, str]]  # lines that stand together, each with its number in the text


@dataclass(frozen=True)
class Sentence:
    """One sentence and the locator that names it; `paragraph`, `number` and `line` count from 1."""

    section: str
    paragraph: int
    number: int
    text: str
    line: int = 0

    @property
    def locator(self) -> tuple[str, int, int]:
        return (self.section, self.paragraph, self.number)


@dataclass(frozen=True)
class Document:
    """A document as read: its title, its headings with their lines, every sentence in reading order."""

    title: str
    headings: tuple[tuple[str, int], ...]
    sentences: tuple[Sentence, ...]

    @property
    def sections(self) -> tuple[str, ...]:
        """Sections that hold at least one sentence or are a heading, in reading order."""
        seen: dict[str, None] = {}
        for sentence in self.sentences:
            seen.setdefault(sentence.section)
        for heading, _ in self.headings:
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
        if paragraph is None and section in dict(self.headings):
            parts.insert(0, section)
        return " ".join(parts) if parts else None


def read_document(text: str) -> Document:
    """Read one document; the first heading of one `=`, or the first bare line, is its title."""
    runs = list(_runs(text))
    title = ""
    if runs and (heading := _heading(runs[0])):
        title = heading
        runs = runs[1:]
    elif runs and len(runs[0]) == 1 and not _is_prose(runs[0]):
        title = runs[0][0][1]
        runs = runs[1:]
    headings: list[tuple[str, int]] = []
    sentences: list[Sentence] = []
    counts: dict[str, int] = {}
    section = LEAD
    prose_seen = False
    for run in runs:
        if heading := _heading(run):
            section = heading
            headings.append((section, run[0][0]))
            continue
        here, lines = _section_of(run, section, prose_seen)
        prose_seen = prose_seen or here not in (FRONT_MATTER, INFOBOX)
        counts[here] = counts.get(here, 0) + 1
        for number, (line, sentence) in enumerate(_sentences_of(lines, here), start=1):
            sentences.append(Sentence(here, counts[here], number, sentence, line))
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


def _runs(text: str) -> Iterator[Run]:
    """Runs of non-blank lines; a heading is always a run of its own."""
    run: Run = []
    for number, line in enumerate((raw.strip() for raw in text.splitlines()), start=1):
        if line and not _HEADING.match(line):
            run.append((number, line))
            continue
        if run:
            yield run
            run = []
        if line:
            yield [(number, line)]
    if run:
        yield run


def _heading(run: Run) -> str:
    match = _HEADING.match(run[0][1]) if len(run) == 1 else None
    return match[2] if match else ""


def _section_of(run: Run, section: str, prose_seen: bool) -> tuple[str, Run]:
    first = run[0][1]
    if first.casefold() == "infobox":
        return INFOBOX, run[1:]
    if _PICTURE.match(first) and len(run) == 1:
        return CAPTION, run
    if section == LEAD and not prose_seen and not _is_prose(run):
        return FRONT_MATTER, run
    return section, run


def _is_prose(run: Run) -> bool:
    joined = " ".join(line for _, line in run)
    return joined.endswith((".", "?", "!", ".”", '."')) or len(joined.split()) >= _PROSE_WORDS


def _sentences_of(run: Run, section: str) -> Iterator[tuple[int, str]]:
    for number, line in run:
        bare = _LIST_MARK.sub("", line)
        if section == INFOBOX or bare != line:
            yield number, bare
        else:
            yield from ((number, sentence) for sentence in split_sentences(bare))
