"""Lets the processes of one run share what the first of them has made."""

import time
from collections.abc import Callable
from pathlib import Path


def made_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """The folder, filled by the first process that asks for it; the others wait until it is done.

    RuntimeError: the process that began it could not make it.
    """
    done, failed = (folder.with_name(f"{folder.name}.{end}") for end in ("done", "failed"))
    try:
        folder.with_name(f"{folder.name}.begun").mkdir(parents=True)
    except FileExistsError:
        while not done.exists():
            if failed.exists():
                raise RuntimeError(f"{folder} could not be made: {failed.read_text(encoding='utf-8')}") from None
            time.sleep(0.2)
        return folder
    try:
        make(folder)
    except Exception as error:
        failed.write_text(repr(error), encoding="utf-8")
        raise
    done.touch()
    return folder
