"""The wording of the atlas page: every sentence its scripts may show, in the reader's language."""

from collections.abc import Callable
from functools import cache

from django.utils.translation import override

from . import facts, lessons, map_pane, panel, problems, shell, tellings, timeline_pane, toolbar
from .plurals import Plural

CATALOGUE = {
    **shell.MESSAGES,
    **toolbar.MESSAGES,
    **panel.MESSAGES,
    **facts.messages(),
    **problems.MESSAGES,
    **timeline_pane.MESSAGES,
    **map_pane.MESSAGES,
    **tellings.MESSAGES,
    **lessons.MESSAGES,
}

# What a first view says, by the part of a key before its first point, or by the whole key. The rest,
# twice as much, comes with the script of records, menus and lists.
FIRST_GROUPS = frozenset((
    *("divider", "empty", "error", "filter", "kinds", "map", "play", "problem"),
    *("sheet", "shown", "status", "timeline", "toolbar"),
))  # fmt: skip
FIRST_KEYS = frozenset((
    *("close", "list.and", "list.or", "movement.undated", "quoted"),
    *("panel.close", "panel.copy-by-hand", "panel.link", "panel.linked", "panel.more-events", "panel.page"),
))  # fmt: skip


Messages = dict[str, str | dict[str, str]]


def interface_messages(wanted: Callable[[str], bool] = lambda key: True) -> Messages:
    """Return key → text, or → {one, few, many, other} for a plural, in the language now active.

    A text holds its parameters as {name}; a plural's number is {count}.
    """
    return {
        key: said.forms() if isinstance(said, Plural) else str(said) for key, said in CATALOGUE.items() if wanted(key)
    }


def comes_first(key: str) -> bool:
    """Whether the message of a key is sent with the page, and not with the script of records."""
    return key in FIRST_KEYS or key.partition(".")[0] in FIRST_GROUPS


@cache
def first_messages(language: str) -> Messages:
    """The part of `interface_messages` that a first view says, in a language; for reading only."""
    with override(language):
        return interface_messages(comes_first)


@cache
def later_messages(language: str) -> Messages:
    """The part that comes with the script of records, in a language; for reading only."""
    with override(language):
        return interface_messages(lambda key: not comes_first(key))
