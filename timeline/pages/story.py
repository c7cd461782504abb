"""Groups how an event stands to others: what it follows, what it is part of, what it led to."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from timeline.chronicle.entries import EventEntry, Reference, RelationEntry


@dataclass(frozen=True, slots=True)
class Tie:
    """One other record and the claims that tie it."""

    other: Reference
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ties:
    """The records that stand in one relation to the event."""

    label: str
    ties: tuple[Tie, ...]


def story_of(event: EventEntry) -> tuple[Ties, ...]:
    """The relations of an event from both of their ends, its marches last."""
    labels = {
        "part_of": _("part of"),
        "contains": _("made up of"),
        "because_of": _("because of"),
        "ordered_by": _("ordered by"),
        "after": _("after"),
        "before": _("before"),
        "causes": _("led to"),
        "orders": _("orders"),
    }
    found: dict[str, dict[str, Tie]] = {}
    for row in (*event.relations, *event.related_by):
        _add(found.setdefault(row.kind, {}), row)
    groups = [Ties(labels[kind], tuple(found[kind].values())) for kind in labels if kind in found]
    marches = tuple(Tie(march, ()) for march in event.movements)
    return (*groups, Ties(_("march"), marches)) if marches else tuple(groups)


def _add(ties: dict[str, Tie], row: RelationEntry) -> None:
    before = ties.get(row.event.id)
    ties[row.event.id] = Tie(row.event, (*(before.claims if before else ()), *row.claims))
