"""Cuts a queryset into pages by key: nothing is skipped or told twice while records come and go."""

from dataclasses import dataclass

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from chronology.spans import AFTER_ALL, BEFORE_ALL
from timeline.parameters import Parameters
from timeline.problems import BadQuestion, Problem

KEYS = ("after", "page_size", "ordering")
PAGE_SIZE, LARGEST_PAGE = 50, 200
EXACT_COUNT = 10_000


@dataclass(frozen=True, slots=True)
class Ordering:
    """A column to order by; `missing` is what an empty value counts as, so that it comes last."""

    column: str
    missing: tuple[int, int] | None = None

    def expression(self, descending: bool):
        if self.missing is None:
            return F(self.column)
        return Coalesce(self.column, self.missing[descending])


DATE = Ordering("begin_earliest", (AFTER_ALL, BEFORE_ALL))


@dataclass(frozen=True, slots=True)
class Page:
    """What was asked: which page, how long, in which order; `slug` is the column that names a record."""

    after: str
    size: int
    ordering: Ordering
    descending: bool
    slug: str = "slug"

    def cut(self, chosen, every) -> tuple[list[tuple[int, str]], str | None, str | None]:
        """The primary keys and slugs of the page, the `after` of the next page and that of the one before.

        None says there is no such page, "" that it is the first one. `every` is the unrestricted
        queryset, in which a record that was named last is still found after it left the chosen.
        """
        ordered = self._ordered(chosen, self.descending)
        here = self._key_of_last(every) if self.after else None
        rows = self._beyond(ordered, here, self.descending)[: self.size + 1]
        found = list(rows.values_list("pk", self.slug))
        following = found[self.size - 1][1] if len(found) > self.size else None
        return found[: self.size], following, self._before(chosen, here)

    def _ordered(self, records, descending: bool):
        sign = "-" if descending else ""
        keyed = records.annotate(page_key=self.ordering.expression(self.descending))
        return keyed.order_by(f"{sign}page_key", f"{sign}pk")

    def _key_of_last(self, every) -> tuple:
        keyed = every.filter(**{self.slug: self.after})
        row = keyed.annotate(page_key=self.ordering.expression(self.descending)).values_list("page_key", "pk").first()
        if row is None:
            message = _("There is no record of this name to go on from. Start from the first page.")
            raise BadQuestion([Problem("bad_cursor", message, "after", self.after)])
        return row

    def _beyond(self, ordered, here: tuple | None, descending: bool, *, itself: bool = False):
        if here is None:
            return ordered
        value, pk = here
        way = "lt" if descending else "gt"
        condition = Q(**{f"page_key__{way}": value}) | Q(page_key=value, **{f"pk__{way}": pk})
        return ordered.filter(condition | Q(pk=pk) if itself else condition)

    def _before(self, chosen, here: tuple | None) -> str | None:
        if here is None:
            return None
        backwards = self._beyond(self._ordered(chosen, not self.descending), here, not self.descending, itself=True)
        slugs = list(backwards.values_list(self.slug, flat=True)[: self.size + 1])
        return slugs[self.size] if len(slugs) > self.size else ""


def read_page(parameters: Parameters, orderings: dict[str, Ordering], default: str, slug: str = "slug") -> Page:
    """Read after, page_size and ordering."""
    names = [sign + name for name in orderings for sign in ("", "-")]
    ordering = parameters.choice("ordering", names, default)
    return Page(
        after=parameters.value("after") or "",
        size=parameters.whole_number("page_size", PAGE_SIZE, least=1, most=LARGEST_PAGE),
        ordering=orderings[ordering.removeprefix("-")],
        descending=ordering.startswith("-"),
        slug=slug,
    )


def counted(chosen) -> dict[str, int | None]:
    """{"count"}: exact to 10,000, else null with {"count_at_least"}."""
    number = chosen.order_by().values("pk")[: EXACT_COUNT + 1].count()
    if number > EXACT_COUNT:
        return {"count": None, "count_at_least": EXACT_COUNT}
    return {"count": number}
