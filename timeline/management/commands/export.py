"""Takes an atlas out of the database as a file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from timeline.importing.formats import format_named, written_formats
from timeline.models import Atlas


class Command(BaseCommand):
    help = "Take an atlas out as a file; what the format can't hold is named."

    def add_arguments(self, parser):
        parser.add_argument("format", help="One of: " + ", ".join(form.key for form in written_formats()))
        parser.add_argument("--atlas", required=True, help="The slug of the atlas.")
        parser.add_argument("-o", "--output", type=Path, required=True, help="The file to write.")

    def handle(self, *args, atlas: str, output: Path, **options):
        form = format_named(options["format"])
        if form is None or form.write is None:
            known = ", ".join(each.key for each in written_formats())
            raise CommandError(f"“{options['format']}” can't be written. Choose one of {known}.")
        record = Atlas.objects.filter(slug=atlas).first()
        if record is None:
            known = ", ".join(Atlas.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no atlas “{atlas}”. There are: {known}.")
        content, losses = form.write(record)
        try:
            output.write_bytes(content)
        except OSError as error:
            raise CommandError(f"{output} can't be written ({error.strerror}).") from error
        for loss in losses:
            self.stdout.write(f"Not in this file: {loss}")
        self.stdout.write(f"{output}: {len(content)} bytes")
