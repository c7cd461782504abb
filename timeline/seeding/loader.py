"""Loads the seed tables into the database, all of them or nothing, and says what changed."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from chronology.errors import ChronologyError
from timeline.addressed import former_slugs
from timeline.columns import write_columns
from timeline.models import Atlas, Claim, Event, Lesson, Movement, SeededRow
from timeline.models.vocabulary import ActKind, Publication
from timeline.recording import recording
from timeline.resolving import resolve_atlas, resolve_published
from timeline.searchable import search_named
from timeline.seeding.judging import Judge, Standing, Verdict
from timeline.seeding.lessons_shown import publish_lessons
from timeline.seeding.registry import Registry
from timeline.seeding.sheet import Outcome, Sheet
from timeline.seeding.sheets import SHEETS
from timeline.seeding.tables import BadTables, Problem, Row, read_table
from timeline.seeding.writing import write
from timeline.support import left_without_claims


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
        with recording(by=by, kind=ActKind.LOAD, raising=False):
            loading = _Loading(overwrite)
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

    def __init__(self, overwrite: bool):
        self.overwrite = overwrite
        self.seeded = set(SeededRow.objects.values_list("kind", "key"))
        self.registry = Registry(former_slugs(), self.seeded)
        self.problems: list[Problem] = []
        self.outcomes: list[Outcome] = []
        self.judge = Judge(self.registry, spared=self._spared)
        self.rows = self.judge.rows

    def load(self, sheet: Sheet, rows: list[Row]) -> None:
        existing = {
            sheet.identify(record): record for record in sheet.model.objects.select_related(*sheet.related).all()
        }
        for key, record in existing.items():
            self.registry.put(sheet.kind, key, record)
        verdicts = self.judge.judge(sheet, rows, existing)
        for verdict in verdicts:
            self.problems += verdict.problems
            if verdict.standing == Standing.ADDED:
                _mark_new(verdict.record)
        counted = Counter(verdict.standing for verdict in verdicts)
        outcome = Outcome(
            sheet.file, counted[Standing.ADDED], counted[Standing.CHANGED], counted[Standing.UNCHANGED],
            kept=[str(each.record or each.key) for each in verdicts if each.standing == Standing.KEPT],
        )  # fmt: skip
        self.outcomes.append(outcome)
        self._write(sheet, verdicts)

    def atlases(self) -> list[int]:
        """The keys of the atlases in the tables, by whatever slug they have now."""
        named = [key for kind, key in self.rows if kind == "atlas"]
        return list(
            Atlas.objects.filter(
                slug__in=[*named, *(now for key in named for now in self.registry.since("atlas", key))]
            ).values_list("pk", flat=True)
        )

    def _spared(self, sheet: Sheet, key: str, record: models.Model | None) -> bool:
        """Whether editors changed the record here, took it away, or let it go into another."""
        if self.overwrite:
            return False
        return (sheet.kind, key) in self.seeded if record is None else record.version > 1

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

    def _write(self, sheet: Sheet, verdicts: list[Verdict]) -> None:
        try:
            with transaction.atomic():
                write(sheet.model, verdicts)
        except IntegrityError as error:
            self.problems.append(Problem(sheet.file, 0, f"The database refuses this table: {error}."))
            raise BadTables(self.problems) from error


def _mark_new(record: models.Model) -> None:
    # What needs a claim or a step before it may be shown is published by _settle.
    if hasattr(record, "publication") and not isinstance(record, Event | Movement | Lesson):
        record.publication = Publication.PUBLISHED
        record.published_on = timezone.now()


def _settle(loading: _Loading) -> int:
    """Resolve what was claimed, and publish what is new and has a claim; return how many."""
    if not any(outcome.touched for outcome in loading.outcomes):
        return 0
    _index_names(loading)
    published = 0
    for atlas in Atlas.objects.filter(pk__in=loading.atlases()):
        try:
            resolve_atlas(atlas)
        except ChronologyError as error:
            raise BadTables([Problem("claims.csv", 0, error.message)]) from error
        for kind, model in (("event", Event), ("movement", Movement)):
            published += _publish(loading, kind, model.objects.filter(atlas=atlas))
        published += publish_lessons(atlas, loading.rows, loading.problems)
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
