"""The wording of the atlas page: every sentence its scripts may show, in the reader's language."""

from . import facts, map_pane, panel, problems, shell, timeline_pane, toolbar
from .plurals import Plural

CATALOGUE = {
    **shell.MESSAGES,
    **toolbar.MESSAGES,
    **panel.MESSAGES,
    **facts.messages(),
    **problems.MESSAGES,
    **timeline_pane.MESSAGES,
    **map_pane.MESSAGES,
}

# What a first view says, by the part of a key before its first point, or by the whole key. The rest,
# twice as much, comes with the script of records, menus and lists.
FIRST_GROUPS = frozenset(
    "divider empty error filter kinds map play problem quoted sheet shown status timeline toolbar".split()
)
FIRST_KEYS = frozenset(
    (
        "close list.and list.or movement.undated panel.close panel.copy-by-hand panel.link panel.linked"
        " panel.more-events panel.page"
    ).split()
)


def interface_messages() -> dict[str, str | dict[str, str]]:
    """Return key → text, or → {one, few, many, other} for a plural, in the language now active.

    A text holds its parameters as {name}; a plural's number is {count}.
    """
    return {key: said.forms() if isinstance(said, Plural) else str(said) for key, said in CATALOGUE.items()}


def comes_first(key: str) -> bool:
    """Whether the message of a key is sent with the page, and not with the script of records."""
    return key in FIRST_KEYS or key.partition(".")[0] in FIRST_GROUPS


def first_messages() -> dict[str, str | dict[str, str]]:
    """The part of `interface_messages` that a first view says."""
    return {key: said for key, said in interface_messages().items() if comes_first(key)}


def later_messages() -> dict[str, str | dict[str, str]]:
    """The part of `interface_messages` that comes with the script of records."""
    return {key: said for key, said in interface_messages().items() if not comes_first(key)}
