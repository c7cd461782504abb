"""The search over everything that has a page."""

from timeline.pages.search import search as look_for
from timeline.parameters import Parameters
from timeline.views.kept import page


@page("search")
def search(request, atlas):
    """What the words find, grouped."""
    parameters = Parameters(request.GET, lenient=True)
    text = parameters.value("q") or ""
    return "pages/search.html", {
        "query": text.strip(),
        "found": look_for(text, atlas.pk if atlas else None),
        "problems": parameters.problems,
    }
