"""The pages of persons and forces."""

from timeline.chronicle import force_entries, person_entries
from timeline.chronicle.parts import forces_under, parts_of
from timeline.chronicle.sources import source_titles
from timeline.citations import record_text
from timeline.models import Force, Person
from timeline.pages.claim_words import language
from timeline.pages.linked_data.places import bearer_data
from timeline.pages.moments import atlas_address
from timeline.pages.names import spellings
from timeline.views.kept import page
from timeline.views.published import published


@page("people", kind="person")
def person(request, slug: str, atlas):
    """A person with every name and role."""
    record = published(Person.objects.all(), "person", "people", slug)
    (entry,) = person_entries(Person.objects.filter(pk=record.pk))
    context = _context(request, atlas, entry, "person", record.pk)
    return "pages/bearer.html", context | {"json": f"/api/v1/people/{slug}/"}


@page("forces", kind="force")
def force(request, slug: str, atlas):
    """A force with every name and role, and what is part of it."""
    record = published(Force.objects.all(), "force", "forces", slug)
    (entry,) = force_entries(Force.objects.filter(pk=record.pk))
    context = _context(request, atlas, entry, "force", record.pk)
    return "pages/bearer.html", context | {"under": forces_under(record.pk), "json": f"/api/v1/forces/{slug}/"}


def _context(request, atlas, entry, kind: str, pk: int) -> dict:
    events, movements = parts_of(kind, pk, language())
    return {
        "bearer": entry,
        "spellings": spellings(entry.variants, source_titles()),
        "events": events,
        "movements": movements,
        "sides": tuple(dict.fromkeys(part.side for part in (*events, *movements) if part.side)),
        "atlas_address": atlas_address(kind, entry.id),
        "cite": record_text(title=entry.name, atlas=atlas.title, address=request.build_absolute_uri(entry.url)),
        "linked_data": bearer_data(entry, request.build_absolute_uri),
    }
