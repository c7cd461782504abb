"""Loads the seed tables into the database, or says what it would change."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from timeline.seeding.loader import load
from timeline.seeding.tables import BadTables


class Command(BaseCommand):
    help = "Load the atlas from the tables in seeds/, all or nothing."

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / "seeds")
        parser.add_argument("--dry-run", action="store_true", help="Say what would change; change nothing.")
        parser.add_argument(
            "--overwrite", action="store_true", help="Also overwrite records edited here since they were loaded."
        )

    def handle(self, *args, folder: Path, dry_run: bool, overwrite: bool, verbosity: int, **options):
        def progress(file: str, number: int, of: int) -> None:
            if verbosity > 1:
                self.stdout.write(f"{number}/{of} {file}")

        try:
            report = load(folder, dry_run=dry_run, overwrite=overwrite, progress=progress)
        except BadTables as bad:
            told = "\n".join(str(problem) for problem in bad.problems)
            raise CommandError(f"{told}\n{len(bad.problems)} problems; nothing was loaded.") from bad
        for outcome in report.outcomes:
            if outcome.touched or verbosity > 1:
                self.stdout.write(
                    f"{outcome.file}: {outcome.added} added, {outcome.changed} changed, "
                    f"{outcome.removed} removed, {outcome.unchanged} unchanged"
                )
            for name in outcome.kept:
                self.stdout.write(f"{outcome.file}: “{name}” was edited here since and is left as it is")
        if dry_run:
            self.stdout.write("Dry run: nothing was changed.")
        elif not report.touched:
            self.stdout.write("The atlas is as the tables say; nothing to change.")
