"""Serves movements as GeoJSON."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from timeline.api.bodies.geojson import FeatureCollectionBody
from timeline.api.formats.frame import FormatView, chosen_movements
from timeline.feeds import movements_geojson
from timeline.feeds.imprint import Imprint
from timeline.filters import MovementFilter
from timeline.march_filters import march_filter


class MovementsGeojsonView(FormatView):
    """Movements as GeoJSON (RFC 7946), a line a leg through the places it names, with `when` timespans beside the
    properties. A leg of which fewer than two points are known has no geometry. `place` and `near` choose the movements
    that pass there; a kind of events chooses none."""

    address = "movements.geojson"
    title = _("Movements leg by leg (GeoJSON)")
    media_type = "application/geo+json"
    file_name = "{atlas}-movements.geojson"
    body = FeatureCollectionBody
    read = staticmethod(march_filter)

    def document(self, asked: MovementFilter, imprint: Imprint) -> Iterable[str]:
        return movements_geojson.written(chosen_movements(asked, imprint.language), imprint)
