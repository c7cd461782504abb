"""Serves the script that other sites load, under an address that never changes."""

import hashlib
from functools import lru_cache

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response

from timeline.views.reading_only import reading_only

# An hour without asking, a day more while asking: a mended script reaches every host within that.
KEPT = "public, max-age=3600, stale-while-revalidate=86400"


@reading_only
def embed_script(request):
    """The script that defines <march-lines>; any site may load and check it (CORS, Cross-Origin-Resource-Policy)."""
    path = settings.BUILD_DIR / "frontend" / "march-lines.js"
    try:
        script, tag = _read(path, path.stat().st_mtime_ns)
    except FileNotFoundError:
        # The system check marchlines.W001 tells the operator to build it.
        raise Http404 from None
    response = HttpResponse(script, content_type="text/javascript; charset=utf-8")
    response["ETag"] = tag
    response["Cache-Control"] = KEPT
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return get_conditional_response(request, tag, response=response)


@lru_cache(maxsize=2)
def _read(path, _changed: int) -> tuple[bytes, str]:
    script = path.read_bytes()
    # Weak: the same script is sent compressed and as it is.
    return script, f'W/"{hashlib.sha256(script).hexdigest()[:24]}"'
