"""Writes where a page of a list ends as a text that an address carries, and reads it again.

It holds the place itself, not the name of a record there: whoever reads page by page goes on though that record
is changed, renamed, withdrawn or deleted meanwhile.
"""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import datetime

MARK = "~"
"""No slug begins with it."""
LONGEST = 2000
_LARGEST = 2**63

Key = int | str | datetime


class UnreadableCursor(ValueError):
    """The text was not written by `written` for this order; begin from the first page."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an order: the value it is ordered by, and what tells records of the same value apart."""

    value: Key
    record: int | str


def is_cursor(text: str) -> bool:
    """Whether it is a place, not the name of a record."""
    return text.startswith(MARK)


def written(ordering: str, place: Place) -> str:
    """The place as a text of letters, digits, "-", "_" and "~"; `ordering` is the order in which it is one."""
    value = place.value.isoformat() if isinstance(place.value, datetime) else place.value
    packed = json.dumps([ordering, value, place.record], ensure_ascii=False, separators=(",", ":")).encode()
    return MARK + base64.urlsafe_b64encode(packed).rstrip(b"=").decode()


def read(text: str, ordering: str, *, value: type, record: type) -> Place:
    """The place; value and record: what kind of each this order has. Raises UnreadableCursor."""
    packed = text.removeprefix(MARK)
    try:
        found = json.loads(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
        ordered_by, told, own = found
        if ordered_by != ordering:
            raise ValueError(ordered_by)
        return Place(_as(value, told), _as(record, own))
    except (ValueError, TypeError, RecursionError, binascii.Error) as error:
        raise UnreadableCursor(text) from error


def _as(kind: type, told: object) -> Key:
    if kind is datetime:
        if not isinstance(told, str):
            raise ValueError(told)
        moment = datetime.fromisoformat(told)
        if moment.tzinfo is None:
            raise ValueError(told)
        return moment
    if type(told) is not kind:
        raise ValueError(told)
    if isinstance(told, int) and abs(told) >= _LARGEST:
        raise ValueError(told)
    if isinstance(told, str):
        # A database takes neither half a pair of surrogates nor NUL.
        told.encode()
        if "\x00" in told:
            raise ValueError(told)
    return told
