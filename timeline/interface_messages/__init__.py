"""The wording of the atlas page: every sentence its scripts may show, in the reader's language."""

from . import facts, map_pane, panel, problems, shell, tellings, timeline_pane, toolbar
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
}


def interface_messages() -> dict[str, str | dict[str, str]]:
    """Return key → text, or → {one, few, many, other} for a plural, in the language now active.

    A text holds its parameters as {name}; a plural's number is {count}.
    """
    return {key: said.forms() if isinstance(said, Plural) else str(said) for key, said in CATALOGUE.items()}
