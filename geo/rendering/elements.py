"""What a map is made of: one small Folium element an idea, each only carrying its options to our module."""

from __future__ import annotations

from branca.element import MacroElement
from folium.template import Template
from folium.utilities import TypeJsonValue


class MapElement(MacroElement):
    """An idea drawn by our own module: the script hands over its `kind`, its map and its options.

    Names are the kind itself, so that a map says the same each time; each kind stands once on a map.
    No text of an editor passes here: names and titles come from the API and are set as text.
    """

    kind = ""
    _template = Template(
        """
        {% macro script(this, kwargs) %}
            window.marchlines.elements.push({
                kind: {{ this.kind|tojson }},
                map: {{ this._parent.get_name() }},
                options: {{ this.options|tojson }}
            });
        {% endmacro %}
        """
    )

    def __init__(self, **options: TypeJsonValue) -> None:
        super().__init__()
        self._name = self.kind
        self.options = options

    @classmethod
    def _generate_id(cls) -> str:
        return "element"


class Plate(MapElement):
    """The engraved ground: land, sea, relief, borders, and the names of empires and waters."""

    kind = "plate"

    def __init__(self, *, base_plate: str, relief: str) -> None:
        super().__init__(base_plate=base_plate, relief=relief)


class Places(MapElement):
    """Towns, villages and gates with their names; `names_from` is the least zoom of each kind."""

    kind = "places"

    def __init__(self, *, names_from: dict[str, float]) -> None:
        super().__init__(names_from=names_from)


class Routes(MapElement):
    """Marches as arrows; the widest, `most` pixels, for `many` men and more; 5 for `few`."""

    kind = "routes"

    def __init__(self, *, most: float, few: int, many: int) -> None:
        super().__init__(most=most, few=few, many=many)


class Tokens(MapElement):
    """Forces where they stand on the cursor's day, `size` pixels wide."""

    kind = "tokens"

    def __init__(self, *, size: int) -> None:
        super().__init__(size=size)


class Uncertainty(MapElement):
    """Rings of true radius round what may stand elsewhere; smaller than `least_pixels` none is drawn."""

    kind = "uncertainty"

    def __init__(self, *, least_pixels: float) -> None:
        super().__init__(least_pixels=least_pixels)


class Inset(MapElement):
    """The spot where signs crowd, enlarged in an empty corner of panes at least `least_width` pixels wide."""

    kind = "inset"

    def __init__(self, *, least_width: int, up_to_zoom: float) -> None:
        super().__init__(least_width=least_width, up_to_zoom=up_to_zoom)


class Frame(MapElement):
    """Legend, scale bar, buttons, credit and the box the map opens on."""

    kind = "frame"

    def __init__(self, *, bounds: list[list[float]], credit: str) -> None:
        super().__init__(bounds=bounds, credit=credit)
