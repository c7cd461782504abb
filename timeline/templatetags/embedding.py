"""The tag that names where a page's oEmbed answer is to be had."""

from urllib.parse import urlencode

from django import template

from timeline.embedding.state import address_with, pairs_of
from timeline.embedding.targets import LONGEST_ADDRESS

register = template.Library()


@register.simple_tag(takes_context=True)
def oembed_address(context) -> str:
    """The whole address of the oEmbed answer for the page asked for, with the known keys of its state.

    A page pasted with its state is to be embedded with it; unknown keys stay out, and a state too long to be read.
    """
    request = context["request"]
    page = request.build_absolute_uri(address_with(request.path, pairs_of(request.GET)))
    if len(page) > LONGEST_ADDRESS:
        page = request.build_absolute_uri(request.path)
    return request.build_absolute_uri(f"/oembed?{urlencode({'url': page, 'format': 'json'})}")
