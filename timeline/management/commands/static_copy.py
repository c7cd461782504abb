"""Writes the public site to a folder that any web server hands out."""

import os
import signal
import sys
from pathlib import Path
from time import monotonic

from django.core.management.base import BaseCommand, CommandError

from timeline.static_copy.faults import CopyFault
from timeline.static_copy.writing import write_copy


class Command(BaseCommand):
    help = "Write the public site to a folder that any web server or CDN hands out as it stands."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="Empty, not there yet, or a copy written before.")
        parser.add_argument(
            "--base",
            required=True,
            help="The address at which the copy will be read, such as https://example.org/atlas/: feeds, citations and"
            " the code for other sites name it. All other addresses are relative.",
        )

        parser.add_argument(
            "--processes",
            type=int,
            default=os.cpu_count() or 1,
            help="How many work at once; as many as the machine has processors unless told otherwise.",
        )

    def handle(self, *args, folder: Path, base: str, processes: int = 1, **options):
        began = monotonic()
        # Told to end, it clears away what it began and takes its other processes along.
        signal.signal(signal.SIGTERM, lambda *_told: sys.exit(143))
        try:
            written = write_copy(folder, base, processes=processes)
        except CopyFault as fault:
            raise CommandError(str(fault)) from fault
        except OSError as error:
            raise CommandError(f"{folder} can't be written ({error.strerror}).") from error
        self.stdout.write(
            f"{folder}: {written.files} files, {written.size / 1e6:.1f} MB; {written.changed} new or changed,"
            f" {written.gone} gone; {monotonic() - began:.0f} s"
        )
        self.stdout.write(
            "Left out, because it needs a server: search, filters of lists, questions of the API, oEmbed, the admin."
        )
