"""Keeps the folder of a copy: written beside the old one and put in its place whole."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from filecmp import cmp
from pathlib import Path

from timeline.static_copy.faults import CopyFault

LIST = "marchlines-copy.json"
"""The list of all files of a copy, by which the next run knows the folder for its own, and the state it is of."""


@dataclass(frozen=True, slots=True)
class Put:
    """A file that was written: its size in bytes, and whether the copy before had another or none."""

    file: str
    size: int
    is_changed: bool


def put(new: Path, old: Path, file: str, parts: Iterable[bytes]) -> Put:
    """Write a file to the folder `new`; where `old` has the same, it becomes that very file."""
    target, before = new / file, old / file
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as opened:
        for part in parts:
            opened.write(part)
    size = target.stat().st_size
    is_changed = not (before.is_file() and cmp(before, target, shallow=False))
    if not is_changed:
        target.unlink()
        try:
            target.hardlink_to(before)
        except OSError:
            shutil.copy2(before, target)
    return Put(file, size, is_changed)


class CopyFolder:
    """The folder while it is written: enter it, `write` each file, `finish`; left before that, the old copy stays.

    What is as it was stays the very file it was, with its time, so that only what changed has to be sent on.
    Raises CopyFault for a folder that holds anything else, or that another run is writing.
    """

    def __init__(self, folder: Path):
        self.folder = folder.resolve()
        self.new = self.folder.with_name(f".{self.folder.name}.marchlines-new")
        self._old = self.folder.with_name(f".{self.folder.name}.marchlines-old")
        self._files: list[str] = []
        self._lock = -1
        self.changed = self.kept = self.size = 0

    def __enter__(self) -> "CopyFolder":
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.new.mkdir(exist_ok=True)
        self._lock = os.open(self.new, os.O_RDONLY)
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
        for left in self.new.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        return self

    def __exit__(self, *_what) -> None:
        self._leave()

    def write(self, file: str, parts: Iterable[bytes]) -> None:
        """Write one file; the parts are taken one by one."""
        self.count(put(self.new, self.folder, file, parts))

    def count(self, put: "Put") -> None:
        """Take into account a file that `put` has written, here or in another process."""
        self._files.append(put.file)
        self.size += put.size
        self.changed += put.is_changed
        self.kept += not put.is_changed

    def is_of(self, state: str) -> bool:
        """Whether the copy that is there was made of this state, and misses nothing."""
        listed = self._listed()
        whole = listed is not None and listed["state"] == state
        return whole and all((self.folder / file).is_file() for file in listed["files"])

    @property
    def held(self) -> list[Path]:
        """The files of the copy that is there."""
        return [self.folder / file for file in (self._listed() or {"files": ()})["files"]]

    def finish(self, state: str) -> int:
        """Put the copy of this state in its place; returns how many files of the old one are gone."""
        gone = sum(1 for path in self.held if not (self.new / path.relative_to(self.folder)).exists())
        body = {"marchlines": 1, "state": state, "files": sorted(self._files)}
        listed = json.dumps(body, ensure_ascii=False, indent=0)
        self.write(LIST, [listed.encode()])
        if self._old.exists():
            shutil.rmtree(self._old)
        if self.folder.exists():
            self.folder.rename(self._old)
        self.new.rename(self.folder)
        shutil.rmtree(self._old, ignore_errors=True)
        return gone

    def _listed(self) -> dict | None:
        """The state of the copy that is there, and its files; None where there is no copy."""
        try:
            listed = json.loads((self.folder / LIST).read_text(encoding="utf-8"))
            return {"state": listed["state"], "files": [str(file) for file in listed["files"]]}
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def _refuse_strangers(self) -> None:
        if not self.folder.exists():
            return
        if not self.folder.is_dir():
            raise CopyFault(f"{self.folder} is a file. Name a folder.")
        listed = self._listed()
        ours = {*listed["files"], LIST} if listed else set()
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder).as_posix()
            if name not in ours and not (path.is_dir() and not path.is_symlink()):
                raise CopyFault(f"{self.folder} holds something else: {name}. Name an empty folder, or one of a copy.")

    def _leave(self) -> None:
        if self._lock < 0:
            return
        # After `finish` it has become the copy.
        if self.new.exists():
            shutil.rmtree(self.new, ignore_errors=True)
        os.close(self._lock)
        self._lock = -1
