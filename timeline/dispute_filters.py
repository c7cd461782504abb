"""Reads which disagreements are asked for, and picks them out of all those of an atlas."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline.chronicle.entries import DisputeEntry, DisputeList
from timeline.models import Atlas, Event, Source
from timeline.models.vocabulary import Attribute, ReadingMethod
from timeline.parameters import Parameters
from timeline.resolution import DECIDED, EXPLAINED, OPEN, UNDECIDABLE

KEYS = ("atlas", "kind", "attribute", "status", "explained_by", "event", "source")
KINDS = ("date", "place", "number", "outcome", "duration", "sequence", "first", "side", "role")
# What is told of a dispute that no slip explains.
UNEXPLAINED = (
    "no_calendar", "cannot_tell", "places_apart", "numbers_differ", "lengths_differ", "contradiction",
)  # fmt: skip
STATUSES = (OPEN, EXPLAINED, DECIDED, UNDECIDABLE)


@dataclass(frozen=True, slots=True)
class DisputeFilter:
    """Which disagreements are asked for; an empty field asks for all. atlases: primary keys."""

    atlases: tuple[int, ...]
    kinds: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    explained_by: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether every disagreement of the atlases passes."""
        return self == DisputeFilter(self.atlases)

    def without(self, field: str) -> "DisputeFilter":
        """The same, but for one field."""
        return replace(self, **{field: ()})

    def choose(self, everything: DisputeList) -> tuple[DisputeEntry, ...]:
        """Those that pass, in the given order."""
        return tuple(dispute for dispute in everything.disputes if self._passes(dispute, everything))

    def _passes(self, dispute: DisputeEntry, everything: DisputeList) -> bool:
        return (
            _is_asked(self.kinds, (dispute.kind,))
            and _is_asked(self.attributes, (dispute.attribute,))
            and _is_asked(self.statuses, (dispute.status,))
            and _is_asked(self.explained_by, methods_of(dispute, everything))
            and _is_asked(self.events, (each.id for each in dispute.subjects if each.type == "event"))
            and _is_asked(self.sources, sources_of(dispute, everything))
        )


def dispute_filter(parameters: Parameters) -> DisputeFilter:
    """Read the filters of disagreements; problems are left with `parameters`."""
    return DisputeFilter(
        atlases=_atlases(parameters),
        kinds=parameters.choices("kind", KINDS),
        attributes=parameters.choices("attribute", Attribute.values),
        statuses=parameters.choices("status", STATUSES),
        explained_by=parameters.choices("explained_by", (*ReadingMethod.values, *UNEXPLAINED)),
        events=tuple(parameters.known("event", Event.objects.published())),
        sources=tuple(parameters.known("source", Source.objects.published())),
    )


def sources_of(dispute: DisputeEntry, everything: DisputeList) -> tuple[str, ...]:
    """The slugs of the works that make its statements, each once."""
    return tuple(dict.fromkeys(claim.citation.source for claim in everything.claims_of(dispute)))


def methods_of(dispute: DisputeEntry, everything: DisputeList) -> tuple[str, ...]:
    """The slips by which accepted interpretations explain its claims, else that no calendar does and the like."""
    held = (claim.interpreted for claim in everything.claims_of(dispute))
    accepted = tuple(dict.fromkeys(each.method for each in held if each))
    code = dispute.explanation.code if dispute.explanation else ""
    return accepted or ((code,) if code in UNEXPLAINED else ())


def _is_asked(asked: tuple[str, ...], given: Iterable[str]) -> bool:
    return not asked or not set(asked).isdisjoint(given)


def _atlases(parameters: Parameters) -> tuple[int, ...]:
    published = Atlas.objects.published()
    if "atlas" not in parameters.query:
        return tuple(published.filter(is_default=True).values_list("pk", flat=True))
    slugs = parameters.known("atlas", published)
    return tuple(published.filter(slug__in=slugs).values_list("pk", flat=True))
