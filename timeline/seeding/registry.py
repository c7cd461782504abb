"""The records met so far while loading, by kind and key, so that a later table can refer to them."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import models

from timeline.seeding.former import followed
from timeline.seeding.tables import BadCell


class Registry:
    """Finds records by (kind, key); every key that a table may name is put here first.

    `former` leads from the slug of an event that editors merged to the slug it went to, `former_places` from a place's.
    """

    def __init__(
        self,
        former: Mapping[str, str] = MappingProxyType({}),
        former_places: Mapping[str, str] = MappingProxyType({}),
    ):
        self._former, self._former_places = former, former_places
        self._records: dict[tuple[str, str], models.Model] = {}
        self._counted: dict[str, int] = {}

    def put(self, kind: str, key: str, record: models.Model) -> None:
        self._records[kind, key] = record

    def has(self, kind: str, key: str) -> bool:
        return (kind, key) in self._records

    def get(self, kind: str, key: str) -> models.Model:
        """Return the record, or raise BadCell with the key that leads nowhere."""
        former = self._former_places if kind == "place" else self._former
        now = key if self.has(kind, key) else followed(kind, key, former)
        try:
            return self._records[kind, now]
        except KeyError:
            raise BadCell(f"There is no {kind} “{key}”.", "nothing_of_that_name") from None

    def find(self, kind: str, key: str) -> models.Model | None:
        """As get, but an empty key is None."""
        return self.get(kind, key) if key else None

    def number_in(self, group: str, kept: int | None) -> int:
        """The place of a row in its group: rows are counted in the order they are met, from 1.

        kept: the place that the row's record has already, if there is one.
        """
        self._counted[group] = self._counted.get(group, 0) + 1
        return self._counted[group]
