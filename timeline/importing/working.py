"""Does the work of imports: takes one job after another, and answers for whatever comes of it."""

import logging
from collections.abc import Callable

from django.db import OperationalError, close_old_connections
from django.utils.translation import gettext as _

from timeline.importing import archives, presence, uploads
from timeline.importing.bringing_in import bring_in
from timeline.importing.checking import check
from timeline.importing.formats import WHOLE
from timeline.importing.jobs import (
    Interrupted,
    JobFailed,
    Signs,
    Stopped,
    bury_the_dead,
    doer,
    fail,
    put_back,
    take_next,
)
from timeline.importing.renaming import under_new_names
from timeline.importing.rights import Rights, rights_of
from timeline.models import Job
from timeline.models.jobs import JobStep

log = logging.getLogger(__name__)


def work_once(ending: Callable[[], bool] = lambda: False) -> bool:
    """Do the oldest job that waits; False where there is none. ending: whether the worker is to stop."""
    close_old_connections()
    bury_the_dead()
    taken = take_next()
    if taken is None:
        return False
    job, mark = taken
    do(job, mark, rights_of(doer(job)), Signs(job, mark, ending))
    return True


def do(job: Job, mark: str, rights: Rights, signs: Signs | None = None) -> None:
    """Do what a taken job is to do now. Whatever goes wrong, the job says so and nothing is half done."""
    signs = signs or Signs(job, mark)
    try:
        if not rights.add:
            raise JobFailed(_("Your account may not add events, so it can't bring files in."))
        with presence.signing_for(mark):
            if job.step == JobStep.CHECK:
                check(job, mark, rights, signs)
            else:
                bring_in(job, mark, rights, signs, _unpublished(job))
    except Interrupted:
        put_back(job, mark)
    except Stopped:
        # Whoever cancelled it has cleared up; what was written since goes as well.
        if not Job.objects.filter(pk=job.pk, worker__gt="").exists():
            job.rows.exclude(job__state__in=("checked", "done")).delete()
    except JobFailed as failed:
        fail(job, mark, str(failed))
    except OperationalError:
        log.exception("Import %s met a database that was locked or away.", job.pk)
        fail(job, mark, _("The database was busy for too long. Nothing was brought in: start the import again."))
    except Exception:
        # One bad file must not end the worker; the log has the whole story.
        log.exception("Import %s failed.", job.pk)
        sentence = _("The program met what it does not expect. Nothing was brought in; the server's log says more.")
        fail(job, mark, sentence)


def _unpublished(job: Job) -> dict[tuple[str, str], str]:
    if job.kind != WHOLE.key:
        return {}
    try:
        unpublished = archives.unpublished_in(uploads.content(job))
    except (uploads.FileRefused, archives.BadArchive) as gone:
        raise JobFailed(str(gone)) from gone
    return under_new_names(unpublished, job.rows.values_list("table", "given", "cells"))
