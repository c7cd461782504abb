"""Fills what an editor left empty with what the printed words say; what was typed always stands.

Pure: values of a form go in as a mapping, values to be filled and refusals come out. Words with several
readings are never decided here: an editor chooses one, or keeps all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from chronology.calendars import Calendar, from_day
from chronology.edtf import parse_edtf
from chronology.errors import ChronologyError
from chronology.parsing import Candidate
from timeline.entering.printed_dates import PrintedDate, read_printed_date
from timeline.entering.printed_numbers import PrintedNumber, read_printed_number

NUMBERS = ("duration", "strength", "casualties")


@dataclass
class Filling:
    """values: by field, for fields that are empty; refusals: (field, code, sentence); the words as read."""

    values: dict[str, object] = field(default_factory=dict)
    refusals: list[tuple[str, str, str]] = field(default_factory=list)
    date: PrintedDate | None = None
    number: PrintedNumber | None = None

    def refuse(self, where: str, code: str, sentence: str) -> None:
        self.refusals.append((where, code, sentence))


def fill(values: Mapping[str, object], *, kept: bool = False) -> Filling:
    """Return what the printed words fill in and refuse.

    values: of the fields of a claim's form, by name; kept: whether these very words were kept before, so that
    what is empty was left empty on purpose.
    """
    attribute = values.get("attribute")
    if attribute == "date":
        return _fill_date(values, kept)
    if attribute in NUMBERS:
        return _fill_number(values, kept)
    return Filling()


def all_readings(candidates: tuple[Candidate, ...]) -> str:
    """Every candidate as one text, "[1909-05-05,1871-05-05]"; "" where one of them is not a single unit or range."""
    texts = [each.date.edtf.strip("[]") for each in candidates]
    if any("/" in text or "," in text for text in texts):
        return ""
    joined = f"[{','.join(texts)}]"
    try:
        parse_edtf(joined)
    except ChronologyError:
        return ""
    return joined


def _fill_date(values: Mapping, kept: bool) -> Filling:
    year = values.get("context_year") or _year_of(values.get("face"), values.get("calendar"))
    printed = read_printed_date(str(values.get("as_printed") or ""), str(values.get("calendar") or ""), year)
    filling = Filling(date=printed)
    anchored = values.get("relative_to_claim") or values.get("relative_to_event")
    if printed.text and not (values.get("calendar") or anchored or printed.offset or kept):
        filling.refuse("calendar", "calendar_missing", _("Choose the calendar the date is printed in, or “not sure”."))
    if values.get("face"):
        _keep_typed(filling, values)
    elif anchored:
        _fill_offset(filling, values)
    elif values.get("reading"):
        _take_reading(filling, str(values["reading"]))
    elif printed.only:
        _put(filling, printed.only)
    elif printed.is_ambiguous:
        filling.refuse("as_printed", "ambiguous_date", _ambiguous(printed))
    elif printed.problem and not values.get("gap"):
        _refuse_unread(filling, values)
    if kept:
        # The words stood so before: nothing is added to them behind the editor's back.
        filling.values = {name: value for name, value in filling.values.items() if name == "face"}
    return filling


def _ambiguous(printed: PrintedDate) -> str:
    said = {"printed": printed.text, "count": len(printed.candidates)}
    return _("“%(printed)s” can be read in %(count)s ways: choose the one that is meant, or keep all of them.") % said


def _keep_typed(filling: Filling, values: Mapping) -> None:
    face, reading = str(values["face"]), str(values.get("reading") or "")
    if reading and reading != face:
        said = {"typed": face, "chosen": reading}
        sentence = _(
            "You typed %(typed)s and chose %(chosen)s: empty this field to take what you chose, or choose “as typed”."
        )
        filling.refuse("face", "typed_and_chosen", sentence % said)
    unsaid = filling.date.problem is not None and filling.date.problem.code == "year_missing"
    fitting = [each for each in filling.date.candidates if each.date.edtf == face]
    supplied = fitting[0].date.supplied if fitting else ("year",) if unsaid else ()
    if supplied and not values.get("supplied"):
        filling.values["supplied"] = list(supplied)


def _fill_offset(filling: Filling, values: Mapping) -> None:
    offset = filling.date.offset
    if offset is not None and values.get("offset_low") is None and values.get("offset_high") is None:
        filling.values["offset_low"], filling.values["offset_high"] = offset.signed


def _take_reading(filling: Filling, reading: str) -> None:
    chosen = next((each for each in filling.date.candidates if each.date.edtf == reading), None)
    if chosen is not None:
        _put(filling, chosen)
    elif filling.date.is_ambiguous and reading == all_readings(filling.date.candidates):
        filling.values["face"] = reading
    else:
        sentence = _("The words no longer have the reading %(reading)s: choose again.") % {"reading": reading[:60]}
        filling.refuse("as_printed", "reading_gone", sentence)


def _put(filling: Filling, candidate: Candidate) -> None:
    filling.values["face"] = candidate.date.edtf
    if candidate.date.supplied:
        filling.values["supplied"] = list(candidate.date.supplied)


def _refuse_unread(filling: Filling, values: Mapping) -> None:
    printed, problem = filling.date, filling.date.problem
    if printed.offset is not None:
        sentence = _("“%(printed)s” is counted from something: choose the claim or the event it is counted from.")
        filling.refuse("relative_to_event", "anchor_missing", sentence % {"printed": printed.text})
    elif problem.code == "year_missing":
        sentence = _("The words leave the year to their context: give the year that the passage is about.")
        filling.refuse("context_year", problem.code, sentence)
    elif problem.code == "calendar_mismatch" and values.get("context_year"):
        sentence = _("%(year)s is no year of the calendar chosen: give the year as that calendar counts it.")
        filling.refuse("context_year", problem.code, sentence % {"year": values["context_year"]})
    elif problem.code == "calendar_mismatch":
        filling.refuse("calendar", problem.code, _said(problem.message, _("Choose another calendar, or “not sure”.")))
    else:
        hint = _("Correct the words, or, where they stand so in the source, type the days they mean as EDTF.")
        filling.refuse("as_printed", problem.code, _said(problem.message, hint))


def _said(problem: str, remedy: str) -> str:
    return f"{problem} {remedy}"


def _year_of(face: object, calendar: object) -> int | None:
    """The year of a typed day, as the calendar chosen counts it; None where there is none."""
    try:
        day = parse_edtf(str(face or "")).earliest
        counted = Calendar(calendar) if calendar in list(Calendar) else Calendar.GREGORIAN
        return None if day is None else from_day(counted, day)[0]
    except ChronologyError:
        return None


def year_of_context(face: str, calendar: str, supplied: list[str]) -> int | None:
    """The year that a kept claim took from its context, or None where its words name the year."""
    return _year_of(face, calendar) if "year" in supplied else None


def _fill_number(values: Mapping, kept: bool) -> Filling:
    length = values.get("attribute") == "duration"
    read = read_printed_number(str(values.get("as_printed") or ""), length=length)
    filling = Filling(number=read)
    if read is None or kept:
        return filling
    if values.get("low") is None and values.get("high") is None and not values.get("parts"):
        filling.values |= {
            name: value
            for name, value in (("low", read.low), ("high", read.high), ("parts", list(read.parts)))
            if value not in (None, [])
        }
        if read.qualifier and not values.get("qualifier"):
            filling.values["qualifier"] = read.qualifier
    if read.unit and not values.get("unit"):
        filling.values["unit"] = read.unit
    return filling
