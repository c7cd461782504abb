"""What the pages of a record's history share: which record is asked for, who may, how they answer."""

from dataclasses import dataclass

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst

from timeline.admin.history.rights import may_publish
from timeline.admin.rearranging.desk import key_of
from timeline.history.calling import called, names_of
from timeline.models import ActRow
from timeline.rearranging.plan import Row
from timeline.rearranging.rows import TABLES


@dataclass(frozen=True, slots=True)
class Subject:
    """The record whose history is read: `there` is None where it was deleted."""

    row: Row
    there: models.Model | None
    title: str
    may_restore: bool
    publishing: bool

    def address(self, page: str, *more: object) -> str:
        """Where one of its admin pages is."""
        return record_address(self.row, page, *more)


def record_address(row: Row, page: str, *more: object) -> str:
    """Where an admin page of a record is: `change`, `history`, `compare`, `restore`."""
    meta = TABLES[row.table]._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{page}", args=[row.key, *more])


def subject_of(request, model_admin, key: str | int) -> Subject:
    """The record asked for, there or deleted.

    Raises PermissionDenied where the editor may not change such records, Http404 where there never was one.
    """
    row = Row(model_admin.model._meta.model_name, key_of(str(key)))
    there = model_admin.get_object(request, str(row.key))
    # Whoever may change such records may read what became of any; whether this one is open is asked for restoring.
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    if there is not None:
        title = str(there)
    else:
        last = ActRow.objects.filter(table=row.table, key=row.key, after__isnull=True).order_by("-act_id").first()
        if last is None:
            raise Http404
        title = called(row.table, last.before, names_of([(row.table, last.before)])) or str(row.key)
    return Subject(
        row=row, there=there, title=title, publishing=may_publish(request.user, row.table),
        may_restore=model_admin.has_change_permission(request, there)
        if there is not None
        else model_admin.has_add_permission(request),
    )  # fmt: skip


def page(request, template: str, title: str, subject: Subject | None = None, **context) -> TemplateResponse:
    """Answer with a page of the admin; `title` is its heading."""
    way = {}
    if subject is not None:
        meta = TABLES[subject.row.table]._meta
        way = {
            "opts": meta,
            "list_address": reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist"),
            "list_name": capfirst(meta.verbose_name_plural),
            "change_address": subject.address("change") if subject.there else "",
            "history_address": subject.address("history"),
        }
    return TemplateResponse(
        request,
        f"admin/history/{template}.html",
        {**admin.site.each_context(request), "title": title, "subject": subject, **way, **context},
    )
