"""What a reader of a file hands over: rows of the seed tables, not yet judged, and what it has to say of the file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

ATLAS = "atlas"
"""The answer that every reader is given: the slug of the atlas that is imported into."""


@dataclass(frozen=True, slots=True)
class StagedRow:
    """One row for a seed table.

    origin: where the editor finds it ("row 17", "feature 3"); cells: columns of the seed table, a column
    that is missing leaves what is there; given: the row of the editor's own file as it stood, by its columns.
    """

    origin: str
    cells: dict[str, str] = field(hash=False)
    given: dict[str, str] = field(hash=False, default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row is refused: a stable code, a sentence that says what to do, the value it speaks of."""

    origin: str
    code: str
    sentence: str
    value: str = ""
    given: dict[str, str] = field(hash=False, default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """Something that is asked before anything is staged, since guessing would be wrong.

    key: under which the answer comes back; choices: (value, label); examples: values from the file.
    """

    key: str
    sentence: str
    choices: tuple[tuple[str, str], ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Staged:
    """A file as read. With `questions` nothing is staged yet: read again with their answers.

    tables: file name of a seed table ("events.csv") -> its rows, in the order of the file; problems: rows
    that could not be read at all (origin "" speaks of the whole file); losses: sentences that name what
    the columns of this format can't hold; columns: those of the editor's own file, in order.
    """

    tables: dict[str, list[StagedRow]] = field(hash=False, default_factory=dict)
    problems: tuple[RowProblem, ...] = ()
    questions: tuple[Question, ...] = ()
    losses: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


Reader = Callable[[bytes, str, Mapping[str, str]], Staged]
"""read(file, name, answers). Never raises for what is in the file: that is a problem or a question."""

Writer = Callable[..., tuple[bytes, list[str]]]
"""write(atlas) -> (the file, sentences that name what it can't hold)."""
