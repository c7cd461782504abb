"""Writes the style sheet that colours the sides of every published atlas, named by its content."""

import hashlib
from functools import lru_cache

from timeline.models import Atlas
from timeline.side_inks import class_rules, inks_of, style_rules

FOLDER = "sides"


def sheet_address(state: str) -> str:
    """The address of the sheet of today; `state` says in which state the data are (`data_stamp`)."""
    return f"/{FOLDER}/{sheet(state)[0]}.css"


@lru_cache(maxsize=8)
def sheet(_state: str) -> tuple[str, str]:
    """(digest, text) of the sheet; one or two queries for each new state of the data.

    Sides of the atlas at the front are coloured everywhere, those of another where `data-atlas` names it; so are
    its sides everywhere that no atlas before it names.
    """
    rules, slugs = [], set()
    for atlas in Atlas.objects.published().prefetch_related("sides"):
        inks = inks_of(atlas.sides.all())
        rules += style_rules([side for side in inks if side.slug not in slugs])
        rules += style_rules(inks, atlas.slug) if slugs else []
        slugs |= {side.slug for side in inks}
    text = "\n".join([*rules, *class_rules(slugs)])
    return hashlib.sha256(text.encode()).hexdigest()[:16], text
