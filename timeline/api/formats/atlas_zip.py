"""Serves a whole atlas, as far as it is published, in the tables it can be brought in from."""

from collections.abc import Iterable

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from timeline.api.formats.frame import FormatView
from timeline.feeds.imprint import Imprint
from timeline.filters import EventFilter
from timeline.importing.atlas_zip import write_published
from timeline.models import Atlas
from timeline.problems import BadQuestion, Problem


class AtlasZipView(FormatView):
    """Every published record of an atlas as the tables of `seeds/`, packed: without loss, and brought in as it is."""

    address = "atlas.zip"
    title = _("The whole atlas, without loss (tables)")
    media_type = "application/zip"
    file_name = "{atlas}.zip"
    is_download = True
    parameters = ("atlas",)
    body = bytes

    def asked(self, query: QueryDict) -> EventFilter:
        asked = super().asked(query)
        if len(asked.atlases) > 1:
            message = _("One archive holds one atlas: ask for each by itself.")
            raise BadQuestion([Problem("given_twice", str(message), "atlas", query.getlist("atlas")[1])])
        return asked

    def document(self, asked: EventFilter, imprint: Imprint) -> Iterable[bytes]:
        return write_published(Atlas.objects.filter(pk__in=asked.atlases).first() or Atlas(title=imprint.title))
