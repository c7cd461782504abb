"""The pages on which files are brought in and the atlas is taken out."""

from django.contrib import admin
from django.urls import path

from timeline.admin.importing import looking, sending, taking_out
from timeline.admin.importing.desk import may_import
from timeline.models import Job


@admin.register(Job)
class JobAdmin(admin.ModelAdmin):
    """Imports are begun, looked through and ended on pages of their own; never edited as records."""

    def has_view_permission(self, request, obj=None):
        return may_import(request.user)

    def has_module_permission(self, request):
        return may_import(request.user)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        # No more than these: the admin's own pages would show rows of a table that nobody edits.
        return [
            path("", sending.front, name="timeline_job_changelist"),
            path("add/", sending.front, name="timeline_job_add"),
            path("export/", taking_out.take_out, name="timeline_job_export"),
            path("<int:key>/", looking.one, name="timeline_job_change"),
            path("<int:key>/progress/", looking.progress, name="timeline_job_progress"),
            path("<int:key>/refused/", looking.refused, name="timeline_job_refused"),
            path("<int:key>/answer/", looking.answer, name="timeline_job_answer"),
            path("<int:key>/import/", looking.confirm, name="timeline_job_import"),
            path("<int:key>/cancel/", looking.cancel, name="timeline_job_cancel"),
            path("<int:key>/again/", looking.again, name="timeline_job_again"),
        ]
