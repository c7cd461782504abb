"""The form of an address that was given up, and where it leads now."""

from django.utils.translation import gettext_lazy as _

from timeline.admin.speaking import SpokenForm


class FormerSlugForm(SpokenForm):
    """An old address of a record; readers who follow it are led to the new one."""

    missing = {
        "kind": _("Write what sort of record it is, such as event or place."),
        "old": _("Write the address that was given up."),
        "new": _("Write the address that it leads to."),
    }
    rules = {"former_slug_once": ("old", _("This old address leads somewhere already: change that row instead."))}

    class Meta:
        labels = {"kind": _("Sort of record"), "old": _("Old address"), "new": _("New address")}
        help_texts = {
            "kind": _("Write it in one word: event, movement, lesson, place, person, force or source."),
            "old": _("Write the last part alone: of /events/entry/ it is entry."),
            "new": _("Write the last part of the address that readers are led to."),
        }
