"""Asks the site's own views what the copy is to hold."""

from io import BytesIO
from urllib.parse import unquote_to_bytes, urlsplit

from django.core.handlers.wsgi import WSGIRequest

from timeline.static_copy.addresses import Spot, spot_of
from timeline.static_copy.faults import CopyFault


class CopyRequest(WSGIRequest):
    """A question of the copy's. Templates leave out what needs a server where `request.static_copy` is set.

    base: the address, ending in a slash, under which the copy will be read. `found` gathers the spots of whole
    addresses that the answer names: feeds, citations, the code for other sites.
    """

    static_copy = True

    def __init__(self, address: str, base: str):
        parts = urlsplit(address)
        whole = urlsplit(base)
        super().__init__(
            {
                "REQUEST_METHOD": "GET",
                # As PEP 3333 has it: bytes, told as Latin-1.
                "PATH_INFO": unquote_to_bytes(parts.path).decode("latin-1"),
                "QUERY_STRING": parts.query,
                "SERVER_NAME": whole.hostname or "",
                "SERVER_PORT": str(whole.port or {"https": 443}.get(whole.scheme, 80)),
                "HTTP_HOST": whole.netloc,
                "wsgi.url_scheme": whole.scheme,
                "wsgi.input": BytesIO(),
            }
        )
        self.base = base
        self.found: list[Spot] = []

    def get_host(self) -> str:
        """The host of the copy, which need not be one of this site's."""
        return self.META["HTTP_HOST"]

    def build_absolute_uri(self, location: str | None = None) -> str:
        """The whole address in the copy. Raises CopyFault for what it does not hold."""
        location = self.get_full_path() if location is None else location
        if not location.startswith("/"):
            return location
        spot = spot_of(location)
        if spot is None:
            raise CopyFault(f"{self.get_full_path()} names {location}, which no copy holds.")
        self.found.append(spot)
        return f"{self.base}{spot.path}{spot.state}"
