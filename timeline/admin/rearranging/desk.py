"""What the pages for rearranging share: who may open them, what they ask for, how they answer."""

from functools import wraps

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from geo.models import Place
from timeline.admin.rearranging.act_words import told
from timeline.models import Act, Event
from timeline.rearranging.plan import Row

RIGHT = "timeline.rearrange_event"


def for_editors(view):
    """Let in who may rearrange events; others are asked to log in, or refused."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.has_perm(RIGHT):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return admin.site.admin_view(guarded)


def page(request, template: str, title: str, **context) -> TemplateResponse:
    """Answer with a page of the admin; `title` is its heading."""
    return TemplateResponse(
        request,
        f"admin/rearranging/{template}.html",
        {**admin.site.each_context(request), "title": title, "opts": Event._meta, **context},
    )


def key_of(text: str | None) -> int:
    """The primary key that an address names; Http404 where it is none."""
    if text is None or not text.isascii() or not text.isdecimal() or len(text) > 18:
        raise Http404
    return int(text)


def row_named(word: str) -> Row:
    """The row that a field names as `claim.12`; Http404 where it is none."""
    table, _dot, key = word.partition(".")
    return Row(table, key_of(key))


def event_of(text: str | None) -> Event:
    """The event of this primary key with its lane; Http404 where there is none."""
    event = Event.objects.select_related("theatre", "atlas", "place", "place_2").filter(pk=key_of(text)).first()
    if event is None:
        raise Http404
    return event


def editor(request) -> str:
    """The name under which an act is kept."""
    return request.user.get_username()


def say_done(request, act: Act) -> None:
    """Say on the next page what was done, with the way to take it back, and in the history of its events."""
    for model, of in ((Event, "event"), (Place, "place")):
        slugs = [slug for sort, slug, _title in act.subjects if sort == of]
        for record in model.objects.filter(slug__in=slugs) if slugs else ():
            admin.site.get_model_admin(model).log_change(request, record, told(act))
    messages.success(
        request,
        format_html(
            '{} <a href="{}">{}</a>', told(act), reverse("admin:timeline_act_undo", args=[act.pk]), _("Take it back")
        ),
    )


def done(request, act: Act) -> HttpResponseRedirect:
    """Say what was done, and go to the act."""
    say_done(request, act)
    return HttpResponseRedirect(reverse("admin:timeline_act_change", args=[act.pk]))
