"""Knows whether a worker is there, and who does a job: each touches a file in the data folder while it lives."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from timeline.importing.uploads import FOLDER

SIGNS_EVERY = 3  # seconds
GONE_AFTER = 15  # seconds


def _file(mark: str) -> Path:
    return Path(settings.DATA_DIR) / FOLDER / (f"worker-{mark}" if mark else "worker")


def is_there(mark: str = "") -> bool:
    """Whether a worker, or who does the job of this mark, gave a sign a moment ago."""
    try:
        return time.time() - _file(mark).stat().st_mtime < GONE_AFTER
    except OSError:
        return False


def sign(mark: str = "") -> None:
    """Leave a sign now."""
    file = _file(mark)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    os.utime(file)


def forget(mark: str) -> None:
    """Put away the signs of who did a job."""
    _file(mark).unlink(missing_ok=True)


def keep_signing(ended: threading.Event, mark: str = "") -> threading.Thread:
    """Leave signs until `ended` is set; also while a long job keeps the worker busy."""

    def signing() -> None:
        while not ended.wait(SIGNS_EVERY):
            sign(mark)

    sign(mark)
    thread = threading.Thread(target=signing, daemon=True)
    thread.start()
    return thread


@contextmanager
def signing_for(mark: str) -> Iterator[None]:
    """Leave signs for the job of this mark while the block runs, however long the job itself says nothing."""
    ended = threading.Event()
    thread = keep_signing(ended, mark)
    try:
        yield
    finally:
        ended.set()
        thread.join()
        forget(mark)
