"""Serves a whole atlas, as far as it is published, in the tables it can be brought in from."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from timeline.api.formats import FormatView
from timeline.importing.atlas_zip import write_published


class AtlasZipView(FormatView):
    """Every published record of an atlas as the tables of `seeds/`, packed: without loss, and brought in as it is."""

    media_type = "application/zip"
    parameters = ("atlas",)
    body = bytes

    def answer(self, request):
        atlas = self.atlas(self.asked(request))
        response = HttpResponse(write_published(atlas), content_type=self.media_type)
        response["Content-Disposition"] = content_disposition_header(True, f"{atlas.slug or 'atlas'}.zip")
        return response
