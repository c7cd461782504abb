"""Puts a record back as it was after an act, with all that belonged to it, as a new act."""

from collections.abc import Iterable
from itertools import chain

from django.db import models, transaction
from django.utils.translation import gettext as _

from timeline.history.calling import address_of, called, names_of, sort_of
from timeline.history.differences import Pair, pairs
from timeline.history.versions import rows_between, states
from timeline.models import Act, ActRow
from timeline.models.vocabulary import ActKind, Publication
from timeline.publishing.holders import HOLDING
from timeline.rearranging.belonging import Kept, concerns
from timeline.rearranging.carrying import carry_out
from timeline.rearranging.plan import Change, Creation, New, Plan, Refused, Row
from timeline.rearranging.raising import raise_versions
from timeline.rearranging.readdressing import with_addresses
from timeline.rearranging.rows import TABLES, Image, differing, images


def changes_back(record: Row, after: int) -> list[Pair]:
    """The rows that restoring would change: as they are now, and as they were after the act `after`."""
    rows = rows_between(record, after)
    now = images(rows)
    return pairs({row: now.get(row) for row in rows}, states(rows, after))


def plan_restore(record: Row, after: int, *, publishing: bool) -> Plan:
    """Return the plan that puts a record back as it was after an act; see restore. Raises Refused."""
    found = changes_back(record, after)
    there = images([record]).get(record)
    was = states([record], after)[record]
    if was is None:
        raise Refused(_("At that time it was not there yet: choose a later version."), "not_there_then")
    kind = ActKind.RESTORE if there else ActKind.UNDELETE
    creations, changes, removals = [], [], []
    for pair in found:
        if pair.before is None:
            columns = _standing(_whole(pair), publishing)
            creations.append(Creation(New(pair.row.table, str(pair.row.key)), columns))
        elif pair.after is None:
            removals.append(pair.row)
        elif columns := _columns(pair, publishing):
            changes.append(Change(pair.row, columns))
    if not (creations or changes or removals):
        raise Refused(_("Nothing would change: it stands as it did then."), "nothing_to_restore")
    plan = Plan(kind, _atlas(record, was), (_subject(record, was),), tuple(creations), tuple(changes), tuple(removals))
    _refuse_taken(plan)
    plan = with_addresses(plan)
    if not publishing:
        _refuse_published(record, plan)
    return plan


def restore(record: Row, after: int, *, by: str, reason: str = "", publishing: bool, seen: int | None = None) -> Act:
    """Put a record back as it was after the act `after`: its own columns, and every row that belonged to it.

    publishing: whether the editor may publish; without that right what is published or not stays as it is,
    what comes back is a draft, and other records that are published are not changed. seen: the last act
    the editor saw in its history; a later one is told of first. Raises Refused, with nothing written.
    """
    with transaction.atomic():
        later = rows_between(record, seen) if seen is not None else ()
        if later:
            raise Refused(
                _("It was changed again since you opened this page. Nothing was done; look below at what is new."),
                "stale_version",
            )
        plan = plan_restore(record, after, publishing=publishing)
        act = carry_out(plan, by=by, reason=reason)
        # Whoever has it open sees what was put back of its parts as well.
        if record not in {change.row for change in plan.changes} and plan.kind == ActKind.RESTORE:
            raise_versions([record])
        return act


class _Enough(Exception):
    """Raised once a restoring was seen to be possible, so that the transaction takes it back."""


def refusal(record: Row, after: int, *, publishing: bool) -> str:
    """Why a record can't be put back, in a sentence, or ""; it is tried, and taken back again."""
    try:
        with transaction.atomic():
            carry_out(plan_restore(record, after, publishing=publishing), by="")
            raise _Enough
    except _Enough:
        return ""
    except Refused as error:
        return error.message


def _whole(pair: Pair) -> Image:
    """Every column of a row that comes back: as an act kept it, the rest as it was at its end."""
    if {field.attname for field in TABLES[pair.row.table]._meta.concrete_fields} <= set(pair.after):
        return pair.after
    removed = ActRow.objects.filter(table=pair.row.table, key=pair.row.key, after__isnull=True).order_by("-act_id")
    return {**(removed.values_list("before", flat=True).first() or {}), **pair.after}


def _columns(pair: Pair, publishing: bool) -> Image:
    names = differing(pair.row.table, pair.before, pair.after)
    along = ["published_on"] if "publication" in names and "published_on" in pair.after else []
    left = () if publishing else ("publication", "published_on")
    return {name: pair.after[name] for name in (*names, *along) if name not in left}


def _standing(columns: Image, publishing: bool) -> Image:
    """A row that comes back, as a draft where the editor may not publish."""
    if publishing or columns.get("publication") != Publication.PUBLISHED:
        return columns
    return {**columns, "publication": Publication.DRAFT, "published_on": None}


def _atlas(record: Row, was: Image) -> int | None:
    return record.key if record.table == "atlas" else was.get("atlas_id")


def _subject(record: Row, was: Image) -> tuple[str, str, str]:
    return record.table, address_of(record, was), called(record.table, was, names_of([(record.table, was)]))


def _refuse_published(record: Row, plan: Plan) -> None:
    """Refuse, to who may not publish, what would change other records that readers see."""
    now = images([*(change.row for change in plan.changes), *plan.removals])
    touched = {*chain.from_iterable(concerns(Kept(row, image, {}) for row, image in now.items()).values())}
    touched |= _holders(plan.creations)
    for table, model in TABLES.items():
        keys = {row.key for row in touched if row.table == table and row != record}
        if keys and any(field.name == "publication" for field in model._meta.concrete_fields):
            shown = model._base_manager.filter(pk__in=keys, publication=Publication.PUBLISHED).first()
            if shown is not None:
                raise Refused(
                    _("This would change “%(title)s”, which is published: ask somebody who may publish to do it.")
                    % {"title": str(shown)[:200]},
                    "published",
                )


def _holders(creations: Iterable[Creation]) -> set[Row]:
    """What parts that come back are parts of; claims come back as drafts, which readers do not see."""
    found = set()
    for creation in creations:
        table = creation.new.table
        for column in HOLDING.get(table, ()):
            key = creation.values.get(f"{column}_id")
            if key is not None:
                found.add(Row(TABLES[table]._meta.get_field(column).related_model._meta.model_name, key))
    return found


def _refuse_taken(plan: Plan) -> None:
    """Refuse, by name, an address that another record has taken since."""
    written = [(creation.new.table, int(creation.new.name), creation.values) for creation in plan.creations]
    written += [(change.row.table, change.row.key, change.values) for change in plan.changes]
    going = {(row.table, row.key) for row in plan.removals}
    for table, key, values in written:
        for field in TABLES[table]._meta.concrete_fields:
            value = values.get(field.attname)
            if not field.unique or field.primary_key or value is None:
                continue
            other = TABLES[table]._base_manager.filter(**{field.attname: value}).exclude(pk=key).first()
            if other is not None and (table, other.pk) not in going:
                raise Refused(_taken(field, table, value, other), "address_taken")


def _taken(field: models.Field, table: str, value: object, other: models.Model) -> str:
    if field.is_relation:
        return _("There is another %(sort)s of that by now: delete it first.") % {"sort": sort_of(table)}
    return _(
        "The %(field)s “%(value)s” is that of another %(sort)s by now, “%(title)s”: give that one another first."
    ) % {"field": field.verbose_name, "value": value, "sort": sort_of(table), "title": str(other)[:120]}
