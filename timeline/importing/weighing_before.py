"""Weighs what new rows come to before they are written, so that no lock is held meanwhile."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import models
from django.db.models import prefetch_related_objects

from geo.models import Place
from timeline.fields import COLUMNS
from timeline.importing.putting_changes import put_changes
from timeline.importing.readying import Ready, update
from timeline.models import (
    Claim,
    Decision,
    Event,
    Force,
    Interpretation,
    Leg,
    Movement,
    Mover,
    Name,
    Participation,
    Person,
    Relation,
    Source,
)
from timeline.models.claims import SUBJECTS
from timeline.models.vocabulary import Publication
from timeline.resolving import EVENT_COLUMNS, LEG_COLUMNS, MOVEMENT_COLUMNS, Pass
from timeline.searchable import search_named
from timeline.seeding.judging import Standing, Verdict
from timeline.touched import Touched, reached_from, touched_by
from timeline.weighable import with_claims, with_legs

BEARERS = {"place": Place, "person": Person, "force": Force}


@dataclass
class Foreweighed:
    """Values as they will be: they are on the new records; `kept` are for those there are, made ready.

    rest: rows whose effect was not weighed, because they change what is shared, and that reaches far.
    """

    kept: list[Ready] = field(default_factory=list)
    rest: list[Verdict] = field(default_factory=list)

    def write(self) -> None:
        """Write the values of kept records."""
        for ready in self.kept:
            ready.write()


def foreweigh(verdicts: Iterable[Verdict]) -> Foreweighed:
    """Weigh what rows add and change. Their records have their keys and name each other; no lock is asked for.

    Raises RelativeDateCycle where relative statements hang on each other in a ring.
    """
    verdicts = list(verdicts)
    rows = _Rows(verdict.record for verdict in verdicts if verdict.standing == Standing.ADDED)
    changed = [verdict for verdict in verdicts if verdict.standing == Standing.CHANGED]
    rest = [v for v in verdicts if (rows.reaches_far(v.record) if v.record in rows else _is_shared_or_moved(v))]
    reached = reached_from(rows.touched([verdict.record for verdict in changed if not _is_shared_or_moved(verdict)]))
    events = list(with_claims(Event.objects.filter(pk__in=reached.events)))
    movements = list(with_legs(Movement.objects.filter(pk__in=reached.movements)))
    rows.join_to(events, movements, [verdict.record for verdict in changed])
    put_changes(changed, [*events, *movements])
    passing = Pass([*rows.of(Event), *events], [*rows.of(Movement), *movements], rows.new_places())
    passing.put()
    for bearer in (*rows.of(Place), *rows.of(Person), *rows.of(Force)):
        bearer.search = search_named(bearer)
    legs = [leg for movement in movements for leg in movement.legs.all() if leg not in rows]
    hanging = [claim for claim in passing.claims if claim not in rows]
    kept = [
        (hanging, [*COLUMNS, "face_shape"]), (events, EVENT_COLUMNS), (legs, LEG_COLUMNS),
        (movements, MOVEMENT_COLUMNS),
    ]  # fmt: skip
    return Foreweighed([update(type(records[0]), records, columns) for records, columns in kept if records], rest)


def _is_shared_or_moved(verdict: Verdict) -> bool:
    """Whether a changed row reaches further than the event or movement it belongs to."""
    if isinstance(verdict.record, Claim):
        return not verdict.before.keys().isdisjoint(SUBJECTS)
    return isinstance(verdict.record, Place | Person | Force | Source | Name)


class _Rows:
    """The new records of an import, found by what they belong to."""

    def __init__(self, new: Iterable[models.Model]):
        self.all = list(new)
        self._by_model: dict[type, dict[int, models.Model]] = defaultdict(dict)
        self._parts: dict[tuple[type, str, int], list[models.Model]] = defaultdict(list)
        for record in self.all:
            self._by_model[type(record)][record.pk] = record
            for column in _BELONGS.get(type(record), ()):
                if key := getattr(record, f"{column}_id"):
                    self._parts[type(record), column, key].append(record)

    def __contains__(self, record: models.Model) -> bool:
        return record.pk in self._by_model[type(record)]

    def of(self, model: type[models.Model]) -> list:
        return list(self._by_model[model].values())

    def new_places(self) -> Mapping[str, Place]:
        return {place.slug: place for place in self.of(Place)}

    def _of(self, model: type[models.Model], column: str, owner: models.Model) -> list:
        return self._parts.get((model, column, owner.pk), [])

    def _claims(self, column: str, owner: models.Model) -> list[Claim]:
        return [each for each in self._of(Claim, column, owner) if each.publication == Publication.PUBLISHED]

    def reaches_far(self, record: models.Model) -> bool:
        """Whether a new row speaks of something kept, of which more than its own subject may be told."""
        if isinstance(record, Interpretation):
            return record.claim not in self
        if isinstance(record, Decision):
            return not any(getattr(record, f"{name}_id") and getattr(record, name) in self for name in SUBJECTS)
        if isinstance(record, Name):
            return any(getattr(record, f"{name}_id") and getattr(record, name) not in self for name in BEARERS)
        return False

    def touched(self, changed: Iterable[models.Model]) -> Touched:
        """The kept events and movements that new parts and claims, or changed ones, are about."""
        touched = Touched()
        for record in (*self.all, *changed):
            if isinstance(record, Claim) and record.publication != Publication.PUBLISHED:
                continue
            if isinstance(record, _WEIGHED):
                touched |= touched_by(record)
        return Touched(
            touched.events - self._by_model[Event].keys(),
            touched.movements - self._by_model[Movement].keys(),
            touched.claims - self._by_model[Claim].keys(),
        )

    def join_to(self, events: list[Event], movements: list[Movement], changed: Iterable[models.Model]) -> None:
        """Put the new parts and claims on what they belong to, kept or new, as a query would."""
        self._join_names(changed)
        for claim in self.of(Claim):
            claim._state.fields_cache["interpretation"] = None
        for reading in self.of(Interpretation):
            if reading.claim in self:
                self._by_model[Claim][reading.claim_id]._state.fields_cache["interpretation"] = reading
        for event in (*self.of(Event), *events):
            self._join_common(event, "event")
            relations = self._join(event, "relations_out", self._of(Relation, "from_event", event))
            for relation in relations:
                self._join_claims(relation, "relation")
        for movement in (*self.of(Movement), *movements):
            self._join_common(movement, "movement")
            self._join(movement, "movers", self._of(Mover, "movement", movement))
            legs = self._join(movement, "legs", self._of(Leg, "movement", movement))
            legs.sort(key=lambda leg: leg.order)
            for leg in legs:
                self._join_claims(leg, "leg")
                self._join(leg, "decisions", self._of(Decision, "leg", leg))

    def _join_common(self, subject: Event | Movement, column: str) -> None:
        self._join_claims(subject, column)
        self._join(subject, "decisions", self._of(Decision, column, subject))
        parts = self._join(subject, "participations", self._of(Participation, column, subject))
        for part in parts:
            self._join_claims(part, "participation")

    def _join_claims(self, owner: models.Model, column: str) -> None:
        claims = self._join(owner, "claims", self._claims(column, owner))
        # In the order in which a query gives them.
        claims.sort(key=lambda claim: (claim.source.title, claim.source.slug, claim.number, claim.key))

    def _join(self, owner: models.Model, name: str, new: list) -> list:
        cache = owner.__dict__.setdefault("_prefetched_objects_cache", {})
        kept = list(cache.get(name, ()))
        cache[name] = [*kept, *(each for each in new if each not in kept)]
        return cache[name]

    def _join_names(self, changed: Iterable[models.Model]) -> None:
        """Every spelling of what new and changed rows name, kept spellings and new ones."""
        named: dict[int, models.Model] = {}
        for record in (*self.all, *changed):
            for column in _NAMES.get(type(record), ()):
                bearer = getattr(record, column)
                if bearer is not None:
                    named[id(bearer)] = bearer
        for model in BEARERS.values():
            kept = [bearer for bearer in named.values() if isinstance(bearer, model) and bearer not in self]
            prefetch_related_objects(kept, "names")
        for column, model in BEARERS.items():
            for bearer in (*self.of(model), *(each for each in named.values() if isinstance(each, model))):
                self._join(bearer, "names", self._of(Name, column, bearer))


_BELONGS: dict[type[models.Model], tuple[str, ...]] = {
    Claim: SUBJECTS,
    Decision: SUBJECTS,
    Participation: ("event", "movement"),
    Relation: ("from_event",),
    Leg: ("movement",),
    Mover: ("movement",),
    Name: tuple(BEARERS),
}
_WEIGHED = (Event, Movement, Claim, Participation, Relation, Leg, Mover, Decision, Interpretation)
_NAMES: dict[type[models.Model], tuple[str, ...]] = {
    Claim: ("place", "place_2"),
    Participation: ("person", "force"),
    Mover: ("person", "force"),
    Leg: ("start", "end"),
}
