"""Remembers what a step was done with, so that it is done again only when that has changed."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


def _files(path: Path) -> Iterable[Path]:
    if path.is_dir():
        return sorted(
            file
            for file in path.rglob("*")
            if file.is_file() and "__pycache__" not in file.parts and "node_modules" not in file.parts
        )
    return [path] if path.is_file() else []


def fingerprint(inputs: Iterable[Path], *words: str) -> str:
    """Return a hash over names and contents of files, folders walked, and over some words.

    Times of files do not count: a fresh clone and a touched file are the same.
    """
    digest = hashlib.sha256()
    for given in inputs:
        for file in _files(given):
            digest.update(f"{file.relative_to(given.parent).as_posix()}\0".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    for word in words:
        digest.update(f"\0{word}".encode())
    return digest.hexdigest()


@dataclass(frozen=True)
class Step:
    """One thing set-up does.

    The stamp stands inside what the step makes, so that deleting the one forgets the other;
    `makes` are further files without which the step counts as not done.
    """

    title: str
    stamp: Path
    inputs: tuple[Path, ...]
    action: Callable[[], None]
    words: tuple[str, ...] = ()
    makes: tuple[Path, ...] = ()

    def is_done(self) -> bool:
        if not self.stamp.is_file() or not all(path.exists() for path in self.makes):
            return False
        return self.stamp.read_text(encoding="ascii") == self._fingerprint()

    def perform(self) -> None:
        """Do it, and leave the stamp; a failure leaves none."""
        self.stamp.unlink(missing_ok=True)
        self.action()
        self.stamp.parent.mkdir(parents=True, exist_ok=True)
        self.stamp.write_text(self._fingerprint(), encoding="ascii")

    def _fingerprint(self) -> str:
        return fingerprint(self.inputs, self.title, *self.words)
