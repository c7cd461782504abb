"""Refuses what would change a published record by way of its parts."""

from django.utils.translation import gettext as _

from timeline.publishing.holders import holder_of
from timeline.publishing.plan import told_with_kind
from timeline.publishing.rights import is_open_to


def refused_part(user, record) -> str:
    """Why this person may not save this part of a record; "" where it may be saved."""
    holder = holder_of(record)
    if user is None or holder is None or holder is record or is_open_to(user, holder):
        return ""
    return _("%(what)s is published: only a reviewer changes what belongs to it. Add a draft claim instead.") % {
        "what": told_with_kind(holder).capitalize()
    }
