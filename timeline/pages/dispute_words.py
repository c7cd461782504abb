"""Says in words what a disagreement is about, where it stands and how likely a proposal is."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.chronicle.labels import worded
from timeline.models.vocabulary import ReadingMethod

KINDS = {
    "date": gettext_lazy("Dates"),
    "place": gettext_lazy("Places"),
    "number": gettext_lazy("Numbers"),
    "outcome": gettext_lazy("Outcomes"),
    "duration": gettext_lazy("Lengths of time"),
    "sequence": gettext_lazy("Order"),
    "first": gettext_lazy("Firsts"),
    "side": gettext_lazy("Sides"),
    "role": gettext_lazy("Roles"),
}
STATUSES = {
    "open": gettext_lazy("open"),
    "explained": gettext_lazy("explained"),
    "decided": gettext_lazy("decided"),
    "undecidable": gettext_lazy("undecidable"),
}
UNEXPLAINED = {
    "no_calendar": gettext_lazy("no calendar explains it"),
    "cannot_tell": gettext_lazy("it cannot be told"),
    "places_apart": gettext_lazy("different places"),
    "numbers_differ": gettext_lazy("different figures"),
    "lengths_differ": gettext_lazy("different lengths"),
    "contradiction": gettext_lazy("a contradiction in words"),
}


def kind_words(kind: str) -> str:
    """Dates, Order, Sides …"""
    return str(KINDS.get(kind, kind))


def status_word(status: str) -> str:
    """open, explained, decided or undecidable, in the reader's language."""
    return str(STATUSES.get(status, status))


def method_words(code: str) -> str:
    """What explains a disagreement, or that nothing does."""
    return str(UNEXPLAINED.get(code) or worded(ReadingMethod, code))


def likelihood_words(score: float) -> str:
    """How likely a proposed reading is, of 0 to 1, as one would say it."""
    if score >= 0.7:
        return _("likely")
    if score >= 0.4:
        return _("about as likely as not")
    return _("possible") if score >= 0.2 else _("hardly likely")
