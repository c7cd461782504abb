"""Names the events and legs of an atlas as things with one end or two."""

from collections.abc import Collection, Iterable
from itertools import pairwise

from chronology.spans import Shape
from timeline.models import Event, Leg
from timeline.models.vocabulary import Publication
from timeline.sequences import Link, Point

BEGIN, END = "begin", "end"
EDGES = {"": BEGIN, "on": BEGIN, "begin": BEGIN, "departs": BEGIN, "end": END, "arrives": END}


class DatedThings:
    """The published events and legs of an atlas, and which of them last.

    standing: which states of publication count, where not only what is published is asked for.
    """

    def __init__(self, atlas, standing: Collection[str] = (Publication.PUBLISHED,)):
        rows = Event.objects.filter(atlas=atlas, publication__in=standing).values_list("pk", "slug", "shape")
        self.events = {pk: slug for pk, slug, _shape in rows}
        self.lasting = {slug for _pk, slug, shape in rows if shape == Shape.SPAN}
        legs = Leg.objects.filter(movement__atlas=atlas, movement__publication__in=standing)
        self.rows = list(legs.order_by("movement", "order").values_list(
            "pk", "movement", "movement__slug", "order", "start", "end"))  # fmt: skip
        self.legs = {pk: f"{slug}/{order}" for pk, _movement, slug, order, _start, _end in self.rows}
        self.lasting |= set(self.legs.values())
        self.first, self.last = {}, {}
        for pk, movement, *_rest in self.rows:
            self.first.setdefault(movement, self.legs[pk])
            self.last[movement] = self.legs[pk]

    def point(self, thing: str, end: str) -> Point:
        return thing, end if thing in self.lasting else BEGIN

    def links(self) -> Iterable[Link]:
        """What lies in the things themselves: they begin before they end, and a leg sets out from where one arrived."""
        for thing in self.lasting:
            yield Link((thing, BEGIN), (thing, END), 0)
        for one, other in pairwise(self.rows):
            if one[1] == other[1] and one[5] is not None and one[5] == other[4]:
                yield Link((self.legs[one[0]], END), (self.legs[other[0]], BEGIN), 0)

    def of(self, event: int | None, leg: int | None, movement: int | None, edge: str) -> str | None:
        """The thing that a claim about one of these speaks of, or None.

        What dates a march as a whole dates its first start or its last arrival.
        """
        if event:
            return self.events.get(event)
        if leg:
            return self.legs.get(leg)
        whole = {BEGIN: self.first, END: self.last}
        return whole[EDGES.get(edge, BEGIN)].get(movement) if edge not in ("", "on") else None
