"""The words of the vocabularies: kinds, roles, attributes and the like, under keys such as role.commander."""

from django.utils.translation import gettext_lazy as _

from geo.models import PlaceKind
from timeline.filter_words import KINDS
from timeline.models import vocabulary

VOCABULARIES = {
    "kind": vocabulary.EventKind,
    "status": vocabulary.Status,
    "role": vocabulary.Role,
    "attribute": vocabulary.Attribute,
    "edge": vocabulary.Edge,
    "relation": vocabulary.RelationKind,
    "mode": vocabulary.Mode,
    "certainty": vocabulary.Certainty,
    "calendar": vocabulary.ClaimCalendar,
    "outcome": vocabulary.Outcome,
    "force-kind": vocabulary.ForceKind,
    "place-relation": vocabulary.PlaceRelation,
    "place-kind": PlaceKind,
    "method": vocabulary.ReadingMethod,
}

# The same relation, told from its other end.
TURNED_ROUND = {
    "relation.of.part_of": _("made up of"),
    "relation.of.after": _("before"),
    "relation.of.before": _("after"),
    "relation.of.because_of": _("led to"),
    "relation.of.orders": _("ordered by"),
}


def messages() -> dict:
    """Return every word of the vocabularies under `<vocabulary>.<value>`."""
    said = {f"{name}.{value}": label for name, choices in VOCABULARIES.items() for value, label in choices.choices}
    return said | {f"kinds.{kind}": plural for kind, plural in KINDS.items()} | TURNED_ROUND
