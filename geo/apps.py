"""Registers geo with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GeoConfig(AppConfig):
    name = "geo"
    label = "geo"
    verbose_name = _("Places")

    def ready(self):
        from geo import checks  # noqa: F401  registers itself
