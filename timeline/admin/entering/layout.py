"""In what order the form of a claim asks: who says so, of what, what it says."""

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext_lazy as _

from timeline.models import Claim
from timeline.models.claims import SUBJECTS

FIELDSETS = (
    (
        _("Who says so"),
        {"fields": ("source", ("section", "paragraph", "sentence", "page"))},
    ),
    (
        _("Of what"),
        {"fields": ("subject_kind", *SUBJECTS)},
    ),
    (
        _("What it says"),
        {"fields": (("attribute", "edge"), "as_printed")},
    ),
    (
        _("The date"),
        {
            "fields": (("calendar", "context_year"), ("face", "supplied")),
            "description": _("Only for a date."),
        },
    ),
    (
        _("Counted from something else"),
        {
            "classes": ("collapse", "counted-from"),
            "fields": ("relative_to_claim", "relative_to_event", ("offset_low", "offset_high")),
            "description": _("Only for a date such as “five days later”: name the claim or the event it follows."),
        },
    ),
    (
        _("The number"),
        {
            "fields": (("low", "high"), ("unit", "qualifier"), "parts"),
            "description": _("Only for a duration, a strength, casualties, or the place of something in a series."),
        },
    ),
    (
        _("The place"),
        {
            "fields": ("place", ("place_relation", "place_2")),
            "description": _("Only for a place."),
        },
    ),
    (
        _("The route"),
        {"fields": ("route",), "description": _("Only for a route.")},
    ),
    (
        _("The outcome"),
        {"fields": (("outcome", "winner"),), "description": _("Only for an outcome.")},
    ),
    (
        _("How it is said"),
        {"fields": (("certainty", "gap"), "note")},
    ),
    (
        _("Standing"),
        {"fields": (("key", "publication"), "seen_version")},
    ),
)


def filled(fieldsets, claim: Claim):
    """What is to be read of a claim by who may not change it: the groups and fields in which something stands."""
    found = []
    for heading, options in fieldsets:
        lines = [_said(line, claim) for line in options["fields"]]
        if any(lines):
            found.append((heading, {"fields": [line for line in lines if line]}))
    return found


def _said(line, claim: Claim) -> tuple[str, ...]:
    names = (line,) if isinstance(line, str) else line
    return tuple(name for name in names if _is_kept(name) and getattr(claim, name) not in (None, "", []))


def _is_kept(name: str) -> bool:
    """Whether the name is a column of the claim, and not what the form alone asks."""
    try:
        Claim._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
