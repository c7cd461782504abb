"""Serves events and movements as KML."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from timeline.api.formats.frame import FormatView, chosen_events, chosen_movements
from timeline.feeds import kml
from timeline.feeds.imprint import Imprint
from timeline.filters import EventFilter
from timeline.march_filters import marches_of
from timeline.models import Side


class AtlasKmlView(FormatView):
    """Events and movements as KML 2.2 with the time of each, in the colours of the sides. Where a kind of events is
    asked for, movements are left out."""

    address = "atlas.kml"
    title = _("Events and movements in time (KML)")
    media_type = "application/vnd.google-earth.kml+xml"
    file_name = "{atlas}.kml"
    is_download = True
    body = str

    def document(self, asked: EventFilter, imprint: Imprint) -> Iterable[str]:
        return kml.written(
            chosen_events(asked, imprint.language),
            chosen_movements(marches_of(asked), imprint.language),
            imprint,
            {side.slug: side.colour for side in Side.objects.filter(atlas__in=asked.atlases).order_by("-pk")},
        )
