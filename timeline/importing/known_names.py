"""What the atlas knows already of what a file names: places, sources, lanes, sides, events and claims."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.folding import fold

ClaimPlace = tuple[str, str, str, str]
"""Where a claim stands: (source, subject, attribute, edge); source is a slug, subject the key of its subject."""


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place there is; lat and lon in degrees, None where nobody knows its point."""

    slug: str
    name: str
    lat: float | None = None
    lon: float | None = None
    uncertainty_km: float | None = None


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A claim there is. value: the face of a date (EDTF), the slug of a place, "" for what has neither."""

    key: str
    value: str = ""
    as_printed: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What there is before a file is read. Names and labels are folded (geo.folding), values are slugs.

    atlas: the slug of the atlas imported into, "" of one that the file makes; exists: whether it is there;
    taken: kind ("atlas", "event", "place", "source", "force") -> every slug given, now or once, in all atlases.
    places, sources and forces are those of all atlases; theatres, sides, periods and titles (of events, in
    their order) those of this one, events the slugs of its events; former: the slugs that events had before
    they were renamed or merged -> those they have; event_sides: slug of an event -> slugs of the sides that take part;
    claims: its claims, in the order of their numbers; numbers: the greatest number of a claim of each source;
    order: the greatest place in the narrative; theatre_labels: (label, slug) of each lane, as a reader sees it.
    """

    atlas: str = ""
    exists: bool = False
    taken: Mapping[str, frozenset[str]] = field(default_factory=dict)
    places: Mapping[str, tuple[KnownPlace, ...]] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    forces: Mapping[str, str] = field(default_factory=dict)
    theatres: Mapping[str, str] = field(default_factory=dict)
    sides: Mapping[str, str] = field(default_factory=dict)
    periods: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    events: frozenset[str] = frozenset()
    former: Mapping[str, str] = field(default_factory=dict)
    event_sides: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    claims: Mapping[ClaimPlace, tuple[KnownClaim, ...]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    order: int = 0
    theatre_labels: tuple[tuple[str, str], ...] = ()

    def places_called(self, name: str) -> tuple[KnownPlace, ...]:
        """The places of this name, in any of its spellings; or the one of this slug."""
        return self.places.get(fold(name), ())
