"""Takes the order of an inline's rows from what was sent and from what stands, and gives it to what is sent on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django import forms

from timeline.admin.two_editors.order import Order, put_in_order
from timeline.admin.two_editors.sent import Sent, alike, sent_from, ticked
from timeline.admin.two_editors.sent_rows import SentRow


def without_blanks(formset, sent: Sequence[SentRow], began: Mapping[int, object]) -> list[SentRow]:
    """The rows but those new ones that are as they were offered: what was offered then is not what is now."""
    empty = formset.empty_form
    aside = {formset.order_field, formset.model._meta.pk.name, formset.fk.name, "DELETE"}
    offered, ends = "", {""}
    if formset.offered:
        was = [formset.form(instance=record) for record in began.values() if record is not None]
        offered, comes_of = formset.offered
        ends = {text for form in (*formset.initial_forms, *was) for text in sent_from(form[comes_of])}
        ends |= {*sent_from(empty[offered])}
        aside.add(offered)

    def is_blank(row: SentRow) -> bool:
        return row.first(offered) in ends and all(
            alike(_as_shown(field, row.fields.get(name, ())), sent_from(empty[name]))
            for name, field in empty.fields.items()
            if name not in aside
        )

    return [row for row in sent if row.key is not None or not is_blank(row)]


def _as_shown(field: forms.Field, sent: Sent) -> Sent:
    return ticked(sent) if isinstance(field.widget, forms.CheckboxInput) else sent


def order_of(formset, sent: Sequence[SentRow]) -> Order:
    """How the rows stood and stand. formset: of the rows as they stand; its page shows them in their order."""
    standing = [(row.name, row.key is not None, row.first(formset.order_field)) for row in sent if not row.removed]
    forms = list(formset.initial_forms)
    return Order(
        began=[row.name for row in sent if row.key is not None],
        mine=put_in_order(standing),
        theirs=[str(form.instance.pk) for form in forms],
        told={row.name: formset.called(row.first) for row in sent}
        | {str(form.instance.pk): str(form.instance) for form in forms},
        theirs_by_number={form.instance.order: str(form.instance.pk) for form in forms},
    )


def settle_order(rows, formset, keys: Sequence[int]) -> None:
    """Number the rows that are sent on as was chosen. keys: of the rows that stand, in their order."""
    order, field = rows.order, formset.order_field
    if order.clash:
        rows.groups.insert(0, ("", [order.clash]))
    rows.kept.sort(key=lambda row: keys.index(row.key))
    order.settle({row.name for row in (*rows.kept, *rows.new) if not row.removed})
    numbers = {name: str(number) for number, name in enumerate(order.final, start=1)}
    for found in (rows.kept, rows.new):
        found[:] = [replace(row, fields=row.fields | {field: (numbers.get(row.name, ""),)}) for row in found]
