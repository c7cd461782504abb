"""Which fields belong to which attribute of a claim, and which ends it may speak of."""

from timeline.claim_checks import DATE_EDGES, PLACE_EDGES

_NUMBER = ("low", "high", "unit", "qualifier", "parts")
BELONGS = {
    "date": (
        "calendar", "context_year", "face", "supplied", "relative_to_claim", "relative_to_event", "offset_low",
        "offset_high",
    ),
    "duration": _NUMBER,
    "strength": _NUMBER,
    "casualties": _NUMBER,
    "sequence": ("low", "high", "unit", "qualifier"),
    "place": ("place", "place_relation", "place_2"),
    "route": ("route",),
    "outcome": ("outcome", "winner"),
}  # fmt: skip
EDGES = {"date": DATE_EDGES, "place": PLACE_EDGES}
VALUES = tuple(dict.fromkeys(field for fields in BELONGS.values() for field in fields))


def belonging(attribute: str) -> tuple[str, ...]:
    """The fields that hold the value of an attribute; "participant" and "side" need none beside their subject."""
    return BELONGS.get(attribute, ())


def attributes_of(field: str) -> tuple[str, ...]:
    """The attributes whose value a field holds."""
    return tuple(attribute for attribute, fields in BELONGS.items() if field in fields)


def edges_of(attribute: str) -> tuple[str, ...]:
    """The ends that an attribute may speak of, "" among them."""
    return EDGES.get(attribute, ("",))
