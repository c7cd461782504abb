"""Gathers every disagreement of an atlas, of whatever its claims speak, in a fixed number of queries."""

from collections.abc import Iterable

from timeline.chronicle.entries import ClaimEntry, DisputeEntry, DisputeList
from timeline.chronicle.events import event_entries
from timeline.chronicle.explained_records import with_claims
from timeline.chronicle.explanations import explained
from timeline.chronicle.movements import movement_entries
from timeline.models import Atlas, Event, Movement


def atlas_disputes(atlases: Iterable[Atlas | int], language: str = "en") -> DisputeList:
    """The disputes of these atlases, as the entries of their events and movements name them, each once.

    Order: events in the order of the narrative, then movements.
    """
    atlases = list(atlases)
    events = event_entries(Event.objects.published().filter(atlas__in=atlases, disputed=True).order_by("order", "pk"),
                           language)  # fmt: skip
    marches = movement_entries(
        Movement.objects.published().filter(atlas__in=atlases, disputed=True).order_by("pk"), language
    )
    disputes: dict[str, DisputeEntry] = {}
    claims: dict[str, ClaimEntry] = {}
    for entry in (*events, *marches):
        disputes.update({dispute.id: dispute for dispute in entry.disputes if dispute.id not in disputes})
        claims.update({claim.id: claim for claim in entry.claims})
    told = with_claims(disputes.values(), claims)
    return DisputeList(explained(told.disputes, {**told.claims, **claims}.values(), language), told.claims)
