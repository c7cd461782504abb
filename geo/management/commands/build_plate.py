"""The command that builds the base plate at set-up."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext_lazy as _

from geo.baseplate.plans import PlanError
from geo.baseplate.sources import MissingSource


class Command(BaseCommand):
    help = _("Builds the base plate from the installed packages, when it is not up to date.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--force", action="store_true", help=_("build it again all the same"))

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            from geo.baseplate.build import build

            build(say=self.stdout.write, force=options["force"])
        except (ImportError, MissingSource, PlanError) as trouble:
            raise CommandError(str(trouble)) from trouble
