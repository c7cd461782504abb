"""Compares the rows of an inline: those that one editor sent with those that the other left."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.forms import BaseModelFormSet
from django.utils.translation import gettext as _

from timeline.admin.two_editors.clashes import MINE, THEIRS, Clash, Side, clashes
from timeline.admin.two_editors.numbering import Numbering
from timeline.admin.two_editors.order import Order
from timeline.admin.two_editors.row_order import order_of, settle_order, without_blanks
from timeline.admin.two_editors.sent import Sent, alike, in_words, sent_from
from timeline.admin.two_editors.sent_rows import Fields, SentRow


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the other editor did to a row that stays as it is, in a sentence."""

    sentence: str


@dataclass(slots=True)
class Rows:
    """The rows of one inline: what is to be chosen, what is only told, and what is sent on once all is chosen."""

    heading: str
    prefix: str
    groups: list[tuple[str, list[Clash]]] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    kept: list[SentRow] = field(default_factory=list)
    new: list[SentRow] = field(default_factory=list)
    order: Order | None = None

    @property
    def clashes(self) -> list[Clash]:
        return [clash for _name, found in self.groups for clash in found]


def compared(
    formset: BaseModelFormSet, heading: str, sent: list[SentRow], began: Mapping[int, object] | None,
    chosen: Mapping[str, str], numbering: Numbering | None = None,
) -> Rows:  # fmt: skip
    """Compare the rows that were sent with those that are there.

    formset: unbound, of the rows as they stand; began: by key, the rows that acts have changed or removed
    since, as records (None for those that were added), or None where nobody knows; chosen: by key of a clash,
    what the editor chose; numbering: of the rows of another inline, where these name them by number.
    """
    rows = Rows(heading, formset.prefix)
    forms = {form.instance.pk: form for form in formset.initial_forms}
    ordered = getattr(formset, "order_field", None)
    if ordered and any(ordered in row.fields for row in sent):
        sent = without_blanks(formset, sent, began or {})
        rows.order = order_of(formset, sent)
        rows.order.meet(f"{formset.prefix}:order", chosen)
    if numbering:
        for form in forms.values():
            numbering.renumber_theirs(form)
    for row in sent:
        if row.key is None:
            rows.new.append(numbering.renumber_mine(row, None) if numbering else row)
        elif row.key in forms:
            _compare(rows, formset, forms[row.key], row, began, chosen, numbering)
        else:
            _gone(rows, formset, row, (began or {}).get(row.key), chosen)
    met = {row.key for row in sent}
    for key, form in forms.items():
        if key not in met:
            rows.notices.append(Notice(_("Added by the other: %(name)s. It stays.") % {"name": form.instance}))
            if rows.order:
                # An order is of all rows: those that the page did not have are sent as they stand.
                rows.kept.append(SentRow(key, _as_sent(form), str(key)))
    if rows.order:
        settle_order(rows, formset, [*forms])
    return rows


def _compare(
    rows: Rows, formset, kept, row: SentRow, began: Mapping[int, object] | None, chosen: Mapping[str, str],
    numbering: Numbering | None,
) -> None:  # fmt: skip
    was = (began or {}).get(row.key)
    if numbering and began is not None and was is None:
        # Nobody has touched it, and yet its numbers may have come to mean other rows.
        was = kept.instance
    before = _form(formset, was) if was is not None else None
    if numbering:
        row = numbering.renumber_mine(row, before)
        if before is not None:
            numbering.renumber_began(before)
    aside = _aside(formset)
    # What no act has touched since stands as it did when both began.
    start = before or (None if began is None else kept)
    name = str(kept.instance)
    key = f"{formset.prefix}:{row.key}:"
    they_changed = before is not None and any(
        not alike(sent_from(before[each]), sent_from(kept[each]))
        for each in kept.fields
        if each in before.fields and each not in aside
    )
    if row.removed:
        if they_changed:
            clash = _of_removal(f"{key}DELETE", chosen, i_remove=True, told=_told(kept))
            rows.groups.append((name, [clash]))
            row = row if clash.chosen == MINE else SentRow(row.key, _as_kept(kept, row.fields), row.name)
        else:
            rows.notices.append(Notice(_("Deleted by you: %(name)s.") % {"name": name}))
        rows.kept.append(row)
        return
    found = clashes(kept, start, row.fields, chosen, key, aside)
    if numbering:
        found = [numbering.in_words(clash) for clash in found]
    if found:
        rows.groups.append((name, found))
    if they_changed:
        rows.notices.append(Notice(_("Changed by the other: %(name)s.") % {"name": name}))
    fields = dict(row.fields)
    for clash in found:
        if clash.chosen == THEIRS:
            fields[clash.key.removeprefix(key)] = clash.theirs.sent
    rows.kept.append(SentRow(row.key, fields, row.name))


def _gone(rows: Rows, formset, row: SentRow, before: object, chosen: Mapping[str, str]) -> None:
    """A row that the other has deleted: it stays so unless the editor had changed it and wants it back."""
    name = str(before) if before is not None else _("a row")
    start = _form(formset, before) if before is not None else None
    touched = start is None or any(
        each in row.fields and not alike(sent_from(start[each]), row.fields[each])
        for each, field in start.fields.items()
        if each != "DELETE" and each not in _aside(formset) and not field.widget.is_hidden
    )
    if row.removed or not touched or not set(row.fields) - {formset.model._meta.pk.name, formset.fk.name, "DELETE"}:
        rows.notices.append(Notice(_("Deleted by the other: %(name)s. It stays deleted.") % {"name": name}))
        return
    key = f"{formset.prefix}:{row.key}:DELETE"
    clash = _of_removal(key, chosen, i_remove=False, told=_sent_told(formset, row))
    rows.groups.append((name, [clash]))
    if clash.chosen == MINE:
        pk = formset.model._meta.pk.name
        rows.new.append(SentRow(None, {**row.fields, pk: ("",)}, row.name))


def _of_removal(key: str, chosen: Mapping[str, str], *, i_remove: bool, told: str) -> Clash:
    deleted = Side((), _("deleted"), (), True)
    changed = Side((), _("changed: %(told)s") % {"told": told}, (), True)
    mine, theirs = (deleted, changed) if i_remove else (changed, deleted)
    return Clash(key, _("The whole row"), "", mine, theirs, chosen.get(key, ""))


def _form(formset, instance):
    """A form of the formset for a row that is no longer so."""
    return formset.form(instance=instance, auto_id=False, prefix=f"{formset.prefix}-was")


def _aside(formset) -> set[str]:
    return {getattr(formset, "order_field", "")}


def _as_sent(form) -> Fields:
    return {name: sent_from(form[name]) for name in form.fields if name != "DELETE"}


def _as_kept(kept, fields: Fields) -> Fields:
    return {**{name: sent_from(kept[name]) if name in kept.fields else sent for name, sent in fields.items()},
            "DELETE": ("",)}  # fmt: skip


def _told(form) -> str:
    return _words(form.fields, {name: sent_from(form[name]) for name in form.fields})


def _sent_told(formset, row: SentRow) -> str:
    return _words(formset.empty_form.fields, row.fields)


def _words(fields, sent: Mapping[str, Sent]) -> str:
    shown = {name: each for name, each in fields.items() if not each.widget.is_hidden and name != "DELETE"}
    told = (f"{each.label}: {in_words(each, sent[name])}" for name, each in shown.items() if any(sent.get(name, ())))
    return "; ".join(told)
