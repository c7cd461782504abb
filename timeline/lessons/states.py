"""Reads the view that a step of a lesson opens: a query string in its usual form, and what is wrong with it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.core.exceptions import TooManyFieldsSent
from django.http import QueryDict
from django.utils.translation import gettext as _

from timeline.embedding.state import FILTER_KEYS, NAMED, VIEW_KEYS, address_with, pairs_of, state_problems
from timeline.models.lessons import LONGEST_STATE
from timeline.parameters import Parameters
from timeline.problems import Problem

# A step says itself of which lesson it is; ground and language are the reader's.
STEP_KEYS = (*(key for key in VIEW_KEYS if key not in ("lesson", "step")), *FILTER_KEYS)
SELECTABLE = ("event", "movement", "place", "person", "force", "source", "claim")
"""The kinds of records that `at` may choose."""
OF_THE_FRAME = ("side", "theatre")
"""Keys whose values name a part of the atlas itself."""
_SLUGS = ("at", *(key for key in NAMED if key in STEP_KEYS), *OF_THE_FRAME)
_SLUG = re.compile(r"[-a-zA-Z0-9_]{1,120}")


class Named(NamedTuple):
    """A record that a state names: by which key, of which kind, by which slug or key."""

    key: str
    kind: str
    slug: str

    @property
    def value(self) -> str:
        """What stands in the address."""
        return f"{self.kind}:{self.slug}" if self.key == "at" else self.slug


@dataclass(frozen=True, slots=True)
class StepState:
    """A state as it is kept: `text` without "?", its keys in their order, empty values left out; and what is wrong.

    Whether what it names is there is asked elsewhere (timeline/lessons/finding.py).
    """

    text: str
    problems: tuple[Problem, ...] = ()

    @property
    def query(self) -> QueryDict:
        return QueryDict(self.text)

    def named(self) -> Iterator[Named]:
        """The records that it names, in the order of their keys."""
        found = (named_by(key, value) for key, value in pairs_of(self.query, STEP_KEYS))
        yield from (named for named in found if named)


def named_by(key: str, value: str) -> Named | None:
    """The record that a key of a state names, None where it names none."""
    if key == "at":
        kind, colon, slug = value.partition(":")
        return Named(key, kind, slug) if colon and kind in SELECTABLE else None
    if key in NAMED:
        return Named(key, NAMED[key], value)
    return Named(key, key, value) if key in OF_THE_FRAME else None


def read_state(text: str) -> StepState:
    """The state in a query string, with or without "?" before it; one query.

    >>> read_state("?map=35.7,51.4,8&day=1909-07-13").text
    'day=1909-07-13&map=35.7,51.4,8'
    """
    text = text.strip().removeprefix("?")
    query = query_of(text)
    if query is None:
        message = _("This view has more than a thousand parts: leave some of its filters out.")
        return StepState("", (Problem("too_long", message, "", text),))
    kept = address_with("", pairs_of(query, STEP_KEYS)).removeprefix("?")
    return StepState(kept, (*_unknown(query), *_unreadable(query), *_too_long(kept)))


def query_of(text: str) -> QueryDict | None:
    """The query string taken apart; None where it has more parts than are taken of any address (a thousand)."""
    try:
        return QueryDict(text)
    except TooManyFieldsSent:
        return None


def renamed_in(text: str, now: Callable[[Named], str]) -> str:
    """The state with what it names under the slugs that `now` gives; a key of which it gives "" is left out.

    What no view can be stays as it is: read_state says what is wrong with it.
    """
    query = query_of(text.removeprefix("?"))
    if query is None:
        return text
    pairs = [(key, value) for key, values in query.lists() for value in values]
    changed = []
    for key, value in pairs:
        named = named_by(key, value)
        slug = now(named) if named else ""
        if named is None or slug:
            changed.append((key, named._replace(slug=slug).value if named else value))
    return address_with("", changed).removeprefix("?") if changed != pairs else text


def _too_long(kept: str) -> Iterator[Problem]:
    if len(kept) > LONGEST_STATE:
        message = _("This view is longer than %(longest)s characters: leave some of its filters out.")
        yield Problem("too_long", message % {"longest": LONGEST_STATE}, "", kept)


def _unknown(query: QueryDict) -> Iterator[Problem]:
    for key in query:
        if key not in STEP_KEYS:
            message = _("A view has no “%(key)s”. Known are: %(known)s.")
            value = query.get(key, "")
            yield Problem("unknown_key", message % {"key": key, "known": ", ".join(STEP_KEYS)}, key, value)


def _unreadable(query: QueryDict) -> Iterator[Problem]:
    """Bad values; slugs are only looked at for their letters, for what they name may not be shown yet."""
    plain = query.copy()
    for key in list(plain):
        if key in _SLUGS or key not in STEP_KEYS:
            plain.pop(key)
    yield from state_problems(plain)
    asked = Parameters(query, lenient=True)
    for key in ("at", "according_to", "compare"):
        asked.value(key)
    for key in _SLUGS:
        asked.values(key)
    yield from {(each.code, each.field): each for each in asked.problems}.values()
    for key, value in pairs_of(query, _SLUGS):
        kind, colon, slug = value.partition(":") if key == "at" else ("", ":", value)
        if not colon or not _SLUG.fullmatch(slug) or (key == "at" and kind not in SELECTABLE):
            yield Problem("bad_slug", _at_sentence() if key == "at" else _slug_sentence(), key, value)


def _at_sentence() -> str:
    known = ", ".join(SELECTABLE)
    return _("What is chosen is named as event:entry-into-tehran. Kinds are: %(known)s.") % {"known": known}


def _slug_sentence() -> str:
    return _("This is no short name: it is made of letters, figures and hyphens.")
