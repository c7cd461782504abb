"""The page on which a step is taken: what takes it, what goes along, what can't and why, and in which words."""

from django import forms
from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chronology.errors import ChronologyError
from timeline.admin.speaking import speak
from timeline.models.vocabulary import StepKind
from timeline.publishing.kinds import KINDS, by_kind, in_a_line, titled
from timeline.publishing.plan import Plan, standing
from timeline.publishing.steps import MOST, planned, take
from timeline.publishing.verbs import VERBS, Verb

# How many lines of a list are written out; the others are counted.
SHOWN = 50


class WordsForm(forms.Form):
    """Asks what is kept with a step."""

    words = forms.CharField(max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, verb: Verb, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].label, self.fields["words"].help_text = verb.asks, verb.asks_why
        self.fields["words"].error_messages["required"] = _("Write a sentence first: nobody else can know why.")
        speak(self)


def page_address(modeladmin, verb: Verb, *keys: int) -> str:
    opts = modeladmin.opts
    address = reverse(f"admin:{opts.app_label}_{opts.model_name}_steps", args=[verb.code.value])
    return f"{address}?records={','.join(map(str, keys))}"


def ask(modeladmin, request, verb: Verb, queryset):
    """The page of a step for the records chosen in a list."""
    keys = list(queryset.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
    if len(keys) > MOST:
        messages.error(request, _("Choose at most %(most)s records at a time.") % {"most": MOST})
        return None
    return _page(modeladmin, request, verb, keys, form=WordsForm(verb=verb) if verb.asks else None)


def step_page(modeladmin, request, code: str):
    """Show what a step would do (GET), or take it (POST)."""
    verb = VERBS.get(code)
    if verb is None:
        raise Http404
    if not verb.may(request.user, modeladmin.model):
        raise PermissionDenied
    posted = request.method == "POST"
    keys = _keys((request.POST if posted else request.GET).get("records", ""))
    form = WordsForm(request.POST if posted else None, verb=verb) if verb.asks else None
    if posted and (form is None or form.is_valid()):
        return _take(modeladmin, request, verb, keys, form.cleaned_data["words"] if form else "")
    return _page(modeladmin, request, verb, keys, form=form)


def _keys(text: str) -> list[int]:
    words = text.split(",")
    if len(words) > MOST or not all(w.isascii() and w.isdecimal() and len(w) < 19 for w in words):
        raise Http404
    return [int(word) for word in words]


def _page(modeladmin, request, verb: Verb, keys: list[int], *, form):
    records = list(modeladmin.model.objects.filter(pk__in=keys))
    if not records:
        raise Http404
    plan = planned(verb, records, request.user)
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": _title(verb, plan, records),
        "opts": modeladmin.opts,
        "verb": verb,
        "form": form,
        "records": ",".join(str(record.pk) for record in records),
        "going": _lines(plan, plan.going),
        "along": _lines(plan, plan.along),
        "along_counted": _counted(plan),
        "refused": _lines(plan, plan.refused),
        "more_going": max(0, len(plan.going) - SHOWN),
        "more_along": max(0, len(plan.along) - SHOWN),
        "more_refused": max(0, len(plan.refused) - SHOWN),
        "back": _address_of(records[0]) if len(records) == 1 else _list_of(modeladmin),
    }
    return TemplateResponse(request, "admin/publishing/step.html", context)


def _title(verb: Verb, plan: Plan, records) -> str:
    if len(records) == 1:
        return f"{verb.label}: {titled(records[0])}"
    return ngettext("%(step)s: %(count)s record", "%(step)s: %(count)s records", len(records)) % {
        "step": verb.label,
        "count": len(records),
    }


def _lines(plan: Plan, refs) -> list[dict]:
    return [
        {
            "kind": record._meta.verbose_name,
            "title": in_a_line(record),
            "standing": standing(record),
            "address": _address_of(record),
            "why": plan.refused.get(ref, ""),
        }
        for ref in list(refs)[:SHOWN]
        if (record := plan.records[ref])
    ]


def _address_of(record) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def _list_of(modeladmin) -> str:
    return reverse(f"admin:{modeladmin.opts.app_label}_{modeladmin.opts.model_name}_changelist")


def _take(modeladmin, request, verb: Verb, keys: list[int], words: str) -> HttpResponseRedirect:
    records = list(modeladmin.model.objects.filter(pk__in=keys))
    if not records:
        raise Http404
    try:
        plan = take(verb, records, user=request.user, words=words)
    except ChronologyError as error:
        messages.error(request, error.message)
    else:
        say_done(request, verb, plan)
    return HttpResponseRedirect(_address_of(records[0]) if len(records) == 1 else _list_of(modeladmin))


def say_done(request, verb: Verb, plan: Plan) -> None:
    """Say on the next page what was done, what went along, and of each record that could not why; and keep it in
    the log of the admin.
    """
    # Of very many that went along the history alone tells.
    along = plan.along if len(plan.along) <= MOST else ()
    changed = [plan.records[ref] for ref in (*plan.going, *along)]
    if changed:
        message = str(StepKind(verb.code).label)
        LogEntry.objects.log_actions(request.user.pk, changed, CHANGE, change_message=message, single_object=False)
    if plan.going:
        said = str(verb.done % {"count": len(plan.going)})
        if plan.along:
            said = f"{said} {_('With it went: %(what)s.') % {'what': _counted(plan)}}"
        messages.success(request, said)
    if plan.refused:
        messages.warning(request, _refusals(plan))


def _counted(plan: Plan) -> str:
    """What goes along, by kinds: "3 claims, 1 source"."""
    words = []
    for kind, keys in by_kind(plan.along).items():
        names = KINDS[kind]._meta
        name = names.verbose_name if len(keys) == 1 else names.verbose_name_plural
        words.append(f"{number_format(len(keys), force_grouping=True)} {name}")
    return ", ".join(words)


def _refusals(plan: Plan):
    refs = list(plan.refused)[:SHOWN]
    lines = format_html_join(
        " ",
        '<a href="{}">{}</a>: {}',
        ((_address_of(plan.records[ref]), titled(plan.records[ref]), plan.refused[ref]) for ref in refs),
    )
    more = len(plan.refused) - len(refs)
    return format_html("{} {}", lines, _("And %(count)s more.") % {"count": more} if more else "")
