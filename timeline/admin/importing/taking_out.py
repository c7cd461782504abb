"""The page that takes an atlas out as a file, and says before what the format can't hold."""

from django.http import Http404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from timeline.admin.importing.desk import atlas_of, attachment, for_importers, page
from timeline.importing.formats import format_named
from timeline.models import Atlas


@for_importers
@require_GET
def take_out(request):
    """Send the atlas in the format asked for; where that loses something, first say what."""
    atlas = atlas_of(request.GET.get("atlas"), list(Atlas.objects.all()))
    form = format_named(request.GET.get("format", ""))
    if atlas is None or form is None or form.write is None:
        raise Http404
    content, losses = form.write(atlas)
    if losses and request.GET.get("anyway") != "yes":
        return page(
            request, "losses", _("Take out %(atlas)s") % {"atlas": atlas}, atlas=atlas, form=form, losses=losses
        )
    name = form.key if form.key.startswith("atlas.") else f"{form.key.rsplit('.', 1)[0]}.{form.ending}"
    return attachment(content, f"{atlas.slug}-{name}", form.media_type)
