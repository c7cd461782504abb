"""Serves the description of the API."""

import json

from django.http import HttpResponse

from timeline.api.examples import described_by_examples
from timeline.api.views import PublicView


class SchemaView(PublicView):
    """The API itself, as OpenAPI 3.1, with answers of this site as examples."""

    schema = None

    def answer(self, request):
        found = described_by_examples(self.state, request.get_host(), request.is_secure())
        text = json.dumps(found, ensure_ascii=False, default=str)
        return HttpResponse(text, content_type="application/vnd.oai.openapi+json")
