"""Writes where something is said: one plain line, in the words of the reader's language."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chronology.edtf import parse_edtf
from chronology.errors import ChronologyError
from chronology.formatting import format_span
from timeline.citing.locators import MARKED


def source_text(source) -> str:
    """The work itself: “Triumph of Tehran”, Wikipedia. `source` has the fields of models.Source."""
    authors = "; ".join(_given_first(author) for author in source.authors)
    quoted = bool(source.container)
    title = _("“%(title)s”") % {"title": source.title} if quoted else source.title
    parts = [authors, title, source.container, "" if quoted else source.publisher, issued_text(source)]
    return ", ".join(part for part in parts if part)


def issued_text(source) -> str:
    """When the work appeared, in words."""
    return issued_words(source.issued)


def issued_words(issued: str) -> str:
    """An EDTF date of issue in words; what is not EDTF stands as it is."""
    if len(issued) <= 4:
        return issued
    try:
        return format_span(parse_edtf(issued), language=get_language() or "en")
    except ChronologyError:
        return issued


def locator_text(*, section: str = "", paragraph: int | None = None, page: str = "") -> str:
    """The spot within the work: “Events in Tehran”, para. 4."""
    parts = []
    if section in MARKED:
        parts.append(marked_section(section))
    elif section:
        parts.append(_("“%(title)s”") % {"title": section})
    if paragraph is not None:
        parts.append(_("para. %(number)s") % {"number": paragraph})
    if page:
        parts.append(_("p. %(page)s") % {"page": page})
    return ", ".join(parts)


def marked_section(section: str) -> str:
    """The reader's word for a part of a text that has no heading of its own."""
    return {"(lead)": _("lead"), "(infobox)": _("infobox"), "(caption)": _("caption")}[section]


def claim_text(claim) -> str:
    """The whole citation of a claim: its source, then the locator."""
    spot = locator_text(section=claim.section, paragraph=claim.paragraph, page=claim.page)
    return ", ".join(part for part in (source_text(claim.source), spot) if part)


def record_text(*, title: str, atlas: str, address: str) -> str:
    """How to cite a page of the atlas itself: title, atlas, address."""
    return _("“%(title)s”, %(atlas)s, %(address)s") % {
        "title": title,
        "atlas": atlas,
        "address": address,
    }


def _given_first(author: str) -> str:
    family, comma, given = author.partition(",")
    return f"{given.strip()} {family.strip()}" if comma else author
