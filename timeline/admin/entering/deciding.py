"""The page on which an editor prefers one claim among rivals, or holds that the documents cannot tell."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.entering.interpreting import sign
from timeline.admin.entering.ways_back import PARAMETER, way_back
from timeline.admin.rearranging.sides import ClaimLine, claim_lines
from timeline.admin.speaking import speak
from timeline.models import Claim, Decision
from timeline.models.claims import SUBJECTS
from timeline.models.vocabulary import ActKind, Publication
from timeline.pages.readings import day_words
from timeline.publishing.rights import is_open_to
from timeline.recording import recording
from timeline.settling import settle
from timeline.support import supported_by
from timeline.touched import touched_by

UNDECIDABLE = "undecidable"
# The ends that are weighed against each other, by the name a decision knows them under.
_WEIGHED = {
    "date": {"on": ("", "on"), "begin": ("begin", "departs"), "end": ("end", "arrives")},
    "place": {"": ("", "at"), "from": ("from",), "to": ("to",), "via": ("via",)},
}
_NUMBERS = ("strength", "casualties")
# Who took part on which side is decided of the whole event; routes and outcomes are never weighed.
DECIDABLE = ("date", "place", "duration", *_NUMBERS, "sequence")


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
    if claim is None or claim.attribute not in DECIDABLE:
        raise Http404
    kept = _kept(claim)
    right = "timeline.change_decision" if kept else "timeline.add_decision"
    # What stands is what readers see: of a published event or march it is said by those who may publish it.
    if not (request.user.has_perm(right) and is_open_to(request.user, supported_by(claim))):
        raise PermissionDenied
    lines = list(claim_lines(rivals(claim)).values())
    form = DecisionForm(request.POST if request.method == "POST" else None, lines=lines, initial=_initial(kept))
    if request.method == "POST" and form.is_valid():
        _keep(request, claim, kept, form.cleaned_data)
        messages.success(request, _("Your decision is kept, with your name and today's date."))
        return HttpResponseRedirect(way_back(request) or reverse("admin:timeline_claim_change", args=[claim.pk]))
    whole = supported_by(claim)
    return TemplateResponse(
        request,
        "admin/entering/decide.html",
        {
            **admin.site.each_context(request), "title": _("Decide what stands"), "opts": Claim._meta, "claim": claim,
            "form": form, "lines": lines, "whole": whole, "kept": kept,
            "decided_on": day_words(kept.on) if kept else "", "back": request.GET.get(PARAMETER, ""),
        },
    )  # fmt: skip


def rivals(claim: Claim):
    """The published claims of the same attribute and end of the same subject, and the claim itself."""
    same = Claim.objects.filter(attribute=claim.attribute, **{claim.subject_type: claim.subject})
    same = same.filter(edge__in=ends_of(claim)[1])
    if claim.attribute in _NUMBERS:
        same = same.filter(unit=claim.unit)
    return same.filter(publication=Publication.PUBLISHED) | Claim.objects.filter(pk=claim.pk)


def ends_of(claim: Claim) -> tuple[str, tuple[str, ...]]:
    """How a decision names what it is about, and the ends of the claims that it decides between."""
    found = _WEIGHED.get(claim.attribute, {"": (claim.edge,)})
    return next((name, edges) for name, edges in found.items() if claim.edge in edges)


def _kept(claim: Claim) -> Decision | None:
    found = Decision.objects.filter(attribute=claim.attribute, **{claim.subject_type: claim.subject})
    return found.filter(edge__in=("", ends_of(claim)[0])).select_related("claim").first()


def _initial(kept: Decision | None) -> dict[str, str]:
    if kept is None:
        return {}
    return {"verdict": kept.claim.key if kept.claim else UNDECIDABLE, "reason": kept.reason}


@transaction.atomic
def _keep(request, claim: Claim, kept: Decision | None, said: dict[str, str]) -> None:
    atlas = supported_by(claim).atlas
    decision = kept or Decision(
        atlas=atlas, attribute=claim.attribute, edge=ends_of(claim)[0], **{claim.subject_type: claim.subject}
    )
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
