"""The pages on which two events become one: choosing the other, comparing, confirming."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.admin.rearranging.choosing import events_like
from timeline.admin.rearranging.desk import done, editor, event_of, for_editors, page
from timeline.admin.rearranging.foresight import outlook
from timeline.admin.rearranging.forms import MergeForm
from timeline.admin.rearranging.sides import claim_lines, side_of
from timeline.models import Claim, Event
from timeline.models.vocabulary import Shape
from timeline.rearranging import acts
from timeline.rearranging.foreseeing import foresee
from timeline.rearranging.foreseeing_order import foresee_order
from timeline.rearranging.merging import plan_merge, refuse_unfit, rival_decisions
from timeline.rearranging.plan import Plan, Refused
from timeline.rearranging.reading import holdings_of
from timeline.rearranging.seen import written
from timeline.told_order import told_of


@admin.action(description=_("Merge two events into one"), permissions=["rearrange"])
def merge_selected(modeladmin, request, queryset):
    """Go to the page that compares the two events chosen in the list."""
    keys = list(queryset.order_by("order", "pk").values_list("pk", flat=True)[:3])
    if len(keys) != 2:
        messages.error(request, _("Choose exactly two events to merge."))
        return None
    return HttpResponseRedirect(f"{reverse('admin:timeline_event_merge')}?keep={keys[0]}&other={keys[1]}")


@for_editors
def choose_other(request, key: int):
    """Look for the event that is the same as this one."""
    event = event_of(str(key))
    asked = request.GET.get("q", "").strip()[:200]
    return page(
        request, "choose_event", _("Merge “%(title)s” with another event") % {"title": event.title[:200]},
        event=event, asked=asked, found=events_like(event, asked),
    )  # fmt: skip


@for_editors
def merge(request):
    """Show both events side by side with what would conflict; merge them when the editor confirms."""
    kept, other = event_of(request.GET.get("keep")), event_of(request.GET.get("other"))
    held = holdings_of(kept), holdings_of(other)
    saving = request.method == "POST" and "save" in request.POST
    refused = _unfit(*held)
    form = MergeForm(
        request.POST or None, kept=kept, other=other, rivals=[] if refused else rival_decisions(*held),
        initial={"seen": written(held[0].stamps, held[1].stamps)},
    )  # fmt: skip
    if saving and not refused and form.is_valid():
        try:
            act = acts.merge(
                kept.pk, other.pk, seen=form.cleaned_data["seen"], by=editor(request),
                reason=form.cleaned_data["reason"], values=form.values, standing=form.standing,
            )  # fmt: skip
        except Refused as error:
            form.add_error(None, error.message)
        else:
            return done(request, act)
    form.data = {**form.data.dict(), "seen": form.initial["seen"]} if request.method == "POST" else form.data
    sides = side_of(kept, held[0]), side_of(other, held[1])
    return page(
        request, "merge", _("Merge two events"), kept=kept, other=other, form=form, refused=refused, sides=sides,
        outlook=None if refused else _outlook(kept, other, held, form, sides),
        swapped=f"?keep={other.pk}&other={kept.pk}",
    )  # fmt: skip


def _unfit(kept, gone) -> str:
    try:
        refuse_unfit(kept, gone)
    except Refused as error:
        return error.message
    return ""


def _outlook(kept: Event, other: Event, held, form: MergeForm, sides):
    """What the claims would come to; decisions not chosen yet are taken to be the kept event's."""
    standing = form.standing or [pair[0].key for pair in form.rivals]
    try:
        plan: Plan = plan_merge(*held, values=form.values, standing=standing)
    except Refused:
        plan = plan_merge(*held, values=form.values, standing=[pair[0].key for pair in form.rivals])
    shape = form.values.get("shape", kept.shape)
    foreseen = foresee(plan, {kept.pk: shape, other.pk: other.shape})
    order = foresee_order(told_of(kept.atlas_id), other.slug, kept.slug, instant=shape == Shape.INSTANT)
    lines = {
        line.key: line for side in sides for _head, parts in side.headings for part in parts for line in part.claims
    }
    elsewhere = {key for each in order for key in each.claims} - set(lines)
    # Asked for even where there is none, so that the page takes as many queries.
    lines |= claim_lines(Claim.objects.filter(key__in=[*elsewhere, ""]))
    return outlook(form.values.get("title", kept.title), foreseen[kept.pk], lines, order)
