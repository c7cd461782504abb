"""Keeps the worker that does imports running beside the server, and ends it with the server."""

import subprocess
import sys
from contextlib import contextmanager

from set_up.places import ROOT

ENDS_WITHIN = 10  # seconds


@contextmanager
def beside():
    """Run `manage.py work` for as long as the block lasts.

    The worker reads a pipe from this process and ends when that closes, so that it goes on every system
    also where this process is killed.
    """
    command = [sys.executable, "manage.py", "work", "--with-parent"]
    worker = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    try:
        yield worker
    finally:
        worker.stdin.close()
        try:
            worker.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()
