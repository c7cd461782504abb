"""Hands out the sample spreadsheet to whoever has an account at the editors' desk."""

from django.contrib import admin
from django.http import HttpResponse, HttpResponseBadRequest
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from timeline.importing.one_sheet.sample import sample_csv, sample_workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMS = {"xlsx": (sample_workbook, XLSX), "csv": (sample_csv, "text/csv; charset=utf-8")}


@require_safe
def sample_sheet(request):
    """Answer with the sample; `?as=csv` gives the table without the sheet that explains it."""
    form = request.GET.get("as", "xlsx")
    if form not in FORMS:
        return HttpResponseBadRequest(
            _("The sample comes as xlsx or as csv."), content_type="text/plain; charset=utf-8"
        )
    make, media_type = FORMS[form]
    return HttpResponse(
        make(),
        content_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="marchlines-sample.{form}"'},
    )


def sample_addresses() -> list:
    """The address of the sample under the admin's atlases."""
    return [path("sample-sheet/", admin.site.admin_view(sample_sheet), name="timeline_sample_sheet")]
