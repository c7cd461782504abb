"""Reads persons and forces into entries, with every spelling of their names."""

from django.db.models import Count, Q

from timeline.chronicle.labels import worded
from timeline.chronicle.named_entries import BearerEntry
from timeline.chronicle.places import names_by_bearer, preferred_names
from timeline.chronicle.references import reference
from timeline.models.vocabulary import ForceKind

_EVENTS = Count(
    "participations__event",
    filter=Q(participations__event__publication="published"),
    distinct=True,
)


def person_entries(people) -> tuple[BearerEntry, ...]:
    """Entries of a queryset of persons, in its order; two queries."""
    rows = list(people.annotate(events_count=_EVENTS))
    names = names_by_bearer("person", [person.pk for person in rows])
    return tuple(_entry("person", person, names.get(person.pk, [])) for person in rows)


def force_entries(forces) -> tuple[BearerEntry, ...]:
    """Entries of a queryset of forces, in its order; two queries."""
    rows = list(forces.select_related("parent").annotate(events_count=_EVENTS))
    names = names_by_bearer("force", [force.pk for force in rows])
    return tuple(_entry("force", force, names.get(force.pk, [])) for force in rows)


def _entry(kind: str, bearer, names: list) -> BearerEntry:
    is_force = kind == "force"
    return BearerEntry(
        type=kind,
        id=bearer.slug,
        url=bearer.get_absolute_url(),
        name=bearer.name,
        names=preferred_names(bearer.name, names),
        variants=tuple(names),
        note=bearer.note,
        kind=bearer.kind if is_force else "",
        kind_label=worded(ForceKind, bearer.kind) if is_force else "",
        letter=bearer.letter if is_force else "",
        parent=reference(bearer.parent) if is_force and bearer.parent else None,
        events_count=bearer.events_count,
        modified=bearer.modified,
    )
