"""Answers questions about what the claims of an atlas disagree on."""

from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.api.bodies.disputes import DisputeBody, dispute_body
from timeline.api.collections import address_of_page
from timeline.api.errors import Moved, Unknown
from timeline.api.paging import KEYS as PAGE_KEYS
from timeline.api.paging import LARGEST_PAGE, PAGE_SIZE
from timeline.api.views import PublicView
from timeline.dispute_filters import KEYS, dispute_filter
from timeline.dispute_order import ORDERINGS, in_order
from timeline.kept_disputes import dispute_named, disputes_while
from timeline.parameters import Parameters
from timeline.problems import BadQuestion, Problem


class DisputeListView(PublicView):
    """What sources disagree on, or contradict themselves in, in the order of the days it is about."""

    parameters = (*KEYS, *PAGE_KEYS)
    body = DisputeBody
    listed = True

    def answer(self, request):
        parameters = Parameters(request.query_params)
        ordering = parameters.choice("ordering", [sign + name for name in ORDERINGS for sign in ("", "-")], "date")
        size = parameters.whole_number("page_size", PAGE_SIZE, least=1, most=LARGEST_PAGE)
        after = parameters.value("after") or ""
        asked = dispute_filter(parameters)
        if parameters.problems:
            raise BadQuestion(parameters.problems)
        everything = disputes_while(self.state, asked.atlases, self.language)
        order = in_order(everything, ordering)
        chosen = {each.id for each in asked.choose(everything)}
        ids = [each.id for each in order if each.id in chosen]
        begin = _place_after(after, [each.id for each in order], chosen)
        page = ids[begin : begin + size]
        by_id = {each.id: each for each in order}
        before = None if begin == 0 else "" if begin <= size else ids[begin - size - 1]
        following = page[-1] if begin + size < len(ids) else None
        return {
            "count": len(ids),
            "next": address_of_page(request, following),
            "previous": address_of_page(request, before),
            "results": [dispute_body(by_id[one]) for one in page],
        }


class DisputeView(PublicView):
    """One disagreement, by its name."""

    body = DisputeBody

    def answer(self, request, slug: str):
        found = dispute_named(slug, self.state, self.language)
        if found.dispute is not None:
            return dispute_body(found.dispute)
        if found.moved:
            raise Moved(reverse("api-dispute", args=[found.moved]))
        raise Unknown("dispute", slug)


def _place_after(after: str, order: list[str], chosen: set[str]) -> int:
    """How many of the chosen stand before the page that follows the one named, which need not be chosen itself."""
    if not after:
        return 0
    if after not in order:
        message = _("There is no record of this name to go on from. Start from the first page.")
        raise BadQuestion([Problem("bad_cursor", message, "after", after)])
    return sum(1 for each in order[: order.index(after) + 1] if each in chosen)
