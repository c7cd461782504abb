"""Does the imports that editors send in, one after another, beside the server."""

import signal
import sys
import threading

from django.core.management.base import BaseCommand

from timeline.importing import presence
from timeline.importing.working import work_once

LOOKS_EVERY = 1.0  # seconds


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
        for name in ("SIGTERM", "SIGINT"):
            signal.signal(getattr(signal, name), lambda *_: ended.set())
        while not ended.is_set():
            if not work_once(ended.is_set):
                if once:
                    break
                ended.wait(LOOKS_EVERY)

    def _wait_for_parent(self, ended: threading.Event) -> None:
        sys.stdin.buffer.read()
        ended.set()
