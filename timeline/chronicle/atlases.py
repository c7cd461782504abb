"""Reads an atlas with the parties, lanes and bands that frame its events."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from timeline.at_hand import kept
from timeline.chronicle.references import label
from timeline.empty_atlas import telling_whether_empty
from timeline.models import Atlas, Side


@dataclass(frozen=True, slots=True)
class SideEntry:
    """A party as it is told apart: shape of token, structure of line."""

    id: str
    label: str
    shape: str
    pattern: str


@dataclass(frozen=True, slots=True)
class AtlasEntry:
    """An atlas. window: its first and last day numbers; bounds: west, south, east, north in degrees; is_filled:
    whether anything is published in it; as_question: what the address of a list adds to speak of it."""

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
    is_filled: bool
    as_question: str


def atlas_entries(atlases, language: str = "en") -> tuple[AtlasEntry, ...]:
    """Entries of a queryset of atlases, in its order; two queries."""
    return tuple(_entry(atlas, language) for atlas in telling_whether_empty(atlases).prefetch_related("sides"))


def default_atlas(language: str = "en") -> AtlasEntry | None:
    """The atlas shown at the front, or None before one is loaded; two queries."""
    return next(iter(atlas_entries(Atlas.objects.published().filter(is_default=True), language)), None)


def published_atlases(language: str = "en") -> dict[str, AtlasEntry]:
    """Every published atlas by its slug, the default one first; two queries."""
    read = partial(atlas_entries, Atlas.objects.published(), language)
    return {entry.id: entry for entry in kept(("atlases", language), read)}


def atlas_of(record, otherwise: AtlasEntry | None, language: str = "en") -> AtlasEntry:
    """The atlas that an event or movement is told in; no query where it is the other one, else two."""
    if otherwise is not None and otherwise.pk == record.atlas_id:
        return otherwise
    return atlas_entries(Atlas.objects.filter(pk=record.atlas_id), language)[0]


def side_labels(atlases: Iterable[int], language: str = "en") -> dict[str, str]:
    """The label of each side of these atlases (primary keys) by its slug; one query."""
    return {side.slug: label(side, language) for side in Side.objects.filter(atlas__in=list(atlases))}


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
        is_filled=atlas.is_filled,
        as_question=atlas.as_question,
    )
