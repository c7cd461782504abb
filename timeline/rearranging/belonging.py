"""Tells to what a kept row belongs: in whose histories its changes are to be read."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from timeline.rearranging.plan import Row
from timeline.rearranging.rows import TABLES, Image

# By table, the columns that name what a row is a part of.
PARENTS: dict[str, dict[str, str]] = {
    "theatre": {"atlas_id": "atlas"},
    "side": {"atlas_id": "atlas"},
    "period": {"atlas_id": "atlas"},
    "name": {"place_id": "place", "person_id": "person", "force_id": "force", "work_id": "source"},
    "participation": {"event_id": "event", "movement_id": "movement"},
    "relation": {"from_event_id": "event", "to_event_id": "event"},
    "movement": {"event_id": "event"},
    "mover": {"movement_id": "movement"},
    "leg": {"movement_id": "movement"},
    "legstop": {"leg_id": "leg"},
    "lessonstep": {"lesson_id": "lesson"},
    "claim": {
        "event_id": "event", "movement_id": "movement", "leg_id": "leg", "participation_id": "participation",
        "relation_id": "relation",
    },
    "interpretation": {"claim_id": "claim"},
    "decision": {
        "event_id": "event", "movement_id": "movement", "leg_id": "leg", "participation_id": "participation",
        "relation_id": "relation",
    },
}  # fmt: skip
# Parts whose changes are read in the history of what they are parts of as well. A movement is none: that it is
# told with an event is the event's matter, its legs are not.
PARTS = ("leg", "participation", "relation", "claim")


class Kept(NamedTuple):
    """A row as an act found it and left it; `after` holds the changed columns only where there is a `before`."""

    row: Row
    before: Image | None
    after: Image | None

    @property
    def whole_after(self) -> Image | None:
        """Every known column as the act left it; None where it removed the row."""
        return None if self.after is None else {**(self.before or {}), **self.after}


def parents(table: str, columns: Mapping[str, object] | None) -> set[Row]:
    """What a row with these columns is a part of at once."""
    named = PARENTS.get(table, {}).items() if columns else ()
    return {Row(parent, columns[column]) for column, parent in named if columns.get(column) is not None}


def concerns(kept: Iterable[Kept]) -> dict[Row, set[Row]]:
    """By row: itself and all it is, or was, a part of; one query a table of parts and step up."""
    kept = list(kept)
    above = {each.row: parents(each.row.table, each.before) | parents(each.row.table, each.whole_after)
             for each in kept}  # fmt: skip
    while unknown := {row for found in above.values() for row in found if row.table in PARTS} - set(above):
        above |= _parents_now(unknown)
    return {each.row: {each.row} | _all_above(each.row, above) for each in kept}


def _parents_now(rows: set[Row]) -> dict[Row, set[Row]]:
    found: dict[Row, set[Row]] = {row: set() for row in rows}
    for table in {row.table for row in rows}:
        keys = [row.key for row in rows if row.table == table]
        for columns in TABLES[table]._base_manager.filter(pk__in=keys).values("pk", *PARENTS[table]):
            found[Row(table, columns["pk"])] = parents(table, columns)
    return found


def _all_above(row: Row, above: Mapping[Row, set[Row]]) -> set[Row]:
    found: set[Row] = set()
    for parent in above.get(row, ()):
        found |= {parent} | (_all_above(parent, above) if parent.table in PARTS else set())
    return found
