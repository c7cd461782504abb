"""Serves places as GeoJSON."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from geo.models import Place
from timeline.api.bodies.geojson import FeatureCollectionBody
from timeline.api.formats.frame import FormatView
from timeline.chronicle import place_entries
from timeline.chronicle.in_parts import in_parts
from timeline.feeds import places_geojson
from timeline.feeds.imprint import Imprint
from timeline.place_filters import PlaceFilter, place_filter


class PlacesGeojsonView(FormatView):
    """The places that an atlas speaks of as GeoJSON (RFC 7946), with every spelling. `q` is asked of
    their names, every other filter of what happened or marched there."""

    address = "places.geojson"
    title = _("Places with their names (GeoJSON)")
    media_type = "application/geo+json"
    file_name = "{atlas}-places.geojson"
    body = FeatureCollectionBody
    read = staticmethod(place_filter)

    def document(self, asked: PlaceFilter, imprint: Imprint) -> Iterable[str]:
        places = in_parts(asked.restrict(Place.objects.all()), ("slug",), place_entries)
        return places_geojson.written(places, imprint)
