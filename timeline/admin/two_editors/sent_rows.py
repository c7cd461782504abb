"""Reads the rows of a formset as a page sent them."""

from dataclasses import dataclass

from django.http import QueryDict

from timeline.admin.two_editors.sent import Sent

Fields = dict[str, Sent]


@dataclass(frozen=True, slots=True)
class SentRow:
    """A row as it was sent: its key, None where it is new, and what it holds."""

    key: int | None
    fields: Fields
    name: str = ""
    """By which an order names it: its key, or the number of its form with a plus before it."""

    def first(self, name: str) -> str:
        return next(iter(self.fields.get(name, ())), "")

    @property
    def removed(self) -> bool:
        return bool(self.fields.get("DELETE", ("",))[0])


def sent_rows(data: QueryDict, prefix: str, pk: str) -> list[SentRow]:
    """The rows of a formset as they were sent."""
    rows = []
    for number in range(_count(data, f"{prefix}-TOTAL_FORMS")):
        start = f"{prefix}-{number}-"
        fields = {name.removeprefix(start): tuple(data.getlist(name)) for name in data if name.startswith(start)}
        key = fields.get(pk, ("",))[0]
        kept = int(key) if key.isascii() and key.isdecimal() and len(key) < 19 else None
        rows.append(SentRow(kept, fields, f"+{number}" if kept is None else str(kept)))
    return rows


def _count(data: QueryDict, name: str) -> int:
    text = data.get(name, "")
    # Django itself takes no more than a thousand forms and those there are.
    return min(int(text), 5_000) if text.isdecimal() and len(text) < 9 else 0
