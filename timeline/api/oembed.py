"""Answers oEmbed 1.0 (https://oembed.com/): the address of a page becomes the code that shows it in a frame."""

from typing import TypedDict

from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import status

from timeline.api.errors import Unknown, Withdrawn, refusal
from timeline.api.views import PublicView
from timeline.embedding.codes import USUAL_SIZES, frame_code
from timeline.embedding.state import address_with, pairs_of
from timeline.embedding.targets import Target, UnreadableAddress, target_of
from timeline.page_languages import page_languages
from timeline.parameters import Parameters
from timeline.problems import BadQuestion, Problem
from timeline.views.published import Withdrawn as TakenBack

MOST_PIXELS = 100_000
# Seconds a consumer may keep the answer: the code holds an address, which changes with a slug alone.
KEPT_FOR = 86_400


class OembedBody(TypedDict):
    """What shows the page elsewhere: html holds a frame with a title, and no script; sizes in pixels."""

    type: str
    version: str
    title: str
    provider_name: str
    provider_url: str
    cache_age: int
    html: str
    width: int
    height: int


class OembedView(PublicView):
    """The code that shows an atlas, an event, a movement or a lesson on another site (oEmbed 1.0, type rich)."""

    parameters = ("url", "format", "maxwidth", "maxheight", "dnt")
    required = ("url",)
    refused = (status.HTTP_501_NOT_IMPLEMENTED,)
    body = OembedBody

    def answer(self, request):
        asked = Parameters(request.query_params)
        form = asked.value("format") or "json"
        widest = asked.whole_number("maxwidth", MOST_PIXELS, least=1, most=MOST_PIXELS)
        highest = asked.whole_number("maxheight", MOST_PIXELS, least=1, most=MOST_PIXELS)
        address = self._address(request, asked)
        if asked.problems:
            raise BadQuestion(asked.problems)
        if form != "json":
            message = _("oEmbed is answered as json here.")
            problem = Problem("unknown_format", message, "format", form)
            return refusal([problem], status.HTTP_501_NOT_IMPLEMENTED)
        target = self._target(request, address)
        usual_width, usual_height = USUAL_SIZES[target.kind]
        width, height = min(usual_width, widest), min(usual_height, highest)
        title = _("%(title)s · Marchlines") % {"title": target.title}
        embed = address_with(target.embed, self._state(request, target))
        return OembedBody(
            type="rich",
            version="1.0",
            title=target.title,
            provider_name="Marchlines",
            provider_url=request.build_absolute_uri("/"),
            cache_age=KEPT_FOR,
            html=frame_code(embed=request.build_absolute_uri(embed), title=title, width=width, height=height),
            width=width,
            height=height,
        )

    def _address(self, request, asked: Parameters) -> str:
        # Not by `asked`: an address with its state may be longer than any other value.
        given = request.query_params.getlist("url")
        if len(given) > 1:
            asked.refuse("given_twice", _("This can be given once only."), "url", given[1])
        elif not given or not given[0]:
            asked.refuse("missing", _("The address of the page to be embedded is missing."), "url")
        return given[0] if given else ""

    def _target(self, request, address: str) -> Target:
        try:
            return target_of(address, request.get_host())
        except UnreadableAddress as unreadable:
            raise BadQuestion([Problem("bad_address", str(unreadable), "url", address)]) from None
        except TakenBack as taken_back:
            raise Withdrawn("url", taken_back.args[0]) from None
        except Http404:
            raise Unknown("url", address) from None

    def _state(self, request, target: Target) -> list[tuple[str, str]]:
        """The state of the page's address; `lang` of the question where the address names none."""
        pairs = list(pairs_of(target.query))
        asked = request.query_params.get("lang", "")
        if asked in page_languages()[1:] and "lang" not in dict(pairs):
            pairs.append(("lang", asked))
        return pairs
