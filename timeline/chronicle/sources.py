"""Reads sources into entries."""

from django.db.models import Count, Q

from timeline import citations
from timeline.chronicle.named_entries import SourceEntry
from timeline.chronicle.references import reference
from timeline.citing.items import source_item
from timeline.models import Source


def source_entries(sources) -> tuple[SourceEntry, ...]:
    """Entries of a queryset of sources, in its order; one query."""
    counted = sources.select_related("based_on").annotate(
        claims_count=Count("claims", filter=Q(claims__publication="published"))
    )
    return tuple(_entry(source) for source in counted)


def source_titles() -> dict[str, str]:
    """The short titles of the published sources by slug; one query."""
    return {source.slug: str(source) for source in Source.objects.published()}


def _entry(source) -> SourceEntry:
    return SourceEntry(
        id=source.slug,
        url=source.get_absolute_url(),
        type=source.type,
        title=source.title,
        short=source.short,
        authors=tuple(source.authors),
        container=source.container,
        issued=source.issued,
        publisher=source.publisher,
        language=source.language,
        address=source.url,
        note=source.note,
        based_on=reference(source.based_on) if source.based_on else None,
        csl=source_item(source),
        citation=citations.source_text(source),
        claims_count=source.claims_count,
        modified=source.modified,
    )
