"""What all lists and single records of the API share."""

from typing import ClassVar

from django.utils.http import urlencode

from timeline.api.paging import KEYS, Ordering, counted, read_page
from timeline.api.records import published
from timeline.api.views import PublicView
from timeline.parameters import Parameters
from timeline.problems import BadQuestion


class ListView(PublicView):
    """A list, page by page. A subclass names its `records`, how they are chosen and how they look."""

    orderings: ClassVar[dict[str, Ordering]] = {}
    ordering = "title"
    listed = True
    filters: ClassVar[tuple[str, ...]] = ()
    slug = "slug"

    @property
    def parameters(self) -> tuple[str, ...]:
        return (*self.filters, *KEYS)

    def records(self):
        """Every record of the kind, published or not."""
        raise NotImplementedError

    def chosen(self, parameters: Parameters):
        """The published records that pass the filters; problems are left with `parameters`."""
        return self.records().published()

    def bodies(self, records) -> list[dict]:
        """The bodies of a queryset, in its order."""
        raise NotImplementedError

    def answer(self, request):
        parameters = Parameters(request.query_params)
        page = read_page(parameters, self.orderings, self.ordering, self.slug)
        chosen = self.chosen(parameters)
        if parameters.problems:
            raise BadQuestion(parameters.problems)
        found, following, before = page.cut(chosen, self.records())
        return {
            **counted(chosen),
            "next": address_of_page(request, following),
            "previous": address_of_page(request, before),
            "results": self._in_order(found),
        }

    def _in_order(self, page: list[tuple[int, str]]) -> list[dict]:
        """The bodies of these records, in this order."""
        found = self.bodies(self.records().filter(pk__in=[pk for pk, _slug in page]))
        by_slug = {body["id"]: body for body in found}
        return [by_slug[slug] for _pk, slug in page if slug in by_slug]


def address_of_page(request, after: str | None) -> str | None:
    """The address of the same question from after this record on; "" is the first page, None is none."""
    if after is None:
        return None
    query = request.query_params.copy()
    query.pop("after", None)
    pairs = [(key, value) for key, values in query.lists() for value in values]
    if after:
        pairs.append(("after", after))
    address = request.build_absolute_uri(request.path)
    return f"{address}?{urlencode(pairs)}" if pairs else address


class RecordView(PublicView):
    """One record by its slug. A subclass names its kind, records, route and body."""

    kind = ""
    column = "slug"

    def records(self):
        """Every record of the kind, published or not."""
        raise NotImplementedError

    def bodies(self, records) -> list[dict]:
        """The bodies of a queryset."""
        raise NotImplementedError

    def answer(self, request, slug: str):
        found = published(self.records(), self.kind, slug, route=f"api-{self.kind}", column=self.column)
        (body,) = self.bodies(found)
        return body
