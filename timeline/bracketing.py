"""Keeps on the undated events of an atlas the days that their relations leave them."""

from timeline.brackets import Bounds, Order, Within, brackets
from timeline.columns import write_columns
from timeline.fields import COLUMNS
from timeline.models import Atlas, Event, Relation

ROWS = ("pk", "slug", *COLUMNS, "bracket_from", "bracket_to")


def put_brackets(atlas: Atlas | int) -> None:
    """Work the brackets of a whole atlas out again and write those that changed; two queries to read.

    Raises RelativeDateCycle where undated events follow each other in a ring.
    """
    rows = list(Event.objects.filter(atlas=atlas).values_list(*ROWS))
    slugs = {pk: slug for pk, slug, *_columns in rows}
    dated = {slug: (days[0], days[3]) for _pk, slug, *days, _from, _to in rows if any(day is not None for day in days)}
    undated = [slug for slug in slugs.values() if slug not in dated]
    orders, parts = _told(atlas, slugs)
    found = brackets(undated, dated, orders, parts)
    new: dict[int, Bounds] = {
        pk: bounds for pk, slug, *_days, low, high in rows if (bounds := found.get(slug, (None, None))) != (low, high)
    }
    changed = list(Event.objects.filter(pk__in=new)) if new else []
    for event in changed:
        event.bracket_from, event.bracket_to = new[event.pk]
    write_columns(changed, ["bracket_from", "bracket_to"])


def _told(atlas: Atlas | int, slugs: dict[int, str]) -> tuple[list[Order], list[Within]]:
    orders, parts = [], []
    told = Relation.objects.filter(atlas=atlas).order_by("pk")
    for kind, one, other, low, high in told.values_list("kind", "from_event", "to_event", "low", "high"):
        if one not in slugs or other not in slugs:
            continue
        if kind in ("after", "because_of"):
            orders.append(Order(slugs[other], slugs[one], low, high))
        elif kind in ("before", "orders"):
            orders.append(Order(slugs[one], slugs[other], low, high))
        elif kind == "part_of":
            parts.append(Within(slugs[one], slugs[other]))
    return orders, parts
