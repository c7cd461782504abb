"""Knows whether a worker is there: it touches a file in the data folder for as long as it lives."""

import os
import threading
import time
from pathlib import Path

from django.conf import settings

from timeline.importing.uploads import FOLDER

SIGNS_EVERY = 3  # seconds
GONE_AFTER = 15  # seconds


def _file() -> Path:
    return Path(settings.DATA_DIR) / FOLDER / "worker"


def is_there() -> bool:
    """Whether a worker gave a sign a moment ago."""
    try:
        return time.time() - _file().stat().st_mtime < GONE_AFTER
    except OSError:
        return False


def sign() -> None:
    """Leave a sign now."""
    _file().parent.mkdir(parents=True, exist_ok=True)
    _file().touch()
    os.utime(_file())


def keep_signing(ended: threading.Event) -> threading.Thread:
    """Leave signs until `ended` is set; also while a long job keeps the worker busy."""

    def signing() -> None:
        while not ended.wait(SIGNS_EVERY):
            sign()

    sign()
    thread = threading.Thread(target=signing, daemon=True)
    thread.start()
    return thread
