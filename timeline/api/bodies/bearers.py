"""How a person or a force looks in JSON."""

from typing import TypedDict

from timeline.api.bodies.links import ReferenceBody, optional_reference
from timeline.api.bodies.places import NameBody, name_in, names_body
from timeline.chronicle.named_entries import BearerEntry


class PersonBody(TypedDict):
    """Somebody named in a source, with every spelling."""

    id: str
    url: str
    name: str
    names: dict[str, str]
    variants: list[NameBody]
    note: str
    events_count: int
    modified: str


class ForceBody(PersonBody):
    """A body of people that marches or fights; letter stands on its token."""

    kind: str
    kind_label: str
    letter: str
    parent: ReferenceBody | None


def person_body(person: BearerEntry, language: str) -> PersonBody:
    """The body of a person."""
    return {
        "id": person.id,
        "url": person.url,
        "name": name_in(person.name, person.names, language),
        "names": person.names,
        "variants": names_body(person.variants),
        "note": person.note,
        "events_count": person.events_count,
        "modified": person.modified.isoformat(),
    }


def force_body(force: BearerEntry, language: str) -> ForceBody:
    """The body of a force."""
    return {
        **person_body(force, language),
        "kind": force.kind,
        "kind_label": force.kind_label,
        "letter": force.letter,
        "parent": optional_reference(force.parent),
    }
