"""Answers a script and the button “Check” with the preview of a claim; nothing is ever written by it."""

from django.contrib import admin
from django.http import JsonResponse
from django.utils.translation import gettext as _

from timeline.admin.entering.preview import Preview, preview_of
from timeline.models import Claim


def _refused(status: int, code: str, message: str) -> JsonResponse:
    return JsonResponse({"problems": [{"field": "", "label": "", "code": code, "message": message}]}, status=status)


def check(request):
    """POST the fields of a claim's form (and `claim`, its primary key, where it is kept): the preview as JSON."""
    model_admin = admin.site.get_model_admin(Claim)
    if request.method != "POST":
        answer = _refused(405, "post_only", _("A claim is checked by sending the fields of its form."))
        answer["Allow"] = "POST"
        return answer
    claim, key = None, request.POST.get("claim", "")
    if key:
        claim = (
            Claim.objects.filter(pk=int(key)).first() if key.isascii() and key.isdecimal() and len(key) < 19 else None
        )
        if claim is None:
            return _refused(404, "claim_gone", _("This claim is no longer there: somebody has deleted it meanwhile."))
    allowed = model_admin.has_change_permission(request, claim) if claim else model_admin.has_add_permission(request)
    if not allowed and claim and model_admin.has_change_permission(request):
        sentence = _("Only a reviewer changes this claim: it was published or withdrawn. Add another claim instead.")
        return _refused(403, "claim_closed", sentence)
    if not allowed:
        return _refused(403, "not_allowed", _("Your account may not enter claims: ask an administrator for the right."))
    form = model_admin.get_form(request, claim, change=claim is not None)(request.POST, instance=claim)
    form.is_valid()
    return JsonResponse(preview_of(form).body())


def shown_preview(form) -> Preview:
    """The preview for the page of a form: of what was sent, else of what the fields hold at first."""
    if form.is_bound:
        return preview_of(form)
    values = {name: "" if (value := form[name].value()) is None else value for name in form.fields}
    kept = Claim.objects.get(pk=form.instance.pk) if form.instance.pk else None
    twin = type(form)(values, instance=kept, initial=form.initial)
    twin.is_valid()
    return preview_of(twin)
