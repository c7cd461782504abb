"""Plans the withdrawal of records with what is told of them: nothing published may be left standing on what is gone."""

from collections.abc import Collection, Mapping

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.models.vocabulary import Publication
from timeline.publishing.going_along import told_no_more
from timeline.publishing.kinds import Ref, in_order, records_of
from timeline.publishing.plan import Plan, listed, told_with_kind
from timeline.publishing.ties import kept_by_decision, published_told, published_upon, subject_of_each

# Of so many that go along the plan holds the records.
MOST_HELD = 1000
_DECIDED = gettext_lazy("A decision prefers it: change that decision first.")
_AT_THE_FRONT = gettext_lazy("It is the atlas shown at the front: choose another for the front first.")


def plan_withdrawal(chosen: Mapping[Ref, models.Model], kinds: Collection[str]) -> Plan:
    """The records that can go, each with what is told of it and nowhere else: of an atlas its events,
    movements and lessons, of the first two their claims. kinds: what the person may withdraw.

    Refused, with a sentence, is what something published stands on that stays; so is what would take such along.
    """
    return _Withdrawal(chosen, kinds).plan()


class _Withdrawal:
    def __init__(self, chosen: Mapping[Ref, models.Model], kinds: Collection[str]):
        self.chosen = dict(chosen)
        self.kinds = kinds
        self.parents = told_no_more(chosen)
        self.all = {*self.chosen, *self.parents}
        self.refused: dict[Ref, str] = {}
        self.upon = published_upon(self.all)
        claims = {ref.key for ref in self.all if ref.kind == "claim"}
        self.told_of = {Ref("claim", key): subject for key, subject in subject_of_each(claims).items()}
        self.decided = {Ref("claim", key) for key in kept_by_decision(claims)}
        # What may be left behind without a claim: a claim that goes with its own subject leaves nobody.
        left = {subject for claim, subject in self.told_of.items() if self.parents.get(claim) != subject}
        self.told = {subject: {Ref("claim", key) for key in keys} for subject, keys in published_told(left).items()}
        self.records = self.chosen | records_of(left - self.chosen.keys())

    def plan(self) -> Plan:
        for ref, record in self.chosen.items():
            if getattr(record, "is_default", False):
                self.refused[ref] = str(_AT_THE_FRONT)
        while found := self._found():
            self.refused |= found
        going = tuple(ref for ref in self.chosen if ref not in self.refused)
        along = in_order(ref for ref in self.parents if self._root(ref) not in self.refused)
        self.records |= records_of(ref for ref in along[:MOST_HELD] if ref not in self.records)
        return Plan(going, along, self.refused, self.records, {ref: self.parents[ref] for ref in along})

    def _root(self, ref: Ref) -> Ref:
        while ref in self.parents:
            ref = self.parents[ref]
        return ref

    def _found(self) -> dict[Ref, str]:
        """What is refused as things stand, by the record that was chosen."""
        going = {ref for ref in self.all if self._root(ref) not in self.refused}
        found: dict[Ref, str] = {}
        for ref, why in (*self._beyond_rights(going), *self._standing_on(going), *self._last_claims(going)):
            found.setdefault(self._root(ref), why if ref in self.chosen else self._along_with(ref, why))
        return found

    def _beyond_rights(self, going: set[Ref]):
        for ref in sorted(going):
            if ref.kind not in self.kinds:
                yield ref, _("You may not withdraw records of this kind: ask somebody who may.")

    def _standing_on(self, going: set[Ref]):
        for ref in sorted(going & self.decided):
            if self.told_of.get(ref) not in going:
                yield ref, str(_DECIDED)
        for ref in sorted(going & self.upon.keys()):
            if left := sorted(self.upon[ref] - going):
                what = listed(self._record(each) for each in left)
                yield ref, _("It is still needed by %(what)s: withdraw that first.") % {"what": what}

    def _last_claims(self, going: set[Ref]):
        for subject, claims in self.told.items():
            record = self._record(subject)
            leaving = claims & going
            published = record.publication == Publication.PUBLISHED
            if published and subject not in going and leaving and len(leaving) == len(claims):
                sentence = _("It is the last claim of %(what)s: add another or withdraw that first.")
                for claim in sorted(leaving):
                    yield claim, sentence % {"what": listed([record])}

    def _along_with(self, ref: Ref, why: str) -> str:
        what = told_with_kind(self._record(ref))
        return _("%(what)s would go with it. %(why)s") % {"what": what[:1].upper() + what[1:], "why": why}

    def _record(self, ref: Ref) -> models.Model:
        if ref not in self.records:
            self.records |= records_of([ref])
        return self.records[ref]
