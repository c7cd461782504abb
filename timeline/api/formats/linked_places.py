"""Serves places as Linked Places."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from geo.models import Place
from timeline.api.bodies.geojson import LinkedPlacesBody
from timeline.api.formats.frame import FormatView
from timeline.chronicle.atlas_places import attested_in, outermost_first
from timeline.feeds import linked_places
from timeline.feeds.imprint import Imprint
from timeline.place_filters import PlaceFilter, place_filter


class LinkedPlacesView(FormatView):
    """The places that an atlas speaks of as Linked Places 1.3: names with who prints them and when they were used,
    kinds of the Getty thesaurus, what each lies in. `q` is asked of their names, every
    other filter of what happened or marched there."""

    address = "linked-places.json"
    title = _("Places for gazetteers (Linked Places)")
    media_type = "application/ld+json"
    file_name = "{atlas}-linked-places.json"
    body = LinkedPlacesBody
    read = staticmethod(place_filter)

    def document(self, asked: PlaceFilter, imprint: Imprint) -> Iterable[str]:
        places = outermost_first(asked.restrict(Place.objects.all()))
        return linked_places.written(places, attested_in(asked.atlases), imprint)
