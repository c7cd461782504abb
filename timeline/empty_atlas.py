"""Says of an atlas that nothing stands in yet what to do about it."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from timeline.models import Event, Movement

DESK = "/admin/timeline/atlas/first/"
"""The page for editors that says how an atlas is filled."""


def telling_whether_empty(atlases):
    """The queryset with `is_filled` on each atlas: whether any event or march of it is published."""
    held = (
        Exists(model.objects.published().filter(atlas=OuterRef("pk")).order_by().values("pk"))
        for model in (Event, Movement)
    )
    events, movements = held
    return atlases.annotate(is_filled=events | movements)


def empty_words(atlas) -> str:
    """A sentence for an atlas in which nothing is published, "" for every other."""
    if atlas is None or atlas.is_filled:
        return ""
    return _(
        "Nothing is published in this atlas yet. An editor enters the first events and marches at the desk, or sends"
        " in a spreadsheet."
    )
