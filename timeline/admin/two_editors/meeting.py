"""Brings what was sent of a record's page together with what another editor saved meanwhile."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.contrib.admin.utils import flatten_fieldsets
from django.db import models
from django.forms import BaseModelFormSet, ModelForm
from django.forms.models import _get_foreign_key
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.text import capfirst

from timeline.admin.two_editors.began import as_record, give_parts
from timeline.admin.two_editors.clashes import THEIRS, Clash, clashes, unchosen
from timeline.admin.two_editors.numbering import Numbering
from timeline.admin.two_editors.rows import Rows, compared
from timeline.admin.two_editors.sent_rows import sent_rows
from timeline.history.versions import acts_of, states
from timeline.models import Act, ActRow
from timeline.rearranging.plan import Row
from timeline.rearranging.rows import Image

CHOICE = "choose:"
SETTLING = "_settle"
# Behind the prefix of rows whose numbers others name: that these count by the order sent.
FOLLOWED = "-followed"


@dataclass
class Meeting:
    """A record as it stands, and the same record as an editor sent it after another had saved."""

    model_admin: object
    request: object
    record: models.Model
    data: QueryDict = field(init=False)

    def __post_init__(self):
        self.data = self.request.POST

    @cached_property
    def seen(self) -> int:
        """The last act before the page was opened; -1 where that was not sent."""
        return _number(self.data.get("seen_act"), -1)

    @property
    def row(self) -> Row:
        return Row(self.record._meta.model_name, self.record.pk)

    @cached_property
    def since(self) -> list[Act]:
        """What others did to the record since the page was opened, latest first."""
        return list(acts_of(self.row).filter(pk__gt=self.seen)[:20]) if self.seen >= 0 else []

    @cached_property
    def chosen(self) -> dict[str, str]:
        return {name.removeprefix(CHOICE): value for name, value in self.data.items() if name.startswith(CHOICE)}

    @cached_property
    def forms(self) -> tuple[type[ModelForm], list[str]]:
        fieldsets = self.model_admin.get_fieldsets(self.request, self.record)
        names = flatten_fieldsets(fieldsets)
        return self.model_admin.get_form(self.request, self.record, change=True, fields=names), names

    @cached_property
    def clashes(self) -> list[Clash]:
        """The fields of the record itself that the two left differently."""
        form, _names = self.forms
        kept = form(instance=type(self.record)._base_manager.get(pk=self.record.pk))
        began = self._began(self.row)
        mine = {name: tuple(self.data.getlist(name)) for name in kept.fields if name in self.data}
        return clashes(kept, form(instance=began) if began is not None else None, mine, self.chosen)

    @cached_property
    def inlines(self) -> list[Rows]:
        """The rows of the record's inlines; three queries each at most."""
        found: dict[str, Rows] = {}
        for formset, inline in self.formsets:
            found[formset.prefix] = self._compared(formset, inline, found)
        return [*found.values()]

    @cached_property
    def formsets(self) -> list[tuple[BaseModelFormSet, object]]:
        found = []
        for inline, _holder, prefix in self._prefixed:
            made, rows = inline.get_formset(self.request, self.record), inline.get_queryset(self.request)
            found.append((made(instance=self.record, prefix=prefix, queryset=rows), inline))
        return found

    def _compared(self, formset: BaseModelFormSet, inline, before: Mapping[str, Rows]) -> Rows:
        sent = sent_rows(self.data, formset.prefix, formset.model._meta.pk.name)
        rows = [Row(formset.model._meta.model_name, row.key) for row in sent if row.key is not None]
        began = {row.key: as_record(row, image) for row, image in self._before(rows).items()}
        if (parts := getattr(formset, "shown_parts", None)) and self.seen >= 0:
            give_parts(began, formset.model, [row.key for row in rows], parts, self.seen)
        known = began if self.seen >= 0 else None
        heading, numbering = capfirst(inline.verbose_name_plural), self._numbering(formset, before)
        return compared(formset, heading, sent, known, self.chosen, numbering)

    def _numbering(self, formset: BaseModelFormSet, before: Mapping[str, Rows]) -> Numbering | None:
        """The numbers by which the rows name those of an inline before theirs."""
        prefix, fields = getattr(formset, "numbered_by", ("", ()))
        order = before[prefix].order if prefix in before else None
        return Numbering(order, fields, bool(self.data.get(f"{prefix}{FOLLOWED}"))) if order else None

    def _began(self, row: Row) -> models.Model | None:
        """The record as it stood when the page was opened, as far as acts tell; None where they do not."""
        before = self._before([row])
        if row in before:
            return as_record(row, before[row])
        # Acts tell of others' changes: of rows of its inlines only, so that the record itself stands as it did.
        return as_record(row, states([row], self.seen)[row]) if self.since else None

    def _before(self, rows: list[Row]) -> dict[Row, Image | None]:
        """The rows that acts since the opening made, changed or removed, as they were before; one query a table."""
        found: dict[Row, Image | None] = {}
        if self.seen < 0:
            return found
        for table in {row.table for row in rows}:
            keys = [row.key for row in rows if row.table == table]
            later = ActRow.objects.filter(table=table, key__in=keys, act__gt=self.seen).order_by("act_id")
            for key, before in later.values_list("key", "before"):
                found.setdefault(Row(table, key), before)
        return found

    @property
    def unchosen(self) -> list[str]:
        """What both changed and nobody has chosen between yet."""
        return unchosen(self.clashes) + [label for rows in self.inlines for label in unchosen(rows.clashes)]

    @property
    def overtaken(self) -> bool:
        """Whether somebody saved the record, or deleted a row that was sent, since the page was opened."""
        seen = self.data.get("seen_version")
        if seen and _number(seen, -1) != self.record.version:
            return True
        # Every save asks this: no form is made for it.
        return any(self._lost_rows(inline, holder, prefix) for inline, holder, prefix in self._prefixed)

    def _lost_rows(self, inline, holder: models.ForeignKey, prefix: str) -> bool:
        sent = {row.key for row in sent_rows(self.data, prefix, inline.model._meta.pk.name)} - {None}
        there = inline.model._base_manager.filter(**{holder.name: self.record}, pk__in=sent)
        return bool(sent) and there.count() < len(sent)

    @cached_property
    def _prefixed(self) -> list[tuple[object, models.ForeignKey, str]]:
        """Each inline with the column that names the record and with the prefix of its rows, as Django counts them."""
        found, counted = [], Counter()
        for inline in self.model_admin.get_inline_instances(self.request, self.record):
            holder = _get_foreign_key(type(self.record), inline.model, fk_name=inline.fk_name)
            prefix = holder.remote_field.get_accessor_name(model=inline.model).replace("+", "")
            counted[prefix] += 1
            if counted[prefix] != 1 or not prefix:
                prefix = f"{prefix}-{counted[prefix]}"
            found.append((inline, holder, prefix))
        return found

    def settled(self) -> QueryDict:
        """What the editor's page would have sent had it been opened after the other's save, with all choices made."""
        data = self.data.copy()
        for name in [name for name in data if name.startswith(CHOICE) or name == SETTLING]:
            del data[name]
        for clash in self.clashes:
            if clash.chosen == THEIRS:
                _put(data, clash.key, clash.theirs.sent)
        for rows in self.inlines:
            _put_rows(data, rows)
            if rows.order:
                # What names these rows by number does so in the order that they come to stand in.
                data[f"{rows.prefix}{FOLLOWED}"] = "1"
        data["seen_version"] = str(self.record.version)
        return data


def _put(data: QueryDict, name: str, sent: tuple[str, ...]) -> None:
    data.setlist(name, list(sent))
    if not sent:
        del data[name]


def _put_rows(data: QueryDict, rows: Rows) -> None:
    """Number the rows of a formset anew: those that are there, then the new ones."""
    for name in [name for name in data if name.startswith(f"{rows.prefix}-") and _of_row(name, rows.prefix)]:
        del data[name]
    if f"{rows.prefix}-TOTAL_FORMS" not in data:
        return
    for number, row in enumerate((*rows.kept, *rows.new)):
        for name, sent in row.fields.items():
            _put(data, f"{rows.prefix}-{number}-{name}", sent)
    data[f"{rows.prefix}-INITIAL_FORMS"] = str(len(rows.kept))
    data[f"{rows.prefix}-TOTAL_FORMS"] = str(len(rows.kept) + len(rows.new))


def _of_row(name: str, prefix: str) -> bool:
    number, dash, _rest = name.removeprefix(f"{prefix}-").partition("-")
    return bool(dash) and number.isdecimal()


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 19 else otherwise
