"""What the one sheet leaves open and must be asked: the order of day and month, the calendar, kind and lane."""

from collections import Counter
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from chronology.calendars import LABELS, Calendar
from geo.folding import fold
from timeline.importing.known_names import Known
from timeline.importing.markup import plain
from timeline.importing.one_sheet.dates import is_year, of_several_calendars, whole_cells
from timeline.importing.one_sheet.event_slugs import known_slug
from timeline.importing.one_sheet.events import Manner
from timeline.importing.one_sheet.rows import SheetRow
from timeline.importing.one_sheet.whole_dates import orders_of
from timeline.importing.staged import Question
from timeline.models.vocabulary import EventKind

CALENDAR, KIND, THEATRE = "calendar", "kind", "theatre"
SHOWN = 5


def manner_of(
    rows: Sequence[SheetRow], columns: frozenset[str], answers: Mapping[str, str], known: Known
) -> tuple[Manner, list[Question]]:
    """Return how the rows are to be read, and what must be asked before; what the file tells is not asked."""
    cells = [row.cell(column) for row in rows for column in whole_cells(row)]
    orders, questions = orders_of(cells, answers)
    calendar, asked = _calendar(rows, answers)
    questions += asked
    told = _new_events(rows, known)
    kind, asked = _kind([row for row in told if not row["Kind"]], answers)
    questions += asked
    theatre, asked = _theatre([row for row in told if not row["Theatre"] and not row["Group"]], answers, known)
    questions += asked
    lanes = [row["Theatre"] or plain(row["Group"]) for row in rows]
    era_theatre = next(filter(None, (*lanes, theatre, *known.theatres.values())), _("Events"))
    return Manner(orders, calendar, kind, theatre, era_theatre, columns), questions


def _new_events(rows: Sequence[SheetRow], known: Known) -> list[SheetRow]:
    """The rows of events that the atlas does not have: the second row of a headline is the second event called so."""
    new, met, slugs = [], Counter(), set()
    for row in (row for row in rows if row.type == "event" and row["Headline"]):
        headline, slug = fold(plain(row["Headline"])), row["Slug"]
        if slug:
            is_known = bool(known_slug(slug, known, known.atlas))
        else:
            is_known = met[headline] < len(known.titles.get(headline, ()))
        met[headline] += slug not in slugs
        slugs |= {slug} if slug else set()
        new += [] if is_known else [row]
    return new


def _calendar(rows: Sequence[SheetRow], answers: Mapping[str, str]) -> tuple[str, list[Question]]:
    """The calendar of the years that may be of several, and of them alone; it is not guessed from a number."""
    unsaid = [row for row in rows if not row["Calendar"] and is_year(row["Year"])]
    years = [row["Year"] for row in unsaid if of_several_calendars(row["Year"])]
    if not years:
        return Calendar.GREGORIAN.value, []
    if answers.get(CALENDAR) in list(Calendar):
        return answers[CALENDAR], []
    choices = tuple((calendar.value, LABELS[calendar]) for calendar in Calendar)
    sentence = _("The sheet has years that may be of several calendars, and no calendar beside them. Which is meant?")
    return Calendar.GREGORIAN.value, [Question(CALENDAR, sentence, choices, _examples(years))]


def _kind(rows: Sequence[SheetRow], answers: Mapping[str, str]) -> tuple[str, list[Question]]:
    if not rows or answers.get(KIND) in EventKind.values:
        return answers.get(KIND, ""), []
    # Politics first: most of what has no better word is that.
    kinds = sorted(EventKind, key=lambda kind: (kind is not EventKind.POLITICS, str(kind.label)))
    choices = tuple((kind.value, str(kind.label)) for kind in kinds)
    sentence = _("Rows without a kind of event: %(count)d. Which kind are they?") % {"count": len(rows)}
    return "", [Question(KIND, sentence, choices, _examples(row["Headline"] for row in rows))]


def _theatre(rows: Sequence[SheetRow], answers: Mapping[str, str], known: Known) -> tuple[str, list[Question]]:
    lanes = list(dict.fromkeys(known.theatres.values()))
    if not rows or not lanes:
        # A new atlas in which nothing names a lane has a single one.
        return _("Events"), []
    if len(lanes) == 1:
        return lanes[0], []
    if answers.get(THEATRE) in lanes:
        return answers[THEATRE], []
    labels = {}
    for label, slug in known.theatre_labels:
        labels.setdefault(slug, label)
    choices = tuple((slug, labels.get(slug, slug)) for slug in lanes)
    sentence = _("Rows without a lane (Theatre or Group): %(count)d. On which lane of the timeline do they belong?")
    examples = _examples(row["Headline"] for row in rows)
    return "", [Question(THEATRE, sentence % {"count": len(rows)}, choices, examples)]


def _examples(values) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value[:80] for value in values))[:SHOWN]
