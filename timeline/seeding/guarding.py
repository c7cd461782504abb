"""Keeps spreadsheets from taking a cell for a formula, by an apostrophe before it, and takes it off again."""

import re

_TAKEN_FOR_A_FORMULA = re.compile(r"'*[=+\-@\t]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?\Z", re.ASCII)


def guarded(cell: str) -> str:
    """The cell as it is written: with an apostrophe where it begins like a formula and is no number.

    >>> guarded("=1+1"), guarded("-5")
    ("'=1+1", '-5')
    """
    return f"'{cell}" if _TAKEN_FOR_A_FORMULA.match(cell) and not _NUMBER.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`; the two undo each other for every text."""
    return cell[1:] if cell.startswith("'") and _TAKEN_FOR_A_FORMULA.match(cell, 1) else cell
