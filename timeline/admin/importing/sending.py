"""The front page of imports and exports: a file is sent in, and those that were are listed."""

from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.admin.importing.desk import atlas_of, for_importers, page
from timeline.admin.importing.wording import told_counts
from timeline.importing import jobs, presence, uploads
from timeline.importing.formats import every_format, format_named, recognised, written_formats
from timeline.models import Atlas, Job

A_PAGE = 25
NEW = ""
"""The choice of no atlas: the file itself says which one it makes."""


@for_importers
def front(request):
    """Show what can be done; a POST takes a file in, recognises it, and lines it up to be checked."""
    atlases = list(Atlas.objects.order_by("-is_default", "title"))
    problem, value = "", ""
    if request.method == "POST":
        try:
            return HttpResponseRedirect(_sent_in(request, atlases))
        except uploads.FileRefused as refused:
            problem, value = str(refused), refused.value
    paged = Paginator(Job.objects.select_related("atlas").order_by("-pk"), A_PAGE).get_page(request.GET.get("page"))
    return page(
        request, "front", _("Import and export"), status=400 if problem else 200, atlases=atlases, paged=paged,
        formats=written_formats(), readable=[form for form in every_format() if form.reader], problem=problem,
        value=value, most=uploads.LARGEST // 1_000_000, worker=presence.is_there(),
        chosen=request.POST.get("atlas") or (atlases[0].slug if atlases else ""),
        shown=[(job, getattr(format_named(job.kind), "label", job.kind), told_counts(job)) for job in paged],
    )  # fmt: skip


def _sent_in(request, atlases: list[Atlas]) -> str:
    """Keep the file that was sent, and return the address of its import. Raises FileRefused."""
    sent = request.FILES.get("file")
    if sent is None:
        raise uploads.FileRefused("no_file", _("Choose a file first."))
    uploads.check_size(sent.size)
    atlas = atlas_of(request.POST.get("atlas"), atlases)
    if atlas is None and request.POST.get("atlas", NEW) != NEW:
        raise uploads.FileRefused("no_atlas", _("There is no such atlas. Choose one from the list."))
    content = sent.read()
    form = recognised(content, sent.name)
    if form is None:
        sentence = _("This file is of no kind that can be read. The kinds are listed below; check its column names.")
        raise uploads.FileRefused("unknown_kind", sentence, sent.name[:100])
    job = jobs.begin([content], name=sent.name, size=sent.size, form=form, atlas=atlas, by=request.user.get_username())
    return reverse("admin:timeline_job_change", args=[job.pk])
