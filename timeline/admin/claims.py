"""Admin pages of claims, interpretations and decisions."""

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.base import RecordAdmin
from timeline.admin.entering import deciding
from timeline.admin.entering.checking import check
from timeline.admin.entering.claim_form import ClaimForm
from timeline.admin.entering.decision_form import FIELDSETS as DECISION_FIELDSETS
from timeline.admin.entering.decision_form import DecisionForm
from timeline.admin.entering.desk import desk_of
from timeline.admin.entering.going_on import another_of_the_source, begun_with
from timeline.admin.entering.interpreting import FIELDSETS as INTERPRETATION_FIELDSETS
from timeline.admin.entering.interpreting import InterpretationForm, InterpretationInline, sign, take_over
from timeline.admin.entering.layout import FIELDSETS, filled
from timeline.admin.entering.numbering import key_of, next_number
from timeline.admin.entering.signed import SIGNED, SignedAdmin
from timeline.admin.entering.ways_back import way_back
from timeline.admin.rearranging import CLAIM_ACTIONS, claim_addresses
from timeline.admin.resolved_words import date_in_words
from timeline.models import Claim, Decision, Interpretation, Source
from timeline.models.claims import SUBJECTS


@admin.register(Claim)
class ClaimAdmin(RecordAdmin):
    form = ClaimForm
    list_display = ("key", "subject", "attribute", "edge", "as_printed", "face_said", "place", "publication")
    in_words = {"face": "face_said"}
    list_filter = ("publication", "source", "attribute", "calendar", "certainty")
    list_select_related = (
        "event", "movement", "leg__start", "leg__end", "place", "source",
        "participation__person", "participation__force", "relation__from_event", "relation__to_event",
    )  # fmt: skip
    search_fields = ("key", "as_printed", "event__title", "movement__title", "place__name")
    ordering = ("source_id", "number", "key")
    autocomplete_fields = (
        "source", *SUBJECTS, "place", "place_2", "winner", "relative_to_claim", "relative_to_event",
    )  # fmt: skip
    inlines = (InterpretationInline,)
    actions = CLAIM_ACTIONS
    fieldsets = FIELDSETS

    class Media:
        js = ("frontend/claim-entry.js",)
        css = {"all": ("frontend/claim-entry.css",)}

    def get_urls(self):
        ours = [
            path("check/", self.admin_site.admin_view(check), name="timeline_claim_check"),
            path("<int:key>/decide/", self.admin_site.admin_view(deciding.decide), name="timeline_claim_decide"),
        ]
        return [*ours, *claim_addresses(), *super().get_urls()]

    def get_readonly_fields(self, request, obj=None):
        """The key is permanent once the claim is kept."""
        return (*super().get_readonly_fields(request, obj), *(("key",) if obj else ()))

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return self.worded(filled(self.fieldsets, obj))

    @admin.display(description=gettext_lazy("days said"), ordering="begin_earliest")
    def face_said(self, claim: Claim):
        return date_in_words(claim.face)

    def get_inlines(self, request, obj):
        """A claim that is not kept yet takes a proposed reading over; another is typed once it is kept."""
        return super().get_inlines(request, obj) if obj else ()

    def get_changeform_initial_data(self, request):
        return begun_with(request)

    def get_form(self, request, obj=None, change=False, **kwargs):
        """“Check” looks at what was sent and saves nothing."""
        made = super().get_form(request, obj, change=change, **kwargs)
        return type(made.__name__, (made,), {"only_checked": "_check" in request.POST})

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        may_enter = self.has_add_permission(request) if add else self.has_change_permission(request, obj)
        context |= desk_of(request, context["adminform"].form, add=add, may_enter=may_enter)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        if not change:
            _number(obj)
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        if form.taken is not None and not any(formset.has_changed() for formset in formsets):
            take_over(form.instance, form.taken, form.cleaned_data["take_reason"], request)
        elif form.taken is not None:
            messages.warning(request, _("The reading you typed was kept; the proposed one was not taken over."))
        super().save_related(request, form, formsets, change)

    def save_formset(self, request, form, formset, change):
        if formset.model is Interpretation:
            for each in formset.forms:
                if each.has_changed():
                    sign(each.instance, request)
        super().save_formset(request, form, formset, change)

    def response_add(self, request, obj, post_url_continue=None):
        return another_of_the_source(request, obj) or _back(request, obj) or super().response_add(request, obj)

    def response_change(self, request, obj):
        return another_of_the_source(request, obj) or _back(request, obj) or super().response_change(request, obj)


def _number(claim: Claim) -> None:
    """Give a new claim the number that is free now: somebody may have taken the one proposed meanwhile."""
    with transaction.atomic():
        source = Source.objects.select_for_update().get(pk=claim.source_id)
        if Claim.objects.filter(key=claim.key).exists():
            claim.number = next_number(source)
            claim.key = key_of(source, claim.number)


def _back(request, claim: Claim):
    address = way_back(request)
    if not address or {"_continue", "_addanother", "_popup", "_step_submit", "_step_publish"} & set(request.POST):
        return None
    messages.success(request, _("The claim %(key)s is kept.") % {"key": claim.key})
    return HttpResponseRedirect(address)


@admin.register(Interpretation)
class InterpretationAdmin(SignedAdmin, RecordAdmin):
    form = InterpretationForm
    list_display = ("claim", "method", "meant", "signed_by", "signed_on")
    list_filter = ("method",)
    list_select_related = ("claim",)
    search_fields = ("claim__key", "reason")
    autocomplete_fields = ("claim",)
    fieldsets = INTERPRETATION_FIELDSETS
    in_words = {"value": "meant"}
    readonly_fields = SIGNED

    @admin.display(description=gettext_lazy("day meant"))
    def meant(self, interpretation: Interpretation):
        return date_in_words(interpretation.value)

    def save_model(self, request, obj, form, change):
        sign(obj, request)
        super().save_model(request, obj, form, change)


@admin.register(Decision)
class DecisionAdmin(SignedAdmin, RecordAdmin):
    form = DecisionForm
    fieldsets = DECISION_FIELDSETS
    list_display = ("stands", "event", "movement", "attribute", "edge", "signed_by", "signed_on")
    list_filter = ("atlas", "attribute")
    list_select_related = ("claim", "event", "movement")
    search_fields = ("claim__key", "event__title", "reason")
    autocomplete_fields = (*SUBJECTS, "claim")
    readonly_fields = SIGNED

    @admin.display(description=gettext_lazy("what stands"))
    def stands(self, decision: Decision) -> str:
        return str(decision)

    def save_model(self, request, obj, form, change):
        sign(obj, request)
        super().save_model(request, obj, form, change)
