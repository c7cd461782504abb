"""Reads what weighing looks at, and of the records that claims lean on nothing else.

Whole, those records would be nine columns in ten of what is read, and most of the time that a save takes.
"""

from django.db.models import Prefetch

from timeline.fields import COLUMNS
from timeline.models import Claim, Decision, Leg

_PLACE = ("slug", "name", "latitude", "longitude", "uncertainty_km", "parent")
_SOURCE, _PARENT = ("slug", "title", "short", "based_on"), ("slug", "parent")
_BESIDE = {
    "source": _SOURCE,
    "source__based_on": _SOURCE,
    "source__based_on__based_on": _SOURCE,
    "interpretation": ("claim", "value"),
    "place": _PLACE,
    "place__parent": _PARENT,
    "place__parent__parent": _PARENT,
    "place__parent__parent__parent": _PARENT,
    "place_2": _PLACE,
    "relative_to_claim": (
        "key", "attribute", "event", "face", "face_shape", *COLUMNS, "offset_low", "offset_high", "relative_to_claim",
        "relative_to_event",
    ),
    "relative_to_claim__interpretation": ("claim", "value"),
    "relative_to_event": ("slug", "title", "shape", *COLUMNS),
}  # fmt: skip
_OWN = tuple(field.name for field in Claim._meta.concrete_fields)
_LOOKED_AT = (*_OWN, *(f"{way}__{column}" for way, columns in _BESIDE.items() for column in columns))


def weighable_claims():
    """Return the published claims with everything that weighing looks at."""
    return with_what_is_weighed(Claim.objects.published())


def with_what_is_weighed(claims):
    """Return a queryset of claims with everything that weighing looks at; two queries more than its own."""
    return claims.select_related(*_BESIDE).only(*_LOOKED_AT).prefetch_related("place__names", "place_2__names")


def with_claims(events):
    """Return these events with everything that weighing them looks at."""
    return events.prefetch_related(
        Prefetch("claims", queryset=weighable_claims()),
        Prefetch("decisions", queryset=_decisions()),
        Prefetch("relations_out__claims", queryset=_in_order(Claim.objects.published(), "relation")),
        *_of_participations(),
    )


def with_legs(movements):
    """Return these movements with everything that weighing them looks at."""
    return movements.select_related("event").prefetch_related(
        Prefetch("claims", queryset=weighable_claims()),
        Prefetch("decisions", queryset=_decisions()),
        Prefetch("legs", queryset=Leg.objects.order_by("order").prefetch_related("start__names", "end__names")),
        Prefetch("legs__claims", queryset=weighable_claims()),
        Prefetch("legs__decisions", queryset=_decisions()),
        *_of_participations(),
        "movers__person__names",
        "movers__force__names",
    )


def _decisions():
    whole = (field.name for field in Decision._meta.concrete_fields)
    return Decision.objects.select_related("claim").only(*whole, "claim__key")


def _of_participations():
    yield Prefetch("participations__claims", queryset=_in_order(Claim.objects.all(), "participation"))
    yield "participations__person__names"
    yield "participations__force__names"


def _in_order(claims, subject: str):
    """The claims about a part of something, of which only the number is asked, and what puts them in their order."""
    ordered_by = ("source__title", "source__slug", "number", "key")
    return claims.select_related("source").only("publication", subject, *ordered_by)
