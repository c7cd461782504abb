"""A rearrangement as data: which rows are to be made, changed and removed, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field


class Refused(Exception):
    """The rearrangement can't be done as things stand; `message` says why, and what to do first."""

    def __init__(self, message: str, code: str):
        super().__init__(message)
        self.message = str(message)
        self.code = code


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """A kept row: its table (the model's lower-case name) and its primary key."""

    table: str
    key: int


@dataclass(frozen=True, slots=True)
class New:
    """A row that the plan itself makes; stands in values for the key it will have."""

    table: str
    name: str


@dataclass(frozen=True, slots=True)
class Creation:
    """A row to be made; `values` by column (`event_id`, not `event`)."""

    new: New
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Change:
    """New values of some columns of a kept row."""

    row: Row
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything one act does. `subjects`: (type, slug, title) of what it concerns, first what remains;
    `atlas` is None where it concerns what all atlases share.
    """

    kind: str
    atlas: int | None
    subjects: tuple[tuple[str, str, str], ...]
    creations: tuple[Creation, ...] = ()
    changes: tuple[Change, ...] = ()
    removals: tuple[Row, ...] = ()


@dataclass
class Draft:
    """A plan in the making: changes of one row are gathered, and what is removed is not changed too."""

    creations: list[Creation] = field(default_factory=list)
    changes: dict[Row, dict[str, object]] = field(default_factory=dict)
    removals: list[Row] = field(default_factory=list)

    def make(self, table: str, name: str, **values: object) -> New:
        new = New(table, name)
        self.creations.append(Creation(new, values))
        return new

    def change(self, row: Row, **values: object) -> None:
        self.changes.setdefault(row, {}).update(values)

    def remove(self, row: Row) -> None:
        self.removals.append(row)

    def finished(self, kind: str, atlas: int | None, subjects: tuple[tuple[str, str, str], ...]) -> Plan:
        removed = set(self.removals)
        changes = tuple(Change(row, values) for row, values in self.changes.items() if row not in removed)
        return Plan(kind, atlas, subjects, tuple(self.creations), changes, tuple(dict.fromkeys(self.removals)))
