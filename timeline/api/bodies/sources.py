"""How a source looks in JSON."""

from typing import Any, TypedDict

from timeline.api.bodies.links import ReferenceBody, optional_reference
from timeline.chronicle.named_entries import SourceEntry


class SourceBody(TypedDict):
    """A work that makes claims; url is the work's own address, page ours, csl the CSL-JSON item."""

    id: str
    page: str
    type: str
    title: str
    short: str
    authors: list[str]
    container: str
    issued: str
    publisher: str
    language: str
    url: str
    note: str
    based_on: ReferenceBody | None
    citation: str
    csl: dict[str, Any]
    claims_count: int
    modified: str


def source_body(source: SourceEntry) -> SourceBody:
    """The body of a source."""
    return {
        "id": source.id,
        "page": source.url,
        "type": source.type,
        "title": source.title,
        "short": source.short or source.title,
        "authors": list(source.authors),
        "container": source.container,
        "issued": source.issued,
        "publisher": source.publisher,
        "language": source.language,
        "url": source.address,
        "note": source.note,
        "based_on": optional_reference(source.based_on),
        "citation": source.citation,
        "csl": source.csl,
        "claims_count": source.claims_count,
        "modified": source.modified.isoformat(),
    }
