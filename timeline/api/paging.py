"""Cuts a queryset into pages by key: nothing is skipped or told twice while records come and go."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from chronology.spans import AFTER_ALL, BEFORE_ALL
from timeline.api import cursors
from timeline.api.cursors import Place, UnreadableCursor
from timeline.models import FormerSlug
from timeline.parameters import Parameters
from timeline.problems import BadQuestion, Problem

KEYS = ("after", "page_size", "ordering")
PAGE_SIZE, LARGEST_PAGE = 50, 200
EXACT_COUNT = 10_000


@dataclass(frozen=True, slots=True)
class Ordering:
    """A column to order by, and what its values are; `missing` is what an empty value counts as, so that it
    comes last."""

    column: str
    kind: type = str
    missing: tuple[int, int] | None = None

    def expression(self, descending: bool):
        if self.missing is None:
            return F(self.column)
        return Coalesce(self.column, self.missing[descending])


DATE = Ordering("begin_earliest", int, (AFTER_ALL, BEFORE_ALL))
ENTERED = Ordering("pk", int)
"""The order in which records were entered: the one that no edit changes."""


def every_order(**own: Ordering) -> dict[str, Ordering]:
    """The orders of a list: its own, and those that all lists have."""
    return {**own, "modified": Ordering("modified", datetime), "entered": ENTERED}


@dataclass(frozen=True, slots=True)
class Page:
    """What was asked: which page, how long, in which order (`name`, of `ordering`); `slug` is the column that names
    a record."""

    after: str
    size: int
    name: str
    ordering: Ordering
    slug: str = "slug"

    @property
    def descending(self) -> bool:
        return self.name.startswith("-")

    def cut(self, chosen, every) -> tuple[list[tuple[int, str]], str | None, str | None]:
        """The primary keys and slugs of the page, the `after` of the next page and that of the one before.

        None says there is no such page, "" that it is the first one. `every` is the unrestricted
        queryset, in which a record that is named is found after it left the chosen.
        """
        ordered = self._ordered(chosen, self.descending)
        here = self._here(every) if self.after else None
        rows = self._beyond(ordered, here, self.descending)[: self.size + 1]
        found = list(rows.values_list("pk", self.slug, "page_key"))
        following = self._cursor(*found[self.size - 1]) if len(found) > self.size else None
        return [(pk, slug) for pk, slug, _key in found[: self.size]], following, self._before(chosen, here)

    def _ordered(self, records, descending: bool):
        sign = "-" if descending else ""
        keyed = records.annotate(page_key=self.ordering.expression(self.descending))
        return keyed.order_by(f"{sign}page_key", f"{sign}pk")

    def _cursor(self, pk: int, _slug: str, key) -> str:
        return cursors.written(self.name, Place(key, pk))

    def _here(self, every) -> Place:
        """The place that `after` is, or that of the record it names."""
        if not cursors.is_cursor(self.after):
            return self._place_of_record(every)
        try:
            return cursors.read(self.after, self.name, value=self.ordering.kind, record=int)
        except UnreadableCursor:
            message = _("No page of this list begins here. Start from the first page, and follow its links.")
            raise BadQuestion([Problem("bad_cursor", message, "after", self.after)]) from None

    def _place_of_record(self, every) -> Place:
        keyed = every.annotate(page_key=self.ordering.expression(self.descending))
        kind = every.model._meta.model_name
        renamed = FormerSlug.objects.filter(kind=kind, old=self.after).values("new")
        named = keyed.filter(Q(**{self.slug: self.after}) | Q(**{f"{self.slug}__in": renamed}))
        row = named.values_list("page_key", "pk").first()
        if row is None:
            message = _("There is no record of this name to go on from. Start from the first page.")
            raise BadQuestion([Problem("bad_cursor", message, "after", self.after)])
        return Place(*row)

    def _beyond(self, ordered, here: Place | None, descending: bool, *, itself: bool = False):
        if here is None:
            return ordered
        way = "lt" if descending else "gt"
        same = f"{way}e" if itself else way
        return ordered.filter(
            Q(**{f"page_key__{way}": here.value}) | Q(page_key=here.value, **{f"pk__{same}": here.record})
        )

    def _before(self, chosen, here: Place | None) -> str | None:
        if here is None:
            return None
        backwards = self._beyond(self._ordered(chosen, not self.descending), here, not self.descending, itself=True)
        found = list(backwards.values_list("pk", self.slug, "page_key")[: self.size + 1])
        return self._cursor(*found[self.size]) if len(found) > self.size else ""


def read_page(parameters: Parameters, orderings: dict[str, Ordering], default: str, slug: str = "slug") -> Page:
    """Read after, page_size and ordering."""
    names = [sign + name for name in orderings for sign in ("", "-")]
    ordering = parameters.choice("ordering", names, default)
    return Page(
        after=parameters.value("after", longest=cursors.LONGEST) or "",
        size=parameters.whole_number("page_size", PAGE_SIZE, least=1, most=LARGEST_PAGE),
        name=ordering,
        ordering=orderings[ordering.removeprefix("-")],
        slug=slug,
    )


def counted(chosen) -> dict[str, int | None]:
    """{"count"}: exact to 10,000, else null with {"count_at_least"}."""
    return counted_as(chosen.order_by().values("pk")[: EXACT_COUNT + 1].count())


def counted_as(number: int) -> dict[str, int | None]:
    """The same of a number that is known."""
    if number > EXACT_COUNT:
        return {"count": None, "count_at_least": EXACT_COUNT}
    return {"count": number}
