"""The records that rows may name while an import is judged: found in the database when first asked for."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Max

from timeline.addressed import former_slugs
from timeline.models import Participation
from timeline.seeding.finding import found
from timeline.seeding.registry import Registry
from timeline.seeding.sheet import Cells, Sheet
from timeline.seeding.sheets import BY_KIND
from timeline.seeding.tables import BadCell, Row


class KeptRecords(Registry):
    """A registry over what is kept, whatever its size: it loads only what rows name, many at a time."""

    def __init__(self):
        super().__init__(former_slugs())
        self._looked_for: set[tuple[str, str]] = set()
        self._places: dict[str, int] = {}

    def look_for(self, kind: str, keys: Iterable[str]) -> None:
        """Load the records of these keys that are not loaded yet, in a few questions."""
        new = [key for key in dict.fromkeys(keys) if (kind, key) not in self._looked_for]
        self._looked_for.update((kind, key) for key in new)
        if kind in BY_KIND:
            for key, record in found(BY_KIND[kind], new).items():
                if not self.has(kind, key):
                    self.put(kind, key, record)

    def get(self, kind: str, key: str) -> models.Model:
        self.look_for(kind, [key, *self.since(kind, key)])
        return super().get(kind, key)

    def number_in(self, group: str, kept: int | None) -> int:
        """A participation keeps its place; a new one comes after those that are there."""
        if kept is not None:
            return kept
        if group not in self._places:
            kind, _slash, slug = group.partition("/")
            own = Participation.objects.filter(**{f"{kind}__slug": slug}) if kind in ("event", "movement") else None
            self._places[group] = (own.aggregate(last=Max("order"))["last"] if own is not None else None) or 0
        self._places[group] += 1
        return self._places[group]


class _Asked(Registry):
    """Notes what rows would ask for, and has nothing."""

    def __init__(self):
        super().__init__()
        self.keys: dict[str, list[str]] = {}

    def get(self, kind: str, key: str) -> models.Model:
        self.keys.setdefault(kind, []).append(key)
        raise BadCell("")

    def number_in(self, group: str, kept: int | None) -> int:
        return 0


def look_for_what_is_named(registry: KeptRecords, sheet: Sheet, rows: Iterable[Row]) -> None:
    """Load at once what these rows of a table name, so that judging them need not ask one by one."""
    asked = _Asked()
    for row in rows:
        cells = Cells(row, asked)
        sheet.values(cells)
        if sheet.links:
            sheet.links(cells)
        if sheet.stops:
            sheet.stops(cells)
    for kind, keys in asked.keys.items():
        registry.look_for(kind, [name for key in keys for name in (key, *registry.since(kind, key))])
