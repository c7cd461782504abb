"""Serves the description of the API."""

import json

from django.http import HttpResponse

from timeline.api.schema import described
from timeline.api.views import PublicView


class SchemaView(PublicView):
    """The API itself, as OpenAPI 3.1."""

    schema = None

    def answer(self, request):
        text = json.dumps(described(), ensure_ascii=False, default=str)
        return HttpResponse(text, content_type="application/vnd.oai.openapi+json")
