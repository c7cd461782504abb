"""Cuts a sequence of things that have names into the pages of a list, as `listing` does for records."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from django.http import QueryDict

from timeline.pages.listing import Listing, page_address, read_place


class Named(Protocol):
    """Anything with a name of its own."""

    id: str


T = TypeVar("T", bound=Named)


def named_listing(rows: Sequence[T], query: QueryDict, *, size: int, problems=()) -> tuple[Sequence[T], Listing]:
    """The rows of the page asked for, and the page; `after` in the query names the row it follows."""
    begins, refused = read_place(query, [row.id for row in rows])
    ends = min(begins + size, len(rows))
    previous = max(0, begins - size)
    cut = Listing(
        keys=(),
        count=len(rows),
        first=begins + 1 if rows else 0,
        last=ends,
        before=page_address(query, rows[previous - 1].id if previous else "") if begins else "",
        following=page_address(query, rows[ends - 1].id) if ends < len(rows) else "",
        problems=(*problems, *refused),
    )
    return rows[begins:ends], cut
