"""How one record names another in JSON."""

from typing import TypedDict

from timeline.chronicle.values import Reference


class ReferenceBody(TypedDict):
    """A record by its kind, slug and name; url is its page."""

    type: str
    id: str
    name: str
    url: str


def reference_body(reference: Reference) -> ReferenceBody:
    """The body of a reference."""
    return {"type": reference.type, "id": reference.id, "name": reference.name, "url": reference.url}


def optional_reference(reference: Reference | None) -> ReferenceBody | None:
    """The body of a reference that may be missing."""
    return reference_body(reference) if reference else None
