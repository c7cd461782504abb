"""The page on which an editor prefers one claim among rivals, or holds that the documents cannot tell."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.entering.interpreting import sign
from timeline.admin.entering.matters import Matter, matter_of
from timeline.admin.entering.ways_back import PARAMETER, way_back
from timeline.admin.rearranging.sides import ClaimLine, claim_lines
from timeline.admin.speaking import speak
from timeline.models import Claim, Decision
from timeline.models.claims import SUBJECTS
from timeline.models.vocabulary import ActKind, Attribute
from timeline.pages.readings import day_words
from timeline.publishing.rights import is_open_to
from timeline.recording import recording
from timeline.settling import settle
from timeline.support import supported_by
from timeline.touched import touched_by

UNDECIDABLE = "undecidable"


class DecisionForm(forms.Form):
    """Asks which claim stands, and why."""

    verdict = forms.ChoiceField(
        label=gettext_lazy("What stands"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose the claim that stands, or that the documents cannot tell.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        help_text=gettext_lazy("Readers are shown it under your name. What the other sources say is kept beside it."),
        error_messages={"required": gettext_lazy("Say why: readers are shown the reason.")},
    )

    def __init__(self, *args, lines: list[ClaimLine], **kwargs):
        super().__init__(*args, **kwargs)
        chosen = [(line.key, f"{line.said or line.printed} ({line.source}, {line.key})") for line in lines]
        self.fields["verdict"].choices = [*chosen, (UNDECIDABLE, _("The documents cannot tell."))]
        speak(self)


def decide(request, key: int):
    """Show a claim with its rivals, and keep what the editor decides; by and on come from the account."""
    claim = Claim.objects.select_related(*SUBJECTS).filter(pk=key).first()
    matter = claim and matter_of(claim)
    if not matter:
        raise Http404
    kept = _kept(matter)
    right = "timeline.change_decision" if kept else "timeline.add_decision"
    # What stands is what readers see: of a published event or march it is said by those who may publish it.
    if not (request.user.has_perm(right) and is_open_to(request.user, supported_by(claim))):
        raise PermissionDenied
    lines = list(claim_lines(matter.claims).values())
    form = DecisionForm(request.POST if request.method == "POST" else None, lines=lines, initial=_initial(kept))
    if request.method == "POST" and form.is_valid():
        _keep(request, claim, matter, kept, form.cleaned_data)
        messages.success(request, _("Your decision is kept, with your name and today's date."))
        return HttpResponseRedirect(way_back(request) or reverse("admin:timeline_claim_change", args=[claim.pk]))
    whole = supported_by(claim)
    return TemplateResponse(
        request,
        "admin/entering/decide.html",
        {
            **admin.site.each_context(request), "title": _("Decide what stands"), "opts": Claim._meta, "claim": claim,
            "form": form, "lines": lines, "whole": whole, "kept": kept,
            "asked": _asked(matter, whole), "decided_on": day_words(kept.on) if kept else "",
            "back": request.GET.get(PARAMETER, ""),
        },
    )  # fmt: skip


def _asked(matter: Matter, whole) -> str:
    """What is decided, in a sentence."""
    told = {"subject": whole.title[:160], "what": Attribute(matter.attribute).label}
    if matter.attribute == "side":
        return _("On which side they stood in “%(subject)s”, as the published claims give it.") % told
    if matter.attribute == "participant":
        return _("Who had a role in “%(subject)s” that only one can have, as the published claims give it.") % told
    return _("The %(what)s of “%(subject)s”, as the published claims give it.") % told


def _kept(matter: Matter) -> Decision | None:
    found = Decision.objects.filter(attribute=matter.attribute, **_subject(matter))
    return found.filter(edge__in=("", matter.edge)).select_related("claim").first()


def _subject(matter: Matter) -> dict[str, Model]:
    return {matter.subject._meta.model_name: matter.subject}


def _initial(kept: Decision | None) -> dict[str, str]:
    if kept is None:
        return {}
    return {"verdict": kept.claim.key if kept.claim else UNDECIDABLE, "reason": kept.reason}


@transaction.atomic
def _keep(request, claim: Claim, matter: Matter, kept: Decision | None, said: dict[str, str]) -> None:
    atlas = supported_by(claim).atlas
    decision = kept or Decision(atlas=atlas, attribute=matter.attribute, edge=matter.edge, **_subject(matter))
    before = touched_by(kept) if kept else touched_by(claim)
    preferred = said["verdict"]
    decision.claim = None if preferred == UNDECIDABLE else Claim.objects.get(key=preferred)
    decision.reason = said["reason"].strip()
    sign(decision, request)
    if kept:
        decision.version += 1
    kind = ActKind.CHANGE if kept else ActKind.ADD
    with recording(by=request.user.get_username(), kind=kind, reason=decision.reason):
        decision.save()
    model_admin = admin.site.get_model_admin(Decision)
    log = model_admin.log_change if kept else model_admin.log_addition
    log(request, decision, [{"changed" if kept else "added": {}}])
    settle(before | touched_by(decision))
