"""Lets pages of other sites frame an answer: the embeds, and nothing else of ours."""

from functools import wraps

EMBEDS = "/embed/"


def framed(response):
    """The response, open to be framed by any page."""
    response.xframe_options_exempt = True
    # The policy's middleware reads it: https://django-csp.readthedocs.io/en/latest/decorators.html
    response._csp_replace = {"frame-ancestors": ["*"]}
    return response


def framable(view):
    """Make a view whose every answer may be framed, its refusals too: a reader of the other site sees why."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        return framed(view(request, *args, **kwargs))

    return answer
