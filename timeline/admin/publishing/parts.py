"""Refuses what would change a published record by way of its parts."""

from django.utils.translation import gettext as _

from timeline.models.vocabulary import Publication
from timeline.publishing.holders import holder_of
from timeline.publishing.kinds import KINDS
from timeline.publishing.plan import standing, told_with_kind
from timeline.publishing.rights import is_open_to

# By sort of record, columns that are told only where what they name is published.
LEADING_ON = {"relation": ("to_event",), "period": ("begins", "ends"), "movement": ("event",)}


def refused_part(user, record) -> str:
    """Why this person may not save this part of a record; "" where it may be saved."""
    holder = holder_of(record)
    if user is None or holder is None or holder is record or is_open_to(user, holder):
        return ""
    return _("%(what)s is published: only a reviewer changes what belongs to it. Add a draft claim instead.") % {
        "what": told_with_kind(holder).capitalize()
    }


def unpublished_choices(form) -> dict[str, str]:
    """By field: why it can't be chosen, where readers see the record of a form and would not see what it names.

    What only leads on to another (the event a march is told with, the ends of a reign) is shown once that is.
    """
    holder = holder_of(form.instance)
    if holder is None or holder.publication != Publication.PUBLISHED:
        return {}
    refused = {}
    leading = LEADING_ON.get(form.instance._meta.model_name, ())
    for name in form.changed_data:
        other = form.cleaned_data.get(name)
        field = form.fields[name]
        model = getattr(getattr(field, "queryset", None), "model", None)
        if model is None or model._meta.model_name not in KINDS or not hasattr(other, "publication"):
            continue
        if name not in leading and other.publication != Publication.PUBLISHED:
            refused[name] = _(
                "Readers see this, and not %(what)s, which is %(standing)s: publish that first, or choose another."
            ) % {"what": told_with_kind(other), "standing": standing(other)}
    return refused
