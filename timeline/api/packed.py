"""Answers packed once, plain and compressed, for as long as the data they were made from stand."""

import gzip
import json
from collections import OrderedDict
from collections.abc import Callable
from functools import partial

import brotli
from django.http import HttpResponse

from timeline.api.encodings import takes

Forms = dict[str, bytes]


def pack(body: dict, *, brotli_quality: int = 9) -> Forms:
    """The JSON of a body by its encoding ("" is plain), in the order in which they are chosen."""
    plain = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    compressed = {
        # Brotli is a sixth smaller than gzip; at quality 5 it is as quick.
        "br": partial(brotli.compress, quality=brotli_quality),
        "gzip": partial(gzip.compress, compresslevel=9 if brotli_quality == 9 else 6, mtime=0),
    }
    return {**{form: compress(plain) for form, compress in compressed.items()}, "": plain}


def respond(request, forms: Forms) -> HttpResponse:
    """The first form that the reader accepts."""
    accepted = request.headers.get("Accept-Encoding", "")
    form = next(name for name in forms if not name or takes(accepted, name))
    response = HttpResponse(forms[form], content_type="application/json")
    if form:
        response.headers["Content-Encoding"] = form
    return response


class Kept:
    """The latest answers by question and state of the data; a class of thirty asks the same things."""

    def __init__(self, most: int):
        self._most = most
        self._forms: OrderedDict[tuple, Forms] = OrderedDict()

    def get(self, key: tuple, make: Callable[[], Forms]) -> Forms:
        """Return what is kept under the key, else make and keep it."""
        forms = self._forms.pop(key, None)
        if forms is None:
            forms = make()
        self._forms[key] = forms
        while len(self._forms) > self._most:
            self._forms.popitem(last=False)
        return forms
