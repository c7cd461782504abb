"""Serves events as GeoJSON."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from timeline.api.bodies.geojson import FeatureCollectionBody
from timeline.api.formats.frame import FormatView, chosen_events
from timeline.feeds import geojson
from timeline.feeds.imprint import Imprint
from timeline.filters import EventFilter


class EventsGeojsonView(FormatView):
    """Events as GeoJSON (RFC 7946) with `when` timespans beside the properties."""

    address = "events.geojson"
    title = _("Events on the map (GeoJSON)")
    media_type = "application/geo+json"
    file_name = "{atlas}-events.geojson"
    body = FeatureCollectionBody

    def document(self, asked: EventFilter, imprint: Imprint) -> Iterable[str]:
        return geojson.written(chosen_events(asked, imprint.language), imprint)
