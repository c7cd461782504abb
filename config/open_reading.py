"""Lets the scripts of any site read what is public, in a way that caches can share."""

from corsheaders.conf import conf
from corsheaders.middleware import ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, CorsMiddleware


class OpenReadingMiddleware(CorsMiddleware):
    """CORS with one answer for all.

    The package allows an origin only where one is named, and makes answers vary by it: a cache would keep a
    copy for every site that reads. Here nothing hangs on the origin, so every answer says that any may read.
    """

    def add_response_headers(self, request, response):
        varied = response.get("Vary")
        super().add_response_headers(request, response)
        if not request._cors_enabled:
            return response
        response.headers[ACCESS_CONTROL_ALLOW_ORIGIN] = "*"
        response.headers[ACCESS_CONTROL_EXPOSE_HEADERS] = ", ".join(conf.CORS_EXPOSE_HEADERS)
        if varied is None:
            del response.headers["Vary"]
        else:
            response.headers["Vary"] = varied
        return response
