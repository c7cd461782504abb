"""Answers in the one format of an address, whatever a client says it accepts."""

from rest_framework.negotiation import BaseContentNegotiation


class NoNegotiation(BaseContentNegotiation):
    """The first renderer and parser of a view: formats have addresses of their own, so that copies can be kept."""

    def select_parser(self, request, parsers):
        return parsers[0]

    def select_renderer(self, request, renderers, format_suffix=None):
        return renderers[0], renderers[0].media_type
