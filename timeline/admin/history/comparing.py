"""The page that sets two versions of a record against each other."""

from django.http import Http404
from django.utils.translation import gettext as _

from timeline.admin.history.page import page, subject_of
from timeline.admin.rearranging.act_words import told
from timeline.admin.rearranging.desk import key_of
from timeline.history.differences import differences, pairs
from timeline.history.versions import acts_of, rows_between, states
from timeline.models import Act


def compare(request, model_admin, key: int):
    """Show in words what differs between the record after one act and after another."""
    subject = subject_of(request, model_admin, key)
    older, newer = sorted((key_of(request.GET.get("from")), key_of(request.GET.get("to"))))
    if not acts_of(subject.row).exists():
        raise Http404
    rows = rows_between(subject.row, older, newer)
    found = differences(pairs(states(rows, older), states(rows, newer)), of=subject.row)
    return page(
        request, "compare", _("Two versions of “%(title)s”") % {"title": subject.title[:120]}, subject,
        changes=found, versions=(_version(subject, older), _version(subject, newer)),
    )  # fmt: skip


def _version(subject, number: int) -> dict[str, object]:
    """What made the version, and where to restore it; the first is as it was before anything was kept."""
    acts = acts_of(subject.row)
    act: Act | None = acts.filter(pk__lte=number).first()
    older = subject.there is None or acts.filter(pk__gt=number).exists()
    there = subject.may_restore and older and states([subject.row], number)[subject.row] is not None
    restore = subject.address("restore", number) if there else ""
    return {"act": act, "told": told(act) if act else "", "restore": restore}
