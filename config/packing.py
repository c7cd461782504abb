"""Packs answers as gzip for the readers who take it."""

from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

from config.readers import EDITORS
from timeline.api.encodings import takes


class PackingMiddleware(GZipMiddleware):
    """Django's, which finds the word gzip in "gzip;q=0" too.

    It also adds up to a hundred bytes by chance, so that nobody tells a secret of the page by its length. Readers'
    pages hold none, and are sent without: the same page is the same bytes.
    """

    def __init__(self, get_response):
        super().__init__(get_response)
        self._of_readers = _WithoutChance(get_response)

    def process_response(self, request, response):
        if not takes(request.headers.get("Accept-Encoding", ""), "gzip"):
            patch_vary_headers(response, ["Accept-Encoding"])
            return response
        if request.path.startswith(EDITORS):
            return super().process_response(request, response)
        return self._of_readers.process_response(request, response)


class _WithoutChance(GZipMiddleware):
    max_random_bytes = 0
