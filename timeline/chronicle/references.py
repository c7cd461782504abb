"""Names one record from another: its kind, slug, name and address."""

from geo.models import Place
from timeline.chronicle.values import Reference
from timeline.models import Claim, Event, Force, Movement, Person, Source

KINDS = {
    Event: "event",
    Movement: "movement",
    Place: "place",
    Person: "person",
    Force: "force",
    Source: "source",
    Claim: "claim",
}


def reference(record) -> Reference:
    """The reference to a record that has a page of its own."""
    slug = record.key if isinstance(record, Claim) else record.slug
    return Reference(KINDS[type(record)], slug, str(record), record.get_absolute_url())


def label(record, language: str) -> str:
    """The label of a theatre, side or period in the language, else in English."""
    return getattr(record, f"label_{language.partition('-')[0]}", "") or record.label_en
