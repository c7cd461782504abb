"""The addresses of the pages for readers."""

from django.urls import path

from timeline.api.formats import FeedView
from timeline.views import atlas, events, map_script

urlpatterns = [
    path("", atlas.front, name="front"),
    path("a/<slug:slug>/", atlas.atlas, name="atlas"),
    path("atlas-map/<slug:slug>.<str:digest>.js", map_script.map_script, name="map-script"),
    path("events/<slug:slug>/", events.event, name="event"),
    path("feed.json", FeedView.as_view(), name="feed"),
]
