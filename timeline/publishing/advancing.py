"""Plans a step towards the reader: a record takes along what is told of it, and what that stands on."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from django.db import models
from django.utils.translation import gettext as _

from timeline.models.vocabulary import Publication
from timeline.publishing.kinds import OF_ATLAS, Ref, records_of
from timeline.publishing.plan import Plan, listed, standing, told_with_kind
from timeline.publishing.ties import TOLD_OF, Ties, claims_told, claims_towards, needed_by, subject_of_each

DRAFT, REVIEW, PUBLISHED = Publication.DRAFT, Publication.REVIEW, Publication.PUBLISHED


class Advance:
    """One planning. `there` are the standings that need no step any more, `kinds` those that may be moved.

    A record in review takes along what is in review; a draft what is a draft as well, since whoever
    publishes a draft means all that was entered with it. `with_drafts` lets drafts go along in any case.
    """

    def __init__(
        self,
        chosen: Mapping[Ref, models.Model],
        there: Collection[str],
        kinds: Collection[str],
        *,
        with_drafts: bool = False,
    ):
        self.chosen = dict(chosen)
        self.there = set(there)
        self.kinds = set(kinds)
        self.records = dict(chosen)
        # What goes if nothing hinders it; True where drafts go along with it.
        self.moving = {ref: with_drafts or record.publication == DRAFT for ref, record in chosen.items()}
        self.told: Ties = {}
        self.towards: Ties = {}
        self.needs: Ties = defaultdict(set)
        self.hindered: dict[Ref, set[Ref]] = defaultdict(set)
        # Under what a chosen record is shown: an event in its atlas, a claim with its event.
        self.homes: dict[Ref, Ref] = {}

    def plan(self) -> Plan:
        self._gather_claims()
        self._gather_needs()
        self._spread_hindrances()
        self._find_homes()
        refused = {ref: why for ref in self.chosen if (why := self._why_not(ref))}
        # What is told of something that stays behind stays with it.
        refused |= {
            ref: self._not_at_home(self.homes[ref])
            for ref in self.chosen
            if ref not in refused and self.homes.get(ref) in refused
        }
        going = tuple(ref for ref in self.chosen if ref not in refused)
        return Plan(going, self._along(going), refused, self.records)

    def whatever_goes(self) -> set[Ref]:
        """After `plan`: everything that nothing hinders, even if what it is told of can't go."""
        return {ref for ref in self.moving if self._goes(ref)}

    def _gather_claims(self) -> None:
        self.told = claims_told(self.chosen)
        # How others stand to it was told with them, until it was withdrawn or because it is new.
        self.towards = claims_towards(self.chosen, self.there)
        for holder, claims in (*self.told.items(), *self.towards.items()):
            self._load(claims)
            for claim in claims:
                self._reach(claim, with_drafts=self.moving[holder])

    def _gather_needs(self) -> None:
        frontier = set(self.moving)
        seen = set(frontier)
        while frontier:
            needed = needed_by(frontier)
            self._load(set().union(*needed.values()))
            frontier = set()
            for ref, needs in needed.items():
                self.needs[ref] |= needs
                for need in needs:
                    if not self._reach(need, with_drafts=self.moving[ref]):
                        if self.records[need].publication not in self.there:
                            self.hindered[ref].add(need)
                    elif need not in seen:
                        seen.add(need)
                        frontier.add(need)
        # What one record may not take along, another may have taken.
        left = {ref: needs - self.moving.keys() for ref, needs in self.hindered.items()}
        self.hindered = defaultdict(set, {ref: needs for ref, needs in left.items() if needs})

    def _reach(self, ref: Ref, *, with_drafts: bool) -> bool:
        """Let a record go along if its standing and kind allow it; whether it goes."""
        state = self.records[ref].publication
        if ref in self.moving:
            self.moving[ref] |= with_drafts and ref not in self.chosen
            return True
        movable = (DRAFT, REVIEW) if with_drafts else (REVIEW,)
        if state in self.there or state not in movable or ref.kind not in self.kinds:
            return False
        self.moving[ref] = with_drafts
        return True

    def _load(self, refs) -> None:
        self.records |= records_of(ref for ref in refs if ref not in self.records)

    def _find_homes(self) -> None:
        if REVIEW in self.there:
            return
        told = subject_of_each(ref.key for ref in self.chosen if ref.kind == "claim")
        self.homes = {Ref("claim", key): subject for key, subject in told.items()}
        self.homes |= {
            ref: Ref("atlas", record.atlas_id) for ref, record in self.chosen.items() if ref.kind in OF_ATLAS
        }
        self._load(set(self.homes.values()))

    def _not_at_home(self, home: Ref) -> str:
        return _("It belongs to %(what)s, which is %(standing)s: publish that first, or with it.") % {
            "what": told_with_kind(self.records[home]),
            "standing": standing(self.records[home]),
        }

    def _spread_hindrances(self) -> None:
        """What needs something hindered is hindered itself."""
        while True:
            found = {
                ref: stuck
                for ref, needs in self.needs.items()
                if ref not in self.hindered and (stuck := {need for need in needs if need in self.hindered})
            }
            if not found:
                return
            self.hindered.update(found)

    def _goes(self, ref: Ref) -> bool:
        return ref in self.moving and ref not in self.hindered

    def _why_not(self, ref: Ref) -> str:
        if stuck := self.hindered.get(ref):
            # What is at the bottom of it, where that is not the need itself.
            bottom = {last for need in stuck for last in self.hindered.get(need, {need})}
            first = self.records[min(bottom)]
            return _("It needs %(what)s, which is %(standing)s: see to that first.") % {
                "what": told_with_kind(first),
                "standing": standing(first),
            }
        if ref.kind in TOLD_OF and not self._is_supported(ref):
            return self._without_claim(ref)
        if ref.kind == "lesson" and not self.records[ref].step_count:
            return _("Nothing is published without a step: write the first step of the lesson first.")
        home = self.homes.get(ref)
        if home and home not in self.chosen and self.records[home].publication not in self.there:
            return self._not_at_home(home)
        return ""

    def _is_supported(self, ref: Ref) -> bool:
        return any(
            self.records[claim].publication in self.there or self._goes(claim) for claim in self.told.get(ref, ())
        )

    def _without_claim(self, ref: Ref) -> str:
        stuck = [claim for claim in self.told.get(ref, ()) if claim in self.hindered]
        if stuck:
            needs = {need for claim in stuck for need in self.hindered[claim]}
            return _("Its claims can't go with it, because they need %(what)s: see to that first.") % {
                "what": listed(self.records[need] for need in sorted(needs))
            }
        if any(self.records[claim].publication in (DRAFT, REVIEW) for claim in self.told.get(ref, ())):
            return _("Nothing is published without a claim: submit a claim about it first.")
        return _("Nothing is published without a claim: add a sourced claim first.")

    def _along(self, going: tuple[Ref, ...]) -> tuple[Ref, ...]:
        """What the records that go really take with them, in the order in which it was found."""
        wanted: dict[Ref, None] = {}
        about = (claim for ties in (self.told, self.towards) for ref in going for claim in sorted(ties.get(ref, ())))
        frontier = [*going, *(claim for claim in about if self._goes(claim))]
        while frontier:
            ref = frontier.pop(0)
            if ref in wanted:
                continue
            wanted[ref] = None
            frontier += sorted(need for need in self.needs.get(ref, ()) if self._goes(need))
        return tuple(ref for ref in wanted if ref not in self.chosen)
