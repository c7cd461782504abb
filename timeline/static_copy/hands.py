"""Makes files of a copy, in this process or in several at once: almost all of the time goes into pages."""

import multiprocessing
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import django
from django.db import connection, connections
from django.utils import translation

from timeline.at_hand import everything_at_hand
from timeline.revision import data_stamp
from timeline.static_copy.addresses import Spot
from timeline.static_copy.answers import made
from timeline.static_copy.faults import CopyFault
from timeline.static_copy.folder import Put, put
from timeline.static_copy.moment import one_moment

# So many go to a process in one hand: enough to be worth the way, few enough that all are busy to the end.
HANDFUL = 8


@dataclass(frozen=True, slots=True)
class Task:
    """What all files of a run have in common: the folder being written, the one it replaces, base and language."""

    new: Path
    old: Path
    base: str
    language: str


@dataclass(frozen=True, slots=True)
class Done:
    """A file that was written, the spots it leads to, and the state of the records it was made of."""

    put: Put
    found: tuple[Spot, ...]
    state: str


@contextmanager
def hands(task: Task, processes: int) -> Iterator:
    """A function that takes spots and gives what was Done of each, in any order.

    Processes begin before this one has asked the database anything: a connection cannot be shared.
    """
    if processes < 2 or connection.in_atomic_block:
        yield lambda spots: (_done(task, spot, "") for spot in spots)
        return
    connections.close_all()
    # Elsewhere than under Linux libraries of the system do not bear being forked.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with context.Pool(processes, _begin, (task,)) as pool:
        yield lambda spots: pool.imap_unordered(_one, spots, HANDFUL)


def checked(done: Iterable[Done], state: str) -> Iterator[Done]:
    """The same; raises CopyFault where a process began to read after records had changed."""
    for each in done:
        if each.state not in ("", state):
            raise CopyFault("Records were changed at the moment at which the run began. Run it again.")
        yield each


_mine: dict = {}


def _begin(task: Task) -> None:
    # The process that began this one decides when it ends.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    django.setup()
    # Left open on purpose: it ends with the process.
    _mine["open"] = ExitStack()
    _mine["open"].enter_context(one_moment())
    _mine["open"].enter_context(everything_at_hand())
    translation.activate(task.language)
    _mine.update(task=task, state=data_stamp()[0])


def _one(spot: Spot) -> Done:
    return _done(_mine["task"], spot, _mine["state"])


def _done(task: Task, spot: Spot, state: str) -> Done:
    file = made(spot, task.base)
    written = put(task.new, task.old, spot.file, file.parts)
    return Done(written, tuple(dict.fromkeys(file.found)), state)
