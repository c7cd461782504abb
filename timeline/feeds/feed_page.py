"""The frame of one page of a feed: how it is called, when it changed, and the pages beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from timeline.feeds.imprint import Imprint


@dataclass(frozen=True, slots=True)
class FeedPage:
    """One page of a feed, newest first.

    title: with the words of the filter; first, own, previous and following: absolute addresses of the first
    page, of this one and of those before and after it, None where there is none; updated: when the newest
    record on it changed; icon: the address of a square picture; sides: the label of each side's slug.
    """

    imprint: Imprint
    title: str
    first: str
    own: str
    previous: str | None = None
    following: str | None = None
    updated: datetime | None = None
    icon: str = ""
    sides: Mapping[str, str] = field(default_factory=dict)
