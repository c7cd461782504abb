"""Names the keys of a view's state in an address, and carries them from one address to another."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from timeline.filter_reading import EVENT_KEYS, event_filter
from timeline.page_languages import page_languages
from timeline.parameters import Parameters, Unreadable, days
from timeline.problems import Problem

# Where the reader is: the days, what is chosen, the part of the map, how the lanes lie, the step of a lesson.
VIEW_KEYS = ("from", "to", "day", "at", "map", "lanes", "ruler", "lesson", "step")
# Which events are shown, and by whose telling.
FILTER_KEYS = (*(key for key in EVENT_KEYS if key not in ("atlas", "from", "to")), "compare")
OPTION_KEYS = ("theme", "lang")
STATE_KEYS = (*VIEW_KEYS, *FILTER_KEYS, *OPTION_KEYS)
# Which kind of record the values of these keys name, wherever it is told; `at` says itself of which kind it is.
NAMED = {
    **{kind: kind for kind in ("place", "person", "force", "source")},
    "according_to": "source",
    "compare": "source",
    "lesson": "lesson",
}

THEMES = ("auto", "light", "dark", "contrast")
LANES = ("theatre", "side", "force")
RULERS = ("solar_hijri", "lunar_hijri", "julian")


def pairs_of(query: QueryDict, keys: Iterable[str] = STATE_KEYS) -> tuple[tuple[str, str], ...]:
    """The known keys of a query string with their values, in the order of `keys`; an empty value is none."""
    return tuple((key, value) for key in keys for value in query.getlist(key) if value)


def address_with(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """The path with these pairs behind it, commas and colons left legible."""
    query = urlencode(list(pairs), safe=",:")
    return f"{path}?{query}" if query else path


def theme_of(query: QueryDict) -> str:
    """The ground asked for, or "" where it is the reader's own."""
    theme = query.get("theme", "")
    return theme if theme in THEMES[1:] else ""


def language_problems(query: QueryDict) -> list[Problem]:
    """What is wrong with the language asked for: the only key that the atlas's own script does not read."""
    asked = Parameters(query, lenient=True)
    asked.choice("lang", page_languages())
    return asked.problems


def state_problems(query: QueryDict) -> list[Problem]:
    """A sentence for each value of a known key that cannot be read; unknown keys are not looked at."""
    asked = Parameters(query, lenient=True)
    for key, allowed in (("theme", THEMES), ("lanes", LANES), ("ruler", RULERS)):
        asked.choice(key, allowed)
    asked.read("day", days)
    asked.read("map", map_view)
    _asked, problems = event_filter(query, lenient=True)
    return [*language_problems(query), *asked.problems, *problems]


def map_view(value: str) -> tuple[float, float, float]:
    """Latitude and longitude of the middle, in degrees, and the zoom. Raises Unreadable."""
    try:
        lat, lon, zoom = (float(part) for part in value.split(","))
    except ValueError:
        lat = lon = zoom = float("nan")
    if not (abs(lat) <= 90 and abs(lon) <= 180 and 0 <= zoom <= 22):
        raise Unreadable("bad_view", _("This is latitude, longitude and zoom, as 35.7,51.4,6."))
    return lat, lon, zoom
