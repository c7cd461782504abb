"""The page of a place."""

from django.db.models import F

from geo.models import Place
from timeline.chronicle import place_entries
from timeline.chronicle.marches import marches_through
from timeline.chronicle.parts import places_inside
from timeline.chronicle.rows import event_rows, movement_rows
from timeline.chronicle.sources import source_titles
from timeline.citations import record_text
from timeline.models import Event
from timeline.pages.claim_words import language
from timeline.pages.linked_data.places import place_data
from timeline.pages.maps import place_map
from timeline.pages.moments import atlas_address
from timeline.pages.names import spellings
from timeline.views.kept import page
from timeline.views.published import published


@page("places", kind="place")
def place(request, slug: str, atlas):
    """A place with its names, its point and what happened there."""
    record = published(Place.objects.all(), "place", "places", slug)
    everywhere = {entry.id: entry for entry in place_entries(Place.objects.published())}
    entry = everywhere[record.slug]
    inside, parts = places_inside(record.pk)
    happened = Event.objects.published().filter(place__in=inside)
    here = happened.order_by(F("begin_earliest").asc(nulls_last=True), "order", "pk")
    return "pages/place.html", {
        "place": entry,
        "spellings": spellings(entry.variants, source_titles()),
        "parts": parts,
        "events": event_rows(here, language()),
        "movements": movement_rows(marches_through(inside), language()),
        "map": place_map(entry, everywhere.values()),
        "atlas_address": atlas_address("place", entry.id),
        "cite": record_text(title=entry.name, atlas=atlas.title, address=request.build_absolute_uri(entry.url)),
        "linked_data": place_data(entry, request.build_absolute_uri),
    }
