"""How often one address may ask: the rates stand in the settings, one a scope."""

from rest_framework.throttling import AnonRateThrottle


class ApiThrottle(AnonRateThrottle):
    """Questions to the API."""

    scope = "api"


class FormatThrottle(AnonRateThrottle):
    """Whole documents: feeds and exports."""

    scope = "formats"
