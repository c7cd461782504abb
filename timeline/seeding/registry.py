"""The records met so far while loading, by kind and key, so that a later table can refer to them."""

from collections.abc import Collection, Iterator
from types import MappingProxyType

from django.db import models

from timeline.seeding.former import Former, since
from timeline.seeding.tables import BadCell


class Registry:
    """Finds records by (kind, key); every key that a table may name is put here first.

    former: by kind, the slug of what editors renamed or merged -> the one that it leads to; once: by kind and key,
    what an earlier load put here, there or not.
    """

    def __init__(self, former: Former = MappingProxyType({}), once: Collection[tuple[str, str]] = ()):
        self._former = former
        self._once = once
        self._records: dict[tuple[str, str], models.Model] = {}
        self._counted: dict[str, int] = {}

    def put(self, kind: str, key: str, record: models.Model) -> None:
        self._records[kind, key] = record

    def has(self, kind: str, key: str) -> bool:
        return (kind, key) in self._records

    def get(self, kind: str, key: str) -> models.Model:
        """Return the record, or raise BadCell with the key that leads nowhere."""
        for name in (key, *self.since(kind, key)):
            if self.has(kind, name):
                return self._records[kind, name]
        raise BadCell(f"There is no {kind} “{key}”.", "nothing_of_that_name")

    def since(self, kind: str, key: str) -> Iterator[str]:
        """The keys that the record of this key may have now, because something in it was renamed or merged."""
        return since(kind, key, self._former) if self._former else iter(())

    def leads(self, kind: str, key: str) -> models.Model | None:
        """As get, but None where the key leads nowhere."""
        try:
            return self.get(kind, key)
        except BadCell:
            return None

    def was_taken_away(self, kind: str, key: str) -> bool:
        """Whether an earlier load put a record of this key here, and people took it away."""
        return (kind, key) in self._once and self.leads(kind, key) is None

    def find(self, kind: str, key: str) -> models.Model | None:
        """As get, but an empty key is None."""
        return self.get(kind, key) if key else None

    def number_in(self, group: str, kept: int | None) -> int:
        """The place of a row in its group: rows are counted in the order they are met, from 1.

        kept: the place that the row's record has already, if there is one.
        """
        self._counted[group] = self._counted.get(group, 0) + 1
        return self._counted[group]
