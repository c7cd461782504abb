"""What the atlas page tells its scripts: one JSON block of addresses, words and the opening view."""

from django.templatetags.static import static
from django.utils.translation import get_language, get_language_bidi

from chronology.formatting import vocabulary
from timeline.empty_atlas import DESK
from timeline.interface_messages import first_messages
from timeline.later_words import later_words
from timeline.models import Atlas
from timeline.side_inks import inks_of, style_rules

API = "/api/v1"


def atlas_config(atlas: Atlas, base: str = "") -> dict:
    """Return the configuration of an atlas's page; addresses hold ``{slug}`` where a record's goes, and
    ``{source}`` where that of a source goes that tells the atlas alone.

    ``base`` stands before the addresses of what the page shows. ``sides`` are the style rules of their colours;
    ``window`` and ``day`` are Julian day numbers, ``bounds`` west, south, east, north in degrees.
    """
    language = get_language() or "en"
    return {
        "atlas": atlas.slug,
        "title": atlas.title,
        "window": [atlas.window_from, atlas.window_to],
        "day": atlas.day,
        "bounds": [atlas.west, atlas.south, atlas.east, atlas.north],
        "urls": _addresses(atlas, language, base),
        "language": language,
        "direction": "rtl" if get_language_bidi() else "ltr",
        "sides": style_rules(inks_of(atlas.sides.all())),
        "messages": first_messages(language),
        "vocabulary": vocabulary(language),
    }


def _addresses(atlas: Atlas, language: str, base: str) -> dict:
    api = f"{base}{API}"
    records = ("events", "movements", "places", "people", "forces", "sources", "claims", "lessons")
    kinds = ("event", "movement", "place", "person", "force", "source", "claim", "lesson")
    return {
        "self": atlas.get_absolute_url(),
        "whole": f"{api}/atlases/{atlas.slug}/whole.json",
        "told": f"{api}/atlases/{atlas.slug}/whole.json?according_to={{source}}",
        "symbols": static("symbols.svg"),
        "records": static("frontend/records.js"),
        "telling": static("frontend/telling.js"),
        "lesson_script": static("frontend/lesson.js"),
        "lesson_style": static("frontend/lesson.css"),
        "records_style": static("frontend/records.css"),
        "records_words": f"/words/{later_words(language)[0]}",
        "chronology": f"/chronology/{atlas.as_question}",
        "reading": "/about/reading/",
        "disputes": "/disputes/",
        "desk": DESK,
        **{kind: f"{api}/{name}/{{slug}}/" for kind, name in zip(kinds, records, strict=True)},
        "page": {kind: f"{base}/{name}/{{slug}}/" for kind, name in zip(kinds, records, strict=True)},
    }
