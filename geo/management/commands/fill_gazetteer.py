"""Fills the offline gazetteer with the towns of the region."""

from django.conf import settings
from django.core.management.base import BaseCommand

from geo.gazetteer import geonames, index


class Command(BaseCommand):
    help = "Fill the offline gazetteer, from which places are proposed."

    def handle(self, *args, **options):
        count = index.fill(settings.DATA_DIR / "gazetteer.sqlite3", geonames.records())
        self.stdout.write(f"The gazetteer has {count} places.")
