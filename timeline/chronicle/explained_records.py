"""Explains the disagreements of records, with the claims of other records that they name."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from timeline.chronicle.claims import claim_entries
from timeline.chronicle.entries import ClaimEntry, DisputeEntry, DisputeList, EventEntry, MovementEntry
from timeline.chronicle.explanations import explained
from timeline.models import Claim

Entry = TypeVar("Entry", EventEntry, MovementEntry)


def with_explanations(entries: Iterable[Entry], language: str = "en") -> tuple[Entry, ...]:
    """The records with explanation and proposals of each of their disagreements; two queries at most a record."""
    return tuple(replace(entry, disputes=_explained(entry, language)) for entry in entries)


def _explained(entry: EventEntry | MovementEntry, language: str) -> tuple[DisputeEntry, ...]:
    own = {claim.id: claim for claim in entry.claims}
    told = with_claims(entry.disputes, own)
    return explained(entry.disputes, {**told.claims, **own}.values(), language)


def with_claims(disputes: Iterable[DisputeEntry], at_hand: Mapping[str, ClaimEntry]) -> DisputeList:
    """The disputes with the claims they name: those at hand, by key, and the others by at most two queries."""
    disputes = tuple(disputes)
    named = {key for dispute in disputes for key in dispute.claims}
    claims = {key: at_hand[key] for key in named if key in at_hand}
    if missing := named - set(claims):
        claims |= {claim.id: claim for claim in claim_entries(Claim.objects.published().filter(key__in=missing))}
    return DisputeList(disputes, claims)
