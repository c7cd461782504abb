"""What an operator may have set up wrongly about maps, each with its remedy."""

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core import checks

from geo.rendering.tile_address import tile_origin

NEEDED = ("frontend/atlas.js", "frontend/atlas.css", "plate/plate.json", "plate/relief.webp")


@checks.register()
def tile_layer_is_an_address(app_configs, **options):
    """geo.E001: the optional tile layer is named, but its address is no template of tiles."""
    if not settings.MARCHLINES_TILES:
        return []
    try:
        tile_origin(settings.MARCHLINES_TILES)
    except ValueError as error:
        hint = "Set MARCHLINES_TILES to an address such as https://tiles.example.org/{z}/{x}/{y}.png, or unset it."
        return [checks.Error(str(error), hint=hint, id="geo.E001")]
    return []


@checks.register()
def online_geocoder_has_an_agent(app_configs, **options):
    """geo.W002: a host of Nominatim is named, but no user agent, without which it stays off."""
    if settings.MARCHLINES_NOMINATIM_AGENT or not settings.MARCHLINES_NOMINATIM_DOMAIN:
        return []
    return [
        checks.Warning(
            "MARCHLINES_NOMINATIM_DOMAIN is set, but the online geocoder stays off: it has no user agent.",
            hint="Set MARCHLINES_NOMINATIM_AGENT to a name and an address, or unset the domain.",
            id="geo.W002",
        )
    ]


@checks.register()
def map_files_are_built(app_configs, **options):
    """geo.W001: a file the map needs has not been built yet."""
    missing = [name for name in NEEDED if finders.find(name) is None]
    if not missing:
        return []
    return [
        checks.Warning(
            f"The map lacks {', '.join(missing)}.",
            hint="Run `python3 run`, which builds the front-end and the base plate.",
            id="geo.W001",
        )
    ]
