"""The page on which chosen claims of an event go to a new one."""

from django.utils.text import slugify
from django.utils.translation import gettext as _

from timeline.admin.rearranging.desk import done, editor, event_of, for_editors, page, row_named
from timeline.admin.rearranging.foresight import outlook
from timeline.admin.rearranging.forms import SplitForm
from timeline.admin.rearranging.sides import Side, side_of
from timeline.models import Event, FormerSlug
from timeline.rearranging import acts
from timeline.rearranging.foreseeing import MADE, foresee
from timeline.rearranging.holdings import Holdings
from timeline.rearranging.plan import Plan, Refused, Row
from timeline.rearranging.reading import holdings_of
from timeline.rearranging.seen import written
from timeline.rearranging.splitting import plan_split

LONGEST = 90


@for_editors
def split(request, key: int):
    """Show what the event holds, with a box beside each; split it when the editor confirms."""
    event = event_of(str(key))
    held = holdings_of(event)
    chosen = [row_named(word) for word in request.POST.getlist("row")]
    form = SplitForm(request.POST or None, event=event, initial={"seen": written(held.stamps)})
    side = side_of(event, held)
    foreseen = refused = None
    if request.method == "POST" and form.is_valid():
        values = _values(form.cleaned_data)
        if "save" in request.POST:
            try:
                act = acts.split(
                    event.pk, chosen, values, seen=form.cleaned_data["seen"], by=editor(request),
                    reason=form.cleaned_data["reason"],
                )  # fmt: skip
            except Refused as error:
                form.add_error(None, error.message)
            else:
                return done(request, act)
        else:
            foreseen, refused = _foreseen(event, held, chosen, values, side)
    if request.method == "POST":
        data = form.data.copy()
        data["seen"] = form.initial["seen"]
        form.data = data
    return page(
        request, "split", _("Split “%(title)s”") % {"title": event.title[:200]}, event=event, form=form, side=side,
        chosen={f"{row.table}.{row.key}" for row in chosen}, foreseen=foreseen, refused=refused,
    )  # fmt: skip


def _values(cleaned: dict) -> dict[str, object]:
    slug = cleaned["slug"] or free_slug(cleaned["title"])
    return {"slug": slug, "title": cleaned["title"], "kind": cleaned["kind"], "theatre_id": cleaned["theatre"].pk}


def free_slug(title: str) -> str:
    """An address made from the title that leads nowhere yet and never did; two queries."""
    wanted = slugify(title)[:LONGEST].strip("-") or "event"
    taken = set(Event.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    taken |= set(FormerSlug.objects.filter(kind="event", old__startswith=wanted).values_list("old", flat=True))
    number, slug = 1, wanted
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def _foreseen(event: Event, held: Holdings, chosen: list[Row], values: dict[str, object], side: Side):
    """What would stand of both events, or why it can't be done."""
    try:
        plan: Plan = plan_split(held, chosen, values)
    except Refused as error:
        return None, error.message
    found = foresee(plan, {event.pk: event.shape, MADE: event.shape})
    lines = {line.key: line for _head, parts in side.headings for part in parts for line in part.claims}
    return (
        outlook(event.title, found[event.pk], lines),
        outlook(str(values["title"]), found[MADE], lines),
    ), None
