"""Folium's map with our own local assets and nothing in the page's head."""

from __future__ import annotations

import folium
from folium.template import Template

CONTAINER = "atlas-map"
"""The id of the map's element in the page."""


class AtlasMap(folium.Map):
    """A Folium map without tiles, whose assets are the ones given and whose name never changes.

    Folium keeps its lists of scripts and styles on the class, where one map's change leaks into every
    later one; each map here has lists of its own. Its header (a viewport that forbids pinch zoom, inline
    styles and an inline script) is left out: map.css sizes the map.
    """

    _template = Template(
        """
        {% macro html(this, kwargs) %}
        <div class="folium-map" id={{ this.container|tojson }} dir="ltr"></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
            window.marchlines = window.marchlines || {};
            window.marchlines.elements = [];
            var still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
            var {{ this.get_name() }} = L.map({{ this.container|tojson }}, {
                center: {{ this.location|tojson }}, zoomAnimation: !still, inertia: !still,
                ...{{ this.options|tojavascript }}
            });
        {% endmacro %}
        """
    )

    def __init__(
        self,
        *,
        centre: tuple[float, float],
        zoom: float,
        scripts: list[tuple[str, str]],
        stylesheets: list[tuple[str, str]],
    ) -> None:
        super().__init__(
            location=centre,
            zoom_start=zoom,
            tiles=None,
            zoom_control=False,
            # With tiles=None folium drops its own zoom limits, so they are Leaflet's options here.
            minZoom=4,
            maxZoom=13,
            zoomSnap=0.125,
            wheelPxPerZoomLevel=90,
            attributionControl=False,
            maxBoundsViscosity=0.6,
            worldCopyJump=False,
        )
        self.container = CONTAINER
        self.default_js = list(scripts)
        self.default_css = list(stylesheets)

    @classmethod
    def _generate_id(cls) -> str:
        return "atlas"
