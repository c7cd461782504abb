"""Writes sources as schema.org works, and claims as Claims that appear in them."""

from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.named_entries import SourceEntry
from timeline.citing.dates import iso
from timeline.citing.kinds import PERIODICALS
from timeline.pages.linked_data.graph import Absolute, page_graph, thing_at

KINDS = {
    "book": "Book",
    "chapter": "Chapter",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "entry-encyclopedia": "Article",
    "entry-dictionary": "Article",
    "webpage": "WebPage",
    "report": "Report",
    "thesis": "Thesis",
    "map": "Map",
    "manuscript": "Manuscript",
    "personal_communication": "Message",
    "graphic": "VisualArtwork",
    "legislation": "Legislation",
}
"""The types of CSL that schema.org has a type for; every other is a CreativeWork."""


def source_data(source: SourceEntry, absolute: Absolute) -> dict:
    """The page of a source and the work."""
    item, container = source.csl, source.csl.get("container-title")
    within = "Periodical" if source.type in PERIODICALS else "CreativeWork"
    original = source.based_on
    body = {
        **thing_at(source.url, absolute, KINDS.get(source.type, "CreativeWork"), "work"),
        "url": item.get("URL"),
        "name": source.title,
        "alternateName": source.short,
        "author": [_author(name) for name in item.get("author", [])],
        "isPartOf": {"@type": within, "name": container} if container else None,
        "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
        "datePublished": iso(item.get("issued")),
        "inLanguage": source.language,
        "isBasedOn": _work(original.url, original.name, absolute) if original else None,
    }
    return page_graph(
        source.url,
        absolute,
        name=source.title,
        thing=body,
        inLanguage="en",
        dateModified=source.modified.isoformat(),
    )


def claim_data(claim: ClaimEntry, name: str, value: str, absolute: Absolute) -> dict:
    """The page of a claim and the claim: its words, what they are about, the work in which they stand."""
    held = claim.interpreted
    body = {
        **thing_at(claim.url, absolute, "Claim", "claim"),
        "name": name,
        "text": claim.as_printed or value,
        "about": {**thing_at(claim.of.url, absolute, "Event", "event"), "name": claim.of.name},
        "appearance": _work(f"/sources/{claim.citation.source}/", claim.citation.source_title, absolute),
        "citation": claim.citation.text,
        "claimInterpreter": {"@type": "Person", "name": held.by} if held and held.by else None,
    }
    return page_graph(
        claim.url, absolute, name=name, thing=body, inLanguage="en", dateModified=claim.modified.isoformat()
    )


def _work(path: str, name: str, absolute: Absolute) -> dict:
    return {**thing_at(path, absolute, "CreativeWork", "work"), "name": name}


def _author(name: dict[str, str]) -> dict | str:
    """A person; of one name alone nobody knows whether it is a person's or a body's."""
    if "literal" in name:
        return name["literal"]
    whole = f"{name['given']} {name['family']}"
    return {"@type": "Person", "name": whole, "familyName": name["family"], "givenName": name["given"]}
