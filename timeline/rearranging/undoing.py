"""Plans how an act is taken back, unless something it touched has changed since."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from timeline.models import Act, ActRow
from timeline.models.vocabulary import ActKind, Publication
from timeline.rearranging.plan import Change, Creation, New, Plan, Refused, Row
from timeline.rearranging.readdressing import with_addresses
from timeline.rearranging.reading import name_of
from timeline.rearranging.rows import TABLES, Image, differing, images


def plan_undo(act: Act) -> Plan:
    """Return the plan that puts every row of the act back as it was; three queries where nothing changed.

    An act that took another back is taken back in the same way, which does the first again. Raises
    Refused where it is taken back already, or, by name, where its rows have changed since.
    """
    by_act = Act.objects.filter(undoes=act).first()
    if by_act is not None:
        raise Refused(
            _("This was taken back already, by act %(number)s: take that one back to do it again.")
            % {"number": by_act.pk},
            "undone_already",
        )
    rows = list(act.rows.all())
    now = images(_row(kept) for kept in rows)
    changed = [sentence for kept in rows if (sentence := _changed(kept, now.get(_row(kept))))]
    if changed:
        raise Refused(_refusal(act, rows, changed), "changed_since")
    creations = [Creation(New(kept.table, str(kept.key)), kept.before) for kept in rows if kept.after is None]
    removals = [_row(kept) for kept in rows if kept.before is None]
    changes = [
        Change(_row(kept), {name: kept.before[name] for name in kept.after})
        for kept in rows
        if kept.before is not None and kept.after is not None
    ]
    subjects = tuple(tuple(subject) for subject in act.subjects)
    if _first(act).kind in (ActKind.MERGE, ActKind.SPLIT):
        creations += _redirects(rows, subjects)
    return with_addresses(Plan("undo", act.atlas_id, subjects, tuple(creations), tuple(changes), tuple(removals)))


def _first(act: Act) -> Act:
    """The act that was taken back, done again and so on."""
    while act.undoes is not None:
        act = act.undoes
    return act


def _row(kept: ActRow) -> Row:
    return Row(kept.table, kept.key)


def _changed(kept: ActRow, now: Image | None) -> str:
    """What has become of a row since the act left it, in a few words, or ""."""
    if kept.after is None:
        return "" if now is None else _("%(name)s exists again") % {"name": _name(kept)}
    if now is None:
        return _("%(name)s has been deleted") % {"name": _name(kept)}
    columns = differing(kept.table, now, {**(kept.before or {}), **kept.after})
    if not columns:
        return ""
    fields = {field.attname: str(field.verbose_name) for field in TABLES[kept.table]._meta.concrete_fields}
    return _("%(name)s has another %(columns)s") % {
        "name": _name(kept),
        "columns": ", ".join(fields[name] for name in columns),
    }


def _name(kept: ActRow) -> str:
    record = TABLES[kept.table]._base_manager.filter(pk=kept.key).first()
    if record is not None:
        return name_of(record)
    was = {**(kept.before or {}), **(kept.after or {})}
    told = next((was[name] for name in ("title", "key", "old", "proposal", "name", "text") if was.get(name)), kept.key)
    return f"{TABLES[kept.table]._meta.verbose_name} “{str(told)[:120]}”"


def _refusal(act: Act, rows: Iterable[ActRow], changed: list[str]) -> str:
    shown = "; ".join(changed[:8]) + (" …" if len(changed) > 8 else "")
    sentence = _("This can't be taken back, because what it touched has changed since: %(changes)s.") % {
        "changes": shown
    }
    later = _later_acts(act, rows)
    if later:
        sentence += " " + _("Take these acts back first: %(acts)s.") % {
            "acts": ", ".join(str(each.pk) for each in later)
        }
    return sentence


def _later_acts(act: Act, rows: Iterable[ActRow]) -> list[Act]:
    """Acts after this one, still standing, that touched the same rows, latest first."""
    keys: dict[str, list[int]] = {}
    for kept in rows:
        keys.setdefault(kept.table, []).append(kept.key)
    found = set()
    for table, wanted in keys.items():
        found |= set(ActRow.objects.filter(table=table, key__in=wanted, act__gt=act.pk).values_list("act", flat=True))
    standing = Act.objects.filter(pk__in=found, undone_by__isnull=True, undoes__isnull=True)
    return list(standing.order_by("-pk"))


def _redirects(rows: Iterable[ActRow], subjects: tuple) -> list[Creation]:
    """An event that goes again leaves its address to the event it came from: readers may have it."""
    back = {kept.before["old"] for kept in rows if kept.table == "formerslug" and kept.after is None}
    return [
        Creation(
            New("formerslug", kept.after["slug"]),
            {"kind": "event", "old": kept.after["slug"], "new": subjects[0][1]},
        )
        for kept in rows
        if kept.table == "event" and kept.before is None and subjects and subjects[0][1] != kept.after["slug"]
        if kept.after["publication"] == Publication.PUBLISHED and kept.after["slug"] not in back
    ]
