"""Judges the rows of a table: what each would add or change, or why it is refused; it writes nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count

from django.db import models

from timeline.seeding.registry import Registry
from timeline.seeding.repeats import REPEATED, numbered, repeat_of
from timeline.seeding.rules import broken_rules
from timeline.seeding.sheet import Cells, Sheet, differs, field_problems, whole_problems
from timeline.seeding.tables import Problem, Row


class Standing(StrEnum):
    """What became of a row; a kept one would change what people here have edited since."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    REFUSED = "refused"


@dataclass(slots=True)
class Verdict:
    """A row with its record, whose fields have the row's values; `before` holds those that they had.

    stops: the places a leg is to pass, where they are others than now.
    """

    row: Row
    key: str
    standing: Standing
    record: models.Model | None = None
    before: dict[str, object] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stops: list[models.Model] | None = None

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Refuse the row and put its record back as it was."""
        self.problems += problems
        self.standing = Standing.REFUSED
        self.stops = None
        if self.record is not None:
            for name, value in self.before.items():
                setattr(self.record, name, value)
        self.before = {}


Spared = Callable[[Sheet, str, models.Model | None], bool]
Completed = Callable[[Sheet, Row, models.Model | None], Row]


def _nothing_is_spared(sheet: Sheet, key: str, record: models.Model | None) -> bool:
    return False


def _as_it_stands(sheet: Sheet, row: Row, record: models.Model | None) -> Row:
    return row


class Judge:
    """Judges tables in their order; a later one may name what an earlier one would add.

    spared: whether a record (None: one that is gone) is to be left as people made it here; completed: the
    row with the cells that its table leaves out; repeats: whether a row of a name that stood before is a second
    record of that name, where the table can have such. Until they are written, new records have keys below zero,
    so that others can refer to them. What editors renamed is found by the slug it had, and keeps the one it has.
    """

    def __init__(
        self,
        registry: Registry,
        *,
        spared: Spared = _nothing_is_spared,
        completed: Completed = _as_it_stands,
        repeats: bool = False,
    ):
        self.registry = registry
        self._spared = spared
        self._completed = completed
        self._repeats = repeats
        self._unwritten = count(-1, -1)
        self.rows: dict[tuple[str, str], Row] = {}

    def judge(self, sheet: Sheet, rows: Iterable[Row], existing: Mapping[str, models.Model]) -> list[Verdict]:
        """The verdicts on the rows of one table, in their order; `existing`: its records by key."""
        rows = list(rows)
        keys = [sheet.key(row) for row in rows]
        if self._repeats and sheet.kind in REPEATED:
            keys = numbered(keys)
        here = frozenset(keys)
        verdicts = [self._met(sheet, key, row, existing, here) for key, row in zip(keys, rows, strict=True)]
        for verdict in verdicts:
            if verdict.standing in (Standing.ADDED, Standing.CHANGED, Standing.UNCHANGED):
                self._link(sheet, verdict)
        return verdicts

    def _met(
        self, sheet: Sheet, key: str, row: Row, existing: Mapping[str, models.Model], here: frozenset[str]
    ) -> Verdict:
        if (sheet.kind, key) in self.rows:
            first = self.rows[sheet.kind, key].place
            twice = row.problem(f"“{key}” stands already in {first}.", "row_twice")
            return Verdict(row, key, Standing.REFUSED, problems=[twice])
        self.rows[sheet.kind, key] = row
        record = existing.get(key) or self._renamed(sheet, key, existing, here)
        row = self._completed(sheet, row, record)
        cells = Cells(row, self.registry, record)
        values = sheet.values(cells)
        if record is not None and "slug" in values:
            values["slug"] = record.slug
        verdict = Verdict(row, key, Standing.UNCHANGED, record)
        if (record is None or cells.problems) and self._spared(sheet, key, record):
            verdict.standing = Standing.KEPT
        elif cells.problems:
            verdict.refuse(cells.problems)
        elif record is None:
            self._add(sheet, verdict, values)
        else:
            self._compare(sheet, verdict, values)
        return verdict

    def _renamed(self, sheet: Sheet, key: str, existing: Mapping[str, models.Model], here: frozenset[str]):
        """The record that has another key now; None where a row of the table has that: then it took this one in."""
        now = (each for each in self.registry.since(sheet.kind, key) if each in existing)
        return next((existing[each] for each in now if each not in here), None)

    def _add(self, sheet: Sheet, verdict: Verdict, values: dict) -> None:
        record = verdict.record = sheet.model(**values)
        record.pk = next(self._unwritten)
        if sheet.kind == "participation":
            record.repeat = repeat_of(verdict.key)
        verdict.standing = Standing.ADDED
        if self._valid(sheet, verdict, values):
            self.registry.put(sheet.kind, verdict.key, record)

    def _compare(self, sheet: Sheet, verdict: Verdict, values: dict) -> None:
        names = differs(verdict.record, values)
        if not names:
            return
        if self._spared(sheet, verdict.key, verdict.record):
            verdict.standing = Standing.KEPT
            return
        self._put(verdict, names, values)
        self._valid(sheet, verdict, values)

    def _put(self, verdict: Verdict, names: Iterable[str], values: dict) -> None:
        record = verdict.record
        for name in names:
            # An unwritten record has no earlier value that anybody could want back.
            if record.pk > 0:
                verdict.before.setdefault(name, getattr(record, name))
            setattr(record, name, values[name])
        if record.pk > 0:
            verdict.standing = Standing.CHANGED

    def _valid(self, sheet: Sheet, verdict: Verdict, values: dict) -> bool:
        problems = field_problems(verdict.record, values, verdict.row)
        problems += [verdict.row.problem(sentence, rule) for rule, sentence in broken_rules(verdict.record)]
        if not problems and not sheet.links:
            problems = whole_problems(verdict.record, verdict.row)
        if problems:
            verdict.refuse(problems)
        return not problems

    def _link(self, sheet: Sheet, verdict: Verdict) -> None:
        record, row = verdict.record, verdict.row
        cells = Cells(row, self.registry, record)
        if sheet.links:
            values = sheet.links(cells)
            names = [] if cells.problems else differs(record, values)
            if names and record.pk > 0 and self._spared(sheet, verdict.key, record):
                verdict.standing = Standing.KEPT
                return
            if names:
                self._put(verdict, names, values)
            if not cells.problems and verdict.standing != Standing.UNCHANGED:
                # Only now is the record whole, so only now can it be judged as a whole.
                cells.problems += whole_problems(record, row)
        if sheet.stops:
            self._pass_through(verdict, sheet.stops(cells))
        if cells.problems:
            verdict.refuse(cells.problems)

    def _pass_through(self, verdict: Verdict, wanted: list[models.Model]) -> None:
        record = verdict.record
        kept = [stop.place_id for stop in record.stops.all()] if record.pk > 0 else []
        if kept != [place.pk for place in wanted]:
            verdict.stops = wanted
            if record.pk > 0:
                verdict.standing = Standing.CHANGED
