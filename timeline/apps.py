"""Registers timeline with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TimelineConfig(AppConfig):
    name = "timeline"
    label = "timeline"
    verbose_name = _("Timeline")

    def ready(self):
        # Imported here: models are there only now.
        from timeline import column_identity, named_ordering
        from timeline.noticing import listen

        column_identity.install()
        named_ordering.install()
        listen()
