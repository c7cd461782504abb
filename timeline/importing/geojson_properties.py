"""Tells which property of a GeoJSON file is the title, the date and the rest, or asks where that isn't clear."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chronology.edtf import parse_edtf
from chronology.errors import ChronologyError
from chronology.parsing import parse_candidates
from geo.folding import fold
from timeline.importing.json_documents import text_of
from timeline.importing.one_sheet.whole_dates import numbers_of
from timeline.importing.refusals import NO_TEXT, BadRow, cleaned
from timeline.importing.staged import Question

TITLE, DATE = "title_property", "date_property"
NONE = "none"
# What others call them, the commonest first. Names are compared folded.
_NAMES = {
    "Headline": ("title", "headline", "name", "label", "event", "عنوان", "نام"),
    "Date": ("date", "start date", "startdate", "start", "when", "begin", "time", "timestamp", "تاریخ"),
    "End Date": ("end date", "enddate", "end", "until"),
    "Year": ("year", "start year", "سال"),
    "Month": ("month",),
    "Day": ("day",),
    "End Year": ("end year",),
    "EDTF": ("edtf",),
    "Display Date": ("as printed", "display date"),
    "Text": ("summary", "description", "text", "desc", "popup", "شرح"),
    "Place": ("place", "location", "placename", "place name", "مکان"),
    "Uncertainty km": ("uncertainty km", "uncertainty"),
    "Source": ("source", "citation", "reference", "منبع"),
    "Locator": ("locator", "page", "pages"),
    "Calendar": ("calendar",),
    "Theatre": ("theatre", "theater", "lane", "group"),
    "Side": ("sides", "side", "party"),
    "Kind": ("kind", "type", "category"),
    "Importance": ("importance",),
}
_OF_A_DATE = ("EDTF", "Date", "Year", "Display Date")
LOOKED_AT, SHOWN, LONGEST_SHOWN, LONGEST_NAME = 50, 5, 60, 200


@dataclass(frozen=True, slots=True)
class Mapped:
    """Our column -> the property of the file; rest: properties that are not read."""

    columns: Mapping[str, str]
    rest: tuple[str, ...] = ()

    @property
    def tells_events(self) -> bool:
        """Whether a date is told, so that the features are events; without one they are places."""
        return any(column in self.columns for column in _OF_A_DATE)


def mapped(properties: Sequence[Mapping], answers: Mapping[str, str], *, dated: bool) -> tuple[Mapped, list[Question]]:
    """Return which property is what, and what must be asked; `dated`: features tell their time without one."""
    every = dict.fromkeys(name for each in properties for name in each)
    names = [name for name in every if len(name) <= LONGEST_NAME and not NO_TEXT.search(name)]
    folded = {fold(name.replace("_", " ")): name for name in reversed(names)}
    columns = {}
    for column, calls in _NAMES.items():
        found = next((folded[fold(call)] for call in calls if fold(call) in folded), None)
        if found is not None and found not in columns.values():
            columns[column] = found
    questions = []
    texts = {name: _texts(properties, name) for name in names}
    if "Headline" not in columns:
        asked = _chosen(TITLE, _titles(texts, columns), answers)
        sentence = _("Which property of the file names the features?")
        _settle(asked, "Headline", columns, questions, TITLE, sentence, texts)
    if not dated and not any(column in columns for column in _OF_A_DATE):
        possible = [name for name in names if name not in columns.values() and _dates_mostly(texts[name])]
        if possible:
            asked = _chosen(DATE, [*possible, NONE], answers)
            sentence = _("Which property of the file is the date? Without one the features are read as places.")
            _settle(asked, "Date", columns, questions, DATE, sentence, texts)
    rest = tuple(name for name in names if name not in columns.values())
    return Mapped(columns, rest), questions


def _settle(asked, column: str, columns: dict, questions: list, key: str, sentence: str, texts: Mapping) -> None:
    answer, possible = asked
    if answer is None:
        choices = tuple((name, _choice(name, texts)) for name in possible)
        examples = tuple(text[:LONGEST_SHOWN] for name in possible for text in texts.get(name, ())[:1])
        questions.append(Question(key, sentence, choices, examples[:SHOWN]))
    elif answer != NONE:
        columns[column] = answer


def _chosen(key: str, possible: list[str], answers: Mapping[str, str]) -> tuple[str | None, list[str]]:
    """The answer given, None where it is open; without anything to choose it is NONE."""
    if not possible:
        return NONE, []
    return (answers[key] if answers.get(key) in possible else None), possible


def _choice(name: str, texts: Mapping[str, list[str]]) -> str:
    if name == NONE:
        return _("None of them: these are places.")
    shown = ", ".join(text[:LONGEST_SHOWN] for text in texts[name][:2])
    return f"{name[:LONGEST_SHOWN]} ({shown})"


def _texts(properties: Iterable[Mapping], name: str) -> list[str]:
    found = []
    for each in properties:
        try:
            if text := text_of(each.get(name)):
                found.append(cleaned(text))
        except BadRow:
            continue
        if len(found) == LOOKED_AT:
            break
    return found


def _titles(texts: Mapping[str, list[str]], columns: Mapping[str, str]) -> list[str]:
    """Properties that may name features: words, and not the same for all."""
    taken = set(columns.values())
    worded = {name: found for name, found in texts.items() if name not in taken and any(map(_has_letters, found))}
    varied = Counter({name: len(set(found)) for name, found in worded.items()})
    return [name for name, _count in varied.most_common()]


def _has_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _dates_mostly(texts: Sequence[str]) -> bool:
    return bool(texts) and sum(map(_is_date, texts)) * 2 >= len(texts)


def _is_date(text: str) -> bool:
    """Whether a text is a date: bare numbers of three or four figures may be anything, and count for none."""
    if numbers_of(text):
        return True
    if text.isdecimal() or not any(character.isdigit() for character in text):
        return False
    for read in (parse_edtf, parse_candidates):
        try:
            read(text)
        except ChronologyError:
            continue
        return True
    return False
