"""Makes the undoing of a large act ready before the lock is taken, so that nobody waits while rows are weighed.

What was imported and is taken back goes whole, and comes back whole: such plans only remove, or only make rows.
Others are read and weighed with the lock held, as are small ones.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from django.db import models

from timeline.claim_checks import put_face_days
from timeline.fields import put_span
from timeline.importing.keeping_new import KeptRows, ready_rows
from timeline.importing.readying import Ready, insertion
from timeline.importing.weighing_before import Foreweighed, foreweigh
from timeline.importing.weighing_in import reached_by, weigh
from timeline.models import Act
from timeline.rearranging.belonging import Kept
from timeline.rearranging.creating import by_table, record_of
from timeline.rearranging.plan import New, Plan, Row
from timeline.rearranging.raising import holders, raise_versions
from timeline.rearranging.rows import TABLES, Image, image, images
from timeline.revision import data_stamp
from timeline.seeding.judging import Standing, Verdict

MANY = 500
"""So many rows and more are made ready beforehand."""
# Nothing is resolved from these.
_UNWEIGHED = ("formerslug", "dismissal")


class ChangedMeanwhile(Exception):
    """Somebody saved something between making ready and writing: plan it again, with the lock held."""


@dataclass(frozen=True)
class Beforehand:
    """What is ready. stamp: the state of the data it was made from; before: the rows of the plan as they are;
    insertions, verdicts and foreweighed: of rows that come back; kept: what the act keeps; shown_on: the records
    on whose pages the rows are shown.
    """

    stamp: str
    before: dict[Row, Image]
    kept: KeptRows
    shown_on: set[Row]
    made: dict[New, Row] = field(default_factory=dict)
    insertions: tuple[Ready, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    foreweighed: Foreweighed | None = None

    def check(self) -> None:
        """Raise ChangedMeanwhile unless all stands as it did; ask with the lock held."""
        if data_stamp()[0] != self.stamp:
            raise ChangedMeanwhile

    def create(self) -> dict[New, Row]:
        """Write the rows that come back."""
        for ready in self.insertions:
            ready.write()
        return self.made

    def weigh(self) -> None:
        """Write what was weighed, and weigh what more these rows reach."""
        verdicts = list(self.verdicts)
        weigh(verdicts, self.foreweighed, reached_by(self.foreweighed.rest), still_true=True)

    def keep(self, act: Act) -> None:
        """Keep the rows with an act, and let those who have open what shows them notice."""
        raise_versions(self.shown_on)
        self.kept.write(act)


def made_ready(plan: Plan, stamp: str) -> Beforehand | None:
    """The plan made ready, or None where it has to be read with the lock held.

    stamp: the state it was planned in. Raises ChangedMeanwhile where something that it needs is gone by now, and
    RelativeDateCycle where relative dates would hang on each other in a ring.
    """
    if plan.changes or max(len(plan.creations), len(plan.removals)) < MANY:
        return None
    if not plan.creations:
        before = images(plan.removals)
        return Beforehand(stamp, before, *_kept(Kept(row, columns, None) for row, columns in before.items()))
    if plan.removals or not all(creation.new.name == str(creation.values.get("id")) for creation in plan.creations):
        return None
    return _brought_back(plan, stamp)


def _brought_back(plan: Plan, stamp: str) -> Beforehand:
    records = {table: [record_of(each, {}) for each in own] for table, own in by_table(plan.creations).items()}
    _Joined(each for own in records.values() for each in own).join()
    for claim in records.get("claim", ()):
        if claim.relative_to_claim_id is None and claim.relative_to_event_id is None:
            put_span(claim, None)
            claim.face_shape = ""
            put_face_days(claim)
    weighed = [each for table, own in records.items() if table not in _UNWEIGHED for each in own]
    verdicts = tuple(Verdict(None, "", Standing.ADDED, each) for each in weighed)
    foreweighed = foreweigh(verdicts)
    insertions = tuple(insertion(TABLES[table], own, stamped=True) for table, own in records.items())
    return Beforehand(
        stamp, {},
        *_kept(Kept(Row(table, each.pk), None, image(each)) for table, own in records.items() for each in own),
        made={creation.new: Row(creation.new.table, int(creation.new.name)) for creation in plan.creations},
        insertions=insertions, verdicts=verdicts, foreweighed=foreweighed,
    )  # fmt: skip


def _kept(rows: Iterable[Kept]) -> tuple[KeptRows, set[Row]]:
    rows = list(rows)
    return ready_rows(rows), holders(rows) - {each.row for each in rows}


class _Joined:
    """Records that name each other, and what is kept, as objects: each of these is there once."""

    def __init__(self, records: Iterable[models.Model]):
        self._records = list(records)
        self._known: dict[type, dict[int, models.Model]] = {}
        for record in self._records:
            self._known.setdefault(type(record), {})[record.pk] = record

    def join(self) -> None:
        """Give every record the objects that its columns name; raise ChangedMeanwhile where one is gone."""
        for model, keys in self._missing.items():
            there = model._base_manager.in_bulk(keys)
            if len(there) < len(keys):
                raise ChangedMeanwhile
            self._known.setdefault(model, {}).update(there)
        for record, column, key in self._references():
            column.set_cached_value(record, self._known[column.related_model][key])

    @cached_property
    def _missing(self) -> dict[type, set[int]]:
        found: dict[type, set[int]] = {}
        for _record, column, key in self._references():
            if key not in self._known.get(column.related_model, {}):
                found.setdefault(column.related_model, set()).add(key)
        return found

    def _references(self) -> Iterator[tuple[models.Model, models.ForeignKey, int]]:
        for record in self._records:
            for column in record._meta.concrete_fields:
                key = getattr(record, column.attname) if column.is_relation else None
                if key is not None:
                    yield record, column, key
