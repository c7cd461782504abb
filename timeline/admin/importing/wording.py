"""Says in words how rows of an import stand, and how far it is."""

from django.utils.translation import gettext as _

from timeline.models import Job
from timeline.models.jobs import JobState
from timeline.seeding.judging import Standing

SHOWN = (Standing.REFUSED, Standing.ADDED, Standing.CHANGED, Standing.UNCHANGED)


def words_for(standing: str) -> str:
    """What becomes of rows that stand so, in a word or two."""
    return {
        Standing.ADDED: _("added"),
        Standing.CHANGED: _("changed"),
        Standing.UNCHANGED: _("left as they are"),
        Standing.REFUSED: _("refused"),
    }[Standing(standing)]


def told_counts(job: Job) -> str:
    """How many rows stand how, in one line; "" where that is not known yet."""
    counted = ((job.result.get(standing, 0), standing) for standing in SHOWN)
    return ", ".join(f"{count} {words_for(standing)}" for count, standing in counted if count)


def told_progress(job: Job) -> str:
    """How far an import is, in a sentence."""
    if job.state == JobState.QUEUED:
        return _("Waiting for its turn.")
    if not job.of:
        return _("Reading the file.")
    return _("%(done)s of %(of)s rows looked at.") % {"done": job.done, "of": job.of}
