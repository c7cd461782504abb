"""The page of a record's versions: who, when, what, and in words what each changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from timeline.admin.history.page import Subject, page, subject_of
from timeline.admin.rearranging.act_words import told
from timeline.history.differences import Pair, RowChange, differences, names_in
from timeline.history.versions import acts_of
from timeline.models import Act, ActRow
from timeline.rearranging.plan import Row

A_PAGE = 20
# How many rows of one act are set out in the list; the act's own page has them all.
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Version:
    """The record after an act: `number` names it in addresses, `more` counts changed rows that are not set out."""

    number: int
    act: Act
    told: str
    changes: tuple[RowChange, ...]
    more: int
    latest: bool
    restore: str
    there: bool


def all_versions(request, model_admin, key: str):
    """Show the versions of a record, latest first, twenty a page, in a fixed number of queries."""
    subject = subject_of(request, model_admin, key)
    acts = acts_of(subject.row)
    paged = Paginator(acts, A_PAGE).get_page(request.GET.get("page"))
    shown = list(paged)
    newest = acts.first() if paged.number > 1 else next(iter(shown), None)
    return page(
        request, "versions", _("History of “%(title)s”") % {"title": subject.title[:120]}, subject,
        versions=_versions(subject, shown, newest), paged=paged, first=_before_all(subject, paged, shown),
        compare_address=subject.address("compare"),
    )  # fmt: skip


def _versions(subject: Subject, acts: list[Act], newest: Act | None) -> list[Version]:
    kept = _rows_of(subject.row, acts)
    pairs = {act: [_pair(row) for row in rows[:SHOWN]] for act, rows in kept.items()}
    names = names_in([pair for each in pairs.values() for pair in each])
    found = []
    for act in acts:
        rows = kept.get(act.pk, [])
        latest = act == newest and subject.there is not None
        there = not any(row.table == subject.row.table and row.key == subject.row.key and row.after is None
                        for row in rows)  # fmt: skip
        found.append(
            Version(
                number=act.pk,
                act=act,
                told=told(act),
                latest=latest,
                there=there,
                changes=tuple(differences(pairs.get(act.pk, []), names, of=subject.row)),
                more=max(0, len(rows) - SHOWN),
                restore=subject.address("restore", act.pk) if subject.may_restore and there and not latest else "",
            )
        )
    return found


def _rows_of(record: Row, acts: Iterable[Act]) -> dict[int, list[ActRow]]:
    """The rows of a record in each of the acts; one query."""
    rows = ActRow.objects.filter(act__in=list(acts), concerns__table=record.table, concerns__key=record.key)
    found: dict[int, list[ActRow]] = {}
    for row in rows.order_by("pk"):
        found.setdefault(row.act_id, []).append(row)
    return found


def _pair(row: ActRow) -> Pair:
    after = None if row.after is None else {**(row.before or {}), **row.after}
    return Pair(Row(row.table, row.key), row.before, after)


def _before_all(subject: Subject, paged, acts: list[Act]) -> dict[str, object] | None:
    """The record as it was before the first act kept of it, unless that act made it."""
    if paged.has_next() or not acts:
        return None
    first = acts[-1]
    made = ActRow.objects.filter(act=first, table=subject.row.table, key=subject.row.key, before__isnull=True).exists()
    if made:
        return None
    return {"number": first.pk - 1, "restore": subject.address("restore", first.pk - 1) if subject.may_restore else ""}
