"""Sets the legs of a march in a table: from where to where, when, how far, how fast, how many."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chronology.spans import Span
from timeline.chronicle.answers import MarchQuestion
from timeline.chronicle.entries import LegEntry, MovementEntry, StrengthEntry
from timeline.chronicle.rows import words_of
from timeline.filter_words import figures
from timeline.pages.claim_words import grouped, language, number_words
from timeline.pages.notes import Notes
from timeline.pages.readings import ProposedReading, proposed_readings


@dataclass(frozen=True, slots=True)
class LegRow:
    """One leg in words; question is a sentence where the pace cannot be right, else ""; asked: whether a question
    to the dates below the table is about it."""

    leg: LegEntry
    departs: str
    arrives: str
    distance: str
    pace: str
    question: str
    asked: bool
    strength: str


@dataclass(frozen=True, slots=True)
class ToldQuestion:
    """A question to the dates, with the legs it is about in words and the readings that would answer it."""

    question: MarchQuestion
    legs: str
    proposed: tuple[ProposedReading, ...]


def leg_rows(movement: MovementEntry, questions: Iterable[MarchQuestion] = ()) -> tuple[LegRow, ...]:
    """A row for each leg, in order."""
    asked = {order for question in questions for order in question.legs}
    return tuple(leg_row(leg, leg.order in asked) for leg in movement.legs)


def told_questions(questions: Iterable[MarchQuestion], notes: Notes) -> tuple[ToldQuestion, ...]:
    """The questions to the dates of a march, as its page tells them."""
    return tuple(
        ToldQuestion(each, legs_numbered(each.legs), proposed_readings(each.proposals, notes)) for each in questions
    )


def legs_numbered(legs: tuple[int, ...]) -> str:
    """legs 2 to 4."""
    numbers = _("%(low)s to %(high)s") % {"low": legs[0], "high": legs[-1]} if len(legs) > 1 else str(legs[0])
    return ngettext("leg %(numbers)s", "legs %(numbers)s", len(legs)) % {"numbers": figures(numbers)}


def leg_row(leg: LegEntry, asked: bool) -> LegRow:
    """One leg in words; asked: whether a question to the dates is about it."""
    return LegRow(
        leg=leg,
        departs=_days(leg.departs),
        arrives=_days(leg.arrives),
        distance=_("about %(km)s km") % {"km": grouped(round(leg.distance_km))} if leg.distance_km is not None else "",
        pace=_("%(km)s km a day") % {"km": figures(f"{leg.km_per_day:g}")} if leg.km_per_day is not None else "",
        question=_question(leg.implausible),
        asked=asked,
        strength=strength_words(leg.strength),
    )


def _days(days: tuple[int | None, int | None] | None) -> str:
    return words_of(Span.instant(*days), language()) if days else ""


def _question(implausible: str) -> str:
    return {
        "": "",
        "too_fast": _("Faster than men on such a march sustain: is one of the dates wrong?"),
        "too_slow": _("Slower than three kilometres a day for ten days and more: did it halt, or is a date wrong?"),
    }.get(implausible, _("A pace that asks whether the dates are right."))


def strength_words(strength: StrengthEntry | None) -> str:
    """3,000 men; what has no number stands as it is printed."""
    if strength is None:
        return ""
    return number_words(strength.low, strength.high, strength.unit) or strength.printed
