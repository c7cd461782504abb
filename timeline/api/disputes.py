"""Answers questions about what the claims of an atlas disagree on."""

from collections import OrderedDict
from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.api.bodies.disputes import DisputeBody, dispute_body
from timeline.api.collections import address_of_page
from timeline.api.errors import Moved, Unknown
from timeline.api.paging import KEYS as PAGE_KEYS
from timeline.api.paging import LARGEST_PAGE, PAGE_SIZE
from timeline.api.views import PublicView
from timeline.chronicle import atlas_disputes
from timeline.chronicle.entries import DisputeEntry, DisputeList
from timeline.dispute_filters import KEYS, dispute_filter
from timeline.dispute_names import renamed, slugs_in
from timeline.models import Event, FormerSlug, Movement
from timeline.parameters import Parameters
from timeline.problems import BadQuestion, Problem

MOST_KEPT = 6
_kept: OrderedDict[tuple, DisputeList] = OrderedDict()


def disputes_while(state: str, atlases: tuple[int, ...], language: str) -> DisputeList:
    """The disputes of these atlases, kept for as long as the data stand in this state."""
    key = (state, atlases, language)
    found = _kept.pop(key, None) or atlas_disputes(atlases, language)
    _kept[key] = found
    while len(_kept) > MOST_KEPT:
        _kept.popitem(last=False)
    return found


class DisputeListView(PublicView):
    """What sources disagree on, or contradict themselves in, in the order of the days it is about."""

    parameters = (*KEYS, *PAGE_KEYS)
    body = DisputeBody
    listed = True

    def answer(self, request):
        parameters = Parameters(request.query_params)
        ordering = parameters.choice("ordering", ("date", "-date", "title", "-title"), "date")
        size = parameters.whole_number("page_size", PAGE_SIZE, least=1, most=LARGEST_PAGE)
        after = parameters.value("after") or ""
        asked = dispute_filter(parameters)
        if parameters.problems:
            raise BadQuestion(parameters.problems)
        everything = disputes_while(self.state, asked.atlases, self.language)
        order = _ordered(everything, ordering)
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
        if not slug.isprintable():
            raise Unknown("dispute", slug)
        subject = slug.partition(":")[0].partition("/")[0]
        holders = (model.objects.published().filter(slug=subject) for model in (Event, Movement))
        atlases = {pk for records in holders for pk in records.values_list("atlas", flat=True)}
        for dispute in disputes_while(self.state, tuple(sorted(atlases)), self.language).disputes:
            if dispute.id == slug:
                return dispute_body(dispute)
        if (moved := _under_its_new_name(slug)) != slug:
            raise Moved(reverse("api-dispute", args=[moved]))
        raise Unknown("dispute", slug)


def _under_its_new_name(name: str) -> str:
    """The name that a dispute has since its things were renamed or merged; the same where none was."""
    former = FormerSlug.objects.filter(kind__in=("event", "movement"), old__in=slugs_in(name))
    return renamed(name, dict(former.values_list("old", "new")))


def _ordered(everything: DisputeList, ordering: str) -> list[DisputeEntry]:
    keys: dict[str, Callable[[DisputeEntry], tuple]] = {
        "date": lambda dispute: (_first_day(dispute, everything), dispute.id),
        "title": lambda dispute: (dispute.subjects[0].name, dispute.id),
    }
    descending = ordering.startswith("-")
    found = sorted(everything.disputes, key=keys[ordering.removeprefix("-")], reverse=descending)
    if ordering != "-date":
        return found
    # What has no day of its own comes last both ways.
    return sorted(found, key=lambda dispute: _first_day(dispute, everything) == _NEVER)


_NEVER = 10_000_000


def _first_day(dispute: DisputeEntry, everything: DisputeList) -> int:
    """The first day that its claims literally name."""
    whens = (claim.face.when for claim in everything.claims_of(dispute))
    days: Iterable[int | None] = (when.span.earliest for when in whens if when and when.span)
    return min((day for day in days if day is not None), default=_NEVER)


def _place_after(after: str, order: list[str], chosen: set[str]) -> int:
    """How many of the chosen stand before the page that follows the one named, which need not be chosen itself."""
    if not after:
        return 0
    if after not in order:
        message = _("There is no record of this name to go on from. Start from the first page.")
        raise BadQuestion([Problem("bad_cursor", message, "after", after)])
    return sum(1 for each in order[: order.index(after) + 1] if each in chosen)
