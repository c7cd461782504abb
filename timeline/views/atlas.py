"""The atlas page: timeline, map and panel over one atlas."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from geo.rendering.composition import compose
from timeline.atlas_page import atlas_config
from timeline.models import Atlas


@require_safe
def front(request):
    """The default atlas; before any is loaded, a sentence saying how to load one."""
    atlas = Atlas.objects.published().filter(is_default=True).first()
    if atlas is None:
        return render(request, "timeline/no_atlas.html", {"section": "atlas"}, status=503)
    return _page(request, atlas)


@require_safe
def atlas(request, slug: str):
    """One atlas by its slug."""
    return _page(request, get_object_or_404(Atlas.objects.published(), slug=slug))


def _page(request, atlas: Atlas):
    context = {"section": "atlas", "atlas": atlas, "config": atlas_config(atlas), "map": compose(atlas)}
    return render(request, "timeline/atlas.html", context)
