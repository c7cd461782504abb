"""The admin pages of acts: recent changes of the whole site, one act in full, and taking it back."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.history.deleted import deleted
from timeline.admin.history.filters import KindFilter, PersonFilter, SortFilter
from timeline.admin.history.rights import changeable, may_take_back, readable
from timeline.admin.rearranging.act_words import told
from timeline.admin.rearranging.desk import RIGHT, done, editor, for_editors, page
from timeline.admin.rearranging.forms import ActForm
from timeline.admin.rearranging.record import left_out, tables_of
from timeline.models import Act
from timeline.rearranging import acts
from timeline.rearranging.plan import Refused
from timeline.rearranging.undoing import plan_undo

WITH_PAGES = ("event", "movement", "place")


@admin.register(Act)
class ActAdmin(admin.ModelAdmin):
    """Acts are made by saving, deleting and rearranging, read here, and taken back; never edited or deleted."""

    list_display = ("what", "reason_in_short", "by", "on", "state", "number")
    list_display_links = ("what",)
    list_filter = (PersonFilter, SortFilter, KindFilter, "atlas")
    list_select_related = ("undoes__undoes", "undone_by")
    date_hierarchy = "on"
    search_fields = ("by", "reason")
    list_per_page = 50
    show_full_result_count = False
    actions = None

    def has_view_permission(self, request, obj=None):
        return bool(changeable(request.user))

    def has_change_permission(self, request, obj=None):
        return bool(changeable(request.user))

    def has_module_permission(self, request):
        return bool(changeable(request.user))

    def has_add_permission(self, request):
        """Nobody adds an act: it is made by what is done. What may be done is said at the address of adding."""
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return readable(request.user)

    @admin.display(description=gettext_lazy("what was done"))
    def what(self, act: Act) -> str:
        return told(act)

    @admin.display(description=gettext_lazy("why"))
    def reason_in_short(self, act: Act) -> str:
        return act.reason if len(act.reason) <= 120 else f"{act.reason[:120]}…"

    @admin.display(description=gettext_lazy("act"), ordering="pk")
    def number(self, act: Act) -> int:
        return act.pk

    @admin.display(description=gettext_lazy("stands"))
    def state(self, act: Act) -> str:
        by_act = undoing_of(act)
        return _("taken back by act %(number)s") % {"number": by_act.pk} if by_act else _("yes")

    def get_urls(self):
        return [
            path("<int:key>/undo/", undo, name="timeline_act_undo"),
            path("deleted/", deleted, name="timeline_act_deleted"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        told = {"title": _("Recent changes"), "may_rearrange": request.user.has_perm(RIGHT)}
        return super().changelist_view(request, {**told, **(extra_context or {})})

    def add_view(self, request, form_url="", extra_context=None):
        return begin(request)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return one(request, object_id)

    def history_view(self, request, object_id, extra_context=None):
        """An act never changes: what there is to know of it stands on its page."""
        return one(request, object_id)


def undoing_of(act: Act) -> Act | None:
    """The act that took this one back, or None; no query where `undone_by` is loaded."""
    return getattr(act, "undone_by", None)


def _act(request, key: str) -> Act:
    known = str(key).isascii() and str(key).isdecimal() and len(str(key)) < 19
    acts = Act.objects.select_related("undoes__undoes", "undone_by", "atlas")
    act = acts.filter(pk=key).first() if known else None
    if act is None:
        raise Http404
    if not readable(request.user).filter(pk=act.pk).exists():
        raise PermissionDenied
    return act


@for_editors
def begin(request):
    """Say where each kind of act is begun."""
    return page(request, "begin", _("Rearrange events and claims"))


@admin.site.admin_view
def one(request, key: str):
    """Show one act with every row it changed."""
    act = _act(request, key)
    return page(
        request, "act", _("Act %(number)s") % {"number": act.pk}, act=act, told=told(act), tables=tables_of(act),
        more=left_out(act), undone_by=undoing_of(act), links=_links(act),
        may_take_back=may_take_back(request.user, act),
    )  # fmt: skip


def _links(act: Act) -> list[tuple[str, str]]:
    """The records the act was about that readers have a page of."""
    folders = {"event": "events", "movement": "movements", "place": "places", "person": "people", "force": "forces",
               "source": "sources", "claim": "claims", "lesson": "lessons"}  # fmt: skip
    return [(title, f"/{folders[sort]}/{slug}/") for sort, slug, title in act.subjects if sort in folders]


@admin.site.admin_view
def undo(request, key: int):
    """Show what taking an act back would do; take it back when the editor confirms."""
    act = _act(request, str(key))
    if not may_take_back(request.user, act):
        raise PermissionDenied
    form = ActForm(request.POST or None)
    refused = ""
    if request.method == "POST" and form.is_valid():
        try:
            undone = acts.undo(act, by=editor(request), reason=form.cleaned_data["reason"])
        except Refused as error:
            refused = error.message
        else:
            return done(request, undone)
    else:
        try:
            plan_undo(act)
        except Refused as error:
            refused = error.message
    return page(
        request, "undo", _("Take act %(number)s back") % {"number": act.pk}, act=act, told=told(act), form=form,
        refused=refused, tables=[] if refused else tables_of(act), more=0 if refused else left_out(act),
    )  # fmt: skip
