"""Answers which day a printed date is, in all four calendars."""

from typing import TypedDict

from django.utils.translation import gettext as _

from chronology.calendars import Calendar
from chronology.dates import MIXED, UncertainDate
from chronology.errors import ChronologyError
from chronology.parsing import Candidate, parse_candidates
from timeline.api.bodies.dates import WhenBody, when_body
from timeline.api.views import PublicView
from timeline.chronicle.values import When
from timeline.parameters import Parameters
from timeline.problems import BadQuestion, Problem

CALENDARS = (*Calendar, MIXED, "unknown")


class CandidateBody(WhenBody):
    """One reading of a printed date, with the reason why it may be meant."""

    approximate: bool
    supplied: list[str]
    note: str
    why: str


class ConversionBody(TypedDict):
    """Every reading of a printed date, the likeliest first."""

    date: str
    calendar: str | None
    ambiguous: bool
    candidates: list[CandidateBody]


class ConvertView(PublicView):
    """`date` as printed and, where it is known, its `calendar`: every reading, the likeliest first."""

    parameters = ("date", "calendar")
    required = ("date",)
    body = ConversionBody

    def answer(self, request):
        parameters = Parameters(request.query_params)
        text = parameters.value("date")
        calendar = parameters.choice("calendar", CALENDARS)
        if text is None and not parameters.problems:
            parameters.refuse("missing", _("Which date? Give it as date=22 Tir 1288."), "date")
        if parameters.problems:
            raise BadQuestion(parameters.problems)
        try:
            candidates = parse_candidates(text, calendar or None)
        except ChronologyError as error:
            raise BadQuestion([Problem("bad_date", sentence_of(error), "date", text)]) from error
        return {
            "date": text,
            "calendar": calendar or None,
            "ambiguous": len(candidates) > 1,
            "candidates": [self._body(candidate) for candidate in candidates],
        }

    def _body(self, candidate: Candidate) -> dict:
        date: UncertainDate = candidate.date
        when = When(date.span.shape.value, date.span, date.edtf, date.text, candidate.calendar)
        return {
            **when_body(when, self.language),
            "precision": date.precision.value,
            "approximate": date.approximate,
            "supplied": list(date.supplied),
            "note": date.note,
            "why": candidate.why_in(self.language),
        }


def sentence_of(error: ChronologyError) -> str:
    """What is wrong with a date, and what would be read."""
    hint = getattr(error, "hint", "")
    if not hint:
        return error.message
    return _("%(problem)s Try: %(hint)s.") % {"problem": error.message, "hint": hint.rstrip(".")}
