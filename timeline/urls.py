"""The addresses of the pages for readers."""

from django.urls import path

from timeline.api import citations
from timeline.api.formats.register import FEEDS, addresses
from timeline.api.oembed import OembedView
from timeline.api.record_files import record_files
from timeline.views import (
    about,
    atlas,
    bearers,
    chronology,
    citing,
    claims,
    disputes,
    embed_script,
    embedding,
    embeds,
    events,
    lists,
    map_script,
    movements,
    places,
    search,
    side_sheet,
    sources,
    words,
)

urlpatterns = [
    path("", atlas.front, name="front"),
    path("a/<slug:slug>/", atlas.atlas, name="atlas"),
    path("atlas-map/<slug:slug>.<str:digest>.js", map_script.map_script, name="map-script"),
    path("sides/<str:digest>.css", side_sheet.side_sheet, name="side-sheet"),
    path("words/<str:language>.<str:digest>.json", words.words, name="words"),
    path("chronology/", chronology.chronology, name="chronology"),
    path("about/", about.about, name="about"),
    path("about/reading/", about.reading, name="reading"),
    path("search/", search.search, name="search"),
    path("atlases/", lists.atlases, name="atlases"),
    path("events/", chronology.events, name="events"),
    path("events/<slug:slug>/", events.event, name="event"),
    path("movements/", lists.movements, name="movements"),
    path("movements/<slug:slug>/", movements.movement, name="movement"),
    path("places/", lists.places, name="places"),
    path("places/<slug:slug>/", places.place, name="place"),
    path("people/", lists.people, name="people"),
    path("people/<slug:slug>/", bearers.person, name="person"),
    path("forces/", lists.forces, name="forces"),
    path("forces/<slug:slug>/", bearers.force, name="force"),
    path("sources/", lists.sources, name="sources"),
    path("sources/<slug:slug>/", sources.source, name="source"),
    path("claims/", lists.claims, name="claims"),
    path("claims/<slug:key>/", claims.claim, name="claim"),
    path("disputes/", disputes.disputes, name="disputes"),
    path("disputes/<path:name>/", disputes.dispute, name="dispute"),
    *addresses(FEEDS),
    path("cite/", citing.citing, name="citing"),
    path("embed/", embedding.embedding, name="embedding"),
    path("embed/a/", embeds.front, name="embed-front"),
    path("embed/a/<slug:slug>/", embeds.atlas, name="embed-atlas"),
    path("embed/events/<slug:slug>/", embeds.event, name="embed-event"),
    path("embed/movements/<slug:slug>/", embeds.movement, name="embed-movement"),
    path("embed.js", embed_script.embed_script, name="embed-script"),
    path("oembed", OembedView.as_view(), name="oembed"),
    *citations.addresses(),
    *record_files(),
]
