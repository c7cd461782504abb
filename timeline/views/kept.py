"""What every page for readers shares: reading only, kept copies confirmed by 304, one frame of words."""

from functools import cache, wraps
from pathlib import Path

from django.conf import settings
from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import get_language

from timeline.addressed import leads_to
from timeline.chronicle.atlases import published_atlases
from timeline.kept_copies import answered_early, confirmed, stamped, whole_seconds
from timeline.pages.alternates import alternates
from timeline.pages.canonical import canonical_path
from timeline.pages.linked_data.graph import page_graph
from timeline.revision import data_stamp, etag
from timeline.side_sheet import sheet_address
from timeline.views.published import Moved, Withdrawn
from timeline.views.reading_only import reading_only

FILES = (
    *("frontend/pages.css", "frontend/pages.js", "symbols.svg", "plate/relief.webp"),
    *("frontend/embed.css", "frontend/embed-record.js", "frontend/embedding.css", "frontend/embedding.js"),
    *("frontend/citing.css", "frontend/citing.js"),
)


def page(section: str, *, withdrawn: str = "410.html", **frame):
    """Make a view of a function that returns (template, context).

    The context gets `section`, the colours of the sides, all atlases and the one that is asked for, else the
    default one, beside what the view gives. withdrawn: the template that tells of a record taken back.
    """

    def decorated(view):
        @reading_only
        @wraps(view)
        def answer(request, *args, **kwargs):
            state, latest = data_stamp()
            tag = etag(state, page_stamp(), get_language(), request.get_host(), request.get_full_path())
            seconds = whole_seconds(latest)
            kept = answered_early(request, tag)
            if kept is not None and kept.status_code == 304:
                return stamped(kept, tag, seconds)
            atlases = published_atlases(get_language() or "en")
            default = next((each for each in atlases.values() if each.url == "/"), None)
            asked = request.GET.get("atlas", "")
            if asked and asked not in atlases:
                asked = leads_to("atlas", asked)
            atlas = atlases.get(asked, default)
            shared = {"section": section, "atlas": atlas, "told_atlases": atlases, "side_sheet": sheet_address(state)}
            shared |= {"alternates": alternates(atlas.as_question) if atlas else ()} | frame
            try:
                template, context = view(request, *args, atlas=atlas, **kwargs)
            except Moved as moved:
                return led_on(request, moved.address)
            except Withdrawn as taken_back:
                return render(request, withdrawn, shared | {"why": taken_back.why}, status=410)
            context = shared | _told_to_programs(request) | context
            return confirmed(request, stamped(render(request, template, context), tag, seconds))

        return answer

    return decorated


def led_on(request, address: str) -> HttpResponsePermanentRedirect:
    """The response that leads to another address, with what was asked of the one given where it asks nothing itself."""
    asked = request.META.get("QUERY_STRING", "")
    is_plain = not {*"?#"} & {*address}
    return HttpResponsePermanentRedirect(f"{address}?{asked}" if asked and is_plain else address)


def _told_to_programs(request) -> dict:
    """The page's one address, and what every page says of itself as linked data, where the view says no more."""
    path = canonical_path(request)
    absolute = request.build_absolute_uri
    return {"canonical": absolute(path), "linked_data": page_graph(request.path, absolute, name="", inLanguage="en")}


def kept_by_content(request, response):
    """The response with a tag made of its content: for pages that lean on more than the records."""
    return confirmed(request, stamped(response, etag(response.content), None))


def page_stamp() -> str:
    """A text that changes when the templates or the files a page loads do."""
    return templates_stamp() + "|".join(static(name) for name in FILES)


@cache
def templates_stamp() -> str:
    """Sizes and times of the templates, read once: an upgrade restarts the server."""
    stats = [path.stat() for path in sorted(Path(settings.BASE_DIR / "templates").rglob("*.html"))]
    return "".join(f"{stat.st_size}.{stat.st_mtime_ns}|" for stat in stats)
