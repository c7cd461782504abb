"""Turns dates of issue from EDTF into those of CSL, and those into the words of English citations."""

import re
from datetime import date

from chronology.edtf import parse_edtf
from chronology.errors import ChronologyError
from chronology.formatting import format_span

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SHORT_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)", re.ASCII)


def csl_date(issued: str) -> dict | None:
    """The CSL date of an EDTF text: days, months, years, seasons and stretches of them as numbers, else as words.

    What is no EDTF stands as it is, and of no text comes no date.
    """
    if not issued:
        return None
    try:
        span = parse_edtf(issued)
    except ChronologyError:
        return {"literal": issued}
    ends = [_PLAIN.fullmatch(end) for end in issued.split("/")]
    if not all(ends):
        return {"literal": format_span(span, language="en")}
    parts = [[int(part) for part in end.groups()[:3] if part] for end in ends]
    made: dict = {"date-parts": parts}
    if len(parts[0]) > 1 and parts[0][1] > 12:
        if len(parts) > 1 or parts[0][1] > 24:
            return {"literal": format_span(span, language="en")}
        made = {"date-parts": [parts[0][:1]], "season": parts[0][1] - 20}
    if any(end[4] for end in ends):
        made["circa"] = True
    return made


def csl_day(day: date) -> dict:
    """The CSL date of a day."""
    return {"date-parts": [[day.year, day.month, day.day]]}


def american(issued: dict | None) -> str:
    """June 30, 2006."""
    return _worded(
        issued, lambda year, month="", day="": f"{month} {day}, {year}" if day else f"{month} {year}".strip()
    )


def day_first(issued: dict | None) -> str:
    """30 June 2006, with the months that are long cut short."""

    def one(year: str, month: str = "", day: str = "") -> str:
        return " ".join(part for part in (day, month, year) if part)

    return _worded(issued, one, SHORT_MONTHS)


def year_first(issued: dict | None) -> str:
    """2006, June 30."""

    def one(year: str, month: str = "", day: str = "") -> str:
        return f"{year}, {month} {day}".strip() if month else year

    return _worded(issued, one)


def year_alone(issued: dict | None) -> str:
    """2006; of what has no number of a year its words."""
    if issued and "date-parts" in issued:
        return _worded(
            {**issued, "date-parts": [end[:1] for end in issued["date-parts"]], "season": 0}, lambda year: year
        )
    return _worded(issued, lambda year: year)


def iso(issued: dict | None) -> str:
    """2006-06-30, 2006-06 or 2006; "" of what is no single date, or only about it."""
    if not issued or len(issued.get("date-parts", ())) != 1 or issued.get("circa"):
        return ""
    year, *rest = issued["date-parts"][0]
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in rest)])


def _worded(issued: dict | None, one, months: tuple[str, ...] = MONTHS) -> str:
    if not issued:
        return ""
    if "literal" in issued:
        return issued["literal"]
    season = SEASONS[issued["season"] - 1] if issued.get("season") else ""
    ends = []
    for year, *rest in issued["date-parts"]:
        written = [str(year)]
        written += [season] if season else [months[rest[0] - 1], *map(str, rest[1:])] if rest else []
        ends.append(one(*written))
    return "–".join(dict.fromkeys(ends))
