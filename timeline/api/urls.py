"""The addresses of the public API, version 1."""

from django.urls import path, re_path

from timeline.api import atlases, claims, events, lessons, movements, named
from timeline.api.convert import ConvertView
from timeline.api.described import SchemaView
from timeline.api.disputes import DisputeListView, DisputeView
from timeline.api.facets import FacetsView
from timeline.api.formats.register import FORMATS, addresses
from timeline.api.geocode import GeocodeView
from timeline.api.index import IndexView
from timeline.api.positions import PositionsView
from timeline.api.readings import ReadingsView
from timeline.api.unknown import UnknownAddressView
from timeline.api.whole import WholeView
from timeline.api.window import WindowView

COLLECTIONS = [
    ("atlases", "atlas", atlases.AtlasListView, atlases.AtlasView),
    ("events", "event", events.EventListView, events.EventView),
    ("movements", "movement", movements.MovementListView, movements.MovementView),
    ("places", "place", named.PlaceListView, named.PlaceView),
    ("forces", "force", named.ForceListView, named.ForceView),
    ("people", "person", named.PersonListView, named.PersonView),
    ("sources", "source", named.SourceListView, named.SourceView),
    ("claims", "claim", claims.ClaimListView, claims.ClaimView),
    ("lessons", "lesson", lessons.LessonListView, lessons.LessonView),
]

urlpatterns = [
    path("", IndexView.as_view(), name="api-index"),
    *(path(f"{plural}/", many.as_view(), name=f"api-{plural}") for plural, _one, many, _ in COLLECTIONS),
    *(path(f"{plural}/<slug:slug>/", one.as_view(), name=f"api-{kind}") for plural, kind, _, one in COLLECTIONS),
    path("disputes/", DisputeListView.as_view(), name="api-disputes"),
    # A leg is named by its movement and its number, with a slash between.
    path("disputes/<path:slug>/", DisputeView.as_view(), name="api-dispute"),
    path("atlases/<slug:slug>/whole.json", WholeView.as_view(), name="api-whole"),
    path("window/", WindowView.as_view(), name="api-window"),
    path("positions/", PositionsView.as_view(), name="api-positions"),
    path("facets/", FacetsView.as_view(), name="api-facets"),
    path("convert/", ConvertView.as_view(), name="api-convert"),
    path("readings/", ReadingsView.as_view(), name="api-readings"),
    path("geocode/", GeocodeView.as_view(), name="api-geocode"),
    *addresses(FORMATS),
    path("schema/", SchemaView.as_view(), name="api-schema"),
    # Not ".": an address may hold a line break.
    re_path(r"^[\s\S]*$", UnknownAddressView.as_view(), name="api-unknown"),
]
