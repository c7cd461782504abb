"""Cuts an ordered set of records into the pages of a list, each led to by the name of the record before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from timeline.parameters import Parameters
from timeline.problems import Problem

SIZE = 60


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list: the keys it shows, how many there are in all, the addresses beside it.

    first and last count from 1; problems are sentences about values that could not be read.
    """

    keys: tuple
    count: int
    first: int
    last: int
    before: str
    following: str
    problems: tuple[Problem, ...]

    @property
    def is_cut(self) -> bool:
        return bool(self.before or self.following)


def listing(records, query: QueryDict, *, column: str = "slug", size: int = SIZE, problems=()) -> Listing:
    """Cut the queryset, which is ordered already; `after` in the query names the record the page follows.

    One query. A name that is not in the list begins it anew, with a sentence.
    """
    return cut(list(records.values_list("pk", column)), query, size=size, problems=problems)


def cut(rows: Sequence[tuple], query: QueryDict, *, size: int = SIZE, problems=()) -> Listing:
    """Cut pairs of (key, name) in the order they are to be shown in; no query."""
    parameters = Parameters(query, lenient=True)
    after = parameters.value("after")
    begins = 0
    if after:
        begins = next((place for place, (_key, name) in enumerate(rows, start=1) if name == after), 0)
        if not begins:
            message = _("There is nothing of this name in the list to go on from; it is shown from the beginning.")
            parameters.refuse("bad_cursor", message, "after", after)
    ends = min(begins + size, len(rows))
    previous = max(0, begins - size)
    return Listing(
        keys=tuple(pk for pk, _name in rows[begins:ends]),
        count=len(rows),
        first=begins + 1 if rows else 0,
        last=ends,
        before=page_address(query, rows[previous - 1][1] if previous else "") if begins else "",
        following=page_address(query, rows[ends - 1][1]) if ends < len(rows) else "",
        problems=(*problems, *parameters.problems),
    )


def page_address(query: QueryDict, after: str) -> str:
    """The same question, for the page that follows the one named; the first where it is ""."""
    asked = query.copy()
    asked.pop("after", None)
    if after:
        asked["after"] = after
    return f"?{asked.urlencode()}"


@dataclass(frozen=True, slots=True)
class SortKey:
    """A column the reader can sort by: its word, its address, and whether it is the one in use."""

    name: str
    label: str
    address: str
    direction: str

    @property
    def aria(self) -> str:
        return {"": "none", "up": "ascending", "down": "descending"}[self.direction]


def sort_keys(query: QueryDict, labels: dict[str, str], chosen: str) -> dict[str, SortKey]:
    """The sortable columns; the one in use turns round."""
    keys = {}
    for name, label in labels.items():
        used = chosen.removeprefix("-") == name
        direction = ("down" if chosen.startswith("-") else "up") if used else ""
        asked = query.copy()
        asked.pop("after", None)
        asked["ordering"] = f"-{name}" if direction == "up" else name
        keys[name] = SortKey(name, label, f"?{asked.urlencode()}", direction)
    return keys


def read_ordering(query: QueryDict, names, default: str) -> tuple[str, list[Problem]]:
    """The ordering asked for, with its sign, and what is wrong with it."""
    parameters = Parameters(query, lenient=True)
    allowed = [sign + name for name in names for sign in ("", "-")]
    return parameters.choice("ordering", allowed, default), parameters.problems
