"""Keeps an address that leads to one record from being given to another."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from timeline.addressed import ADDRESSED, leads_to


def checked_slug(kind: str, slug: str, own: str) -> str:
    """The slug of a record of this kind whose slug has been `own`; an old address of its own it may have again.

    Raises ValidationError where it leads to another record.
    """
    moved = leads_to(kind, slug) if kind in ADDRESSED and slug != own else ""
    if moved and moved != own:
        raise ValidationError(
            _("The address “%(slug)s” leads to “%(moved)s”, and addresses are for ever: choose another."),
            code="slug_taken",
            params={"slug": slug, "moved": moved},
        )
    return slug
