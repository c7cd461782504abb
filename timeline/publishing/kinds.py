"""The kinds of records that have a way to the reader, each under its model's lower-case name."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db import models

from geo.models import Place
from timeline.models import Atlas, Claim, Event, Force, Lesson, Movement, Person, Source

KINDS: dict[str, type[models.Model]] = {
    model._meta.model_name: model for model in (Event, Movement, Place, Person, Force, Source, Claim, Lesson, Atlas)
}
# The column that says of a record what it is, where a list has room for one line.
TITLES = {
    "event": "title", "movement": "title", "place": "name", "person": "name", "force": "name", "source": "title",
    "claim": "key", "lesson": "title", "atlas": "title",
}  # fmt: skip

# What is told in one atlas and nowhere else; places, people, forces and sources are shared by all.
OF_ATLAS = ("event", "movement", "lesson")
# A database takes so many values in one question; an atlas may have more events and claims.
A_QUESTION = 20_000


class Ref(NamedTuple):
    """A record by its kind and primary key."""

    kind: str
    key: int


def ref_of(record: models.Model) -> Ref:
    return Ref(record._meta.model_name, record.pk)


def by_kind(refs: Iterable[Ref]) -> dict[str, set[int]]:
    """The keys of these records, under their kinds."""
    found: dict[str, set[int]] = {}
    for kind, key in refs:
        found.setdefault(kind, set()).add(key)
    return found


def in_order(refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """The records by their kinds, events and movements before the claims about them."""
    order = list(KINDS)
    return tuple(sorted(refs, key=lambda ref: (order.index(ref.kind), ref.key)))


def batches(keys: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """The keys in portions that one question can ask for."""
    ordered = sorted(keys)
    for start in range(0, len(ordered), A_QUESTION):
        yield tuple(ordered[start : start + A_QUESTION])


def records_of(refs: Iterable[Ref]) -> dict[Ref, models.Model]:
    """The records; one query a kind."""
    return {
        Ref(kind, record.pk): record
        for kind, keys in by_kind(refs).items()
        for some in batches(keys)
        for record in KINDS[kind].objects.filter(pk__in=some)
    }


def in_a_line(record: models.Model) -> str:
    """What a record is called in a list: of a claim what it says before its key, which alone tells a person little."""
    if record._meta.model_name == "claim":
        printed = f" “{record.as_printed}”" if record.as_printed else ""
        return f"{record.get_attribute_display()}{printed}, {record.key}"[:200]
    return titled(record)


def titled(record: models.Model) -> str:
    """What a record is called in a sentence, however long its title is."""
    return str(getattr(record, TITLES[record._meta.model_name]))[:200]
