"""In what order the form of a claim asks: who says so, of what, what it says."""

from django.utils.translation import gettext_lazy as _

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
