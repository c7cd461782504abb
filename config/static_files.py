"""Answers requests for static files whole, so that the asynchronous server need not stream them."""

from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import StaticFile


class WholeFileMiddleware(WhiteNoiseMiddleware):
    """WhiteNoise without streaming.

    WhiteNoise streams with a synchronous iterator, which Django under ASGI reads whole anyway,
    with a warning for each file. Ours are small and hashed: reading them is one call.
    """

    @staticmethod
    def serve(static_file: StaticFile, request: HttpRequest) -> HttpResponse:
        answer = static_file.get_response(request.method, request.META)
        body = b""
        if answer.file is not None:
            with answer.file as file:
                body = file.read()
        response = HttpResponse(body, status=int(answer.status))
        # WhiteNoise says the type, and says none where there is no body.
        del response["Content-Type"]
        for name, value in answer.headers:
            response[name] = value
        return response
