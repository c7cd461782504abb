"""Lists the addresses of the API, for whoever comes without knowing one."""

from django.urls import reverse

from timeline.api.formats.register import FEEDS, FORMATS, route_of
from timeline.api.views import PublicView

KINDS = ("atlases", "events", "movements", "places", "people", "forces", "sources", "claims", "disputes", "lessons")
QUESTIONS = ("window", "positions", "facets", "convert", "readings", "geocode", "schema")


class IndexView(PublicView):
    """Every list and question of the API, with its address."""

    body = dict[str, str]

    def answer(self, request):
        names = {
            **{name: f"api-{name}" for name in (*KINDS, *QUESTIONS)},
            **{view.address: route_of(view) for view in FORMATS},
            **{route_of(view): route_of(view) for view in FEEDS},
            "docs": "api-docs",
        }
        return {name: request.build_absolute_uri(reverse(route)) for name, route in names.items()}
