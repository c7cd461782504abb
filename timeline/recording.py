"""Keeps what a stretch of code writes as one act: who, when, why, and every row as it was before.

Use it around any writes to records that people edit::

    with recording(by="anna", kind=ActKind.IMPORT, reason="imported march.csv") as record:
        event.save()                      # seen by itself, as are delete() and all that goes along
        record.watch(claims)              # before update(), bulk_update() or write_columns()
        claims.update(publication="draft")
        record.made(Event.objects.bulk_create(events))
    record.act                            # the act, or None where nothing changed

The whole is one transaction, and nothing is kept where it fails. At its end the version of every changed
row, and of every record on whose page it is edited, is higher than before, so that an editor who has it open
notices; read records again before saving them once more. A recording inside another becomes part
of it, and may name the act more closely. What acts of rearranging write is kept by them (`unrecorded`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol

from django.db import models, transaction

from timeline.history.calling import address_of, called, names_of
from timeline.models import Act
from timeline.models.vocabulary import ActKind
from timeline.rearranging.belonging import Kept, concerns
from timeline.rearranging.keeping import keep
from timeline.rearranging.plan import Row
from timeline.rearranging.raising import holders, raise_versions
from timeline.rearranging.rows import OF_THE_ROW, TABLES, Image, differing, images

# How many of the records it was about an act names; the rest are counted.
NAMED = 12
# Of rows that passed so many are read at a time.
PORTION = 500
# What the admin calls an act until something inside says better what it is.
GENERAL = {ActKind.ADD, ActKind.CHANGE, ActKind.DELETE}
# Tables that are of no one atlas: an act that changes them is not either.
SHARED = {"source", "place", "person", "force", "name", "formerslug"}

_current: ContextVar["Recording | None"] = ContextVar("recording", default=None)


class ReadyRows(Protocol):
    """Rows of an act that were made ready before it: how many records they are, the first of these, who shows them."""

    records: int
    subjects: list[list[str]]
    shown_on: set[Row]

    def write(self, act: Act) -> None: ...


class Recording:
    """What is being written, as it was before; one lives as long as its `with` block."""

    def __init__(self, by: str, kind: str, reason: str, raising: bool):
        self.by = by
        self.kind = kind
        self.reason = reason
        self.raising = raising
        self.act: Act | None = None
        self._before: dict[Row, Image | None] = {}
        self._about: dict[Row, models.Model] = {}
        self._ready: list[ReadyRows] = []
        self._atlas: int | None = None
        self._passed: list[tuple[Sequence[Row], Image, Image]] = []

    def watch(self, records: Iterable[models.Model]) -> None:
        """Note kept records, as they stand in the database, that something is about to write in bulk.

        records: a queryset or records that have been read; one query a table.
        """
        self.watch_rows(Row(record._meta.model_name, record.pk) for record in records)

    def watch_rows(self, rows: Iterable[Row]) -> None:
        """As watch, by table and key; what is not there yet is noted as made."""
        new = [row for row in dict.fromkeys(rows) if row.table in TABLES and row not in self._before]
        now = images(new)
        for row in new:
            self._before[row] = now.get(row)

    def made(self, records: Iterable[models.Model]) -> None:
        """Note records that bulk_create has just made."""
        for record in records:
            if record._meta.model_name in TABLES:
                self._before.setdefault(Row(record._meta.model_name, record.pk), None)

    def ready(self, rows: ReadyRows, *, atlas: int | None = None) -> None:
        """Note new records, too many to be read under the lock, whose rows were made ready before.

        atlas: the key of the one they go into, for an act that changes nothing else.
        """
        self._ready.append(rows)
        self._atlas = atlas

    def passed(self, rows: Sequence[Row], before: Image, after: Image) -> None:
        """Note kept rows, too many to hold, all of which are about to change alike, by one version.

        before, after: the columns that change, as they are of every row and as they will be.
        """
        self._passed.append((rows, before, after))

    def about(self, record: models.Model) -> None:
        """Name what the act is about; without this it is about all rows that are not parts of others."""
        self._about.setdefault(Row(record._meta.model_name, record.pk), record)

    def call(self, kind: str, reason: str = "") -> None:
        """Say what the act is, where that shows only later."""
        self.kind = kind
        self.reason = reason or self.reason

    def going(self, record: models.Model, now: Image) -> None:
        """Note a record that is about to be deleted, read just now."""
        self._before.setdefault(Row(record._meta.model_name, record.pk), now)

    def finish(self) -> None:
        """Compare every noted row with what it is now, and keep the act; no more than a query where none was noted."""
        now = images(self._before)
        kept = self._changed(now)
        if not kept and not self._ready and not self._passed:
            return
        if self.raising:
            self._raise(kept, now)
        concerned = concerns(kept)
        subjects = self._subjects(kept, concerned) + [each for rows in self._ready for each in rows.subjects]
        more = sum(rows.records - len(rows.subjects) for rows in self._ready) + self._count_passed()
        self.act = Act.objects.create(
            atlas_id=_atlas_of(kept, concerned) if kept else self._atlas, kind=self.kind, subjects=subjects[:NAMED],
            records=len(subjects) + more, by=self.by[:150], reason=self.reason,
        )  # fmt: skip
        keep(self.act, kept)
        for rows in self._ready:
            rows.write(self.act)
        for portion in self._portions_passed():
            keep(self.act, portion)

    def _count_passed(self) -> int:
        """How many records that are no parts of others passed: claims are told with what they speak of."""
        return sum(row.table != "claim" for rows, _before, _after in self._passed for row in rows)

    def _portions_passed(self) -> Iterator[list[Kept]]:
        for rows, before, after in self._passed:
            for start in range(0, len(rows), PORTION):
                now = images(rows[start : start + PORTION])
                yield [
                    Kept(row, {**columns, **before, "version": columns["version"] - 1}, after)
                    for row, columns in now.items()
                ]

    def _raise(self, kept: list[Kept], now: Mapping[Row, Image]) -> None:
        """Raise the versions that nobody has raised yet: of what was changed, and of what shows it."""
        stale = {each.row for each in kept if each.before is not None and each.after is not None}
        stale |= holders(kept).union(*(rows.shown_on for rows in self._ready))
        new = {row for row, before in self._before.items() if before is None}
        raised = {
            row for row, before in self._before.items()
            if before is not None and row in now and before.get("version") != now[row].get("version")
        }  # fmt: skip
        raise_versions(stale - raised - new)

    def _changed(self, now: Mapping[Row, Image]) -> list[Kept]:
        found = []
        for row, before in self._before.items():
            after = now.get(row)
            if before is not None and after is not None:
                after = _changed_columns(row.table, before, after)
            if before != after and after != {}:
                found.append(Kept(row, before, after))
        order = list(TABLES)
        return sorted(found, key=lambda each: (order.index(each.row.table), each.row.key))

    def _subjects(self, kept: list[Kept], concerned: dict[Row, set[Row]]) -> list[list[str]]:
        if self._about:
            return [[row.table, _slug(row, record), str(record)] for row, record in self._about.items()]
        rows = {each.row for each in kept}
        mains = [each for each in kept if rows & concerned[each.row] == {each.row}]
        told = mains[:NAMED]
        columns = [(each, each.whole_after or each.before) for each in told]
        names = names_of((each.row.table, image) for each, image in columns)
        subjects = [
            [each.row.table, address_of(each.row, image), called(each.row.table, image, names)]
            for each, image in columns
        ]
        # The rest are only counted.
        return subjects + [[]] * (len(mains) - len(told))


def _changed_columns(table: str, before: Image, after: Image) -> Image:
    """What people changed of a row, and what goes with it; nothing where only stamps differ."""
    changed = differing(table, before, after)
    along = [name for name in OF_THE_ROW if changed and before.get(name) != after.get(name)]
    return {name: after[name] for name in (*changed, *along)}


def _slug(row: Row, record: models.Model) -> str:
    return str(getattr(record, "slug", "") or (row.table == "claim" and record.key) or row.key)


def _atlas_of(kept: list[Kept], concerned: dict[Row, set[Row]]) -> int | None:
    """The one atlas that an act is of, or None."""
    if any(each.row.table in SHARED for each in kept):
        return None
    found = {row.key for rows in concerned.values() for row in rows if row.table == "atlas"}
    known = {each.row for each in kept}
    for each in kept:
        found |= {columns["atlas_id"] for columns in (each.before, each.whole_after) if columns and
                  columns.get("atlas_id")}  # fmt: skip
    wholes = {
        row for rows in concerned.values() for row in rows if row.table in ("event", "movement", "lesson")
    } - known
    for table in {row.table for row in wholes}:
        keys = [row.key for row in wholes if row.table == table]
        found |= set(TABLES[table]._base_manager.filter(pk__in=keys).values_list("atlas_id", flat=True))
    return found.pop() if len(found) == 1 else None


@contextmanager
def recording(
    *, by: str, kind: str = ActKind.CHANGE, reason: str = "", wanted: bool = True, raising: bool = True
) -> Iterator[Recording]:
    """Keep everything written inside as one act; see the module.

    by: the name of who does it; kind: one of ActKind; reason: why, in the editor's words; wanted: False
    lets the block run as if there were no recording, for views that only sometimes write; raising: False
    leaves versions as they are, for the tables' loader, to which a raised one says that people were here.
    """
    record = Recording(by, kind, reason, raising)
    outer = _current.get()
    if not wanted:
        yield record
    elif outer is not None:
        outer.call(kind if outer.kind in GENERAL and kind not in GENERAL else outer.kind, reason)
        yield outer
    else:
        with transaction.atomic():
            token = _current.set(record)
            try:
                yield record
            finally:
                _current.reset(token)
            record.finish()


@contextmanager
def unrecorded() -> Iterator[None]:
    """Let what is written inside be, because it is kept otherwise."""
    token = _current.set(None)
    try:
        yield
    finally:
        _current.reset(token)


def current() -> Recording | None:
    """The recording that is under way, or None."""
    return _current.get()
