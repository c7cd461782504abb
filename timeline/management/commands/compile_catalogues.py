"""Compiles the message catalogues (.po) to the form Django reads (.mo), without any system tool."""

from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Compile every locale/*/LC_MESSAGES/*.po."

    def handle(self, *args, **options) -> None:
        for folder in settings.LOCALE_PATHS:
            for catalogue in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
                self._compile(catalogue)

    def _compile(self, catalogue: Path) -> None:
        try:
            entries = polib.pofile(str(catalogue), check_for_duplicates=True)
        except (OSError, ValueError) as error:
            raise CommandError(f"{catalogue}: {error}") from error
        entries.save_as_mofile(str(catalogue.with_suffix(".mo")))
        self.stdout.write(f"{catalogue}: {entries.percent_translated()} % translated")
