"""Serves a whole atlas as one document, made once for each state of the data."""

import gzip
import json
from functools import lru_cache

from django.http import HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from timeline.api.bodies.briefs import WholeBody
from timeline.api.records import published
from timeline.api.views import PublicView
from timeline.atlas_bodies import framed
from timeline.models import Atlas
from timeline.problems import BadQuestion, Problem
from timeline.whole import LIMIT, too_large, whole


class WholeView(PublicView):
    """An atlas of up to 2,000 events: brief records of everything a page needs to draw."""

    throttle_classes = []
    body = WholeBody

    def answer(self, request, slug: str):
        atlas = published(Atlas.objects.all(), "atlas", slug, route="api-whole").get()
        plain, zipped = _document(atlas.pk, self.language, self.state)
        accepts = "gzip" in request.headers.get("Accept-Encoding", "")
        response = HttpResponse(zipped if accepts else plain, content_type="application/json")
        if accepts:
            response.headers["Content-Encoding"] = "gzip"
        return response


@lru_cache(maxsize=12)
def _document(atlas: int, language: str, _state: str) -> tuple[bytes, bytes]:
    """The document as bytes, plain and compressed; `_state` makes a changed atlas a new one."""
    record = framed(Atlas.objects).get(pk=atlas)
    if too_large(record):
        message = _("This atlas has more than %(limit)s events: ask window/ for what a screen needs.")
        raise BadQuestion([Problem("too_large", message % {"limit": LIMIT}, "atlas", record.slug)])
    with translation.override(language):
        body = json.dumps(whole(record, language), ensure_ascii=False, separators=(",", ":"))
    plain = body.encode()
    return plain, gzip.compress(plain, compresslevel=9, mtime=0)
