"""Carries a plan out, whole or not at all, weighs again what it reaches, and keeps the act."""

from collections.abc import Iterable, Mapping
from functools import partial, reduce
from operator import or_

from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from chronology.errors import ChronologyError
from timeline.models import Act, ActRow, Claim, Decision, Event, Movement
from timeline.models.claims import SUBJECTS
from timeline.models.vocabulary import Publication
from timeline.rearranging.plan import Change, New, Plan, Refused, Row
from timeline.rearranging.rows import TABLES, Image, images, plain, values_from
from timeline.settling import settle
from timeline.support import of_event, of_movement
from timeline.touched import Touched, touched_by

# What deciding what a row touches looks at.
JOINS = {
    Claim: ("event", "movement", "leg__movement", "participation__event", "participation__movement", "relation"),
    Decision: ("event", "movement", "leg__movement", "participation__event", "participation__movement", "relation"),
}
JOINS_OF_PARTICIPATION = ("event", "movement")


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
            _refuse_lost_targets(plan, made)
            _change(plan.changes, made)
            _stamp_claims_of(change.row for change in plan.changes)
            _remove(plan.removals)
    except IntegrityError as error:
        raise Refused(
            _("The database refuses this: another record holds that address or that place already."),
            "refused_by_database",
        ) from error
    touched |= _touched([*made.values(), *(change.row for change in plan.changes)])
    _refuse_stray_decisions(plan, before)
    _refuse_unsupported(touched)
    if touched != Touched():
        try:
            settle(touched | Touched(atlases=frozenset({plan.atlas})))
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
        joins = JOINS.get(model, JOINS_OF_PARTICIPATION if table == "participation" else ())
        records = model._base_manager.select_related(*joins).filter(pk__in=wanted)
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
        record.delete()


def still_referring(record: models.Model) -> list[str]:
    """What would be lost or loosened with the record: the names of rows that refer to it."""
    found = []
    for relation in record._meta.get_fields(include_hidden=True):
        if not (relation.one_to_many or relation.one_to_one) or not relation.auto_created or relation.concrete:
            continue
        # A resolved column (the claim that dates an event) is worked out again.
        if not relation.field.editable:
            continue
        others = relation.related_model._base_manager.filter(**{relation.field.name: record})
        found += [f"{other._meta.verbose_name} “{str(other)[:120]}”" for other in others[:3]]
    return found


def _refuse_lost_targets(plan: Plan, made: Mapping[New, Row]) -> None:
    """Refuse to write a reference to something that was deleted in the meantime."""
    wanted: dict[type[models.Model], set[int]] = {}
    written = [(creation.new.table, creation.values) for creation in plan.creations]
    written += [(change.row.table, change.values) for change in plan.changes]
    for table, values in written:
        for field in TABLES[table]._meta.concrete_fields:
            value = values.get(field.attname)
            if field.is_relation and value is not None and not isinstance(value, New) and field.editable:
                wanted.setdefault(field.related_model, set()).add(value)
    for model, keys in wanted.items():
        there = set(model._base_manager.filter(pk__in=keys).values_list("pk", flat=True))
        if keys - there:
            raise Refused(
                _("A %(kind)s that this needs has been deleted since, so it can't be done any more.")
                % {"kind": model._meta.verbose_name},
                "target_deleted",
            )


def _refuse_stray_decisions(plan: Plan, before: Mapping[Row, Image]) -> None:
    """Refuse to leave a decision behind whose claim goes elsewhere."""
    columns = [f"{name}_id" for name in SUBJECTS]
    claims = [change.row for change in plan.changes if change.row.table == "claim"]
    for decision in Decision.objects.filter(claim__in=[row.key for row in claims]).select_related("claim"):
        then = before[Row("claim", decision.claim_id)]
        was, now, decided = (
            [get(column) for column in columns]
            for get in (then.get, partial(getattr, decision.claim), partial(getattr, decision))
        )
        if was != now and decided == was:
            raise Refused(
                _("A decision made since prefers %(claim)s, which would go elsewhere: take that decision back first.")
                % {"claim": decision.claim.key},
                "decision_left_behind",
            )


def _refuse_unsupported(touched: Touched) -> None:
    for model, keys, counting in (
        (Event, touched.events, of_event),
        (Movement, touched.movements, of_movement),
    ):
        for subject in model.objects.filter(pk__in=keys, publication=Publication.PUBLISHED):
            if not Claim.objects.published().filter(counting(subject)).exists():
                raise Refused(
                    _("This would leave “%(title)s” without a claim, and it is published: leave it at least one.")
                    % {"title": subject.title[:200]},
                    "left_without_claim",
                )


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
