"""The page on which the second of two editors sees both versions of a record and chooses."""

from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.admin.rearranging.act_words import told
from timeline.admin.two_editors.meeting import CHOICE, SETTLING, Meeting
from timeline.history.versions import acts_of
from timeline.rearranging.plan import Row


def before_saving(request, model_admin, object_id: str | None):
    """Answer with both versions where a save comes after another's; None where it may go on.

    What was sent from that page is put together first, as the editor chose.
    """
    if request.method != "POST" or object_id is None:
        return None
    record = model_admin.get_object(request, unquote(object_id))
    if record is None:
        return _gone(request, model_admin, object_id)
    if not model_admin.has_change_permission(request, record):
        raise PermissionDenied
    meeting = Meeting(model_admin, request, record)
    if SETTLING not in request.POST:
        return side_by_side(request, model_admin, object_id) if meeting.overtaken else None
    shown = request.POST[SETTLING]
    if shown != str(record.version):
        return _page(request, meeting, _("It was saved once more while you were choosing: look at it again."))
    if meeting.unchosen:
        missing = ", ".join(dict.fromkeys(meeting.unchosen))
        return _page(request, meeting, _("Choose what stands for: %(fields)s.") % {"fields": missing})
    request.POST = meeting.settled()
    return None


def side_by_side(request, model_admin, object_id: str):
    """The page with both versions of a record, as it stands now and as it was sent."""
    record = model_admin.get_object(request, unquote(object_id))
    if record is None:
        return _gone(request, model_admin, object_id)
    return _page(request, Meeting(model_admin, request, record), "")


def _page(request, meeting: Meeting, refused: str) -> TemplateResponse:
    record, meta = meeting.record, meeting.record._meta
    unsent = {"csrfmiddlewaretoken", "seen_version", SETTLING}
    return TemplateResponse(
        request,
        "admin/two_editors/choose.html",
        {
            **_frame(request, meeting.model_admin, meta),
            "title": _("Two versions of “%(title)s”") % {"title": str(record)[:120]},
            "change_address": _address(record, "change"),
            "history_address": _address(record, "history"),
            "refused": refused,
            "since": [(act, told(act)) for act in meeting.since],
            "clashes": meeting.clashes,
            "inlines": [rows for rows in meeting.inlines if rows.groups or rows.notices],
            "version": record.version,
            "sent": [
                (name, value)
                for name, values in request.POST.lists()
                for value in values
                if name not in unsent and not name.startswith(CHOICE)
            ],
        },
    )


def _gone(request, model_admin, object_id: str):
    """Say that the record was deleted meanwhile, and what was sent of it; None where it never was."""
    meta = model_admin.opts
    key = unquote(object_id)
    acts = acts_of(Row(meta.model_name, int(key))) if key.isascii() and key.isdecimal() and len(key) < 19 else []
    latest = next(iter(acts), None)
    if latest is None:
        return None
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    form = model_admin.get_form(request, None, change=False)
    fields = form().fields
    return TemplateResponse(
        request,
        "admin/two_editors/gone.html",
        {
            **_frame(request, model_admin, meta),
            "title": _("This record is not there any longer"),
            "history_address": reverse(f"admin:{meta.app_label}_{meta.model_name}_history", args=[quote(key)]),
            "act": latest,
            "told": told(latest),
            "entered": [
                (fields[name].label or name, ", ".join(values))
                for name, values in request.POST.lists()
                if name in fields and not fields[name].widget.is_hidden and any(values)
            ],
        },
    )


def _frame(request, model_admin, meta) -> dict[str, object]:
    return {
        **model_admin.admin_site.each_context(request),
        "opts": meta,
        "list_address": reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist"),
    }


def _address(record, page: str) -> str:
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{page}", args=[quote(record.pk)])
