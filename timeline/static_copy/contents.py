"""Lists the addresses that a copy begins from; what their answers lead to is taken along."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse

from geo.models import Place
from timeline.api.formats.register import FEEDS, FORMATS, route_of
from timeline.api.record_files import route_of_file
from timeline.kept_disputes import disputes_while
from timeline.models import Atlas, Claim, Event, Force, FormerSlug, Lesson, Movement, Person, Source
from timeline.revision import data_stamp
from timeline.static_copy.addresses import LISTS
from timeline.whole import too_large

RECORDS = {
    "event": (Event, "slug"),
    "movement": (Movement, "slug"),
    "place": (Place, "slug"),
    "person": (Person, "slug"),
    "force": (Force, "slug"),
    "source": (Source, "slug"),
    "claim": (Claim, "key"),
    "lesson": (Lesson, "slug"),
}
EMBEDDED = ("event", "movement", "lesson")


def first_addresses(language: str) -> Iterator[str]:
    """Every address of the public site that a copy holds, but for those that only others lead to."""
    yield from ("/", "/about/", "/about/reading/", "/embed.js", "/embed/", "/embed/a/")
    atlases = list(Atlas.objects.published().order_by("pk"))
    for atlas in atlases:
        yield from _of_atlas(atlas)
    for kind, (model, column) in RECORDS.items():
        for slug in _slugs(model.objects.published(), column):
            yield reverse(kind, args=[slug])
            yield reverse(route_of_file(kind), args=[slug])
            if kind in EMBEDDED:
                yield reverse(f"embed-{kind}", args=[slug])
    for atlas in atlases:
        for dispute in disputes_while(data_stamp()[0], (atlas.pk,), language).disputes:
            yield f"/disputes/{dispute.id}/"
            yield f"/disputes/{dispute.id}.json"
    yield from _moved()


def too_large_atlases() -> list[str]:
    """The titles of those whose page needs a server, because no document holds them whole."""
    return [atlas.title for atlas in Atlas.objects.published().order_by("pk") if too_large(atlas)]


def _of_atlas(atlas: Atlas) -> Iterator[str]:
    question = atlas.as_question
    yield from (f"/a/{atlas.slug}/", f"/atlases/{atlas.slug}.json", f"/embed/a/{atlas.slug}/")
    whole = reverse("api-whole", args=[atlas.slug])
    yield whole
    for source in _slugs(Source.objects.published(), "slug"):
        yield f"{whole}?according_to={source}"
    for name in LISTS:
        yield f"{reverse(name)}{question}"
    for view in (*FEEDS, *FORMATS):
        if not question or "atlas" in view.parameters:
            yield f"{reverse(route_of(view))}{question}"


def _slugs(records: QuerySet, column: str) -> Iterator[str]:
    return records.order_by(column).values_list(column, flat=True).iterator()


def _moved() -> Iterator[str]:
    """Pages at the addresses that records had before: each leads to where the record is now."""
    for kind, (model, column) in {"atlas": (Atlas, "slug"), **RECORDS}.items():
        former = FormerSlug.objects.filter(kind=kind).order_by("old")
        published = model.objects.published()
        former = former.filter(new__in=published.values(column)).exclude(old__in=model.objects.values(column))
        for old in former.values_list("old", flat=True):
            yield reverse(kind, args=[old])
            if kind in (*EMBEDDED, "atlas"):
                yield reverse(f"embed-{kind}", args=[old])
