"""Reads from an atlas what its published claims say of days, order and series.

A thing is named by its slug (event) or its key (leg). Only what is published counts, unless told otherwise.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q

from timeline.contradictions import Told
from timeline.dated_things import BEGIN, EDGES, END, DatedThings
from timeline.models import Atlas, Claim, Decision, Relation
from timeline.models.vocabulary import Publication
from timeline.order_reading import COLUMNS, ClaimRow, OrderReading
from timeline.sequences import Link, Point, Verdict

FOLLOWS = ("after", "because_of")


_DECIDED = ("claim", "relation__from_event", "relation__to_event")
_OF_DECISIONS = (
    "event", "leg", "movement", "edge", "attribute", "reason", "by", "on", "claim__key", "relation__from_event__slug",
    "relation__kind", "relation__to_event__slug",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entered:
    """A claim that is not kept yet, to be heard among those that are.

    row: its columns, the key among them; relation: where it states one, event, kind, event, low, high by primary keys;
    replaces: the primary key of the claim as it is kept, or None; beside: events that it speaks of or hangs on.
    """

    row: ClaimRow
    relation: tuple | None = None
    replaces: int | None = None
    beside: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Heard:
    """Which claims of an atlas are heard."""

    atlas: Atlas | int
    standing: Collection[str]
    entered: Entered | None

    def claims(self):
        found = Claim.objects.filter(publication__in=self.standing)
        return found.exclude(pk=self.entered.replaces) if self.entered and self.entered.replaces else found


def told_of(
    atlas: Atlas | int, *, standing: Collection[str] = (Publication.PUBLISHED,), entered: Entered | None = None
) -> Told:
    """Return what is told of the order of things in an atlas; five queries.

    standing: which states of publication count; entered: a claim heard beside those that are kept.
    """
    heard = _Heard(atlas, standing, entered)
    things = DatedThings(atlas, standing)
    links = [*things.links(), *_relation_links(heard, things)]
    claims = [ClaimRow(*row) for row in _claims(heard).values_list(*COLUMNS)]
    orders, dates = _verdicts(atlas, things)
    reading = OrderReading(things, {row.pk: row for row in claims}, dates)
    for row in (*claims, entered.row) if entered else claims:
        reading.take(row)
    return Told(tuple(reading.dated), (*links, *reading.links), tuple(reading.placed), orders)


def _claims(heard: _Heard):
    """The claims of days and series about marches, and about events that something else is told beside."""
    atlas = heard.atlas
    about_events = Q(event__atlas=atlas) & _is_told_beside_others(heard)
    told = heard.claims().filter(
        Q(leg__movement__atlas=atlas) | Q(movement__atlas=atlas) | about_events, attribute__in=("date", "sequence")
    )
    return told.order_by("source", "number", "key")


def _is_told_beside_others(heard: _Heard) -> Q:
    """Events with a relation or a place in a series, dates that hang on something, and what they hang on."""
    relations = Relation.objects.filter(atlas=heard.atlas)
    hanging = heard.claims().exclude(relative_to_claim=None, relative_to_event=None)
    told = (
        Q(event__in=relations.values("from_event"))
        | Q(event__in=relations.values("to_event"))
        | Q(event__in=hanging.filter(event__isnull=False).values("event"))
        | Q(event__in=hanging.filter(relative_to_event__isnull=False).values("relative_to_event"))
        | Q(pk__in=hanging.filter(relative_to_claim__isnull=False).values("relative_to_claim"))
        | Q(event__in=heard.claims().filter(attribute="sequence", event__isnull=False).values("event"))
    )
    return told | Q(event__in=heard.entered.beside) if heard.entered else told


def _relation_links(heard: _Heard, things: DatedThings) -> Iterable[Link]:
    said = heard.claims().filter(relation__atlas=heard.atlas).order_by("source", "number", "key")
    relations: dict[tuple, list[str]] = {}
    for key, *relation in said.values_list(
        "key", "relation__from_event", "relation__kind", "relation__to_event", "relation__low", "relation__high"
    ):
        relations.setdefault(tuple(relation), []).append(key)
    if heard.entered and heard.entered.relation:
        relations.setdefault(heard.entered.relation, []).append(heard.entered.row.key)
    for (one, kind, other, low, high), keys in relations.items():
        if one in things.events and other in things.events:
            yield from _told_order(things, things.events[one], kind, things.events[other], low, high, tuple(keys))


def _told_order(things: DatedThings, one: str, kind: str, other: str, low, high, keys) -> Iterable[Link]:
    name = f"{one}:{kind}:{other}"
    if kind == "part_of":
        yield Link((other, BEGIN), (one, BEGIN), 0, keys, name=name)
        yield Link(things.point(one, END), things.point(other, END), 0, keys, name=name)
        return
    before, after = (other, one) if kind in FOLLOWS else (one, other)
    yield Link((before, BEGIN), (after, BEGIN), low or 0, keys, order=(low or 0) >= 0, name=name)
    if high is not None:
        # No later than so many days after the end of what it follows.
        yield Link((after, BEGIN), things.point(before, END), -high, keys, name=name)


def _verdicts(atlas, things: DatedThings) -> tuple[dict[str, Verdict], dict[Point, Verdict]]:
    """What editors decided of orders, by relation, and of places in a series, by thing; and of dates, by point."""
    orders: dict[str, Verdict] = {}
    dates: dict[Point, Verdict] = {}
    rows = Decision.objects.filter(atlas=atlas, attribute__in=("date", "sequence"))
    for decision in rows.select_related(*_DECIDED).only(*_OF_DECISIONS):
        preferred = "" if decision.undecidable else decision.claim.key
        verdict = Verdict(preferred, decision.reason, decision.by, decision.on)
        thing = things.of(decision.event_id, decision.leg_id, decision.movement_id, decision.edge)
        if decision.relation_id:
            orders[decision.relation.key] = verdict
        elif thing is not None and decision.attribute == "sequence":
            orders[thing] = verdict
        elif thing is not None:
            for end in (BEGIN, END) if decision.edge in ("", "on") else (EDGES[decision.edge],):
                dates[things.point(thing, end)] = verdict
    return orders, dates
