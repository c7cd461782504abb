"""Serves a whole atlas as one document, made once for each state of the data."""

import gzip
import json
from functools import lru_cache, partial

import brotli
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

# In the order in which they are chosen; brotli is a sixth smaller.
COMPRESSED = {
    "br": partial(brotli.compress, quality=9),
    "gzip": partial(gzip.compress, compresslevel=9, mtime=0),
}


class WholeView(PublicView):
    """An atlas of up to 2,000 events: brief records of everything a page needs to draw."""

    throttle_classes = []
    body = WholeBody

    def answer(self, request, slug: str):
        atlas = published(Atlas.objects.all(), "atlas", slug, route="api-whole").get()
        forms = _document(atlas.pk, self.language, self.state)
        accepted = request.headers.get("Accept-Encoding", "")
        form = next((name for name in COMPRESSED if name in accepted), "")
        response = HttpResponse(forms[form], content_type="application/json")
        if form:
            response.headers["Content-Encoding"] = form
        return response


@lru_cache(maxsize=12)
def _document(atlas: int, language: str, _state: str) -> dict[str, bytes]:
    """The document by its encoding ("" is plain); `_state` makes a changed atlas a new one."""
    record = framed(Atlas.objects).get(pk=atlas)
    if too_large(record):
        message = _("This atlas has more than %(limit)s events: ask window/ for what a screen needs.")
        raise BadQuestion([Problem("too_large", message % {"limit": LIMIT}, "atlas", record.slug)])
    with translation.override(language):
        body = json.dumps(whole(record, language), ensure_ascii=False, separators=(",", ":"))
    plain = body.encode()
    return {"": plain, **{form: compress(plain) for form, compress in COMPRESSED.items()}}
