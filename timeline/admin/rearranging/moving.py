"""The page on which claims go to another subject."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.admin.rearranging.choosing import subjects_like
from timeline.admin.rearranging.desk import done, editor, for_editors, key_of, page, row_named
from timeline.admin.rearranging.foresight import outlook
from timeline.admin.rearranging.forms import ActForm
from timeline.admin.rearranging.sides import claim_lines
from timeline.models import Claim, Event
from timeline.rearranging import acts
from timeline.rearranging.foreseeing import foresee
from timeline.rearranging.plan import Refused
from timeline.rearranging.reading import claims_to_move, subject_named, whole_of
from timeline.rearranging.seen import written

MOST = 200


@admin.action(description=_("Move claims to another subject"), permissions=["rearrange"])
def move_selected(modeladmin, request, queryset):
    """Go to the page that moves the claims chosen in the list."""
    keys = list(queryset.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
    if len(keys) > MOST:
        messages.error(request, _("Choose at most %(most)s claims at a time.") % {"most": MOST})
        return None
    return HttpResponseRedirect(f"{reverse('admin:timeline_claim_move')}?claims={','.join(map(str, keys))}")


@for_editors
def move(request):
    """Look for a subject, show what the move would make of it, and move the claims when the editor confirms."""
    if not request.user.has_perm("timeline.change_claim"):
        raise PermissionDenied
    keys = [key_of(word) for word in request.GET.get("claims", "").split(",")[:MOST]]
    claims = claims_to_move(keys)
    if not claims:
        raise Http404
    named = ",".join(str(claim.pk) for claim in claims)
    shown = list(claim_lines(Claim.objects.filter(pk__in=keys)).values())
    to = request.GET.get("to", "")
    if not to:
        asked = request.GET.get("q", "").strip()[:200]
        return page(
            request, "choose_subject", _("Move claims to another subject"), lines=shown, claims=named, asked=asked,
            found=subjects_like(whole_of(claims[0].subject).atlas_id, asked) if asked else [],
        )  # fmt: skip
    return _confirm(request, claims, shown, named, to)


def _confirm(request, claims: list[Claim], shown, named: str, to: str):
    row = row_named(to)
    try:
        subject = subject_named(row.table, row.key)
    except Refused as error:
        raise Http404(error.message) from error
    form = ActForm(request.POST or None, initial={"seen": written(*acts.move_stamps(claims, subject))})
    if request.method == "POST" and form.is_valid():
        try:
            act = acts.move(
                [claim.pk for claim in claims], row, seen=form.cleaned_data["seen"], by=editor(request),
                reason=form.cleaned_data["reason"],
            )  # fmt: skip
        except Refused as error:
            form.add_error(None, error.message)
            form.data = {**form.data.dict(), "seen": form.initial["seen"]}
        else:
            return done(request, act)
    outlooks, refused = _outlooks(claims, subject)
    return page(
        request, "move", _("Move claims to another subject"), lines=shown, subject=subject, claims=named,
        whole=whole_of(subject), form=form, outlooks=outlooks, refused=refused,
    )  # fmt: skip


def _outlooks(claims: list[Claim], subject):
    """What would stand of the events concerned, or why it can't be done."""
    try:
        plan = acts.planned_move(claims, subject)
    except Refused as error:
        return (), error.message
    events = {
        record.pk: record for record in (*(claim.subject for claim in claims), subject) if isinstance(record, Event)
    }
    foreseen = foresee(plan, {key: event.shape for key, event in events.items()})
    concerned = {
        key
        for one in foreseen.values()
        for weighed in (one.now, one.then)
        if weighed
        for each in weighed.disagreements
        for key in each.conflict.claims
    }
    lines = claim_lines(Claim.objects.filter(key__in=concerned))
    return tuple(outlook(event.title, foreseen[key], lines) for key, event in events.items()), ""
