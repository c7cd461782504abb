"""Loads the seed tables into the database, all of them or nothing, and says what changed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from chronology.errors import ChronologyError
from timeline.columns import BATCH, write_columns
from timeline.models import Atlas, Claim, Event, FormerSlug, Movement, SeededRow
from timeline.models.vocabulary import ActKind, Publication
from timeline.recording import Recording, recording
from timeline.resolving import resolve_atlas, resolve_published
from timeline.searchable import search_named
from timeline.seeding.registry import Registry
from timeline.seeding.sheet import Cells, Outcome, Sheet, differs, field_sentences, whole_sentences
from timeline.seeding.sheets_atlas import FRAME, TOLD
from timeline.seeding.sheets_claims import CLAIMS
from timeline.seeding.sheets_shared import SHARED
from timeline.seeding.tables import BadTables, Problem, Row, read_table
from timeline.support import left_without_claims

SHEETS: tuple[Sheet, ...] = (*SHARED, *FRAME, *TOLD, *CLAIMS)


@dataclass(frozen=True)
class Report:
    """What a load came to, table by table; `outcomes` in loading order."""

    outcomes: tuple[Outcome, ...]
    published: int

    @property
    def touched(self) -> bool:
        return any(outcome.touched for outcome in self.outcomes)


class _DryRun(Exception):
    """Raised at the end of a dry run, so that the transaction takes everything back."""


def load(
    folder: Path,
    *,
    dry_run: bool = False,
    overwrite: bool = False,
    by: str = "load_seeds",
    progress: Callable[[str, int, int], None] = lambda file, number, of: None,
) -> Report:
    """Bring the database to what the tables in `folder` say; return what changed.

    Loading again changes nothing. Records that people have edited here since (version above 1)
    are left as they are and named in the report, unless `overwrite`; so is what they deleted, merged
    or moved here, which is not added again. What was loaded once and stands in no table any more is
    removed; what people added here is left alone. What is changed or removed is kept as one act of `by`;
    of rows that are added the tables tell. Raises BadTables with every bad row, and then nothing is kept.
    """
    tables = _read_all(folder)
    try:
        with recording(by=by, kind=ActKind.LOAD, raising=False) as record:
            loading = _Loading(overwrite, record)
            for number, (sheet, rows) in enumerate(tables, 1):
                progress(sheet.file, number, len(tables))
                loading.load(sheet, rows)
            if loading.problems:
                raise BadTables(loading.problems)
            loading.remove_what_is_gone([sheet for sheet, _rows in tables])
            published = _settle(loading)
            report = Report(tuple(loading.outcomes), published)
            if dry_run:
                raise _DryRun
    except _DryRun:
        return report
    return report


def _read_all(folder: Path) -> list[tuple[Sheet, list[Row]]]:
    tables, problems = [], []
    for sheet in SHEETS:
        try:
            tables.append((sheet, read_table(folder / sheet.file, sheet.columns)))
        except BadTables as bad:
            problems += bad.problems
    if problems:
        raise BadTables(problems)
    return tables


class _Loading:
    """The state of one load: what was met, what went wrong, what changed."""

    def __init__(self, overwrite: bool, record: Recording):
        self.overwrite = overwrite
        self.record = record
        self.registry = Registry(dict(FormerSlug.objects.filter(kind="event").values_list("old", "new")))
        self.seeded = set(SeededRow.objects.values_list("kind", "key"))
        self.problems: list[Problem] = []
        self.outcomes: list[Outcome] = []
        self.rows: dict[tuple[str, str], Row] = {}

    def load(self, sheet: Sheet, rows: list[Row]) -> None:
        outcome = Outcome(sheet.file)
        self.outcomes.append(outcome)
        existing = {
            sheet.identify(record): record for record in sheet.model.objects.select_related(*sheet.related).all()
        }
        for key, record in existing.items():
            self.registry.put(sheet.kind, key, record)
        added, changed, met = [], {}, []
        for row in rows:
            key = sheet.key(row)
            if (sheet.kind, key) in self.rows:
                first = self.rows[sheet.kind, key].line
                self.problems.append(row.problem(f"“{key}” stands already in line {first}."))
                continue
            self.rows[sheet.kind, key] = row
            record = existing.get(key)
            cells = Cells(row, self.registry)
            values = sheet.values(cells)
            if self._rearranged_here(sheet, key, record, cells):
                outcome.kept.append(str(record or key))
                continue
            if cells.problems:
                self.problems += cells.problems
                continue
            if record is None:
                record = sheet.model(**values)
                _mark_new(record)
                if self._valid(sheet, record, values, row):
                    added.append(record)
                    self.registry.put(sheet.kind, key, record)
                    met.append((record, row))
                continue
            met.append((record, row))
            self._compare(sheet, record, values, row, changed, outcome)
        self._write(sheet, added, changed)
        self._link(sheet, met, added, changed)
        outcome.added, outcome.changed = len(added), len(changed)
        outcome.unchanged = len(met) - len(added) - len(changed)

    def _rearranged_here(self, sheet: Sheet, key: str, record: models.Model | None, cells: Cells) -> bool:
        """Whether editors took the record away, or it went elsewhere together with what the row speaks of."""
        if self.overwrite:
            return False
        if record is None:
            return (sheet.kind, key) in self.seeded
        return bool(cells.problems) and record.version > 1

    def remove_what_is_gone(self, sheets: list[Sheet]) -> None:
        """Delete, last table first, what an earlier load put here and the tables no longer hold."""
        seeded, gone = self.seeded, self.seeded - set(self.rows)
        outcomes = {outcome.file: outcome for outcome in self.outcomes}
        self._refuse_to_leave_without_claims([key for kind, key in gone if kind == "claim"], gone)
        for sheet in reversed(sheets):
            for key in sorted(key for kind, key in gone if kind == sheet.kind):
                self._remove(sheet, key, outcomes[sheet.file])
        SeededRow.objects.bulk_create(
            SeededRow(kind=kind, key=key) for kind, key in self.rows if (kind, key) not in seeded
        )

    def _refuse_to_leave_without_claims(self, keys: list[str], gone: set[tuple[str, str]]) -> None:
        for subject in left_without_claims(Claim.objects.filter(key__in=keys)):
            kind = subject._meta.model_name
            row = self.rows.get((kind, subject.slug))
            if row is not None and (kind, subject.slug) not in gone:
                self.problems.append(row.problem(f"No claim speaks of “{subject.slug}”, so it can't be shown."))
        if self.problems:
            raise BadTables(self.problems)

    def _remove(self, sheet: Sheet, key: str, outcome: Outcome) -> None:
        record = self.registry.get(sheet.kind, key) if self.registry.has(sheet.kind, key) else None
        if record is not None and record.version > 1 and not self.overwrite:
            outcome.kept.append(str(record))
            return
        try:
            if record is not None and sheet.model.objects.filter(pk=record.pk).exists():
                sheet.model.objects.get(pk=record.pk).delete()
                outcome.removed += 1
        except models.ProtectedError as error:
            holder = next(iter(error.protected_objects))
            self.problems.append(
                Problem(sheet.file, 0, f"“{key}” is gone from the table, but “{holder}” still refers to it.")
            )
            return
        SeededRow.objects.filter(kind=sheet.kind, key=key).delete()

    def _compare(self, sheet: Sheet, record, values: dict, row: Row, changed: dict, outcome: Outcome) -> None:
        names = differs(record, values)
        if not names:
            return
        if record.version > 1 and not self.overwrite:
            outcome.kept.append(str(record))
            return
        for name in names:
            setattr(record, name, values[name])
        if self._valid(sheet, record, values, row):
            changed[record.pk] = record

    def _valid(self, sheet: Sheet, record, values: dict, row: Row) -> bool:
        sentences = field_sentences(record, values)
        if not sentences and not sheet.links:
            sentences = whole_sentences(record)
        self.problems += [row.problem(sentence) for sentence in sentences]
        return not sentences

    def _write(self, sheet: Sheet, added: list, changed: dict) -> None:
        try:
            with transaction.atomic():
                sheet.model.objects.bulk_create(added, batch_size=BATCH)
                self.record.watch(changed.values())
                self._update(sheet, changed.values())
        except IntegrityError as error:
            self.problems.append(Problem(sheet.file, 0, f"The database refuses this table: {error}."))
            raise BadTables(self.problems) from error

    def _update(self, sheet: Sheet, records) -> None:
        fields = sheet.model._meta.concrete_fields
        names = [field.name for field in fields if not field.primary_key and field.name != "created"]
        write_columns(records, names)

    def _link(self, sheet: Sheet, met: list, added: list, changed: dict) -> None:
        fresh, again = {record.pk for record in added}, {}
        for record, row in met:
            cells = Cells(row, self.registry)
            if sheet.links:
                values = sheet.links(cells)
                names = [] if cells.problems else differs(record, values)
                for name in names:
                    setattr(record, name, values[name])
                if names and record.pk not in fresh:
                    changed[record.pk] = record
                if names or record.pk in fresh or record.pk in changed:
                    # Only now is the record whole, so only now can it be judged as a whole.
                    cells.problems += [row.problem(told) for told in whole_sentences(record)]
                    again[record.pk] = record
            if sheet.after:
                sheet.after(record, cells)
            self.problems += cells.problems
        self.record.watch(record for record in again.values() if record.pk not in fresh)
        self._update(sheet, again.values())


def _mark_new(record: models.Model) -> None:
    # What needs a claim before it may be shown is published by _settle.
    if hasattr(record, "publication") and not isinstance(record, Event | Movement):
        record.publication = Publication.PUBLISHED
        record.published_on = timezone.now()


def _settle(loading: _Loading) -> int:
    """Resolve what was claimed, and publish what is new and has a claim; return how many."""
    if not any(outcome.touched for outcome in loading.outcomes):
        return 0
    _index_names(loading)
    published = 0
    for atlas in Atlas.objects.filter(slug__in=[key for kind, key in loading.rows if kind == "atlas"]):
        try:
            resolve_atlas(atlas)
        except ChronologyError as error:
            raise BadTables([Problem("claims.csv", 0, error.message)]) from error
        for kind, model in (("event", Event), ("movement", Movement)):
            published += _publish(loading, kind, model.objects.filter(atlas=atlas))
        if published:
            resolve_published(atlas)
        atlas.revision += 1
        atlas.save(update_fields=["revision", "modified"])
    if loading.problems:
        raise BadTables(loading.problems)
    return published


def _publish(loading: _Loading, kind: str, records) -> int:
    waiting = list(records.filter(publication=Publication.DRAFT, version=1))
    for record in waiting:
        row = loading.rows.get((kind, record.slug))
        if record.published_claims == 0 and row is not None:
            loading.problems.append(row.problem(f"No claim speaks of “{record.slug}”, so it can't be shown."))
    ready = [record.pk for record in waiting if record.published_claims and (kind, record.slug) in loading.rows]
    return records.filter(pk__in=ready).update(publication=Publication.PUBLISHED, published_on=timezone.now())


def _index_names(loading: _Loading) -> None:
    for kind in ("place", "person", "force"):
        model = next(sheet.model for sheet in SHEETS if sheet.kind == kind)
        records = list(model.objects.prefetch_related("names"))
        for record in records:
            record.search = search_named(record)
        write_columns(records, ["search"])
