"""Reads single cells of the seed tables into values, or says in a sentence what is wrong."""

import re

from chronology.edtf import parse_edtf
from chronology.errors import ChronologyError
from timeline.seeding.tables import BadCell

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
HIGHEST_ROW_NUMBER = 9_999


def slug(text: str) -> str:
    """A slug: lower-case Latin letters and figures in groups joined by single hyphens."""
    if not SLUG.match(text):
        raise BadCell(f"“{text}” is not a slug: use lower-case letters, figures and single hyphens.", "not_a_slug")
    return text


def required(text: str) -> str:
    if not text:
        raise BadCell("This cell must not be empty.", "cell_empty")
    return text


def integer(text: str) -> int | None:
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        raise BadCell(f"“{text}” is not a whole number.", "not_a_whole_number") from None


def row_number(text: str) -> int | None:
    """The number of a leg or a step among the others, which are numbered anew when one is put elsewhere."""
    number = integer(text)
    if number is not None and number > HIGHEST_ROW_NUMBER:
        raise BadCell(f"“{text}” is too high: number the rows from 1 to {HIGHEST_ROW_NUMBER}.", "number_too_high")
    return number


def decimal(text: str) -> float | None:
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        raise BadCell(f"“{text}” is not a number; write decimals with a point.", "not_a_number") from None
    if number != number or number in (float("inf"), float("-inf")):
        raise BadCell(f"“{text}” is not a number.", "not_a_number")
    return number


def yes(text: str) -> bool:
    if text in ("yes", "no", ""):
        return text == "yes"
    raise BadCell(f"“{text}” is neither yes nor no.", "not_yes_or_no")


def listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def chosen(text: str, choices, *, empty: bool = False) -> str:
    """One word of a closed vocabulary (a Django TextChoices)."""
    if (empty and not text) or text in choices.values:
        return text
    raise BadCell(f"“{text}” is not one of {', '.join(choices.values)}.", "not_in_the_vocabulary")


def day(text: str) -> int | None:
    """A single Gregorian day, ISO 8601, as a Julian day number."""
    if not text:
        return None
    span = edtf(text)
    if span.earliest is None or span.earliest != span.latest:
        raise BadCell(f"“{text}” is not a single day; write 1909-07-13.", "not_a_single_day")
    return span.earliest


def edtf(text: str):
    """The span of an EDTF text."""
    try:
        return parse_edtf(text)
    except ChronologyError as error:
        raise BadCell(error.message, error.code) from None
