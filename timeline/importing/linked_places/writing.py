"""Takes the places of an atlas out as Linked Places, and says what that format can't hold."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from timeline.chronicle.atlas_places import attested_in, outermost_first, places_of
from timeline.chronicle.named_entries import PlaceEntry
from timeline.feeds.imprint import imprint_of, same
from timeline.feeds.linked_places import written
from timeline.models import Atlas


def write(atlas: Atlas, address: Callable[[str], str] = same) -> tuple[bytes, list[str]]:
    """Return the places that the atlas speaks of, and what the format can't hold.

    `address` makes an absolute URL of a path; without one the addresses are relative to the document's own.
    """
    places = list(outermost_first(places_of([atlas.pk])))
    text = "".join(written(places, attested_in([atlas.pk]), imprint_of([atlas], address)))
    return text.encode(), _losses(places)


def _losses(places: Iterable[PlaceEntry]) -> list[str]:
    places = list(places)
    based = sum(bool(place.basis) for place in places)
    titled = sum(name.kind == "title" for place in places for name in place.variants)
    told = [
        (based, _("Why a point was chosen, and by whom, is left out: %d places have it.")),
        (titled, _("Names that are titles: %d are written as names.")),
    ]
    always = _("Only places and their names are written: events, movements and statements are left out.")
    return [always, *(sentence % count for count, sentence in told if count)]
