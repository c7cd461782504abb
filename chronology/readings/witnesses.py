"""How well a proposed stretch of days agrees with what other statements say of the same thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from chronology.errors import InvalidSpan
from chronology.readings.slips import rank_shares
from chronology.spans import Span

# Of a hundred statements of an exact day eighty are right, six a day out (three on either side),
# ten wrong within forty-five days, three within a year and one within a century.
RIGHT = 0.80
_A_DAY_OUT = 0.03
_ASTRAY = ((45, 0.10, 88), (365, 0.03, 640), (36_525, 0.01, 72_320))  # within, share, days it lies on
_BEYOND = 1e-9
# However vague, to miss is never likelier than this, against meeting.
WRONG_AT_MOST = 0.05
WIDEST = 36_525


@dataclass(frozen=True, slots=True)
class Witness:
    """What another statement says of the same thing.

    spans: the days it names; several where its text is ambiguous, likeliest first;
    source: the work it goes back to (a copy has the source of what it copies). Statements of one
    source are one witness together; without a source each is a witness of its own.
    An open bound is allowed: "before 17 July" is Span.instant(None, …).
    """

    spans: tuple[Span, ...]
    source: str = ""

    def __post_init__(self):
        if not self.spans:
            raise InvalidSpan("A witness names at least one stretch of days.", field="spans", value=self.spans)

    @classmethod
    def of(cls, *spans: Span, source: str = "") -> "Witness":
        """A witness that names these days."""
        return cls(spans, source)

    def agrees_with(self, span: Span) -> bool:
        """Whether one of the things it can mean leaves room for the span."""
        return any(days_apart(span, said) == 0 for said in self.spans)

    def likelihood(self, span: Span) -> float:
        """Return how likely this statement is if the span is what happened, 0 to 1."""
        shares = rank_shares(len(self.spans))
        return sum(share * _likelihood(span, said) for share, said in zip(shares, self.spans, strict=True))


class Testimony:
    """All witnesses together: one voice for each source."""

    def __init__(self, near: Sequence[Witness]):
        self.witnesses = tuple(near)
        by_source: dict[object, list[Witness]] = {}
        for number, witness in enumerate(near):
            by_source.setdefault(witness.source or number, []).append(witness)
        self._voices = [_distinct(statements) for statements in by_source.values()]

    def log_likelihood(self, span: Span) -> float:
        """Return the logarithm of how likely all of it is if the span is what happened.

        A source that says two things that cannot both be true speaks half for each.
        """
        return sum(log(sum(each.likelihood(span) for each in voice) / len(voice)) for voice in self._voices)

    def edges(self) -> set[int]:
        """The first and last days the witnesses name, open bounds left out."""
        days = {end for witness in self.witnesses for span in witness.spans for end in (span.earliest, span.latest)}
        return {day for day in days if day is not None}


def without_copies(near: Sequence[Witness], spans: Sequence[Span], source: str) -> tuple[Witness, ...]:
    """Leave out statements of the text's own source that say just what it says: they are the same voice."""
    return tuple(each for each in near if not source or each.source != source or set(each.spans) != set(spans))


def shares(logarithms: Sequence[float]) -> list[float]:
    """Return what share of their sum each number is, given their logarithms: many witnesses make small numbers."""
    largest = max(logarithms)
    weights = [exp(logarithm - largest) for logarithm in logarithms]
    total = sum(weights)
    return [weight / total for weight in weights]


def density(days_off: int) -> float:
    """Return the chance that a wrong statement of an exact day lies just so many days off."""
    if days_off == 1:
        return _A_DAY_OUT
    return next((share / days for within, share, days in _ASTRAY if days_off <= within), _BEYOND)


def _likelihood(span: Span, said: Span) -> float:
    # The wider either of them is, the less it says that they meet.
    right = RIGHT / min(max(said.width or WIDEST, span.width or WIDEST), WIDEST)
    days_off = days_apart(span, said)
    return right if days_off == 0 else min(density(days_off), right * WRONG_AT_MOST)


def days_apart(one: Span, other: Span) -> int:
    """Days between two stretches, counted to the nearest; 0 where they share a day."""
    first, _, _, last = one.bounds
    other_first, _, _, other_last = other.bounds
    return max(0, first - other_last, other_first - last)


def _distinct(statements: Sequence[Witness]) -> list[Witness]:
    """What one source says: compatible statements run together, the rest side by side."""
    voice: list[Witness] = []
    for statement in statements:
        for index, kept in enumerate(voice):
            merged = _merged(kept, statement)
            if merged is not None:
                voice[index] = merged
                break
        else:
            voice.append(statement)
    return voice


def _merged(one: Witness, other: Witness) -> Witness | None:
    met = [said.intersect(also) for said in one.spans for also in other.spans]
    left = tuple(dict.fromkeys(span for span in met if span is not None))
    return Witness(left, one.source) if left else None
