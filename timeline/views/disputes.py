"""The pages of what the sources disagree on: all of it on one axis, and each by itself."""

from urllib.parse import urlencode

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from timeline.dispute_facets import dispute_facets
from timeline.dispute_filters import KEYS, DisputeFilter, dispute_filter
from timeline.dispute_order import ORDERINGS, in_order
from timeline.kept_disputes import dispute_named, disputes_while
from timeline.pages.claim_words import language
from timeline.pages.dispute_filter_form import dispute_form, sentence
from timeline.pages.disputes import neighbours, told, told_disputes
from timeline.pages.listing import cut as cut_pairs
from timeline.pages.listing import read_ordering, sort_keys
from timeline.parameters import Parameters
from timeline.revision import data_stamp
from timeline.views.kept import page
from timeline.views.published import Moved

# One sheet holds the disagreements of an ordinary atlas; what is larger is cut.
WHOLE_SHEET = 120


@page("disputes")
def disputes(request, atlas):
    """Every disagreement of the atlas, or those that pass the filters."""
    parameters = Parameters(request.GET, lenient=True)
    asked = dispute_filter(parameters)
    ordering, more = read_ordering(request.GET, ORDERINGS, "date")
    everything = disputes_while(data_stamp()[0], asked.atlases, language())
    chosen = {each.id for each in asked.choose(everything)}
    rows = [each for each in in_order(everything, ordering) if each.id in chosen]
    pairs = [(each, each.id) for each in rows]
    cut = cut_pairs(pairs, request.GET, size=WHOLE_SHEET, problems=(*parameters.problems, *more))
    labels = {"date": _("Date"), "size": _("How far apart"), "title": _("Name")}
    return "pages/disputes.html", {
        "rows": told_disputes(
            cut.keys, everything, begin=cut.first, atlas_url=_atlas_url(request.GET.getlist("atlas"), asked, atlas)
        ),
        "cut": cut,
        "problems": cut.problems,
        "sentence": sentence(asked, len(rows), len(everything.disputes), everything),
        "form": dispute_form(asked, dispute_facets(asked, everything), everything, request.GET),
        "filtered": not asked.is_empty,
        "sorting": sort_keys(request.GET, labels, ordering),
        "json": f"/api/v1/disputes/{_same_question(request.GET, cut.problems)}",
    }


@page("disputes")
def dispute(request, name: str, atlas):
    """One disagreement, at an address that can be handed out."""
    found = dispute_named(name, data_stamp()[0], language())
    if found.moved:
        raise Moved(f"/disputes/{found.moved}/")
    if found.dispute is None:
        raise Http404(_("There is no such record here."))
    before, after = neighbours(found.dispute, in_order(found.everything, "date"))
    return "pages/dispute.html", {
        "one": told(found.dispute, found.everything),
        "before": before,
        "after": after,
    }


def _same_question(query: QueryDict, problems) -> str:
    """The query string that asks the API the same; "" where a part of the question could not be read."""
    asked = [(key, value) for key in (*KEYS, "ordering") for value in query.getlist(key) if value]
    return f"?{urlencode(asked)}" if asked and not problems else ""


def _atlas_url(slugs: list[str], asked: DisputeFilter, atlas) -> str:
    """Where the atlas is shown that the disagreements are of: the front, unless one other is asked for."""
    one = atlas is not None and len(slugs) == len(asked.atlases) == 1
    return atlas.url if one else "/"
