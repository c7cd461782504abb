"""The answer about one printed date: its readings in order, and what they come to."""

from dataclasses import dataclass, field
from enum import StrEnum

from chronology.readings.facts import Clause
from chronology.readings.sentences import told
from chronology.readings.slips import Method, Slip
from chronology.readings.witnesses import Witness
from chronology.spans import Span

# Below this a reading is possible and no more.
WORTH_SHOWING = 0.01


class Verdict(StrEnum):
    """What the readings come to; only an editor accepts one."""

    PLAIN_STANDS = "plain_stands"
    EXPLAINED = "explained"
    CANNOT_TELL = "cannot_tell"
    NO_CALENDAR = "no_calendar"

    def text(self, language: str = "en") -> str:
        """The verdict in a sentence."""
        return told(((f"verdict.{self.value}", {}),), language)


@dataclass(frozen=True, slots=True)
class Reading:
    """Something the writer may have meant.

    printed: the text; method: the code an interpretation is kept under, "plain" for the text as it
    stands; slips: the same more finely, in the order the sentence tells them, empty for plain;
    calendar: the one meant (a Calendar, or "mixed"); span, edtf: the days; score: its share of all
    belief, 0 to 1 (the scores of all readings and Judgement.unexplained add up to 1); prior: the
    share before any witness spoke; meets, misses: the witnesses it agrees and disagrees with.
    """

    printed: str
    method: Method
    slips: tuple[Slip, ...]
    calendar: str
    span: Span
    edtf: str
    score: float
    prior: float
    meets: tuple[Witness, ...]
    misses: tuple[Witness, ...]
    # Facts are mappings, which have no hash; the rest tells readings apart.
    clauses: tuple[Clause, ...] = field(hash=False)

    @property
    def day(self) -> int | None:
        """The day number, where it is one day."""
        return self.span.earliest if self.span.is_exact and self.span.is_instant else None

    @property
    def is_plain(self) -> bool:
        return self.method is Method.PLAIN

    @property
    def why(self) -> str:
        """The arithmetic in English."""
        return told(self.clauses)

    def why_in(self, language: str) -> str:
        """The arithmetic in another language."""
        return told(self.clauses, language)


@dataclass(frozen=True, slots=True)
class Judgement:
    """All readings of a printed date, the best first, and the verdict.

    best: the reading the verdict speaks of, None where it cannot be told or no calendar explains;
    unexplained: the share of belief, 0 to 1, left for a slip of no calendar.
    """

    printed: str
    readings: tuple[Reading, ...]
    unexplained: float
    verdict: Verdict
    best: Reading | None

    @property
    def plain(self) -> Reading:
        """The likeliest reading of the text as it stands."""
        return next(each for each in self.readings if each.is_plain)

    @property
    def worth_showing(self) -> tuple[Reading, ...]:
        """The plain readings, and the others that have more than a hundredth of the belief."""
        return tuple(each for each in self.readings if each.is_plain or each.score >= WORTH_SHOWING)

    def text(self, language: str = "en") -> str:
        """The verdict in a sentence."""
        if self.verdict is Verdict.PLAIN_STANDS and self.plain.misses:
            return told((("verdict.plain_supported", {}),), language)
        return self.verdict.text(language)
