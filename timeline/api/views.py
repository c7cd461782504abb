"""What every public address shares: reading only, its language, kept copies, one body for refusals."""

from django.conf import settings
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from django.utils.translation import gettext as _
from rest_framework.response import Response
from rest_framework.views import APIView

from timeline.api.throttles import ApiThrottle
from timeline.problems import BadQuestion, Problem
from timeline.revision import data_stamp, etag

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


class PublicView(APIView):
    """Answers GET, HEAD and OPTIONS. A subclass gives `answer(request, **slugs)`, which returns a body
    or a response, and names the `parameters` it takes beside `lang`.

    A copy the reader already has is confirmed by 304 before anything else is read.
    """

    authentication_classes = []
    permission_classes = []
    throttle_classes = [ApiThrottle]
    http_method_names = ["get", "head", "options"]
    parameters: tuple[str, ...] = ()
    language = "en"

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        problems = list(self._problems(request.query_params))
        if problems:
            raise BadQuestion(problems)
        self.language = request.query_params.get("lang", "en")

    def get(self, request, *args, **kwargs):
        self.state, latest = data_stamp()
        tag = etag(self.state, request.get_full_path())
        seconds = int(latest.timestamp()) if latest else None
        kept = get_conditional_response(request, tag, seconds)
        if kept is not None:
            return self._kept(kept, tag, seconds)
        with translation.override(self.language):
            answer = self.answer(request, *args, **kwargs)
        response = answer if hasattr(answer, "status_code") else Response(answer)
        return self._kept(response, tag, seconds) if response.status_code == 200 else response

    def answer(self, request, *args, **kwargs):
        """Return the body, or a response, for a question whose parameters are known."""
        raise NotImplementedError

    def _kept(self, response, tag: str, seconds: int | None):
        response.headers["ETag"] = tag
        if seconds is not None:
            response.headers["Last-Modified"] = http_date(seconds)
        response.headers["Cache-Control"] = "public, max-age=0, must-revalidate"
        patch_vary_headers(response, ["Accept-Encoding"])
        return response

    def _problems(self, query):
        known = {*self.parameters, "lang"}
        for name in query:
            if name not in known:
                message = _("There is no parameter “%(name)s” here. Known are: %(known)s.") % {
                    "name": name,
                    "known": ", ".join(sorted(known)),
                }
                yield Problem("unknown_parameter", message, name, query[name])
        languages = query.getlist("lang")
        if languages and (len(languages) > 1 or languages[0] not in LANGUAGES):
            message = _("The languages here are %(known)s.") % {"known": ", ".join(LANGUAGES)}
            yield Problem("bad_language", message, "lang", languages[-1])
