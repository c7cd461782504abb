"""Keeps the folder of a copy: written beside the old one and put in its place whole."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterable
from filecmp import cmp
from pathlib import Path

from timeline.static_copy.faults import CopyFault

LIST = "marchlines-copy.json"
"""The list of all files of a copy, by which the next run knows the folder for its own."""


class CopyFolder:
    """The folder while it is written: enter it, `write` each file, `finish`; left before that, the old copy stays.

    What is as it was stays the very file it was, with its time, so that only what changed has to be sent on.
    Raises CopyFault for a folder that holds anything else, or that another run is writing.
    """

    def __init__(self, folder: Path):
        self.folder = folder.resolve()
        self._new = self.folder.with_name(f".{self.folder.name}.marchlines-new")
        self._old = self.folder.with_name(f".{self.folder.name}.marchlines-old")
        self._files: list[str] = []
        self._lock = -1
        self.changed = self.kept = self.size = 0

    def __enter__(self) -> "CopyFolder":
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self._new.mkdir(exist_ok=True)
        self._lock = os.open(self._new, os.O_RDONLY)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._lock)
            raise CopyFault(f"Another run is writing {self.folder}. Wait until it is done.") from None
        try:
            # A run was broken off between taking the old copy away and putting the new one there.
            if self._old.is_dir() and not self.folder.exists():
                self._old.rename(self.folder)
            self._refuse_strangers()
        except BaseException:
            self._leave()
            raise
        for left in self._new.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        return self

    def __exit__(self, *_what) -> None:
        self._leave()

    def write(self, file: str, parts: Iterable[bytes]) -> None:
        """Write one file; the parts are taken one by one."""
        target = self._new / file
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as opened:
            for part in parts:
                opened.write(part)
        self._files.append(file)
        self.size += target.stat().st_size
        before = self.folder / file
        if before.is_file() and cmp(before, target, shallow=False):
            self._keep(before, target)
            self.kept += 1
        else:
            self.changed += 1

    def finish(self) -> int:
        """Put the copy in its place; returns how many files of the old one are gone."""
        gone = len(set(self._listed() or ()) - set(self._files) - {LIST})
        listed = json.dumps({"marchlines": 1, "files": sorted(self._files)}, ensure_ascii=False, indent=0)
        self.write(LIST, [listed.encode()])
        if self._old.exists():
            shutil.rmtree(self._old)
        if self.folder.exists():
            self.folder.rename(self._old)
        self._new.rename(self.folder)
        shutil.rmtree(self._old, ignore_errors=True)
        return gone

    def _keep(self, before: Path, target: Path) -> None:
        target.unlink()
        try:
            target.hardlink_to(before)
        except OSError:
            shutil.copy2(before, target)

    def _listed(self) -> list[str] | None:
        """The files of the copy that is there; None where there is no copy."""
        try:
            return json.loads((self.folder / LIST).read_text(encoding="utf-8"))["files"]
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def _refuse_strangers(self) -> None:
        if not self.folder.exists():
            return
        if not self.folder.is_dir():
            raise CopyFault(f"{self.folder} is a file. Name a folder.")
        ours = {*(self._listed() or ()), LIST} if self._listed() is not None else set()
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder).as_posix()
            if name not in ours and not (path.is_dir() and not path.is_symlink()):
                raise CopyFault(f"{self.folder} holds something else: {name}. Name an empty folder, or one of a copy.")

    def _leave(self) -> None:
        if self._lock < 0:
            return
        # After `finish` it has become the copy.
        if self._new.exists():
            shutil.rmtree(self._new, ignore_errors=True)
        os.close(self._lock)
        self._lock = -1
