"""Sends files in as an editor would, and does their work at once."""

from timeline.importing import jobs, working
from timeline.importing.formats import recognised
from timeline.importing.table_files import csv_of


def queued(atlas, name: str, content: bytes, by: str = "editor"):
    """A job that waits for the worker."""
    return jobs.begin([content], name=name, size=len(content), form=recognised(content, name), atlas=atlas, by=by)


def sent_file(atlas, name: str, content: bytes, by: str = "editor"):
    """A job whose file has been looked through."""
    return worked(queued(atlas, name, content, by))


def sent(atlas, table: str, given: list[dict[str, str]], by: str = "editor"):
    """The same, with a table of these rows as CSV."""
    return sent_file(atlas, table, csv_of(given[0], given), by)


def worked(job):
    """The job after the worker has done what waits."""
    assert working.work_once()
    job.refresh_from_db()
    return job


def brought_in(job, *, publish: bool = False, whole: bool = False):
    """The job after it was confirmed and done."""
    assert jobs.confirm(job, publish=publish, whole=whole)
    return worked(job)
