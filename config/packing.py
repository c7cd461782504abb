"""Packs answers as gzip for the readers who take it."""

from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

from timeline.api.encodings import takes


class PackingMiddleware(GZipMiddleware):
    """Django's, which finds the word gzip in "gzip;q=0" too."""

    def process_response(self, request, response):
        if takes(request.headers.get("Accept-Encoding", ""), "gzip"):
            return super().process_response(request, response)
        patch_vary_headers(response, ["Accept-Encoding"])
        return response
