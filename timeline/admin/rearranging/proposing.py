"""The page of proposals: events that may be one, and relations that may be missing."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from timeline import proposing
from timeline.admin.rearranging.choosing import Placed, placed
from timeline.admin.rearranging.desk import done, editor, event_of, for_editors, key_of, page, say_done
from timeline.admin.rearranging.forms import ActForm, RelateForm
from timeline.models import ActRow, Atlas, Dismissal, Event, Movement
from timeline.models.vocabulary import RelationKind
from timeline.proposals import MARCH_OF_EVENT, MISSING_RELATION, Proposal
from timeline.rearranging import acts
from timeline.rearranging.plan import Refused

A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """A proposal in words: what it is, what it concerns, why, and where it is done, which `button` says.

    relation: how the first stands to the second, "" where they may be one.
    """

    key: str
    heading: str
    subjects: tuple[Placed, ...]
    relation: str
    why: str
    address: str
    button: str


@for_editors
def all_proposals(request):
    """List what may be done, apart from what was put aside; putting one aside is a POST."""
    atlases = list(Atlas.objects.order_by("-is_default", "title"))
    atlas = next((a for a in atlases if a.slug == request.GET.get("atlas", a.slug)), None)
    if atlas is None:
        raise Http404
    made = {proposal.key: proposal for proposal in proposing.propose(atlas)}
    aside = {each.proposal: each for each in Dismissal.objects.filter(atlas=atlas)}
    subjects = _subjects_of(atlas, made.values())
    if request.method == "POST":
        proposal = made.get(request.POST.get("proposal", ""))
        return _dismiss(request, atlas, proposal, subjects.get(proposal.key, ()) if proposal else ())
    standing = [proposal for key, proposal in made.items() if key not in aside and key in subjects]
    paged = Paginator(standing, A_PAGE).get_page(request.GET.get("page"))
    return page(
        request, "proposals", _("Proposals"), atlas=atlas, atlases=atlases, paged=paged,
        shown=[_shown(proposal, subjects[proposal.key]) for proposal in paged], aside=len(aside),
    )  # fmt: skip


def _subjects_of(atlas: Atlas, made: Iterable[Proposal]) -> dict[str, tuple[Event | Movement, ...]]:
    """The records that each proposal speaks of, by its key; those that are not there any longer have none."""
    made = list(made)
    slugs = {slug for proposal in made for slug in proposal.subjects}
    found: dict[str, dict[str, Event | Movement]] = {"event": {}, "movement": {}}
    for record in (
        *Event.objects.filter(atlas=atlas, slug__in=slugs).select_related("place", "place_2"),
        *Movement.objects.filter(atlas=atlas, slug__in=slugs),
    ):
        found[record._meta.model_name][record.slug] = record
    known = {}
    for proposal in made:
        sorts = ("movement", "event") if proposal.kind == MARCH_OF_EVENT else ("event", "event")
        records = tuple(found[sort].get(slug) for sort, slug in zip(sorts, proposal.subjects, strict=False))
        if len(records) == 2 and None not in records:
            known[proposal.key] = records
    return known


def _shown(proposal: Proposal, subjects: tuple[Event | Movement, ...]) -> Shown:
    one, other = subjects
    heading, button, relation = _("These may be one event"), _("Compare and merge"), ""
    address = f"{reverse('admin:timeline_event_merge')}?keep={one.pk}&other={other.pk}"
    if proposal.kind == MISSING_RELATION:
        heading, button = _("A relation may be missing"), _("Relate them")
        relation = str(RelationKind(proposal.relation).label) if proposal.relation in RelationKind.values else ""
        address = f"{reverse('admin:timeline_event_relate')}?from={one.pk}&to={other.pk}&kind={proposal.relation}"
    elif proposal.kind == MARCH_OF_EVENT:
        heading, button, relation = _("A march may belong to an event"), _("Tell them together"), _("told with")
        address = f"{reverse('admin:timeline_event_attach')}?movement={one.pk}&event={other.pk}"
    return Shown(proposal.key, heading, tuple(map(placed, subjects)), relation, proposal.why, address, button)


def _dismiss(request, atlas: Atlas, proposal: Proposal | None, subjects: tuple[Event | Movement, ...]):
    try:
        if proposal is None:
            raise Refused(_("This is proposed no longer: what it rested on has changed."), "gone")
        named = [(record._meta.model_name, record.slug, record.title) for record in subjects]
        reason = request.POST.get("reason", "")[:2000]
        act = acts.dismiss(atlas, proposal.key, named, by=editor(request), reason=reason)
    except Refused as error:
        messages.error(request, error.message)
    else:
        say_done(request, act)
    return HttpResponseRedirect(request.get_full_path())


@for_editors
def put_aside(request):
    """List the proposals that were put aside, each with its reason and the act that did it."""
    found = Dismissal.objects.select_related("atlas").order_by("-pk")
    paged = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    rows = ActRow.objects.filter(table="dismissal", key__in=[each.pk for each in paged], after__isnull=False)
    by_key = {row.key: row.act for row in rows.select_related("act__undoes").order_by("act_id")}
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


@for_editors
def attach(request):
    """Ask whether a movement is the marching of an event, and keep it so when the editor confirms."""
    event = event_of(request.GET.get("event"))
    movement = Movement.objects.select_related("event").filter(pk=key_of(request.GET.get("movement"))).first()
    if movement is None:
        raise Http404
    form = ActForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act = acts.attach(movement.pk, event.pk, by=editor(request), reason=form.cleaned_data["reason"])
        except Refused as error:
            form.add_error(None, error.message)
        else:
            return done(request, act)
    return page(
        request, "attach", _("Tell a movement with an event"), event=placed(event), movement=placed(movement), form=form
    )
