"""System checks for an operator's mistakes, each with an id and the remedy."""

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Tags, register

# What geo's own check of the map does not name.
BUILT = (
    *("frontend/records.js", "frontend/records.css"),
    *("frontend/admin.js", "frontend/admin.css"),
    *("frontend/telling.js", "frontend/pages.css", "fonts/eb-garamond-latin-normal.woff2"),
    *("frontend/march-lines.js", "frontend/embed.css", "frontend/embed-atlas.js", "frontend/embed-record.js"),
    *("frontend/embedding.js", "frontend/embedding.css"),
    *("frontend/desk.js", "frontend/desk.css", "frontend/preview.css"),
)
LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}


@register(Tags.staticfiles)
def built_files(app_configs, **kwargs) -> list[CheckMessage]:
    """marchlines.W001: the front-end has not been built."""
    missing = [name for name in BUILT if not (settings.BUILD_DIR / name).is_file()]
    if not missing:
        return []
    return [
        checks.Warning(
            f"Not built yet: {', '.join(missing)}. The atlas page will not work.",
            hint="Run `python3 run`, or its steps in docs/operations.md by hand.",
            id="marchlines.W001",
        )
    ]


@register(Tags.security)
def debug_before_the_public(app_configs, **kwargs) -> list[CheckMessage]:
    """marchlines.W002: error pages with the site's insides are shown to other machines."""
    public = sorted(set(settings.ALLOWED_HOSTS) - LOOPBACK)
    if not (settings.DEBUG and public):
        return []
    return [
        checks.Warning(
            f"MARCHLINES_DEBUG is on while {', '.join(public)} is answered.",
            hint="Unset MARCHLINES_DEBUG.",
            id="marchlines.W002",
        )
    ]
