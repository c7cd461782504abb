"""Registers the site's own system checks with Django."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "config"
    verbose_name = "Marchlines"

    def ready(self) -> None:
        from config import checks  # noqa: F401 - importing registers
