"""Says who may read an act: who may change its rows; and who may take it back: who rearranges and may reverse it."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from timeline.admin.rearranging.desk import RIGHT
from timeline.models import Act, ActRow, Concern
from timeline.models.vocabulary import ActKind, Publication
from timeline.rearranging.belonging import PARENTS
from timeline.rearranging.rows import TABLES

# Acts that order events and claims anew have one right for all their rows.
REARRANGING = (ActKind.MERGE, ActKind.SPLIT, ActKind.MOVE, ActKind.RELATE, ActKind.DISMISS)
# What readers see, or saw.
READ = (Publication.PUBLISHED, Publication.WITHDRAWN)
# The tables whose rows are published one by one; others are parts of these.
STANDING = [
    table
    for table, model in TABLES.items()
    if any(field.name == "publication" for field in model._meta.concrete_fields)
]


# Rows that are written beside others and follow from them: that a place has had another address.
FOLLOWING = ("formerslug",)


def may(user, what: str, table: str) -> bool:
    """Whether somebody may add, change or delete rows of a table."""
    meta = TABLES[table]._meta
    return user.has_perm(f"{meta.app_label}.{what}_{meta.model_name}")


def changeable(user) -> list[str]:
    """The tables whose rows somebody may change."""
    return [table for table in TABLES if may(user, "change", table)]


def may_publish(user, table: str) -> bool:
    """Whether somebody may publish rows of a table, or what they are parts of: by the right of that name, if any."""
    meta = TABLES[table]._meta
    if table in STANDING:
        named = f"publish_{meta.model_name}" in {codename for codename, _label in meta.permissions}
        return may(user, "publish" if named else "change", table)
    return all(may_publish(user, whole) for whole in set(PARENTS.get(table, {}).values()))


def readable(user) -> QuerySet[Act]:
    """The acts that somebody may read: those whose every row they may change, or which follows from such a row."""
    tables = changeable(user)
    if len(tables) == len(TABLES):
        return Act.objects.all()
    seen = [*tables, *(table for table in FOLLOWING if may(user, "view", table))]
    others = ActRow.objects.filter(act=OuterRef("pk")).exclude(table__in=seen)
    allowed = ~Exists(others) if tables else Q(pk__in=())
    if user.has_perm(RIGHT):
        allowed = Q(allowed) | Q(kind__in=(*REARRANGING, ActKind.UNDO))
    return Act.objects.filter(allowed)


def may_take_back(user, act: Act) -> bool:
    """Whether somebody may take acts back at all, and may do to every row of this one the reverse of what was done."""
    if not user.has_perm(RIGHT):
        return False
    root = act
    while root.undoes is not None:
        root = root.undoes
    if root.kind in REARRANGING:
        return True
    reverse = {
        "delete": Q(before__isnull=True),
        "add": Q(after__isnull=True),
        "change": Q(before__isnull=False, after__isnull=False),
    }
    tables = {what: set(act.rows.filter(rows).values_list("table", flat=True)) for what, rows in reverse.items()}
    if not set().union(*tables.values()) <= {*FOLLOWING}:
        tables = {what: each - {*FOLLOWING} for what, each in tables.items()}
    # Imports once kept no rows of very many new records: there is nothing to take back.
    allowed = any(tables.values()) and all(may(user, what, table) for what, each in tables.items() for table in each)
    return allowed and all(may_publish(user, table) for table in _shown_to_readers(act))


def _shown_to_readers(act: Act) -> set[str]:
    """The sorts of records, published or withdrawn, whose rows the act changed or that it is about."""
    shown = Q(before__publication__in=READ) | Q(after__publication__in=READ)
    found = set(act.rows.filter(shown).values_list("table", flat=True))
    keys: dict[str, set[int]] = {}
    for table, key in Concern.objects.filter(row__act=act, table__in=STANDING).values_list("table", "key"):
        keys.setdefault(table, set()).add(key)
    for table in set(keys) - found:
        if TABLES[table]._base_manager.filter(pk__in=keys[table], publication__in=READ).exists():
            found.add(table)
    return found
