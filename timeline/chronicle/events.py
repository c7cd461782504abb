"""Reads events with everything said of them, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Q

from timeline.at_hand import read_together
from timeline.chronicle.claims import claim_entry, claims_by, keys_by
from timeline.chronicle.contradictions import contradictions_between
from timeline.chronicle.dating import when_of, when_told
from timeline.chronicle.disputes import disputes_of
from timeline.chronicle.entries import EventEntry, RelationEntry
from timeline.chronicle.explained_records import with_explanations
from timeline.chronicle.labels import worded
from timeline.chronicle.participants import participants, participations, sides_of
from timeline.chronicle.places import mention, names_by_bearer
from timeline.chronicle.references import label, reference
from timeline.chronicle.values import Reference
from timeline.chronicle.witness import Testimony, testimonies
from timeline.models import Claim, Decision, Event, Movement, Relation
from timeline.models.vocabulary import EventKind, Publication, RelationKind, Status
from timeline.statements import taking_part

JOINS = ("atlas", "theatre", "place", "place_2", "date_claim")

# What a relation is called from its other end.
INVERSE = {
    "part_of": "contains",
    "after": "before",
    "before": "after",
    "because_of": "causes",
    "orders": "ordered_by",
}


def event_entries(
    events, language: str = "en", according_to: str = "", *, explain: bool = False
) -> tuple[EventEntry, ...]:
    """Entries of a queryset of events, in its order; seven queries, however many events there are,
    and seven more for each atlas of which one contradicts another.


    `explain`: reckon why the sources disagree, for a record on its own (two queries more at most).
    `according_to` is the slug of a source: date and place are then what it literally says (one query
    more), and people, relations and claims its own.
    """
    if not according_to:
        entries = _entries(events, language)
        return with_explanations(entries, language) if explain else entries
    rows = _rows(events)
    entries = _Load(rows).entries(language)
    told = testimonies(according_to, [(event.pk, event.shape) for event in rows])
    return tuple(_told(entry, told[event.pk], according_to) for event, entry in zip(rows, entries, strict=True))


def _rows(events) -> list[Event]:
    return list(events.select_related(*JOINS))


@read_together(Event, "slug")
def _entries(events, language: str) -> tuple[EventEntry, ...]:
    return _Load(_rows(events)).entries(language)


def _told(entry: EventEntry, testimony: Testimony, source: str) -> EventEntry:
    place = testimony.place
    claims = tuple(claim for claim in entry.claims if claim.citation.source == source)
    own = {claim.id for claim in claims}
    people, forces = (
        tuple(one for one in taking_part if own.intersection(one.claims))
        for taking_part in (entry.people, entry.forces)
    )
    return replace(
        entry,
        when=when_told(testimony, entry.when.shape),
        # What its neighbours leave it comes of other sources too, and so do disagreements with them.
        bracket=None,
        disputed=testimony.disputed,
        disputes=(),
        people=people,
        forces=forces,
        sides=tuple(dict.fromkeys(one.side for one in (*people, *forces) if one.side)),
        relations=tuple(one for one in entry.relations if own.intersection(one.claims)),
        place=mention(place, {}, relation=testimony.relation),
        lat=place.latitude if place else None,
        lon=place.longitude if place else None,
        uncertainty_km=place.uncertainty_km if place else None,
        claims=claims,
    )


class _Load:
    """All that belongs to a set of events, fetched once."""

    def __init__(self, rows: list[Event]):
        self.rows = rows
        ids = [event.pk for event in rows]
        self.names = names_by_bearer("place", [event.place_id for event in rows if event.place_id])
        self.participations = participations("event", ids)
        self.relations_out, self.relations_in = _relations(ids)
        self.movements = _movements(ids)
        self.decisions = _grouped(Decision.objects.filter(event__in=ids).select_related("claim"), "event_id")
        claims = list(
            claims_by(
                Q(event__in=ids),
                Q(participation__event__in=ids),
                Q(relation__from_event__in=ids),
                # Told of the other event, and named by what relates to this one.
                Q(relation__to_event__in=ids),
            ).order_by("source__slug", "number", "key")
        )
        self.claims: dict[int, list[Claim]] = defaultdict(list)
        for claim in claims:
            self.claims[_event_of(claim)].append(claim)
        self.of_participation = keys_by(claims, "participation_id")
        self.of_relation = keys_by(claims, "relation_id")
        self.between = contradictions_between({event.atlas_id for event in rows if event.at_odds})

    def entries(self, language: str) -> tuple[EventEntry, ...]:
        return tuple(self._entry(event, language) for event in self.rows)

    def _entry(self, event: Event, language: str) -> EventEntry:
        claims = self.claims.get(event.pk, [])
        taking_part = self.participations.get(event.pk, [])
        return EventEntry(
            id=event.slug,
            url=event.get_absolute_url(),
            atlas=event.atlas.slug,
            title=event.title,
            title_fa=event.title_fa,
            summary=event.summary,
            kind=event.kind,
            kind_label=worded(EventKind, event.kind),
            theatre=event.theatre.slug,
            theatre_label=label(event.theatre, language),
            status=event.status,
            status_label=worded(Status, event.status),
            sides=sides_of(row.side for row in taking_part),
            importance=event.importance,
            position=event.order,
            published_on=event.published_on,
            modified=event.modified,
            when=when_of(event),
            bracket=_bracket(event),
            place=mention(event.place, self.names, relation=event.place_relation, other=event.place_2),
            lat=event.lat,
            lon=event.lon,
            uncertainty_km=event.uncertainty_km,
            people=participants([row for row in taking_part if row.person_id], self.of_participation),
            forces=participants([row for row in taking_part if row.force_id], self.of_participation),
            relations=tuple(
                self._relation(row, row.kind, worded(RelationKind, row.kind), row.to_event)
                for row in self.relations_out.get(event.pk, [])
            ),
            related_by=tuple(
                self._relation(row, INVERSE[row.kind], "", row.from_event)
                for row in self.relations_in.get(event.pk, [])
            ),
            movements=tuple(self.movements.get(event.pk, [])),
            claims=tuple(claim_entry(claim) for claim in claims),
            disputed=event.disputed,
            disputes=self._disputes(event, claims) if event.disputed else (),
        )

    def _relation(self, row: Relation, kind: str, kind_label: str, other: Event) -> RelationEntry:
        return RelationEntry(
            kind=kind,
            kind_label=kind_label,
            event=reference(other),
            claims=self.of_relation.get(row.pk, ()),
            low=row.low,
            high=row.high,
        )

    def _disputes(self, event: Event, claims: list[Claim]):
        own = [claim for claim in claims if claim.event_id == event.pk]
        parts = taking_part(self.participations.get(event.pk, ()), self.of_participation)
        of_itself = disputes_of(reference(event), own, self.decisions.get(event.pk, []), event.shape, parts)
        return (*of_itself, *self.between.get(event.slug, ()))


def _relations(ids: list[int]) -> tuple[dict[int, list[Relation]], dict[int, list[Relation]]]:
    published = Q(from_event__publication=Publication.PUBLISHED, to_event__publication=Publication.PUBLISHED)
    rows = Relation.objects.filter(published, Q(from_event__in=ids) | Q(to_event__in=ids))
    rows = list(rows.select_related("from_event", "to_event").order_by("id"))
    return _grouped(rows, "from_event_id"), _grouped(rows, "to_event_id")


def _movements(ids: list[int]) -> dict[int, list[Reference]]:
    found: dict[int, list[Reference]] = {}
    for movement in Movement.objects.published().filter(event__in=ids):
        found.setdefault(movement.event_id, []).append(reference(movement))
    return found


def _grouped(rows: Iterable, column: str) -> dict[int, list]:
    grouped: dict[int, list] = {}
    for row in rows:
        grouped.setdefault(getattr(row, column), []).append(row)
    return grouped


def _event_of(claim: Claim) -> int:
    if claim.event_id:
        return claim.event_id
    return claim.participation.event_id if claim.participation_id else claim.relation.from_event_id


def _bracket(event: Event) -> tuple[int | None, int | None] | None:
    bounds = event.bracket_from, event.bracket_to
    return None if bounds == (None, None) else bounds
