"""What makes a reader refuse one row, or the whole file: a code, a sentence and the value."""

from timeline.importing.staged import RowProblem, Staged


class BadRow(ValueError):
    """A row can't be read; `sentence` says what to do about it, `value` is what stands in the cell."""

    def __init__(self, code: str, sentence: str, value: str = ""):
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.value = value

    def of(self, origin: str, given: dict[str, str]) -> RowProblem:
        """The problem of the row that stands at `origin`."""
        return RowProblem(origin, self.code, self.sentence, shortened(self.value), given)


class BadFile(BadRow):
    """The file as a whole can't be read; nothing of it is staged."""

    @property
    def staged(self) -> Staged:
        return Staged(problems=(self.of("", {}),))


def shortened(value: str, longest: int = 120) -> str:
    """Return the value, cut where it is too long to be shown in a list of problems."""
    return value if len(value) <= longest else f"{value[: longest - 1]}…"
