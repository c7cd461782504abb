"""Judges all rows of an import: what each would add or change, or why it is refused, alone or with others."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext as _

from timeline.importing.completing import completed, with_key_cells
from timeline.importing.kept_records import KeptRecords, look_for_what_is_named
from timeline.importing.staged import StagedRow
from timeline.models import Atlas
from timeline.seeding.finding import found
from timeline.seeding.judging import Judge, Standing, Verdict
from timeline.seeding.repeats import REPEATED
from timeline.seeding.repeats import numbered as repeated_keys
from timeline.seeding.sheet import Sheet
from timeline.seeding.sheets import SHEETS
from timeline.seeding.tables import Problem, Row
from timeline.seeding.tabling import cells_of

TAKEN = (Standing.ADDED, Standing.CHANGED)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A staged row with its number in the import and the table it is for."""

    number: int
    table: str
    row: StagedRow = field(hash=False)


@dataclass(slots=True)
class Judged:
    """A row with its verdict; `changes`: column, before, after; `seen`: the version of the record it meets."""

    numbered: Numbered
    verdict: Verdict
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    seen: int | None = None


Objection = Callable[[Numbered, Verdict], Problem | None]
Progress = Callable[[int, int], None]


def judge(
    rows: Iterable[Numbered], atlas: str, objection: Objection, progress: Progress, *, repeats: bool = False
) -> dict[int, Judged]:
    """The judgement on every row, by its number. Nothing is written, and no lock is held.

    atlas: the slug of the atlas imported into; objection: why a row that would change something may not;
    repeats: whether a second row of one name is a second record, as in a file that was taken out of an atlas.
    What one row of the editor's file gives stands or falls together, and what names something refused is
    refused with it: rows are judged again without those until all that remain can be brought in.
    """
    rows = list(rows)
    out: dict[int, Judged] = {}
    while True:
        judged = _judged_once([row for row in rows if row.number not in out], atlas, objection, progress, repeats)
        refused = {number: each for number, each in judged.items() if each.verdict.standing == Standing.REFUSED}
        origins = {each.numbered.row.origin for each in (*refused.values(), *out.values())}
        dragged = {
            number: each
            for number, each in judged.items()
            if number not in refused and each.numbered.row.origin in origins
        }
        relied_on = any(each.verdict.record is not None and each.verdict.record.pk < 0 for each in refused.values())
        if not dragged and not relied_on:
            return dict(sorted({**judged, **out}.items()))
        for each in dragged.values():
            each.verdict.refuse([_goes_with_another(each.verdict.row)])
            each.changes = []
        out |= refused | dragged


def _goes_with_another(row: Row) -> Problem:
    sentence = _("Another part of this row is refused, so this part is not brought in without it.")
    return row.problem(sentence, "part_of_a_refused_row")


def _judged_once(
    rows: list[Numbered], atlas: str, objection: Objection, progress: Progress, repeats: bool
) -> dict[int, Judged]:
    passing = _Pass(atlas, len(rows), progress, repeats)
    judged: dict[int, Judged] = {}
    for sheet in SHEETS:
        for each in passing.judge(sheet, [row for row in rows if row.table == sheet.file]):
            verdict = each.verdict
            if verdict.standing in TAKEN and (problem := _moved(verdict) or objection(each.numbered, verdict)):
                verdict.refuse([problem])
                each.changes = []
            judged[each.numbered.number] = each
    return judged


def _moved(verdict: Verdict) -> Problem | None:
    """Nothing goes from one atlas to another by an import: its lane, its sides and its claims would stay behind."""
    if "atlas" not in verdict.before:
        return None
    sentence = _("“%(key)s” belongs to the atlas “%(atlas)s”. Give it another name to add it to this one.")
    told = sentence % {"key": verdict.key, "atlas": verdict.before["atlas"]}
    return verdict.row.problem(told, "in_another_atlas", "atlas" if "atlas" in verdict.row.cells else "")


def _leave_the_front(verdict: Verdict) -> None:
    """One atlas is shown at the front: a new one gives way, one that would take the place is refused."""
    record = verdict.record
    first = Atlas.objects.filter(is_default=True).exclude(pk=record.pk).first() if record.is_default else None
    if first is None:
        return
    if verdict.standing == Standing.ADDED:
        record.is_default = False
        return
    sentence = _("“%(atlas)s” is shown at the front. Take it from there first, or leave this cell empty.")
    verdict.refuse([verdict.row.problem(sentence % {"atlas": first}, "another_at_the_front", "default")])


class _Pass:
    """One judging of all rows, table by table."""

    def __init__(self, atlas: str, of: int, progress: Progress, repeats: bool):
        self._atlas = atlas
        self._of = of
        self._done = 0
        self._progress = progress
        self._registry = KeptRecords()
        self._judge = Judge(self._registry, spared=self._went_into_another, completed=self._completed, repeats=repeats)
        self._before: dict[int, dict[str, str]] = {}

    def judge(self, sheet: Sheet, numbered: list[Numbered]) -> list[Judged]:
        rows = [with_key_cells(sheet, Row(each.table, each.number, each.row.cells, each.row.origin), self._atlas)
                for each in numbered]  # fmt: skip
        keys = [sheet.key(row) for row in rows]
        own = repeated_keys(keys) if sheet.kind in REPEATED else keys
        existing = found(sheet, [name for key in own for name in (key, *self._registry.since(sheet.kind, key))])
        for key, record in existing.items():
            self._registry.put(sheet.kind, key, record)
        look_for_what_is_named(self._registry, sheet, [completed(sheet, row, None) for row in rows])
        verdicts = self._judge.judge(sheet, rows, existing)
        return [self._said(sheet, one, verdict) for one, verdict in zip(numbered, verdicts, strict=True)]

    def _went_into_another(self, sheet: Sheet, key: str, record: models.Model | None) -> bool:
        """Whether what a row names was merged into a record that has a row of its own in the file."""
        return record is None and any(
            self._registry.has(sheet.kind, name) for name in self._registry.since(sheet.kind, key)
        )

    def _completed(self, sheet: Sheet, row: Row, record: models.Model | None) -> Row:
        self._done += 1
        self._progress(self._done, self._of)
        if record is not None:
            self._before[row.line] = cells_of(sheet, record)
        return completed(sheet, row, record)

    def _said(self, sheet: Sheet, numbered: Numbered, verdict: Verdict) -> Judged:
        if verdict.standing == Standing.KEPT:
            verdict.standing = Standing.UNCHANGED
        if verdict.standing not in TAKEN:
            seen = verdict.record.version if verdict.record is not None and verdict.record.pk > 0 else None
            return Judged(numbered, verdict, seen=seen)
        if sheet.kind == "atlas":
            _leave_the_front(verdict)
        if verdict.standing == Standing.REFUSED:
            return Judged(numbered, verdict)
        after = cells_of(sheet, verdict.record)
        if verdict.stops is not None:
            after["via"] = ";".join(place.slug for place in verdict.stops)
        before = self._before.get(numbered.number, {})
        changes = [
            (column, before.get(column, ""), cell) for column, cell in after.items() if cell != before.get(column, "")
        ]
        return Judged(numbered, verdict, changes, verdict.record.version if verdict.record.pk > 0 else None)
