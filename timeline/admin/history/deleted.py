"""The page of deleted records, from which each can be brought back."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from timeline.admin.history.page import page, record_address
from timeline.admin.history.rights import changeable, may
from timeline.history.deleted import deletions, still_gone
from timeline.rearranging.rows import TABLES

A_PAGE = 50


@admin.site.admin_view
def deleted(request):
    """List what was deleted and is still gone, latest first, of the sorts that the editor may change."""
    tables = [table for table in changeable(request.user) if TABLES[table] in admin.site._registry]
    if not tables:
        raise PermissionDenied
    wanted = request.GET.get("table", "")
    rows = deletions([wanted] if wanted in tables else tables)
    if by := request.GET.get("by", "").strip():
        rows = rows.filter(act__by=by)
    paged = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    found = [
        (each, record_address(each.row, "history"),
         record_address(each.row, "restore", each.act.pk - 1) if may(request.user, "add", each.row.table) else "")
        for each in still_gone(paged)
    ]  # fmt: skip
    sorts = sorted((capfirst(TABLES[table]._meta.verbose_name_plural), table) for table in tables)
    return page(request, "deleted", _("Deleted records"), paged=paged, found=found, sorts=sorts, wanted=wanted, by=by)
