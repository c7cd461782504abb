"""Names the contradictions between things of an atlas, with the records they are about."""

from collections.abc import Iterable, Mapping

from timeline.at_hand import kept
from timeline.chronicle.entries import DecisionEntry, DisputeEntry
from timeline.chronicle.references import reference
from timeline.chronicle.values import Reference
from timeline.contradictions import contradictions
from timeline.models import Atlas, Event, Leg
from timeline.sequences import Verdict
from timeline.told_order import told_of


def contradictions_between(atlases: Iterable[Atlas | int]) -> dict[str, list[DisputeEntry]]:
    """The contradictions of these atlases by each of the things they are about: a slug, or the key of a leg.

    Seven queries an atlas, however many contradictions there are.
    """
    found: dict[str, list[DisputeEntry]] = {}
    for atlas in atlases:
        for dispute in kept(("contradictions", atlas), lambda atlas=atlas: tuple(_entries(atlas))):
            for subject in dispute.subjects:
                found.setdefault(subject.id, []).append(dispute)
    return found


def _entries(atlas: Atlas | int) -> Iterable[DisputeEntry]:
    told = contradictions(told_of(atlas))
    things = {thing for each in told for thing in each.things}
    named = named_things(things)
    for each in told:
        yield DisputeEntry(
            id=each.id,
            attribute="sequence",
            edge="",
            status=each.status,
            claims=each.claims,
            decision=_decision(each.verdict),
            kind=each.kind,
            subjects=tuple(named[thing] for thing in each.things if thing in named),
            days=each.days,
            part=each.part,
        )


def named_things(things: set[str]) -> Mapping[str, Reference]:
    """References to events and legs by slug or key; two queries."""
    events = {event.slug: reference(event) for event in Event.objects.filter(slug__in=things)}
    slugs = {thing.partition("/")[0] for thing in things if "/" in thing}
    legs = Leg.objects.filter(movement__slug__in=slugs).select_related("movement", "start", "end")
    return events | {leg.key: _leg(leg) for leg in legs if leg.key in things}


def _leg(leg: Leg) -> Reference:
    return Reference("leg", leg.key, str(leg), leg.movement.get_absolute_url())


def _decision(verdict: Verdict | None) -> DecisionEntry | None:
    return verdict and DecisionEntry(verdict.claim, verdict.reason, verdict.by, verdict.on)
