"""The page that puts a record back as it was: it says what would change and what stands in the way, and asks."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

from timeline.admin.history.page import page, subject_of
from timeline.admin.rearranging.act_words import told
from timeline.admin.rearranging.desk import editor
from timeline.admin.rearranging.forms import ActForm
from timeline.history.differences import differences
from timeline.history.restoring import changes_back, refusal
from timeline.history.restoring import restore as put_back
from timeline.history.versions import acts_of, latest_act
from timeline.rearranging.plan import Refused

LISTED = 20


def restore(request, model_admin, key: int, act: int):
    """Show what restoring the version after an act would change; do it when the editor confirms."""
    subject = subject_of(request, model_admin, key)
    if not subject.may_restore:
        raise PermissionDenied
    seen = latest_act()
    form = ActForm(request.POST or None, initial={"seen": seen})
    refused = ""
    if request.method == "POST" and form.is_valid():
        try:
            done = put_back(
                subject.row, act, by=editor(request), reason=form.cleaned_data["reason"],
                publishing=subject.publishing, seen=_number(form.cleaned_data["seen"]),
            )  # fmt: skip
        except Refused as error:
            refused = error.message
        else:
            messages.success(request, told(done))
            return HttpResponseRedirect(subject.address("history"))
        form = ActForm(initial={"seen": seen, "reason": form.cleaned_data["reason"]})
    impossible = refusal(subject.row, act, publishing=subject.publishing)
    undone = acts_of(subject.row).filter(pk__gt=act)
    heading = _("Restore “%(title)s”") if subject.there else _("Bring “%(title)s” back")
    return page(
        request, "restore", heading % {"title": subject.title[:120]}, subject, form=form,
        refused=refused if refused != impossible else "", impossible=impossible,
        changes=differences(changes_back(subject.row, act), of=subject.row),
        undone=[(each, told(each)) for each in undone[:LISTED]], more=max(0, undone.count() - LISTED),
        version=acts_of(subject.row).filter(pk__lte=act).first(),
    )  # fmt: skip


def _number(text: str) -> int:
    """The act that the page was opened after; 0, so that everything is new, where it can't be read."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0
