"""Puts the claims of a source in the order in which a reader meets them: section, paragraph, number."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from timeline.chronicle.entries import ClaimEntry
from timeline.citations import locator_text, marked_section
from timeline.citing.locators import MARKED


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The claims of one paragraph or page."""

    label: str
    claims: tuple[ClaimEntry, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The claims under one heading; anchor names it in the address."""

    heading: str
    anchor: str
    paragraphs: tuple[Paragraph, ...]
    count: int


def by_locator(claims: Iterable[ClaimEntry]) -> tuple[Section, ...]:
    """Sections in the order in which the claims are numbered, their paragraphs rising."""
    found: dict[str, dict[tuple, list[ClaimEntry]]] = {}
    for claim in claims:
        citation = claim.citation
        spot = (citation.paragraph is None, citation.paragraph or 0, citation.page)
        found.setdefault(citation.section, {}).setdefault(spot, []).append(claim)
    return tuple(
        Section(
            heading=_heading(section),
            anchor=f"section-{number}",
            paragraphs=tuple(_paragraph(spots[spot]) for spot in sorted(spots)),
            count=sum(map(len, spots.values())),
        )
        for number, (section, spots) in enumerate(found.items(), start=1)
    )


def _paragraph(claims: list[ClaimEntry]) -> Paragraph:
    citation = claims[0].citation
    return Paragraph(locator_text(paragraph=citation.paragraph, page=citation.page), tuple(claims))


def _heading(section: str) -> str:
    if section in MARKED:
        return marked_section(section).capitalize()
    return section or _("Without a heading")
