"""Serves a whole atlas as one document, made once for each state of the data."""

from functools import lru_cache

from django.utils import translation
from django.utils.translation import gettext as _

from timeline.api.bodies.briefs import WholeBody
from timeline.api.packed import Forms, pack, respond
from timeline.api.records import published
from timeline.api.views import PublicView
from timeline.atlas_bodies import framed
from timeline.models import Atlas, Source
from timeline.parameters import Parameters
from timeline.problems import BadQuestion, Problem
from timeline.whole import LIMIT, too_large, whole


class WholeView(PublicView):
    """An atlas of up to 2,000 events: brief records of everything a page needs to draw."""

    throttle_classes = []
    parameters = ("according_to",)
    body = WholeBody

    def answer(self, request, slug: str):
        atlas = published(Atlas.objects.all(), "atlas", slug, route="api-whole").get()
        parameters = Parameters(request.query_params)
        source = next(iter(parameters.one_known("according_to", Source.objects.published())), "")
        if parameters.problems:
            raise BadQuestion(parameters.problems)
        return respond(request, _document(atlas.pk, self.language, source, self.state))


@lru_cache(maxsize=24)
def _document(atlas: int, language: str, according_to: str, _state: str) -> Forms:
    """The document in every encoding; `_state` makes a changed atlas a new one."""
    record = framed(Atlas.objects).get(pk=atlas)
    if too_large(record):
        message = _("This atlas has more than %(limit)s events: ask window/ for what a screen needs.")
        raise BadQuestion([Problem("too_large", message % {"limit": LIMIT}, "atlas", record.slug)])
    with translation.override(language):
        return pack(whole(record, language, according_to))
