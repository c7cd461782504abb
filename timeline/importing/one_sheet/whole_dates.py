"""Reads a whole date out of one cell; where day and month can change places it asks, and never guesses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chronology.calendars import YEARS, Calendar, to_day
from chronology.edtf import format_edtf, parse_edtf
from chronology.errors import ChronologyError
from chronology.folding import ascii_digits
from chronology.formatting import format_day
from chronology.parsing import parse_candidates
from chronology.senses import FIRST_COMMON_YEAR
from chronology.spans import Span
from timeline.importing.refusals import BadRow
from timeline.importing.staged import Question
from timeline.importing.workbooks import DATE, Cell

TEXT_ORDER, CELL_ORDER = "day_month_order", "date_cells"
DAY_FIRST, MONTH_FIRST = "day_first", "month_first"
AS_HELD, SWAPPED = "as_held", "swapped"
REFUSED = "refused"
_NUMBERS = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{3,4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class WholeDate:
    """A date read: its days, and the text and the calendar that its claim has. as_printed is "" for a date cell."""

    span: Span
    calendar: str
    as_printed: str = ""


@dataclass(frozen=True, slots=True)
class Orders:
    """In which order day and month stand. texts: DAY_FIRST, MONTH_FIRST, REFUSED where the file has both, or ""
    where nothing tells; cells: AS_HELD or SWAPPED."""

    texts: str = REFUSED
    cells: str = AS_HELD


def numbers_of(text: str) -> tuple[int, int, int] | None:
    """The first, second and year of "03/04/1909" where either may be the day; None for any other text."""
    match = _NUMBERS.fullmatch(ascii_digits(text).strip())
    return (int(match[1]), int(match[3]), int(match[4])) if match else None


def orders_of(cells: Iterable[Cell], answers) -> tuple[Orders, list[Question]]:
    """Return the orders that the file itself or the answers tell, and what must be asked.

    Texts: a value above 12 tells its place; where all that tell agree the others follow, where they do not
    those that could be either are refused, and where none tells it is asked. Date cells are what a spreadsheet
    made of what was typed: one of a day above 12 was not turned round; where none is, it is asked. A date cell
    that shows no day ("1909-07") has none to be turned round.
    """
    texts, held = [], []
    for cell in cells:
        if cell.kind == DATE:
            held += [cell.text] if len(cell.text) == len("1909-07-13") else []
        elif numbers := numbers_of(cell.text):
            texts.append((cell.text, *numbers))
    questions = []
    order = _told_by(texts)
    undecided = [each for each in texts if each[1] <= 12 and each[2] <= 12 and each[1] != each[2]]
    if order == "" and undecided:
        order = answers.get(TEXT_ORDER, "")
        if order not in (DAY_FIRST, MONTH_FIRST):
            questions.append(_text_question(undecided))
    turned = [day for day in held if int(day[8:]) <= 12 and day[8:] != day[5:7]]
    cell_order = AS_HELD
    if turned and (len(turned) == len(held) or texts):
        cell_order = answers.get(CELL_ORDER, "")
        if cell_order not in (AS_HELD, SWAPPED):
            questions.append(_cell_question(turned))
    return Orders(order, cell_order), questions


def _told_by(texts: list[tuple]) -> str:
    """The order that values with a number above 12 tell, "" where there are none, REFUSED where they disagree."""
    told = {DAY_FIRST if one > 12 else MONTH_FIRST for _text, one, two, _year in texts if (one > 12) != (two > 12)}
    return REFUSED if len(told) > 1 else "".join(told)


def read_whole(cell: Cell, calendar: str, orders: Orders) -> WholeDate:
    """Return the date of a cell; calendar is a Calendar or "" where none is given. Raises BadRow."""
    if cell.kind == DATE:
        return _held(cell.text, calendar, orders)
    text = cell.text
    if (numbers := numbers_of(text)) is not None:
        one, two, year = numbers
        if one <= 12 and two <= 12 and one != two and orders.texts not in (DAY_FIRST, MONTH_FIRST):
            raise BadRow(
                "ambiguous_date",
                _("“%(text)s” may be two days, and the file has both orders: write year, month and day in columns.")
                % {"text": text},
                text,
            )
        day_first = two <= 12 and (one > 12 or orders.texts != MONTH_FIRST)
        day, month = (one, two) if day_first else (two, one)
        read = _parsed(f"{year:04}-{month:02}-{day:02}", calendar, text)
    else:
        read = _parsed(text, calendar, text)
    return WholeDate(read.span, read.calendar, text)


def _held(iso: str, calendar: str, orders: Orders) -> WholeDate:
    if calendar not in ("", Calendar.GREGORIAN):
        raise BadRow(
            "date_cell_in_calendar",
            _("A date cell is always Gregorian: write a date of another calendar in the columns Year, Month and Day."),
            iso,
        )
    try:
        span = parse_edtf(turned_round(iso) if orders.cells == SWAPPED else iso)
        return WholeDate(span, Calendar.GREGORIAN.value)
    except ChronologyError as error:
        raise BadRow(error.code, error.message, iso) from error


def turned_round(iso: str) -> str:
    """A day with its month and its number changed round, where that gives a day."""
    year, _dash, rest = iso.partition("-")
    month, _dash, day = rest.partition("-")
    return f"{year}-{day}-{month}" if day and int(day) <= 12 else iso


def _parsed(text: str, calendar: str, shown: str):
    try:
        candidates = parse_candidates(text, calendar or None)
    except ChronologyError as error:
        raise BadRow(error.code, error.message, shown) from error
    if len(candidates) > 1:
        raise BadRow(
            "ambiguous_date",
            _("“%(text)s” can be read as %(readings)s: fill the columns Year, Month, Day and Calendar.")
            % {"text": shown, "readings": _(" or ").join(_said(each) for each in candidates[:3])},
            shown,
        )
    return candidates[0].date


def _said(candidate) -> str:
    return f"{format_edtf(candidate.date.span)} ({candidate.calendar})"


def _text_question(texts: list[tuple]) -> Question:
    text, one, two, year = texts[0]
    return Question(
        TEXT_ORDER,
        _("These dates can be read in two ways. Which number is the day?"),
        (
            (DAY_FIRST, _("The first: %(text)s is %(date)s.") % {"text": text, "date": _worded(year, two, one)}),
            (MONTH_FIRST, _("The second: %(text)s is %(date)s.") % {"text": text, "date": _worded(year, one, two)}),
        ),
        tuple(dict.fromkeys(each[0] for each in texts))[:5],
    )


def _cell_question(held: list[str]) -> Question:
    year, month, day = (int(part) for part in held[0].split("-"))
    kept, turned = _worded(year, month, day), _worded(year, day, month)
    return Question(
        CELL_ORDER,
        _(
            "The spreadsheet turned these dates into cells of its own, perhaps with day and month changed round."
            " What did you type?"
        ),
        (
            (AS_HELD, _("%(date)s, as the cell says.") % {"date": kept}),
            (SWAPPED, _("%(date)s: day and month are changed round.") % {"date": turned}),
        ),
        tuple(dict.fromkeys(held))[:5],
    )


def _worded(year: int, month: int, day: int) -> str:
    """The date in words: the month by its name where only one calendar counts such years."""
    if FIRST_COMMON_YEAR <= year <= YEARS[Calendar.GREGORIAN][1]:
        return format_day(to_day(Calendar.GREGORIAN, year, month, day))
    return _("day %(day)d of month %(month)d") % {"day": day, "month": month}
