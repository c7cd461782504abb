"""Names the columns of other records that the entry of a claim is made of, by the way to each record."""

from collections.abc import Iterable

from timeline.fields import COLUMNS
from timeline.models import Claim

_TITLED, _NAMED = ("slug", "title"), ("slug", "name")
_SIDE = ("slug", "label_en")
_SOURCE = ("slug", "title", "short", "authors", "container", "publisher", "issued", "based_on")
_PLACE = ("slug", "name", "kind", "latitude", "longitude", "uncertainty_km", "parent")
_PARENT, _WORK = ("slug", "parent"), ("slug", "based_on")
_INTERPRETATION = ("claim", "method", "value", "arithmetic", "reason", "by", "on")
_PLACED = ("place", "place_relation", "place_2", "place_rule")

BESIDE = {
    "source": _SOURCE,
    "source__based_on": _WORK,
    "source__based_on__based_on": _WORK,
    "place": _PLACE,
    "place__parent": _PARENT,
    "place__parent__parent": _PARENT,
    "place__parent__parent__parent": _PARENT,
    "place_2": _PLACE,
    "winner": _SIDE,
    "interpretation": _INTERPRETATION,
    "relative_to_claim": ("key", "as_printed", "calendar", "face", "face_shape", *COLUMNS, "supplied"),
    "relative_to_claim__interpretation": _INTERPRETATION,
    "relative_to_event": _TITLED,
    "event": (*_TITLED, "shape", *COLUMNS, "date_rule", "date_claim", *_PLACED),
    "event__place": _PLACE,
    "event__place__parent": _PARENT,
    "event__place__parent__parent": _PARENT,
    "event__place__parent__parent__parent": _PARENT,
    "event__place_2": _PLACE,
    "movement": _TITLED,
    "leg": (
        "movement", "order", "start", "end", "departs_earliest", "departs_latest", "arrives_earliest",
        "arrives_latest",
    ),
    "leg__movement": _TITLED,
    "leg__start": _NAMED,
    "leg__end": _NAMED,
    "participation": ("event", "movement", "person", "force", "role", "side"),
    "participation__event": _TITLED,
    "participation__movement": _TITLED,
    "participation__person": _NAMED,
    "participation__force": _NAMED,
    "participation__side": _SIDE,
    "relation": ("from_event", "to_event", "kind"),
    "relation__from_event": _TITLED,
    "relation__to_event": _TITLED,
}  # fmt: skip

# The ways to what a claim says, without what else there is to tell of its subject.
SAID = (
    "event",
    "leg",
    *(way for way in BESIDE if way.startswith(("source", "place", "interpretation", "relative_to_claim"))),
)


def _columns(ways: Iterable[str]) -> tuple[str, ...]:
    own = (field.name for field in Claim._meta.concrete_fields)
    return *own, *(f"{way}__{column}" for way in ways for column in BESIDE[way])


# Whole, these records would be nine columns in ten of what is read, and most of the time it takes.
_OF_ENTRY, _OF_SAID = _columns(BESIDE), _columns(SAID)


def with_joins(claims):
    """The queryset with everything an entry needs, in one query."""
    return claims.select_related(*BESIDE).only(*_OF_ENTRY)


def with_what_is_said(claims):
    """The queryset with everything that weighing needs, in one query."""
    return claims.select_related(*SAID).only(*_OF_SAID)
