"""Answers what a printed date may have meant in the light of other statements."""

from typing import TypedDict

from django.utils.translation import gettext as _

from chronology.edtf import edtf_choices
from chronology.errors import ChronologyError
from chronology.readings import Judgement, Reading, Witness, judge
from timeline.api.bodies.dates import WhenBody, when_body
from timeline.api.convert import CALENDARS, sentence_of
from timeline.api.views import PublicView
from timeline.chronicle.values import When
from timeline.parameters import Parameters, days
from timeline.problems import BadQuestion, Problem

LAST_YEAR = 3000
# What is weighed grows with the square of them, and no quarrel of sources has so many sides.
MOST_NEAR = 20


class DateReadingBody(WhenBody):
    """One day or stretch that may be meant. score: its share of all belief, 0 to 1; method: the slip it
    supposes, or plain; slips: the same more finely; day: its number where it is one day; why: the
    arithmetic in a sentence; meets, misses: the values of `near` it agrees and disagrees with."""

    score: float
    method: str
    slips: list[str]
    day: int | None
    why: str
    meets: list[str]
    misses: list[str]


class JudgementBody(TypedDict):
    """Everything a printed date may have meant, the likeliest first. verdict: plain_stands, explained,
    cannot_tell or no_calendar, and `text` says it in words; best: the reading the verdict speaks of, its
    place in the list, or null; unexplained: the share of belief left for a slip of no calendar."""

    date: str
    calendar: str | None
    year: int | None
    near: list[str]
    verdict: str
    text: str
    best: int | None
    unexplained: float
    readings: list[DateReadingBody]


class ReadingsView(PublicView):
    """What a printed `date` may have meant beside other statements, `near`: every reading, scored, with its
    arithmetic. Nothing is changed by it: an editor accepts a reading, with a reason."""

    parameters = ("date", "near", "calendar", "year")
    required = ("date",)
    body = JudgementBody

    def answer(self, request):
        parameters = Parameters(request.query_params)
        text = parameters.value("date")
        calendar = parameters.choice("calendar", CALENDARS)
        year = parameters.whole_number("year", 0, least=1, most=LAST_YEAR)
        near = parameters.read_all("near", _stated)
        if len(near) > MOST_NEAR:
            message = _("At most %(most)s values can be given here.") % {"most": MOST_NEAR}
            parameters.refuse("too_many_values", message, "near")
        if text is None and not parameters.problems:
            parameters.refuse("missing", _("Which date? Give it as date=22 July 1909."), "date")
        if parameters.problems:
            raise BadQuestion(parameters.problems)
        said = {id(witness): value for value, witness in near}
        witnesses = [witness for _value, witness in near]
        try:
            found = judge(text, calendar=calendar or None, year=year or None, near=witnesses)
        except ChronologyError as error:
            raise BadQuestion([Problem("bad_date", sentence_of(error), "date", text)]) from error
        return {
            "date": text,
            "calendar": calendar or None,
            "year": year or None,
            "near": [value for value, _witness in near],
            "verdict": found.verdict.value,
            "text": found.text(self.language),
            "best": _place(found),
            "unexplained": round(found.unexplained, 6),
            "readings": [self._body(reading, said) for reading in found.readings],
        }

    def _body(self, reading: Reading, said: dict[int, str]) -> dict:
        span = reading.span
        when = When(span.shape.value, span, reading.edtf, reading.printed, reading.calendar)
        return {
            **when_body(when, self.language),
            "score": round(reading.score, 6),
            "method": reading.method.value,
            "slips": [slip.value for slip in reading.slips],
            "day": reading.day,
            "why": reading.why_in(self.language),
            "meets": [said[id(witness)] for witness in reading.meets],
            "misses": [said[id(witness)] for witness in reading.misses],
        }


def _stated(value: str) -> tuple[str, Witness]:
    """The value as given, and what it says; "[1909-05-05,1871-05-05]" says either."""
    days(value)
    spans = edtf_choices(value) if value.startswith("[") else (days(value),)
    return value, Witness.of(*spans)


def _place(found: Judgement) -> int | None:
    return None if found.best is None else found.readings.index(found.best)
