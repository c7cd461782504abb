"""Chooses the day from which the others of a disagreement are counted, and says by what right."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chronology.formatting import format_span
from chronology.spans import Span
from timeline.chronicle.entries import ClaimEntry, DisputeEntry
from timeline.pages.claim_words import language
from timeline.pages.claimed_days import Mark


@dataclass(frozen=True, slots=True)
class BestReading:
    """First and last day; right: decided, accepted, held, proposed, or printed where nothing better is known;
    of an order earlier, or counted where neither comes first."""

    first: int
    last: int
    right: str

    @property
    def words(self) -> str:
        return format_span(Span.instant(self.first, self.last), language=language())

    @property
    def sentence(self) -> str:
        """The day with its right, as it stands under the title of a disagreement."""
        pattern = {
            "decided": _("decided: %(day)s"),
            "accepted": _("accepted: %(day)s"),
            "held": _("best reading, held by an editor: %(day)s"),
            "proposed": _("proposed, not accepted: %(day)s"),
            "printed": _("no best reading; days are counted from %(day)s"),
            "counted": _("days are counted from %(day)s"),
            "earlier": _("days are counted from what came first: %(day)s"),
        }[self.right]
        return pattern % {"day": self.words}


def best_reading(dispute: DisputeEntry, claims: Sequence[ClaimEntry], marks: Sequence[Mark]) -> BestReading | None:
    """The best reading of a date; None where no day can be drawn. `marks` are the printed ones."""
    decided = dispute.decision.claim if dispute.decision else ""
    chosen = [claim.reading.when.span for claim in claims if claim.id == decided and claim.reading.when]
    held = [claim.interpreted.reading.when.span for claim in claims if claim.interpreted]
    proposed = [each.span for each in sorted(dispute.proposals, key=lambda each: -each.score)]
    explained = bool(dispute.explanation and dispute.explanation.methods)
    undecidable = dispute.status == "undecidable"
    candidates = (
        ("decided", _days(chosen)),
        ("accepted", [(mark.first, mark.last) for mark in marks if mark.accepted]),
        ("held", [] if undecidable else _days(held)),
        ("proposed", _days(proposed)[:1] if explained and not undecidable else []),
        ("printed", [(mark.first, mark.last) for mark in marks]),
    )
    for right, days in candidates:
        if days:
            return BestReading(*_narrowest(days), right)
    return None


def earlier_day(marks: Sequence[Mark], others: Sequence[Mark]) -> BestReading | None:
    """The day of what came first by the order told, as editors read it where they do; else of any thing."""
    known = [mark for mark in marks if mark.accepted] or [mark for mark in marks if mark.read] or marks or others
    days = [(mark.first, mark.last) for mark in known]
    return BestReading(*_narrowest(days), "earlier" if marks else "printed") if days else None


def _days(spans: Sequence[Span | None]) -> list[tuple[int, int]]:
    return [
        (span.earliest, span.latest) for span in spans if span and span.earliest is not None and span.latest is not None
    ]


def _narrowest(days: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return min(days, key=lambda stretch: (stretch[1] - stretch[0], stretch[0]))
