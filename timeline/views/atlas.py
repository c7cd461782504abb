"""The atlas page: timeline, map and panel over one atlas."""

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render

from geo.rendering.composition import compose
from timeline.api.formats.events_geojson import EventsGeojsonView
from timeline.atlas_page import atlas_config
from timeline.chronicle.cited import titled
from timeline.models import Atlas
from timeline.pages.alternates import alternates
from timeline.pages.claim_words import language
from timeline.pages.linked_data.atlases import atlas_data
from timeline.views.kept import kept_by_content, led_on
from timeline.views.published import Moved, Withdrawn, published
from timeline.views.reading_only import reading_only
from timeline.views.renamed_state import address_now


@reading_only
def front(request):
    """The default atlas; before any is loaded, a sentence saying how to load one."""
    atlas = Atlas.objects.published().filter(is_default=True).first()
    if atlas is None:
        return render(request, "timeline/no_atlas.html", {"section": "atlas"}, status=503)
    return _page(request, atlas)


@reading_only
def atlas(request, slug: str):
    """One atlas by its slug."""
    try:
        return _page(request, published(Atlas.objects.all(), "atlas", "a", slug))
    except Moved as moved:
        return led_on(request, moved.address)
    except Withdrawn as withdrawn:
        shown = {"section": "atlas", "atlas": None, "why": withdrawn.why}
        return render(request, "410.html", shown, status=410)


def _page(request, atlas: Atlas):
    if now := address_now(request):
        return HttpResponsePermanentRedirect(now)
    # In the preview of a draft everything the page asks for is asked of the preview.
    base = request.preview.base if hasattr(request, "preview") else ""
    absolute = request.build_absolute_uri
    context = {
        "section": "atlas",
        "atlas": atlas,
        "config": atlas_config(atlas, base),
        "map": compose(atlas),
        "base": base,
        "alternates": alternates(atlas.as_question, [EventsGeojsonView]),
        "canonical": absolute(atlas.get_absolute_url()),
        "linked_data": atlas_data(atlas, titled(atlas, language()), absolute),
    }
    return kept_by_content(request, render(request, "timeline/atlas.html", context))
