"""Gathers every disagreement of an atlas, of whatever its claims speak, in a fixed number of queries."""

from collections.abc import Iterable, Mapping

from timeline.chronicle.claims import claim_entries
from timeline.chronicle.entries import ClaimEntry, DisputeEntry, DisputeList
from timeline.chronicle.events import event_entries
from timeline.chronicle.movements import movement_entries
from timeline.models import Atlas, Claim, Event, Movement


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
    return with_claims(disputes.values(), claims)


def with_claims(disputes: Iterable[DisputeEntry], at_hand: Mapping[str, ClaimEntry]) -> DisputeList:
    """The disputes with the claims they name: those at hand, by key, and the others by at most two queries."""
    disputes = tuple(disputes)
    named = {key for dispute in disputes for key in dispute.claims}
    claims = {key: at_hand[key] for key in named if key in at_hand}
    if missing := named - set(claims):
        claims |= {claim.id: claim for claim in claim_entries(Claim.objects.published().filter(key__in=missing))}
    return DisputeList(disputes, claims)
