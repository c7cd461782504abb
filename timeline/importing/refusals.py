"""What makes a reader refuse one row, or the whole file: a code, a sentence and the value."""

import re

from timeline.importing.staged import RowProblem, Staged

NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Controls but tab and line ends, halves of surrogate pairs, and what Unicode sets aside as no character."""


class BadRow(ValueError):
    """A row can't be read; `sentence` says what to do about it, `value` is what stands in the cell."""

    def __init__(self, code: str, sentence: str, value: str = ""):
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.value = value

    def of(self, origin: str, given: dict[str, str]) -> RowProblem:
        """The problem of the row that stands at `origin`."""
        value = cleaned(shortened(self.value))
        return RowProblem(origin, self.code, cleaned(self.sentence), value, given)


class BadFile(BadRow):
    """The file as a whole can't be read; nothing of it is staged."""

    @property
    def staged(self) -> Staged:
        return Staged(problems=(self.of("", {}),))


def cleaned(text: str) -> str:
    """Return the text with a mark in place of each character that can't be kept."""
    return NO_TEXT.sub("\ufffd", text)


def shortened(value: str, longest: int = 120) -> str:
    """Return the value, cut where it is too long to be shown in a list of problems."""
    return value if len(value) <= longest else f"{value[: longest - 1]}…"
