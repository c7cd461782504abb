"""Carries a plan out, whole or not at all, as an act that can be taken back."""

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from chronology.errors import ChronologyError
from timeline.models import Act, ActRow, Claim, Decision
from timeline.rearranging.plan import Change, New, Plan, Refused, Row
from timeline.rearranging.respelling import respell
from timeline.rearranging.rows import TABLES, Image, images, plain, values_from
from timeline.rearranging.safeguards import (
    refuse_lost_targets,
    refuse_stray_decisions,
    refuse_unsupported,
    release_resolved,
    still_referring,
)
from timeline.settling import settle
from timeline.touched import Touched, touched_by

# What deciding what a row touches looks at.
JOINS = {
    Claim: ("event", "movement", "leg__movement", "participation__event", "participation__movement", "relation"),
    Decision: ("event", "movement", "leg__movement", "participation__event", "participation__movement", "relation"),
}
JOINS_OF_PARTICIPATION = ("event", "movement")
JOINS_OF_TABLES = {"participation": JOINS_OF_PARTICIPATION, "leg": ("movement",), "name": ("place", "person", "force")}


@transaction.atomic
def carry_out(plan: Plan, *, by: str, reason: str = "", undoes: Act | None = None) -> Act:
    """Do what the plan says and return the act that can take it back.

    by: the editor's name; undoes: the act whose undoing this is. Raises Refused, with nothing written,
    where the rows are not as the plan takes them to be, a published record would keep no claim, or dates
    would hang on each other in a ring.
    """
    rows = [*(change.row for change in plan.changes), *plan.removals]
    before = images(rows)
    if set(rows) - set(before):
        raise Refused(_("Something this is about has been deleted meanwhile: open the page again."), "gone")
    touched = _touched(rows)
    try:
        with transaction.atomic():
            made = _create(plan)
            refuse_lost_targets(plan)
            _change(plan.changes, made)
            _stamp_claims_of(change.row for change in plan.changes)
            _remove(plan.removals)
    except IntegrityError as error:
        raise Refused(
            _("The database refuses this: another record holds that address or that place already."),
            "refused_by_database",
        ) from error
    touched |= _touched([*made.values(), *(change.row for change in plan.changes)])
    respell([*made.values(), *rows], before)
    refuse_stray_decisions(plan, before)
    refuse_unsupported(touched)
    if touched != Touched():
        try:
            settle(touched | Touched(atlases=frozenset({plan.atlas} - {None})))
        except ChronologyError as error:
            raise Refused(error.message, error.code) from error
    act = Act.objects.create(
        atlas_id=plan.atlas, kind=plan.kind, subjects=[list(subject) for subject in plan.subjects],
        by=by, reason=reason, undoes=undoes,
    )  # fmt: skip
    ActRow.objects.bulk_create(_kept(act, plan, made, before))
    return act


def _touched(rows: Iterable[Row]) -> Touched:
    keys: dict[str, list[int]] = {}
    for row in rows:
        keys.setdefault(row.table, []).append(row.key)
    found = Touched()
    for table, wanted in keys.items():
        model = TABLES[table]
        if table in ("formerslug", "dismissal", "period"):
            continue
        joins = JOINS.get(model, JOINS_OF_TABLES.get(table, ()))
        records = model._base_manager.select_related(*joins).filter(pk__in=wanted)
        if table == "name":
            # All spellings of a bearer reach the same.
            records = {name.place or name.person or name.force for name in records} - {None}
        found = reduce(or_, map(touched_by, records), found)
    return found


def _create(plan: Plan) -> dict[New, Row]:
    order = list(TABLES)
    made: dict[New, Row] = {}
    for creation in sorted(plan.creations, key=lambda creation: order.index(creation.new.table)):
        model = TABLES[creation.new.table]
        values = values_from(model, _with_keys(creation.values, made))
        # What is resolved from claims may be gone since; weighing finds it again.
        resolved = [field.attname for field in model._meta.concrete_fields if field.is_relation and not field.editable]
        record = model(**values | dict.fromkeys(resolved))
        if "version" in values:
            # A row that comes back is newer than any page that still shows it.
            record.version += 1
        record.save(force_insert=True)
        if "created" in values:
            # Saving stamps a new row; one that comes back was made when it was made.
            model._base_manager.filter(pk=record.pk).update(created=values["created"])
        made[creation.new] = Row(creation.new.table, record.pk)
    return made


def _with_keys(values: Mapping[str, object], made: Mapping[New, Row]) -> Image:
    return {name: made[value].key if isinstance(value, New) else value for name, value in values.items()}


def _change(changes: Iterable[Change], made: Mapping[New, Row]) -> None:
    """Write the changes; rows that get the same values are written together."""
    alike: dict[tuple[str, tuple], tuple[Image, list[int]]] = {}
    for change in changes:
        values = values_from(TABLES[change.row.table], _with_keys(change.values, made))
        same = (change.row.table, tuple(sorted((name, repr(value)) for name, value in values.items())))
        alike.setdefault(same, (values, []))[1].append(change.row.key)
    for (table, _same), (values, keys) in alike.items():
        model = TABLES[table]
        columns = {field.name for field in model._meta.concrete_fields}
        stamps = {"version": F("version") + 1, "modified": timezone.now()} if "version" in columns else {}
        model._base_manager.filter(pk__in=keys).update(**values, **stamps)


def _stamp_claims_of(rows: Iterable[Row]) -> None:
    """Let claims of a part that now belongs elsewhere be newer than any page that shows them where they were."""
    parts = [row for row in rows if row.table in ("participation", "relation")]
    for table in {row.table for row in parts}:
        claims = Claim.objects.filter(**{f"{table}__in": [row.key for row in parts if row.table == table]})
        claims.update(version=F("version") + 1, modified=timezone.now())


def _remove(rows: Iterable[Row]) -> None:
    order = list(TABLES)
    rows = sorted(rows, key=lambda row: order.index(row.table), reverse=True)
    for row in rows:
        record = TABLES[row.table]._base_manager.get(pk=row.key)
        held = still_referring(record)
        if held:
            raise Refused(
                _("%(held)s still refers to “%(name)s”, so it can't go: move or delete that first.")
                % {"held": held[0], "name": str(record)[:200]},
                "still_referred_to",
            )
        release_resolved(record)
        record.delete()


def _kept(act: Act, plan: Plan, made: Mapping[New, Row], before: Mapping[Row, Image]) -> list[ActRow]:
    now = images(made.values())
    rows = [ActRow(act=act, table=row.table, key=row.key, after=now[row]) for row in made.values()]
    for change in plan.changes:
        values = {name: plain(value) for name, value in _with_keys(change.values, made).items()}
        rows.append(
            ActRow(act=act, table=change.row.table, key=change.row.key, before=before[change.row], after=values)
        )
    rows += [ActRow(act=act, table=row.table, key=row.key, before=before[row]) for row in plan.removals]
    return rows
