"""Reads the numbers by which rows name rows of another inline, where two editors counted those differently."""

from dataclasses import dataclass, replace

from timeline.admin.two_editors.clashes import Clash, Side
from timeline.admin.two_editors.order import Order, number_in
from timeline.admin.two_editors.sent_rows import SentRow


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers of rows of another inline in two fields, first and last. followed: whether what was sent counts
    throughout by the order that its editor left; else only what he typed does."""

    order: Order
    fields: tuple[str, str]
    followed: bool

    def renumber_theirs(self, form) -> None:
        self._renumber(form, self.order.theirs_by_number)

    def renumber_began(self, form) -> None:
        self._renumber(form, _counted(self.order.began))

    def _renumber(self, form, names: dict[int, str]) -> None:
        pair = self.order.renumbered([form.initial.get(name) for name in self.fields], names)
        form.initial |= zip(self.fields, pair, strict=True)

    def renumber_mine(self, row: SentRow, before) -> SentRow:
        """The row as it counts in the order that was settled. before: its form as both began, None if not known."""
        typed = [row.first(name).strip() for name in self.fields]
        pair = [number_in(text) for text in typed]
        if any(text and number is None for text, number in zip(typed, pair, strict=True)):
            return row
        untouched = before is not None and pair == [before.initial.get(name) for name in self.fields]
        names = self.order.began if untouched and not self.followed else self.order.mine
        pair = self.order.renumbered(pair, _counted(names))
        given = {name: ("" if number is None else str(number),) for name, number in zip(self.fields, pair, strict=True)}
        return replace(row, fields=row.fields | {name: given[name] for name in given if name in row.fields})

    def in_words(self, clash: Clash) -> Clash:
        """Name the row beside its number."""
        if clash.key.rpartition(":")[2] not in self.fields:
            return clash
        began = self.order.row_in_words(clash.began)
        return replace(clash, began=began, mine=self._named(clash.mine), theirs=self._named(clash.theirs))

    def _named(self, side: Side) -> Side:
        return replace(side, words=self.order.row_in_words(side.words))


def _counted(names: list[str]) -> dict[int, str]:
    return dict(enumerate(names, start=1))
