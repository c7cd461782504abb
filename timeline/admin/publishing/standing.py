"""What each admin page knows of the way to the reader: who may change a record, its steps as buttons and actions."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext as _

from chronology.errors import ChronologyError
from timeline.admin.publishing.previewing import preview, preview_address
from timeline.admin.publishing.taking import ask, page_address, say_done, step_page
from timeline.models.vocabulary import Publication
from timeline.publishing.kinds import KINDS, ref_of
from timeline.publishing.plan import told_with_kind
from timeline.publishing.rights import is_open_to
from timeline.publishing.steps import entered, steps_of, take
from timeline.publishing.verbs import ALL, VERBS, Verb

# The steps that the form itself takes: it saves first.
SAVING = {"submit": _("Save and submit for review"), "publish": _("Save and publish")}


class PublishingAdmin(admin.ModelAdmin):
    """Lets editors change what is open to them alone, and brings the steps to forms and lists."""

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or is_open_to(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or is_open_to(request.user, obj))

    def has_rearrange_permission(self, request) -> bool:
        """Asked by the actions that merge and move."""
        return request.user.has_perm("timeline.rearrange_event")

    def get_view_on_site_url(self, obj=None):
        shown = obj is None or not self.has_way or obj.publication == Publication.PUBLISHED
        return super().get_view_on_site_url(obj) if shown else None

    @property
    def has_way(self) -> bool:
        """Whether records of this kind are published by themselves."""
        return self.model._meta.model_name in KINDS

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return (*fields, "publication") if self.has_way and "publication" not in fields else fields

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"acting": request.user})

    def get_urls(self):
        if not self.has_way:
            return super().get_urls()
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        previewed = self.admin_site.admin_view(self.preview_view)
        return [
            path("steps/<slug:code>/", self.admin_site.admin_view(self.steps_view), name=f"{name}_steps"),
            path("<int:key>/preview/", previewed, name=f"{name}_preview"),
            # What the page itself asks for, which readers are not shown, stays within the preview.
            path("<int:key>/preview/<path:rest>", previewed, name=f"{name}_preview_part"),
            *super().get_urls(),
        ]

    def steps_view(self, request, code: str):
        return step_page(self, request, code)

    def preview_view(self, request, key: int, rest: str = ""):
        return preview(self, request, key, rest)

    def get_actions(self, request):
        actions = super().get_actions(request)
        if self.has_way and not self._is_popup(request):
            for verb in self._verbs(request):
                name = f"step_{verb.code.value}"
                actions[name] = (_action(verb), name, verb.label)
        return actions

    @staticmethod
    def _is_popup(request) -> bool:
        return "_popup" in request.GET

    def _verbs(self, request) -> list[Verb]:
        return [verb for verb in ALL if verb.may(request.user, self.model)]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if self.has_way:
            context |= self._way(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _way(self, request, obj) -> dict:
        """What the form says: the steps it saves for, those on a page of their own, where the record stands."""
        verbs = self._verbs(request)
        editable = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        fit = [verb for verb in verbs if (verb.begins_with(obj) if obj else verb.code.value in SAVING)]
        return {
            "saving_steps": [(f"_step_{v.code.value}", SAVING[v.code.value]) for v in fit if v.code.value in SAVING]
            if editable
            else [],
            "steps": [
                (verb.label, page_address(self, verb, obj.pk)) for verb in fit if obj and verb.code.value not in SAVING
            ],
            "preview_page": preview_address(self, obj) if obj else "",
            "standing": obj.get_publication_display() if obj else "",
            "steps_taken": steps_of(ref_of(obj)) if obj else [],
            "closed": bool(obj) and not is_open_to(request.user, obj),
        }

    def response_add(self, request, obj, post_url_continue=None):
        return self._stepped(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._stepped(request, obj) or super().response_change(request, obj)

    def _stepped(self, request, obj) -> HttpResponseRedirect | None:
        """Take the step whose button saved the form; publishing asks first, on its page."""
        if not self.has_way:
            return None
        if "_step_publish" in request.POST and VERBS["publish"].may(request.user, self.model):
            messages.success(request, _("Saved %(what)s. Look at what goes with it, and publish.")
                             % {"what": told_with_kind(obj)})  # fmt: skip
            return HttpResponseRedirect(page_address(self, VERBS["publish"], obj.pk))
        if "_step_submit" not in request.POST or not VERBS["submit"].may(request.user, self.model):
            return None
        try:
            plan = take(VERBS["submit"], [obj], user=request.user)
        except ChronologyError as error:
            messages.error(request, error.message)
        else:
            say_done(request, VERBS["submit"], plan)
        return HttpResponseRedirect(
            reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[obj.pk])
        )

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if not change and self.has_way:
            entered(obj, by=request.user.get_username())


def _action(verb: Verb):
    """The action of a list that goes to the page of a step with the records chosen."""

    def go(modeladmin, request, queryset):
        return ask(modeladmin, request, verb, queryset)

    go.short_description = verb.label
    return go
