"""Tells of an entered claim what it would conflict with, why the sources may differ, and what else it may mean."""

import copy
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import get_language

from chronology.errors import ChronologyError
from timeline.chronicle.answers import Proposal
from timeline.chronicle.claims import claim_entries, claim_entry, stop_names
from timeline.chronicle.contradictions import named_things
from timeline.chronicle.disputes import KINDS
from timeline.chronicle.entries import ClaimEntry, DisputeEntry
from timeline.chronicle.explanations import explained
from timeline.contradictions import Contradiction
from timeline.entering.anchored_days import put_entered_days
from timeline.entering.foreseeing import Foresight, foresee
from timeline.models import Claim
from timeline.models.claims import SUBJECTS
from timeline.weighing import Disagreement

MOST_OF_OTHERS = 3


@dataclass
class Explained:
    """An entered claim beside the others; everything is asked for once, when it is first needed.

    claim: a copy with its days, None where they cannot be worked out; lost: why not (a ring of dates, a distance
    that leads nowhere), or None; whole: whether nothing is wrong with what it is to be weighed by.
    """

    claim: Claim | None = None
    lost: ChronologyError | None = None
    whole: bool = False
    entries: dict[str, ClaimEntry] = field(default_factory=dict)

    @classmethod
    def of(cls, claim: Claim, *, whole: bool = True) -> "Explained":
        """The claim of a form, which is left as it is; it may be new, or lack what a claim must have."""
        draft = copy.copy(claim)
        try:
            put_entered_days(draft)
        except ChronologyError as error:
            return cls(None, error)
        return cls(draft, whole=whole)

    @property
    def can_be_weighed(self) -> bool:
        """Whether the claim says of whom and according to whom."""
        claim = self.claim
        named = claim is not None and [name for name in SUBJECTS if getattr(claim, f"{name}_id")]
        return (
            self.whole and bool(named) and len(named) == 1 and bool(claim.source_id and claim.attribute and claim.key)
        )

    @cached_property
    def foresight(self) -> Foresight:
        return foresee(self.claim) if self.can_be_weighed else Foresight()

    @cached_property
    def entry(self) -> ClaimEntry | None:
        """The claim as readers would be told it."""
        return claim_entry(self.claim, stop_names([self.claim])) if self.can_be_weighed else None

    @cached_property
    def disputes(self) -> tuple[DisputeEntry, ...]:
        """What would be in dispute with the claim, explained: first about its own subject, then between things."""
        about = [self._about_one(each) for each in self.foresight.disagreements]
        about += self._between(self.foresight.order)
        if not about:
            return ()
        keys = {key for each in about for key in each.claims} | {claim.key for claim in self.foresight.beside}
        told = claim_entries(Claim.objects.filter(key__in=keys - {self.claim.key}))
        self.entries = {entry.id: entry for entry in (*told, self.entry)}
        return explained(about, self.entries.values(), get_language() or "en")

    def _about_one(self, clash: Disagreement) -> DisputeEntry:
        subject = self.entry.subject
        return DisputeEntry(
            id=":".join(part for part in (subject.id, clash.attribute, clash.edge) if part),
            attribute=clash.attribute,
            edge=clash.edge,
            status=clash.conflict.status,
            claims=clash.conflict.claims,
            kind=KINDS.get(clash.attribute, clash.attribute),
            subjects=(subject,),
        )

    def _between(self, clashes: tuple[Contradiction, ...]) -> list[DisputeEntry]:
        named = named_things({thing for each in clashes for thing in each.things}) if clashes else {}
        return [
            DisputeEntry(
                id=each.id,
                attribute="sequence",
                edge="",
                status=each.status,
                claims=each.claims,
                kind=each.kind,
                subjects=tuple(named[thing] for thing in each.things if thing in named),
            )
            for each in clashes
        ]

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """What else the claim itself may mean, each reading once, the likeliest first."""
        return tuple(each for each in self._proposals if each.claim == self.claim.key)

    @property
    def proposals_of_others(self) -> tuple[Proposal, ...]:
        """What else the claims may mean that it conflicts with: to be taken over where they are edited."""
        return tuple(each for each in self._proposals if each.claim != self.claim.key)[:MOST_OF_OTHERS]

    @cached_property
    def _proposals(self) -> tuple[Proposal, ...]:
        """The readings that bring two values of one thing together; where there are none, those that mend an order."""
        of_order = [each for dispute in self.disputes if dispute.is_of_order for each in dispute.proposals]
        of_values = [each for dispute in self.disputes if not dispute.is_of_order for each in dispute.proposals]
        found: dict[tuple[str, str, str], Proposal] = {}
        for each in of_values or of_order:
            found.setdefault((each.claim, each.method, each.edtf), each)
        return tuple(sorted(found.values(), key=lambda each: -each.score))

    def proposal(self, name: str) -> Proposal | None:
        """The proposal of this name (see name_of), or None where it is none."""
        return next((each for each in self.proposals if name_of(each) == name), None)


def name_of(proposal: Proposal) -> str:
    """What names a proposal in a form: its method and its days."""
    return f"{proposal.method}|{proposal.edtf}"
