"""Prints which events may be one and which relations may be missing."""

from django.core.management.base import BaseCommand, CommandError

from timeline.models import Atlas
from timeline.proposing import propose


class Command(BaseCommand):
    help = "List which events of an atlas may be one and which relations may be missing. Nothing is changed."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--atlas", help="Slug of an atlas; without it the one at the front.")

    def handle(self, *args, atlas: str | None, **options):
        chosen = Atlas.objects.filter(slug=atlas) if atlas else Atlas.objects.filter(is_default=True)
        found = chosen.first()
        if found is None:
            raise CommandError("There is no such atlas.")
        made = propose(found)
        for proposal in made:
            what = f" {proposal.relation} " if proposal.relation else " + "
            self.stdout.write(f"{proposal.kind}: {what.join(proposal.subjects)}\n    {proposal.why}")
        self.stdout.write(f"{len(made)} proposals for “{found}”.")
