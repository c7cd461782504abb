"""Sets out the days that printed words come to: in words, as EDTF, in four calendars, how finely."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chronology.calendars import Calendar
from chronology.edtf import edtf_choices, read_edtf
from chronology.formatting import four_calendars
from chronology.parsing import Candidate
from chronology.precision import Precision
from chronology.spans import Span
from timeline.chronicle.rows import words_of
from timeline.entering.filling import all_readings
from timeline.models.vocabulary import ClaimCalendar
from timeline.pages.claim_words import calendar_words, language

PRECISIONS = {
    Precision.DAY: gettext_lazy("to the day"),
    Precision.PART: gettext_lazy("to a part of a month, season or year"),
    Precision.MONTH: gettext_lazy("to the month"),
    Precision.SEASON: gettext_lazy("to the season"),
    Precision.YEAR: gettext_lazy("to the year"),
    Precision.DECADE: gettext_lazy("to the decade"),
    Precision.CENTURY: gettext_lazy("to the century"),
    Precision.RANGE: gettext_lazy("between two stated ends"),
    Precision.CHOICE: gettext_lazy("one of several days, the words leave open which"),
    Precision.OPEN: gettext_lazy("open on one side"),
    Precision.UNKNOWN: gettext_lazy("unknown"),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """Days as one calendar counts them; words are "" where it has no such year."""

    calendar: str
    words: str


@dataclass(frozen=True, slots=True)
class DateLines:
    """The days a claim comes to: `words` in the Gregorian calendar, `cautions` in sentences."""

    words: str
    edtf: str
    precision: str
    calendars: tuple[Counted, ...]
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingChoice:
    """One thing the words may mean, to be chosen: `value` is what a form sends, "" for what was typed."""

    value: str
    words: str
    calendar: str
    why: str
    calendars: tuple[Counted, ...]
    chosen: bool


def date_lines(edtf: str, span: Span | None = None, *, approximate: str = "") -> DateLines | None:
    """The lines of an EDTF text that can be read, or of days that have none of their own; None without days.

    approximate: a sentence beside them, such as what the words leave to their context.
    """
    span = span or read_edtf(edtf).span
    several = edtf_choices(edtf) if edtf else (span,)
    words = f" {_('or')} ".join(filter(None, (words_of(each, language()) for each in several)))
    told = four_calendars(span, language())
    back_converted = told["back_converted_note"] if told["back_converted"] else ""
    cautions = (approximate, told["lunar_tolerance"], back_converted)
    return DateLines(
        words=words or words_of(span, language()),
        edtf=edtf,
        precision=str(PRECISIONS[read_edtf(edtf).precision]) if edtf else "",
        calendars=_counted(span),
        cautions=tuple(filter(None, cautions)),
    )


def _counted(span: Span) -> tuple[Counted, ...]:
    told = four_calendars(span, language())
    return tuple(
        Counted(str(ClaimCalendar(each.value).label), told[each.value] or _("before that calendar begins"))
        for each in Calendar
    )


def reading_choices(candidates: tuple[Candidate, ...], face: str, typed: str) -> tuple[ReadingChoice, ...]:
    """What an editor chooses from where words have several readings, or say other days than were typed.

    face: what the claim would be kept with as things stand, "" for nothing; typed: the EDTF an editor wrote.
    """
    if not candidates or (len(candidates) == 1 and typed in ("", candidates[0].date.edtf)):
        return ()
    choices = [] if not typed else [_typed(typed, chosen=face == typed)]
    choices += [_choice(each, chosen=not typed and each.date.edtf == face) for each in candidates]
    together = all_readings(candidates) if len(candidates) > 1 else ""
    if together:
        why = _("The words leave it open: it then conflicts with others only where every one of these does.")
        words = _("all of them")
        choices.append(ReadingChoice(together, words, "", why, (), not typed and face == together))
    return tuple(choices)


def _typed(edtf: str, *, chosen: bool) -> ReadingChoice:
    return ReadingChoice("", _("as typed: %(edtf)s") % {"edtf": edtf}, "", "", (), chosen)


def _choice(candidate: Candidate, *, chosen: bool) -> ReadingChoice:
    date = candidate.date
    return ReadingChoice(
        value=date.edtf,
        words=words_of(date.span, language()),
        calendar=calendar_words(candidate.calendar),
        why=candidate.why_in(language()),
        calendars=_counted(date.span),
        chosen=chosen,
    )
