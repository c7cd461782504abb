"""Finds the lanes and sides that rows of a file name among those of the atlas, or stages new ones."""

import re

from django.utils.translation import gettext as _

from geo.folding import fold
from timeline.importing.drafting import Draft, Spot
from timeline.importing.plain_text import check_text
from timeline.importing.side_colours import side_cells
from timeline.importing.slugs import Slugs

LONGEST_LABEL = 80
LONGEST_SLUG = 40
_BETWEEN = re.compile(r"\s*[;؛]\s*")


class Theatres:
    """The lanes of one file."""

    def __init__(self, draft: Draft):
        self._draft = draft
        self._slugs = Slugs(draft.known.theatres.values())
        self._known = dict(draft.known.theatres)
        self._count = len(set(self._known.values()))

    def slug_for(self, label: str, spot: Spot) -> str:
        """Return the slug of the lane of this label; raise BadRow for one too long."""
        check_text(label, LONGEST_LABEL, _("Theatre"))
        slug = self._known.get(fold(label))
        if slug is None:
            slug = self._known[fold(label)] = self._slugs.give(label, "lane", LONGEST_SLUG)
            self._count += 1
            cells = {"atlas": self._draft.atlas, "slug": slug, "order": str(self._count * 10), "label_en": label}
            self._draft.add("theatres.csv", spot, **cells)
        return slug


class Sides:
    """The sides of one file. A side takes part in an event as a force of its name."""

    def __init__(self, draft: Draft):
        self._draft = draft
        self._slugs = Slugs(draft.known.sides.values())
        self._known = dict(draft.known.sides)
        self._forces = dict(draft.known.forces)
        self._count = len(set(self._known.values()))

    def named(self, cell: str) -> list[str]:
        """The labels in a cell, separated by semicolons; raises BadRow for one too long."""
        return [
            check_text(label, LONGEST_LABEL, _("Side"))
            for label in dict.fromkeys(_BETWEEN.split(cell.strip()))
            if label
        ]

    def slug_for(self, label: str, spot: Spot) -> str:
        """Return the slug of the side of this label."""
        folded = fold(label)
        side = self._known.get(folded)
        if side is None:
            side = self._known[folded] = self._slugs.give(label, "side", LONGEST_SLUG)
            cells = {"atlas": self._draft.atlas, "slug": side, "label_en": label} | side_cells(self._count)
            self._count += 1
            self._draft.add("sides.csv", spot, **cells)
        return side

    def force_for(self, label: str, spot: Spot) -> str:
        """Return the slug of the force that stands for the side of this label in an event."""
        folded = fold(label)
        force = self._forces.get(folded)
        if force is None:
            force = self._forces[folded] = self._draft.slugs["force"].give(label, "force")
            self._draft.add("forces.csv", spot, slug=force, name=label, kind="other")
        return force
