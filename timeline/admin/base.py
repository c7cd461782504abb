"""What every record's admin page has: versions that rise, stale saves set side by side, values resolved again."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms
from django.contrib.admin.utils import NestedObjects
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import ValidationError
from django.db import models, router
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from chronology.errors import ChronologyError
from timeline.admin import two_editors
from timeline.admin.kept import KeptAdmin, with_reason
from timeline.admin.lists import FoldedSearch
from timeline.admin.publishing import PublishingAdmin
from timeline.admin.publishing.parts import refused_part, unpublished_choices
from timeline.admin.slug_checks import checked_slug
from timeline.admin.speaking import SpokenForm
from timeline.history.versions import latest_act
from timeline.models import Atlas, Claim, Event, Movement
from timeline.renamed import follow_rename
from timeline.settling import settle
from timeline.support import left_without_claims
from timeline.touched import Touched, touched_by


def claims_going_with(records) -> list[Claim]:
    """Return the claims that would be deleted along with these records."""
    records = list(records)
    if not records:
        return []
    collector = NestedObjects(using=router.db_for_write(type(records[0])), origin=records)
    collector.collect(records)
    doomed = {type(record) for record in records}
    every = collector.data.get(Claim, ())
    # What goes with its own subject leaves nobody without a claim.
    return [claim for claim in every if doomed.isdisjoint({Event, Movement, Atlas})]


class NamedList(ChangeList):
    """A list headed by what it lists; one that a chooser opens keeps Django's words, which say to choose."""

    def __init__(self, request, *args, **kwargs):
        super().__init__(request, *args, **kwargs)
        if not self.is_popup:
            self.title = capfirst(self.opts.verbose_name_plural)


class VersionedForm(SpokenForm):
    """Carries the version the editor saw, and the last act before it, so that no save goes over another's."""

    is_a_row = False
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    # Who is saving; set by the admin page.
    acting = None
    seen_act = forms.IntegerField(widget=forms.HiddenInput, required=False)
    why = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Say it for the next editor: it is kept in the record's history. You may leave it empty."),
    )
    latest_act: int | None = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["seen_version"].initial = self.instance.version
            self.fields["seen_act"].initial = self.latest_act

    def clean_slug(self) -> str:
        own = self.initial.get("slug", "") if self.instance.pk else ""
        return checked_slug(self._meta.model._meta.model_name, self.cleaned_data["slug"], own)

    def _post_clean(self):
        super()._post_clean()
        if why := refused_part(self.acting, self.instance):
            self.add_error(None, ValidationError(why, code="published_holder"))
        for name, sentence in unpublished_choices(self).items():
            self.add_error(name, ValidationError(sentence, code="not_published"))


class RecordAdmin(FoldedSearch, PublishingAdmin, KeptAdmin):
    """Base of the admin pages. After every save and deletion what it reaches is resolved again, and
    the revision of the atlases concerned rises, so that readers' copies end. `weighed_fields` names
    the only fields that resolved values depend on, where a record touches a great many others. `in_words`
    names, by a column written for machines, what says it to who may only look.
    """

    form = VersionedForm
    weighed_fields: ClassVar[tuple[str, ...] | None] = None
    in_words: ClassVar[Mapping[str, str]] = {}
    formfield_overrides: ClassVar = {models.URLField: {"assume_scheme": "https"}}
    save_on_top = True
    list_per_page = 50
    show_full_result_count = False

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Set a save beside the one that came before it; refuse one whose dates would hang on each other in a ring."""
        request.latest_act = latest_act()
        try:
            if answer := two_editors.before_saving(request, self, object_id):
                return answer
            return super().changeform_view(request, object_id, form_url, extra_context)
        except two_editors.Overtaken:
            return two_editors.side_by_side(request, self, object_id)
        except ChronologyError as error:
            self.message_user(request, error.message, level="ERROR")
            return redirect(request.get_full_path())

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.latest_act = getattr(request, "latest_act", None)
        return form

    def get_changelist(self, request, **kwargs):
        return NamedList

    def get_fieldsets(self, request, obj=None):
        found = super().get_fieldsets(request, obj)
        if obj is None:
            # What the program works out stands empty in a record that is not there yet.
            found = [each for each in found if not {*each[1]["fields"]} <= {*self.readonly_fields}]
        changing = bool(obj) and self.has_change_permission(request, obj)
        found = with_reason(found, changing)
        return found if changing or obj is None else self.worded(found)

    def worded(self, fieldsets):
        """The fieldsets as somebody reads them who may not change the record."""
        return [(heading, {**options, "fields": [self._worded(line) for line in options["fields"]]})
                for heading, options in fieldsets]  # fmt: skip

    def _worded(self, line):
        if isinstance(line, str):
            return self.in_words.get(line, line)
        return tuple(self.in_words.get(name, name) for name in line)

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), *self.in_words.values())

    def save_model(self, request, obj, form, change):
        before = type(obj).objects.get(pk=obj.pk) if change else None
        if before is not None:
            form.touched_before = touched_by(before)
            two_editors.take_turn(obj, form.cleaned_data.get("seen_version"))
        super().save_model(request, obj, form, change)
        if before is not None:
            follow_rename(obj, before)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        before = getattr(form, "touched_before", Touched())
        if change and self.weighed_fields is not None and not {*self.weighed_fields} & {*form.changed_data}:
            settle(Touched(atlases=before.atlases))
        else:
            self.settle(form.instance, before)

    def get_deleted_objects(self, objs, request):
        """Name as protected every published record that this would leave without a claim."""
        to_delete, model_count, perms_needed, protected = super().get_deleted_objects(objs, request)
        for subject in left_without_claims(claims_going_with(objs)):
            protected.append(_("the last claim of “%(title)s”: withdraw it first") % {"title": subject.title[:200]})
        return to_delete, model_count, perms_needed, protected

    def delete_queryset(self, request, queryset):
        touched = Touched()
        for obj in queryset:
            touched |= touched_by(obj)
        super().delete_queryset(request, queryset)
        settle(touched)

    def delete_model(self, request, obj):
        touched = touched_by(obj)
        super().delete_model(request, obj)
        settle(touched)

    def settle(self, obj, before: Touched) -> None:
        """Weigh again what a save reaches; `before` is what the record touched as it was."""
        settle(before | touched_by(obj))
