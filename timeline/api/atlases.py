"""Answers questions about atlases."""

from timeline.api.bodies.atlases import AtlasBody
from timeline.api.collections import ListView, RecordView
from timeline.api.paging import Ordering, every_order
from timeline.atlas_bodies import atlas_body, framed
from timeline.models import Atlas


class Atlases:
    """Where atlases are and how they look."""

    body = AtlasBody

    def records(self):
        return Atlas.objects.all()

    def bodies(self, records) -> list[dict]:
        return [atlas_body(atlas, self.language) for atlas in framed(records)]


class AtlasListView(Atlases, ListView):
    """Every published atlas."""

    orderings = every_order(title=Ordering("title"))


class AtlasView(Atlases, RecordView):
    """One atlas: its window, lanes, sides, kinds and bands."""

    kind = "atlas"
