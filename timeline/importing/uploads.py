"""Keeps the files that editors send in below the data folder until their import has ended."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from timeline.models import Job

FOLDER = "imports"
LARGEST = 20_000_000


class FileRefused(ValueError):
    """A file can't be taken; `code` is a stable word, the text a sentence that says what to do."""

    def __init__(self, code: str, sentence: str, value: str = ""):
        super().__init__(sentence)
        self.code = code
        self.value = value


def check_size(size: int) -> None:
    """Raise FileRefused for a file of this many bytes that is empty or too large."""
    if not size:
        raise FileRefused("file_empty", _("The file is empty. Choose another one."))
    if size > LARGEST:
        sentence = _("The file has %(size)s MB, and %(most)s MB is the most. Send it in several parts.")
        told = sentence % {"size": round(size / 1_000_000, 1), "most": LARGEST // 1_000_000}
        raise FileRefused("file_too_large", told, str(size))


def keep(job: Job, chunks: Iterable[bytes]) -> None:
    """Write a job's file into a folder of its own and note where; the name is made harmless."""
    folder = _folder(job)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / (re.sub(r"[^A-Za-z0-9._-]+", "-", job.name).strip("-.")[-80:] or "file")
    with path.open("wb") as file:
        for chunk in chunks:
            file.write(chunk)
    job.file = path.relative_to(settings.DATA_DIR).as_posix()
    job.save(update_fields=["file"])


def content(job: Job) -> bytes:
    """The bytes that were sent in. Raises FileRefused where they are not there any more."""
    try:
        return (Path(settings.DATA_DIR) / job.file).read_bytes() if job.file else _gone(job)
    except OSError:
        return _gone(job)


def _gone(job: Job) -> bytes:
    raise FileRefused("file_gone", _("The file is not there any more. Send it in again."), job.name)


def remove(job: Job) -> None:
    """Delete a job's file; one that is gone already is no matter."""
    shutil.rmtree(_folder(job), ignore_errors=True)
    Job.objects.filter(pk=job.pk).update(file="")


def _folder(job: Job) -> Path:
    return Path(settings.DATA_DIR) / FOLDER / str(job.pk)
