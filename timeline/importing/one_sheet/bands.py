"""Reads the periods of atlases as the eras of the one sheet."""

from collections.abc import Iterable

from chronology.spans import Span
from timeline.atlas_bodies import atlas_body, framed, periods_told
from timeline.importing.one_sheet.writing import Band


def bands_of(atlases: Iterable, language: str = "en", according_to: str = "") -> list[Band]:
    """The bands of a queryset of atlases, in its order; of one source (a slug) as that source dates their ends."""
    bodies = []
    for atlas in framed(atlases):
        told = periods_told(atlas, according_to, language) if according_to else atlas_body(atlas, language)["periods"]
        bodies += told
    return [Band(body["label"], _span(body["begin"], body["end"])) for body in bodies]


def _span(begin: list[int | None], end: list[int | None]) -> Span | None:
    """The days from the earliest beginning to the latest end; None where one of the two is open."""
    if begin[0] is None or end[1] is None:
        return None
    return Span.span(*begin, *end)
