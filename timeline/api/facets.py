"""Answers how many events each choice of each filter would show."""

from timeline.api.bodies.briefs import FacetsBody
from timeline.api.views import PublicView
from timeline.facets import facets
from timeline.filter_reading import EVENT_KEYS, event_filter
from timeline.problems import BadQuestion


class FacetsView(PublicView):
    """Counts by side, kind, theatre, force, person, place, source, status and dispute."""

    parameters = EVENT_KEYS
    body = FacetsBody

    def answer(self, request):
        asked, problems = event_filter(request.query_params)
        if problems:
            raise BadQuestion(problems)
        return facets(asked, self.language)
