"""Answers questions about what the claims of an atlas disagree on."""

from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.api import cursors
from timeline.api.bodies.disputes import DisputeBody, dispute_body
from timeline.api.collections import page_of_list
from timeline.api.cursors import Place, UnreadableCursor
from timeline.api.errors import Moved, Unknown
from timeline.api.paging import KEYS as PAGE_KEYS
from timeline.api.paging import LARGEST_PAGE, PAGE_SIZE, counted_as
from timeline.api.views import PublicView
from timeline.chronicle.entries import DisputeEntry, DisputeList
from timeline.dispute_filter_words import phrases
from timeline.dispute_filters import KEYS, dispute_filter
from timeline.dispute_order import ORDERINGS, follows, in_order, place_of
from timeline.kept_disputes import dispute_named, disputes_while
from timeline.parameters import Parameters
from timeline.problems import BadQuestion, Problem


class DisputeListView(PublicView):
    """What sources disagree on, or contradict themselves in, in the order of the days it is about."""

    parameters = (*KEYS, *PAGE_KEYS)
    body = DisputeBody
    listed = True
    orderings = ORDERINGS

    def answer(self, request):
        parameters = Parameters(request.query_params)
        ordering = parameters.choice("ordering", [sign + name for name in ORDERINGS for sign in ("", "-")], "date")
        size = parameters.whole_number("page_size", PAGE_SIZE, least=1, most=LARGEST_PAGE)
        after = parameters.value("after", longest=cursors.LONGEST) or ""
        asked = dispute_filter(parameters)
        if parameters.problems:
            raise BadQuestion(parameters.problems)
        everything = disputes_while(self.state, asked.atlases, self.language)
        chosen = {each.id for each in asked.choose(everything)}
        order = [each for each in in_order(everything, ordering) if each.id in chosen]
        here = _here(after, everything, ordering) if after else None
        begin = _begins(order, everything, ordering, here)
        page = order[begin : begin + size]
        ends = begin + size

        def place(number: int) -> str:
            return cursors.written(ordering, Place(*place_of(order[number], everything, ordering)))

        return page_of_list(
            request,
            counted_as(len(order)),
            [dispute_body(each) for each in page],
            says=phrases(asked, everything),
            following=place(ends - 1) if ends < len(order) else None,
            before=None if begin == 0 else "" if begin <= size else place(begin - size - 1),
        )


class DisputeView(PublicView):
    """One disagreement, by its name."""

    body = DisputeBody
    route = "api-dispute"

    def answer(self, request, slug: str):
        found = dispute_named(slug, self.state, self.language)
        if found.dispute is not None:
            return dispute_body(found.dispute)
        if found.moved:
            raise Moved(reverse(self.route, args=[found.moved]))
        raise Unknown("dispute", slug)


def _here(after: str, everything: DisputeList, ordering: str) -> Place:
    """The place that `after` is, or that of the disagreement it names, which need not be chosen itself."""
    if cursors.is_cursor(after):
        kind = str if ordering.endswith("title") else int
        try:
            return cursors.read(after, ordering, value=kind, record=str)
        except UnreadableCursor:
            message = _("No page of this list begins here. Start from the first page, and follow its links.")
            raise BadQuestion([Problem("bad_cursor", message, "after", after)]) from None
    named = next((each for each in everything.disputes if each.id == after), None)
    if named is None:
        message = _("There is no record of this name to go on from. Start from the first page.")
        raise BadQuestion([Problem("bad_cursor", message, "after", after)])
    return Place(*place_of(named, everything, ordering))


def _begins(order: list[DisputeEntry], everything: DisputeList, ordering: str, here: Place | None) -> int:
    """How many stand before the page."""
    if here is None:
        return 0
    told = (here.value, here.record)
    return sum(not follows(place_of(each, everything, ordering), told, ordering) for each in order)
