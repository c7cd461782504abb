"""What every public address shares: reading only, its language, kept copies, one body for refusals."""

from django.conf import settings
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from rest_framework.response import Response
from rest_framework.views import APIView

from timeline.api.errors import refusal
from timeline.api.throttles import ApiThrottle
from timeline.kept_copies import answered_early, stamped, whole_seconds
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
        seconds = whole_seconds(latest)
        kept = answered_early(request, tag)
        if kept is not None:
            return stamped(kept, tag, seconds) if kept.status_code == 304 else self._unmet(tag)
        with translation.override(self.language):
            answer = self.answer(request, *args, **kwargs)
        response = answer if hasattr(answer, "status_code") else Response(answer)
        if response.status_code != 200:
            return response
        since = get_conditional_response(request, tag, seconds)
        if since is not None:
            return stamped(since, tag, seconds) if since.status_code == 304 else self._unmet(tag)
        return stamped(response, tag, seconds)

    def options(self, request, *args, **kwargs):
        """What can be done here stands in `Allow`; what can be asked, in the schema."""
        return Response(status=204)

    def answer(self, request, *args, **kwargs):
        """Return the body, or a response, for a question whose parameters are known."""
        raise NotImplementedError

    def _unmet(self, tag: str):
        message = _("The record is not in the state this request asks for.")
        return refusal([Problem("unmet_condition", message, "If-Match", tag)], 412)

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
