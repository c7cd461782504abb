"""Refuses addresses under /api/v1/ that nothing answers."""

from django.http import Http404

from timeline.api.views import PublicView


class UnknownAddressView(PublicView):
    """Nothing is here."""

    schema = None

    def initial(self, request, *args, **kwargs):
        raise Http404
