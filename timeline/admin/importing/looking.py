"""The page of one import: how far it is, what it asks, what it would change, and what became of it."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from timeline.admin.importing.desk import attachment, for_importers, job_of, may_publish, page
from timeline.admin.importing.wording import SHOWN, told_progress, words_for
from timeline.importing import jobs, presence
from timeline.importing.formats import format_named
from timeline.importing.refused_rows import refused_file
from timeline.models import Job
from timeline.models.jobs import JobState
from timeline.seeding.judging import Standing

A_PAGE = 50
UNDERWAY = (JobState.QUEUED, JobState.RUNNING)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows stand so; `word` in words, `now` where they are the ones listed."""

    standing: str
    word: str
    count: int
    now: bool


@for_importers
@require_GET
def one(request, key: int):
    """Show an import as it stands; what a checked one would change is listed, some rows to a page."""
    job = job_of(key)
    counts = {standing: job.result.get(standing, 0) for standing in SHOWN}
    listable = [standing for standing in SHOWN if counts[standing]] if job.state == JobState.CHECKED else []
    if job.state == JobState.DONE and counts[Standing.REFUSED]:
        listable = [Standing.REFUSED]
    standing = request.GET.get("rows", listable[0] if listable else "")
    if standing and standing not in SHOWN:
        raise Http404
    rows = job.rows.filter(standing=standing).order_by("number")
    paged = Paginator(rows, A_PAGE).get_page(request.GET.get("page")) if standing in listable else None
    return page(
        request, "job", job.name, job=job, kind=getattr(format_named(job.kind), "label", job.kind), paged=paged,
        tallies=[Tally(each, words_for(each), counts[each], each == standing) for each in SHOWN if counts[each]],
        taken=counts[Standing.ADDED] + counts[Standing.CHANGED], count_refused=counts[Standing.REFUSED],
        listable=listable, standing=standing, underway=job.state in UNDERWAY, dead=jobs.is_dead(job),
        worker=presence.is_there(), told=told_progress(job), may_publish=may_publish(request.user), states=JobState,
    )  # fmt: skip


@for_importers
@require_GET
def progress(request, key: int):
    """How far an import is, for the script that shows it without loading the page anew."""
    job = job_of(key)
    told = {"state": job.state, "done": job.done, "of": job.of, "told": told_progress(job), "dead": jobs.is_dead(job)}
    return JsonResponse(told, headers={"Cache-Control": "no-store"})


@for_importers
@require_GET
def refused(request, key: int):
    """Send the refused rows, to be mended and sent in again."""
    job = job_of(key)
    if not job.rows.filter(standing=Standing.REFUSED).exists():
        raise Http404
    return attachment(*refused_file(job))


def _back(job: Job) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:timeline_job_change", args=[job.pk]))


@for_importers
@require_POST
def answer(request, key: int):
    """Take the answers to an import's questions; it is asked again where one is missing or unknown."""
    job = job_of(key)
    answers = {}
    for question in job.questions:
        given = request.POST.get(f"answer-{question['key']}", "")
        if given not in {value for value, _label in question["choices"]}:
            messages.error(
                request, _("Choose one of the answers to: %(question)s") % {"question": question["sentence"]}
            )
            return _back(job)
        answers[question["key"]] = given
    if not jobs.answer(job, answers):
        messages.error(request, _("This import asks nothing now."))
    return _back(job)


@for_importers
@require_POST
def confirm(request, key: int):
    """Have what was checked brought in, as drafts or, by who may, published."""
    job = job_of(key)
    publish = request.POST.get("publish") == "yes"
    if publish and not may_publish(request.user):
        messages.error(request, _("Your account may not publish. Bring the rows in as drafts."))
        return _back(job)
    if not job.result.get(Standing.ADDED) and not job.result.get(Standing.CHANGED):
        messages.error(request, _("There is nothing to bring in: every row is refused or there already."))
    elif request.POST.get("whole") == "yes" and job.result.get(Standing.REFUSED):
        messages.error(request, _("Rows are refused, and you asked for all or nothing. Mend them, or take the others."))
    elif not jobs.confirm(
        job, publish=publish, whole=request.POST.get("whole") == "yes", by=request.user.get_username()
    ):
        messages.error(request, _("This import can't be brought in as it stands. Check the file again."))
    return _back(job)


@for_importers
@require_POST
def cancel(request, key: int):
    """End an import before it is brought in."""
    job = job_of(key)
    if jobs.cancel(job):
        messages.success(request, _("Cancelled: nothing of this file was brought in."))
    else:
        messages.error(request, _("This import has ended already."))
    return _back(job)


@for_importers
@require_POST
def again(request, key: int):
    """Have a file checked again from the beginning."""
    job = job_of(key)
    if not jobs.again(job):
        messages.error(request, _("This import can't be started again: send the file in anew."))
    return _back(job)
