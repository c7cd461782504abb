"""The page of a source: the work, and every claim taken from it."""

from timeline.chronicle import claim_entries, source_entries
from timeline.chronicle.cited import cited_source
from timeline.models import Claim, Source
from timeline.pages.citing import cite_part
from timeline.pages.claim_words import language
from timeline.pages.linked_data.works import source_data
from timeline.pages.moments import telling_address
from timeline.pages.reading_order import by_locator
from timeline.views.kept import page
from timeline.views.published import published


@page("sources", kind="source")
def source(request, slug: str, atlas):
    """A work with all that is taken from it, in the order in which it stands there."""
    record = published(Source.objects.all(), "source", "sources", slug)
    (entry,) = source_entries(Source.objects.filter(pk=record.pk))
    claims = claim_entries(Claim.objects.published().filter(source=record.pk))
    return "pages/source.html", {
        "source": entry,
        "copies": source_entries(Source.objects.published().filter(based_on=record.pk)),
        "sections": by_locator(claims),
        "citing": cite_part(cited_source(record, request.build_absolute_uri, language()), entry.url),
        "atlas_as_told": telling_address(entry.id),
        "linked_data": source_data(entry, request.build_absolute_uri),
    }
