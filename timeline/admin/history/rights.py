"""Says who may read an act, and who may take it back: whoever may do to its rows what was done, or its reverse."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from timeline.models import Act, ActRow
from timeline.models.vocabulary import ActKind
from timeline.publishing.kinds import KINDS
from timeline.publishing.rights import is_open_to, kinds_to_publish
from timeline.rearranging.rows import TABLES, values_from

# Acts that order events and claims anew have one right for all their rows.
REARRANGING = (ActKind.MERGE, ActKind.SPLIT, ActKind.MOVE, ActKind.RELATE, ActKind.DISMISS)
RIGHT, REARRANGE = "timeline.change_event", "timeline.rearrange_event"


def may(user, what: str, table: str) -> bool:
    """Whether somebody may add, change or delete rows of a table."""
    meta = TABLES[table]._meta
    return user.has_perm(f"{meta.app_label}.{what}_{meta.model_name}")


def changeable(user) -> list[str]:
    """The tables whose rows somebody may change."""
    return [table for table in TABLES if may(user, "change", table)]


def may_publish(user, table: str) -> bool:
    """Whether somebody may publish rows of a table: by the right of that name, where there is one."""
    meta = TABLES[table]._meta
    own = f"publish_{meta.model_name}"
    if own in {codename for codename, _label in meta.permissions}:
        return user.has_perm(f"{meta.app_label}.{own}")
    return may(user, "change", table)


def readable(user) -> QuerySet[Act]:
    """The acts that somebody may read: those whose every row they may change."""
    tables = changeable(user)
    if len(tables) == len(TABLES):
        return Act.objects.all()
    others = ActRow.objects.filter(act=OuterRef("pk")).exclude(table__in=tables)
    allowed = ~Exists(others) if tables else Q(pk__in=())
    if user.has_perm(RIGHT):
        allowed = Q(allowed) | Q(kind__in=(*REARRANGING, ActKind.UNDO))
    return Act.objects.filter(allowed)


def may_take_back(user, act: Act) -> bool:
    """Whether somebody may do to every row of the act the reverse of what was done."""
    root = act
    while root.undoes is not None:
        root = root.undoes
    if root.kind in REARRANGING:
        return user.has_perm(REARRANGE)
    reverse = {
        "delete": Q(before__isnull=True),
        "add": Q(after__isnull=True),
        "change": Q(before__isnull=False, after__isnull=False),
    }
    return all(
        may(user, what, table)
        for what, rows in reverse.items()
        for table in set(act.rows.filter(rows).values_list("table", flat=True))
    ) and _is_open(user, act)


def _is_open(user, act: Act) -> bool:
    """Whether the standing of every record that the act touched, or of what it is a part of, lets this person do it."""
    if len(kinds_to_publish(user)) == len(KINDS):
        return True
    touched = list(act.rows.values_list("table", "key", "before", "after"))
    there = [
        record
        for table in {table for table, *_rest in touched}
        for record in TABLES[table]._base_manager.filter(pk__in=[key for name, key, *_ in touched if name == table])
    ]
    gone = [TABLES[table](**values_from(TABLES[table], before)) for table, _key, before, after in touched if not after]
    return all(is_open_to(user, record) for record in (*there, *gone))
