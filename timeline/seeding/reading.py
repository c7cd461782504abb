"""Hold the seed tables against the documents they were read from, and say what does not fit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from timeline.seeding.copying import copied_run, runs_of
from timeline.seeding.documents import Document, Sentence
from timeline.seeding.signals import DATE, NUMBER, Signal, place_pattern, signals_in
from timeline.seeding.tables import Problem, Row

ELISION = " … "

Locator = tuple[str, str, int | None, int | None]


@dataclass(frozen=True, slots=True)
class ReadText:
    """A document that was read for a source: its file name and what it says."""

    file: str
    document: Document


@dataclass
class Reading:
    """What came of the comparison: problems in order of file and line, and the counts behind them."""

    problems: list[Problem] = field(default_factory=list)
    claims: int = 0
    sentences: int = 0
    cited: int = 0
    explained: int = 0
    silent: int = 0

    @property
    def clean(self) -> bool:
        return not self.problems


def hold_against(
    texts: Mapping[str, ReadText],
    claims: Iterable[Row],
    uncited: Iterable[Row],
    place_names: Iterable[str],
) -> Reading:
    """Compare claims and explanations with the documents of their sources.

    texts: source slug -> its document; claims and uncited: rows of claims.csv and uncited.csv. Rows of
    sources without a document are left alone. A sentence is settled when a claim cites it and every
    date and number in it stands in the printed form of such a claim, or when uncited.csv explains it.
    """
    reading = Reading()
    printed: dict[Locator, list[str]] = defaultdict(list)
    for row in claims:
        reading.claims += 1
        if row["source"] in texts:
            reading.problems += _claim_problems(row, texts[row["source"]].document)
            printed[_locator(row)].append(row["as_printed"])
    explained: dict[Locator, Row] = {}
    for row in uncited:
        if row["source"] in texts:
            reading.problems += _explanation_problems(row, texts[row["source"]].document, explained)
            explained[_locator(row)] = row
    places = place_pattern(place_names)
    needed: set[Locator] = set()
    for source, text in texts.items():
        for sentence in (*_headings(text.document), *text.document.sentences):
            _settle(reading, source, text.file, sentence, printed, explained, needed, places)
    reading.problems += [
        row.problem("This sentence is cited, or holds no date, number or known place: no reason is needed.")
        for locator, row in explained.items()
        if locator not in needed
    ]
    return reading


def copies(rows: Iterable[Row], texts: Mapping[str, ReadText]) -> list[Problem]:
    """Cells of our own that share twelve words in a row with a document."""
    runs: dict[tuple[str, ...], str] = {}
    for text in texts.values():
        for run in runs_of(" ".join(sentence.text for sentence in text.document.sentences)):
            runs.setdefault(run, text.file)
    problems = []
    for row in rows:
        for column, cell in row.cells.items():
            run = copied_run(cell, runs)
            if run:
                problems.append(row.problem(f"{column}: “{run}” stands word for word in {runs[tuple(run.split())]}."))
    return problems


def stands_in(printed: str, text: str) -> bool:
    """Whether a printed form, or its pieces in their order, stands in a text.

    >>> stands_in("Rasht … Qazvin", "from Rasht they took Qazvin")
    True
    """
    at = 0
    for piece in printed.split(ELISION):
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def _claim_problems(row: Row, document: Document) -> Iterator[Problem]:
    text = document.cited_text(*_locator(row)[1:])
    if text is None:
        yield row.problem(f"{row['key']}: the document has no {_place_of(row)}.")
    elif row["as_printed"] and not stands_in(row["as_printed"], text):
        yield row.problem(f"{row['key']}: “{row['as_printed']}” does not stand in {_place_of(row)}.")


def _explanation_problems(row: Row, document: Document, earlier: Mapping[Locator, Row]) -> Iterator[Problem]:
    if document.cited_text(*_locator(row)[1:]) is None:
        yield row.problem(f"The document has no {_place_of(row)}.")
    elif _locator(row) in earlier:
        yield row.problem(f"This sentence is explained on line {earlier[_locator(row)].line} already.")
    if not row["reason"]:
        yield row.problem("Say why no claim cites this sentence.")


def _headings(document: Document) -> Iterator[Sentence]:
    """Headings that print a date, as sentences of their own."""
    for heading, line in document.headings:
        if any(signal.kind == DATE for signal in signals_in(heading)):
            yield Sentence(heading, 0, 0, heading, line)


def _settle(
    reading: Reading,
    source: str,
    file: str,
    sentence: Sentence,
    printed: Mapping[Locator, list[str]],
    explained: Mapping[Locator, Row],
    needed: set[Locator],
    places: re.Pattern[str] | None,
) -> None:
    reading.sentences += 1
    locator = (source, sentence.section, sentence.paragraph or None, sentence.number or None)
    forms = printed.get(locator)
    signals = signals_in(sentence.text, places)
    left = _not_printed(sentence.text, signals, forms) if forms is not None else signals
    if forms is not None:
        reading.cited += 1
    elif not signals:
        reading.silent += 1
    if left:
        needed.add(locator)
        if locator in explained:
            reading.explained += forms is None
        else:
            reading.problems.append(Problem(file, sentence.line, _uncited(sentence, left, forms is not None)))


def _not_printed(text: str, signals: Iterable[Signal], forms: Iterable[str]) -> list[Signal]:
    """Dates and numbers of a cited sentence that no claim on it prints."""
    pieces = [piece for form in forms for piece in form.split(ELISION) if piece]
    spans = [match.span() for piece in pieces for match in re.finditer(re.escape(piece), text)]
    return [
        signal
        for signal in signals
        if signal.kind in (DATE, NUMBER) and not any(start < signal.end and signal.start < end for start, end in spans)
    ]


def _uncited(sentence: Sentence, left: Iterable[Signal], cited: bool) -> str:
    said = ", ".join(dict.fromkeys(f"{signal.kind} “{signal.text}”" for signal in left))
    which = f"{sentence.section} {sentence.paragraph}.{sentence.number}" if sentence.paragraph else "heading"
    problem = "no claim prints" if cited else "no claim cites"
    return f"{which}: {problem} {said}: {sentence.text}"


def _locator(row: Row) -> Locator:
    return (row["source"], row["section"], _number(row["paragraph"]), _number(row["sentence"]))


def _number(cell: str) -> int | None:
    return int(cell) if cell.isdigit() else None


def _place_of(row: Row) -> str:
    if not row["paragraph"]:
        return f"section “{row['section']}”"
    sentence = f", sentence {row['sentence']}" if row["sentence"] else ""
    return f"section “{row['section']}”, paragraph {row['paragraph']}{sentence}"
