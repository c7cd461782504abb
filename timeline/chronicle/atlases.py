"""Reads an atlas with the parties, lanes and bands that frame its events."""

from dataclasses import dataclass

from timeline.chronicle.references import label
from timeline.models import Atlas


@dataclass(frozen=True, slots=True)
class SideEntry:
    """A party as it is told apart: shape of token, structure of line."""

    id: str
    label: str
    shape: str
    pattern: str


@dataclass(frozen=True, slots=True)
class AtlasEntry:
    """An atlas. window: its first and last day numbers; bounds: west, south, east, north in degrees."""

    pk: int
    id: str
    url: str
    title: str
    title_fa: str
    description: str
    licence: str
    window: tuple[int, int]
    bounds: tuple[float, float, float, float]
    sides: dict[str, SideEntry]


def atlas_entries(atlases, language: str = "en") -> tuple[AtlasEntry, ...]:
    """Entries of a queryset of atlases, in its order; two queries."""
    return tuple(_entry(atlas, language) for atlas in atlases.prefetch_related("sides"))


def default_atlas(language: str = "en") -> AtlasEntry | None:
    """The atlas shown at the front, or None before one is loaded; two queries."""
    return next(iter(atlas_entries(Atlas.objects.published().filter(is_default=True), language)), None)


def _entry(atlas: Atlas, language: str) -> AtlasEntry:
    title = (atlas.title_fa if language == "fa" else "") or atlas.title
    return AtlasEntry(
        pk=atlas.pk,
        id=atlas.slug,
        url=atlas.get_absolute_url(),
        title=title,
        title_fa=atlas.title_fa,
        description=(atlas.description_fa if language == "fa" else "") or atlas.description,
        licence=atlas.licence,
        window=(atlas.window_from, atlas.window_to),
        bounds=(atlas.west, atlas.south, atlas.east, atlas.north),
        sides={
            side.slug: SideEntry(side.slug, label(side, language), side.shape, side.pattern)
            for side in atlas.sides.all()
        },
    )
