"""What is wrong with a question: a stable code, a sentence, the field and the value that was given."""

from dataclasses import dataclass

LONGEST_ECHO = 200


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. code is for programs and never changes; message is a sentence for a reader."""

    code: str
    message: str
    field: str = ""
    value: str = ""

    def body(self) -> dict[str, str]:
        """As the API says it; a very long value is cut."""
        value = self.value if len(self.value) <= LONGEST_ECHO else f"{self.value[:LONGEST_ECHO]}…"
        return {"code": self.code, "message": str(self.message), "field": self.field, "value": value}


class BadQuestion(ValueError):
    """The address asks for something it cannot; show the problems and change the question."""

    def __init__(self, problems: list[Problem]):
        super().__init__(problems[0].message)
        self.problems = problems
