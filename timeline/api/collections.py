"""What all lists and single records of the API share."""

from collections.abc import Iterable
from typing import ClassVar

from django.utils.http import urlencode
from rest_framework.response import Response

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

    def said(self) -> Iterable[str]:
        """The filters in words, one phrase for each that is asked; after `chosen`."""
        return ()

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
        return page_of_list(
            request, counted(chosen), self._in_order(found), says=self.said(), following=following, before=before
        )

    def _in_order(self, page: list[tuple[int, str]]) -> list[dict]:
        """The bodies of these records, in this order."""
        found = self.bodies(self.records().order_by().filter(pk__in=[pk for pk, _slug in page]))
        by_slug = {body["id"]: body for body in found}
        return [by_slug[slug] for _pk, slug in page if slug in by_slug]


def page_of_list(
    request, count: dict, results: list[dict], *, says: Iterable[str], following: str | None, before: str | None
) -> Response:
    """One page of a list, which names the pages beside it in its body and by `Link` (RFC 8288)."""
    beside = {"next": address_of_page(request, following), "previous": address_of_page(request, before)}
    body = {**count, "says": ", ".join(says), **beside, "results": results}
    relations = {"next": beside["next"], "prev": beside["previous"]}
    links = ", ".join(f'<{address}>; rel="{relation}"' for relation, address in relations.items() if address)
    return Response(body, headers={"Link": links} if links else None)


def address_of_page(request, after: str | None) -> str | None:
    """The address of the same question from this place on; "" is the first page, None is none."""
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
    """One record by its slug. A subclass names its kind, records and body.

    route: the name of the address a record with another slug is sent on to; that of the API where it is "".
    """

    kind = ""
    route = ""
    column = "slug"

    def records(self):
        """Every record of the kind, published or not."""
        raise NotImplementedError

    def bodies(self, records) -> list[dict]:
        """The bodies of a queryset."""
        raise NotImplementedError

    def answer(self, request, slug: str):
        found = published(self.records(), self.kind, slug, route=self.route or f"api-{self.kind}", column=self.column)
        (body,) = self.bodies(found)
        return body
