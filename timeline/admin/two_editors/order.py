"""Brings together the orders in which two editors left the rows of an inline, and the numbers that name such rows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from timeline.admin.two_editors.clashes import MINE, THEIRS, Clash, Side
from timeline.leg_order import Wish, in_order

Names = list[str]
"""Rows in order: each by its key, a row that is new by the number of its form with a plus before it."""


@dataclass(slots=True)
class Order:
    """How rows stood when both began, as each of the two left them, and, once settled, as they come to stand."""

    began: Names
    mine: Names
    theirs: Names
    told: Mapping[str, str]
    theirs_by_number: Mapping[int, str]
    clash: Clash | None = None
    every: Names = field(default_factory=list)
    final: Names = field(default_factory=list)

    def meet(self, key: str, chosen: Mapping[str, str]) -> None:
        """Find whether the two put the rows that both kept in different orders."""
        both = {*self.mine} & {*self.theirs}
        began, mine, theirs = ([name for name in names if name in both]
                               for names in (self.began, self.mine, self.theirs))  # fmt: skip
        if mine == theirs:
            return
        i_moved, they_moved = mine != began, theirs != began
        default = "" if i_moved and they_moved else MINE if i_moved else THEIRS
        self.clash = Clash(
            key=key, label=_("Order"), began=self._in_words(began),
            mine=Side((), self._in_words(self.mine), (), i_moved),
            theirs=Side((), self._in_words(self.theirs), (), they_moved),
            chosen=chosen.get(key, default),
        )  # fmt: skip

    def settle(self, present: Collection[str]) -> None:
        """Put the rows in the order chosen; what only another order has follows what it followed there.

        present: the rows that stay. The others are placed too, so that numbers that named them find what is next.
        """
        theirs = self.clash is not None and self.clash.chosen == THEIRS
        base, *others = (self.theirs, self.mine) if theirs else (self.mine, self.theirs)
        self.every = list(base)
        for other in (*others, self.began):
            for at, name in enumerate(other):
                if name not in self.every:
                    self.every.insert(self.every.index(other[at - 1]) + 1 if at else 0, name)
        self.final = [name for name in self.every if name in present]

    def renumbered(self, pair: Sequence[int | None], names: Mapping[int, str]) -> list[int | None]:
        """The first and the last of some rows, None where not given, by their numbers in the order settled.

        names: the rows by the numbers that the pair counts by; what names none of them stays.
        """
        if any(number is not None and number not in names for number in pair) or not self.final:
            return [*pair]
        first, last = (None if number is None else self.every.index(names[number]) for number in pair)
        stays = [at for at, name in enumerate(self.every) if name in self.final]
        if first is not None:
            first = 1 + stays.index(min((at for at in stays if at >= first), default=stays[-1]))
        if last is not None:
            last = 1 + stays.index(max((at for at in stays if at <= last), default=stays[0]))
        return sorted((first, last)) if first is not None and last is not None else [first, last]

    def row_in_words(self, number: str) -> str:
        """A number of the order settled, with what stands there."""
        at = number_in(number)
        return f"{at} ({self.told[self.final[at - 1]]})" if at and at <= len(self.final) else number

    def _in_words(self, names: Names) -> str:
        return "; ".join(f"{number}. {self.told.get(name, '?')}" for number, name in enumerate(names, start=1))


def put_in_order(rows: Sequence[tuple[str, bool, str]]) -> Names:
    """The names of rows as an editor put them. rows: by name, whether it was there before, what was typed for it."""
    was, wishes = 0, []
    for _name, there, typed in rows:
        was += there
        wishes.append(Wish(was if there else None, number_in(typed)))
    return [rows[index][0] for index in in_order(wishes)]


def number_in(text: str) -> int | None:
    """The number that somebody typed; None where it is none."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else None
