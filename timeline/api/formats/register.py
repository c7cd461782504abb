"""Lists the whole-document formats: addresses, index, description and tests go through them from here."""

from django.urls import path

from timeline.api.formats.atlas_ics import AtlasIcsView
from timeline.api.formats.atlas_kml import AtlasKmlView
from timeline.api.formats.atlas_zip import AtlasZipView
from timeline.api.formats.events_csv import EventsCsvView
from timeline.api.formats.events_geojson import EventsGeojsonView
from timeline.api.formats.feed_atom import AtomView
from timeline.api.formats.feed_json import FeedView
from timeline.api.formats.frame import FormatView
from timeline.api.formats.linked_places import LinkedPlacesView
from timeline.api.formats.movements_geojson import MovementsGeojsonView
from timeline.api.formats.places_geojson import PlacesGeojsonView
from timeline.api.formats.sources import SourcesBibView, SourcesCslView
from timeline.api.formats.timelinejs import TimelinejsCsvView, TimelinejsJsonView

FORMATS: tuple[type[FormatView], ...] = (
    EventsGeojsonView,
    MovementsGeojsonView,
    PlacesGeojsonView,
    LinkedPlacesView,
    AtlasKmlView,
    EventsCsvView,
    TimelinejsJsonView,
    TimelinejsCsvView,
    AtlasIcsView,
    SourcesBibView,
    SourcesCslView,
    AtlasZipView,
)
"""Those under /api/v1/."""

FEEDS: tuple[type[FormatView], ...] = (FeedView, AtomView)
"""Those at the root of the site."""


def route_of(view: type[FormatView]) -> str:
    """The name of a format's address: "api-events-geojson", and "feed" of /feed.json."""
    if view in FEEDS:
        return view.address.removesuffix(".json").replace(".", "-")
    return f"api-{view.address.replace('.', '-')}"


def addresses(views: tuple[type[FormatView], ...]) -> list:
    """The address patterns of these formats."""
    return [path(view.address, view.as_view(), name=route_of(view)) for view in views]
