"""Base of admin pages whose every write is kept as an act, and whose records have a history."""

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import path
from django.utils.translation import gettext_lazy as _

from timeline.models.vocabulary import ActKind
from timeline.rearranging.plan import Row
from timeline.recording import current, recording

REASON = "why"
UNSEEN = ("seen_version", "seen_act")


def with_reason(fieldsets, changing: bool):
    """The fieldsets of a form, with what is asked of every change at their end: why, and, unseen, what was seen."""
    found = []
    for heading, options in fieldsets:
        fields = [name for name in options["fields"] if name not in (REASON, *UNSEEN)]
        found.append((heading, {**options, "fields": fields}))
    return [*found, (_("This change"), {"fields": (REASON, *UNSEEN)})] if changing else found


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19


class KeptAdmin(admin.ModelAdmin):
    """Whatever a page writes is one act: a save with all its inlines, a deletion, a bulk action."""

    delete_confirmation_template = "admin/history/delete.html"
    delete_selected_confirmation_template = "admin/history/delete_selected.html"

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        with self._keeping(request, ActKind.CHANGE if object_id else ActKind.ADD):
            return super().changeform_view(request, object_id, form_url, extra_context)

    def delete_view(self, request, object_id, extra_context=None):
        with self._keeping(request, ActKind.DELETE):
            return super().delete_view(request, object_id, extra_context)

    def changelist_view(self, request, extra_context=None):
        sent = request.POST.getlist(ACTION_CHECKBOX_NAME)
        ticked = [key for key in sent if _is_key(key)]
        if ticked != sent:
            # Django would ask the database for whatever was sent, be it a key or not.
            request.POST = request.POST.copy()
            request.POST.setlist(ACTION_CHECKBOX_NAME, ticked)
        with self._keeping(request, ActKind.CHANGE) as record:
            # An action may write to what was ticked in bulk, which nothing else notices.
            record.watch_rows(Row(self.opts.model_name, int(key)) for key in ticked)
            return super().changelist_view(request, extra_context)

    def get_object(self, request, object_id, from_field=None):
        # An address may name the field by which the record is found, and may leave it empty.
        return super().get_object(request, object_id, from_field or None)

    def get_changeform_initial_data(self, request):
        """What an address proposes for a new record, without records that there can't be."""
        records = {field.name for field in self.opts.concrete_fields if field.is_relation}
        proposed = super().get_changeform_initial_data(request)
        return {name: value for name, value in proposed.items() if name not in records or _is_key(value)}

    def response_action(self, request, queryset):
        if (record := current()) and request.POST.get("select_across") == "1":
            record.watch(queryset)
        return super().response_action(request, queryset)

    def _keeping(self, request, kind: str):
        reason = request.POST.get(REASON, "").strip()[:2000]
        return recording(by=request.user.get_username(), kind=kind, reason=reason, wanted=request.method == "POST")

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if record := current():
            record.about(obj)

    def delete_model(self, request, obj):
        if record := current():
            record.about(obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        if record := current():
            record.call(ActKind.DELETE)
        super().delete_queryset(request, queryset)

    def history_view(self, request, object_id, extra_context=None):
        # Imported here, as in get_urls: these pages ask the admin site, which is being filled now.
        from timeline.admin.history import versions

        return versions.all_versions(request, self, object_id)

    def get_urls(self):
        from timeline.admin.history import comparing, restoring

        def mine(view):
            def answer(request, *args, **kwargs):
                return view(request, self, *args, **kwargs)

            return self.admin_site.admin_view(answer)

        name = f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("<int:key>/history/compare/", mine(comparing.compare), name=f"{name}_compare"),
            path("<int:key>/history/<int:act>/restore/", mine(restoring.restore), name=f"{name}_restore"),
            *super().get_urls(),
        ]
