"""What a page of the admin needs to hold a map: its files, and the settings its script reads."""

from django import forms
from django.db.models import Max, Min
from django.templatetags.static import static
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from timeline.interface_messages import map_pane
from timeline.models import Atlas

MEDIA = forms.Media(css={"all": ["frontend/admin.css"]}, js=["frontend/admin.js"])

REGION = [[24.0, 42.0], [42.0, 64.0]]
"""South-west and north-east corner of what a chart opens on where there is no atlas yet."""

WORDS = {
    "chart.point-at": _("{label}: {lat}° north, {lon}° east"),
    "chart.move-by-keys": _("{place}. Move it with the arrow keys, with Shift in small steps."),
    "chart.moved-to": _("Now at {lat}° north, {lon}° east."),
    "chart.no-plate": _("The map's ground did not load. Type the coordinates instead, or open the page again."),
}
_OF_THE_MAP = ("map.zoom", "map.zoom-in", "map.zoom-out", "map.zoom-whole", "map.km")


def chart_settings(**more) -> dict:
    """Settings for `{{ … |json_script:"chart-settings" }}`; one query. `more` adds what a page's own script reads."""
    box = Atlas.objects.aggregate(south=Min("south"), west=Min("west"), north=Max("north"), east=Max("east"))
    atlases = [[box["south"], box["west"]], [box["north"], box["east"]]]
    words = {**WORDS, **{key: map_pane.MESSAGES[key] for key in _OF_THE_MAP}, **more.pop("words", {})}
    return {
        "plate": static("plate/plate.json"),
        "relief": static("plate/relief.webp"),
        "bounds": REGION if box["south"] is None else atlases,
        "language": (get_language() or "en")[:2],
        "words": {key: str(said) for key, said in words.items()},
        **more,
    }
