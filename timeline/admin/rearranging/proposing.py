"""The page of proposals: events that may be one, and relations that may be missing."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.admin.rearranging.choosing import Placed, placed
from timeline.admin.rearranging.desk import done, editor, event_of, for_editors, page
from timeline.admin.rearranging.forms import RelateForm
from timeline.models import ActRow, Atlas, Dismissal, Event
from timeline.models.vocabulary import RelationKind
from timeline.rearranging import acts, proposals
from timeline.rearranging.plan import Refused
from timeline.rearranging.proposals import MISSING_RELATION, Proposal

A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """A proposal with its events, where it is done, and in words what relation is proposed."""

    proposal: Proposal
    events: tuple[Placed, ...]
    address: str
    relation: str


@for_editors
def all_proposals(request):
    """List what may be done, apart from what was put aside; putting one aside is a POST."""
    atlases = list(Atlas.objects.order_by("-is_default", "title"))
    atlas = next((a for a in atlases if a.slug == request.GET.get("atlas", a.slug)), None)
    if atlas is None:
        raise Http404
    made = {proposal.key: proposal for proposal in proposals.propose(atlas)}
    aside = {each.proposal: each for each in Dismissal.objects.filter(atlas=atlas)}
    events = _events_of(atlas, made.values())
    if request.method == "POST":
        return _dismiss(request, atlas, made.get(request.POST.get("proposal", "")), events)
    standing = [
        proposal
        for key, proposal in made.items()
        if key not in aside and len(proposal.subjects) > 1 and all(slug in events for slug in proposal.subjects)
    ]
    paged = Paginator(standing, A_PAGE).get_page(request.GET.get("page"))
    return page(
        request, "proposals", _("Proposals"), atlas=atlas, atlases=atlases, paged=paged,
        shown=[_shown(proposal, events) for proposal in paged], aside=len(aside),
    )  # fmt: skip


def _events_of(atlas: Atlas, made) -> dict[str, Event]:
    slugs = {slug for proposal in made for slug in proposal.subjects}
    return {
        event.slug: event
        for event in Event.objects.filter(atlas=atlas, slug__in=slugs).select_related("place", "place_2")
    }


def _shown(proposal: Proposal, events: dict[str, Event]) -> Shown:
    one, other = (events[slug] for slug in proposal.subjects[:2])
    if proposal.kind == MISSING_RELATION:
        query = f"?from={one.pk}&to={other.pk}&kind={proposal.relation}"
        address = reverse("admin:timeline_event_relate") + query
    else:
        address = f"{reverse('admin:timeline_event_merge')}?keep={one.pk}&other={other.pk}"
    words = str(RelationKind(proposal.relation).label) if proposal.relation in RelationKind.values else ""
    return Shown(proposal, (placed(one), placed(other)), address, words)


def _dismiss(request, atlas: Atlas, proposal: Proposal | None, events: dict[str, Event]):
    try:
        if proposal is None:
            raise Refused(_("This is proposed no longer: what it rested on has changed."), "gone")
        subjects = [("event", slug, events[slug].title) for slug in proposal.subjects if slug in events]
        act = acts.dismiss(
            atlas, proposal.key, subjects, by=editor(request), reason=request.POST.get("reason", "")[:2000]
        )
    except Refused as error:
        messages.error(request, error.message)
        return HttpResponseRedirect(request.get_full_path())
    done(request, act)
    return HttpResponseRedirect(request.get_full_path())


@for_editors
def put_aside(request):
    """List the proposals that were put aside, each with its reason and the act that did it."""
    found = Dismissal.objects.select_related("atlas").order_by("-pk")
    paged = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    rows = ActRow.objects.filter(table="dismissal", key__in=[each.pk for each in paged], after__isnull=False)
    by_key = {row.key: row.act for row in rows.select_related("act__undoes").order_by("act")}
    return page(
        request, "put_aside", _("Proposals put aside"), paged=paged,
        shown=[(each, by_key.get(each.pk)) for each in paged],
    )  # fmt: skip


@for_editors
def relate(request):
    """Ask how one event stands to another, and keep the relation when the editor confirms."""
    start, end = event_of(request.GET.get("from")), event_of(request.GET.get("to"))
    form = RelateForm(request.POST or None, initial={"kind": request.GET.get("kind", "")})
    if request.method == "POST" and form.is_valid():
        try:
            act = acts.relate(
                start.pk, form.cleaned_data["kind"], end.pk, by=editor(request), reason=form.cleaned_data["reason"]
            )
        except Refused as error:
            form.add_error(None, error.message)
        else:
            return done(request, act)
    return page(
        request, "relate", _("Relate two events"), start=start, end=end, form=form,
        swapped=f"?from={end.pk}&to={start.pk}",
    )  # fmt: skip
