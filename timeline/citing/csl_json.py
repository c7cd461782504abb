"""Writes a citation as CSL-JSON: a list of items, as citeproc and reference managers read it."""

import json

from timeline.citing.items import Cited
from timeline.citing.locators import spoken


def written(cited: Cited) -> str:
    """The list with the one item."""
    return json.dumps([item_of(cited)], ensure_ascii=False, indent=2) + "\n"


def item_of(cited: Cited) -> dict:
    """The item with what the format has no field for as a note: the spot, and where the atlas holds it."""
    note = "; ".join(part for part in (spoken(cited.locator), cited.record) if part)
    return {**cited.item, "id": cited.key, **({"note": note} if note else {})}
