"""Does the imports that editors send in, one after another, beside the server."""

import logging
import signal
import sys
import threading

from django.core.management.base import BaseCommand
from django.db import DatabaseError

from timeline.importing import presence
from timeline.importing.working import work_once

LOOKS_EVERY = 1.0  # seconds

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Do the imports that wait, one after another, until it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Do what waits now, then end.")
        parser.add_argument(
            "--with-parent", action="store_true", help="End when standard input closes: with the program that began it."
        )

    def handle(self, *args, once: bool, with_parent: bool, **options):
        ended = threading.Event()
        presence.keep_signing(ended)
        if with_parent:
            threading.Thread(target=self._wait_for_parent, args=(ended,), daemon=True).start()
        for name in () if once else ("SIGTERM", "SIGINT"):
            signal.signal(getattr(signal, name), lambda *_: ended.set())
        try:
            while not ended.is_set():
                if not self._work(ended) and once:
                    break
        finally:
            ended.set()

    def _work(self, ended: threading.Event) -> bool:
        """Do one job; where none waits, look again a moment later."""
        try:
            busy = work_once(ended.is_set)
        except DatabaseError:
            # The database may come back, and the worker with it.
            log.exception("The database could not be asked for imports.")
            busy = False
        if not busy:
            ended.wait(LOOKS_EVERY)
        return busy

    def _wait_for_parent(self, ended: threading.Event) -> None:
        sys.stdin.buffer.read()
        ended.set()
