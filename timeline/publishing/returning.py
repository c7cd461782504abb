"""Plans how withdrawn records are shown again: with all that went with them, as readers saw them, or not at all."""

from collections.abc import Collection, Mapping

from django.db import models
from django.utils.translation import gettext as _

from timeline.models import Lesson
from timeline.models.vocabulary import Publication
from timeline.publishing.going_along import still_untold, went_along
from timeline.publishing.kinds import OF_ATLAS, Ref, in_order, records_of
from timeline.publishing.plan import Plan, standing, told_with_kind
from timeline.publishing.ties import TOLD_OF, needed_by, published_told, subject_of_each
from timeline.publishing.withdrawing import MOST_HELD


def plan_return(chosen: Mapping[Ref, models.Model], kinds: Collection[str]) -> Plan:
    """The records that can be shown again, each with what was withdrawn along with it.

    kinds: what the person may publish. Refused, with a sentence, is what needs something that readers do not see,
    what belongs to such, an event or movement of which no claim is left, and a lesson of which no step is.
    """
    parents = _with_both_ends(chosen, {ref: of for ref, of in went_along(chosen).items() if ref.kind in kinds})
    everything = {*chosen, *parents}
    held = _HeldBack(everything, dict(chosen))
    refused: dict[Ref, str] = {}
    while True:
        going = {ref for ref in everything if _root(ref, parents) not in refused}
        found: dict[Ref, str] = {}
        for ref, why in held.found(going):
            found.setdefault(_root(ref, parents), why)
        if not found:
            break
        refused |= found
    along = in_order(ref for ref in parents if _root(ref, parents) not in refused)
    records = held.records | records_of(ref for ref in along[:MOST_HELD] if ref not in held.records)
    shown = tuple(ref for ref in chosen if ref not in refused)
    return Plan(shown, along, refused, records, {ref: parents[ref] for ref in along})


def _with_both_ends(chosen, parents: dict[Ref, Ref]) -> dict[Ref, Ref]:
    """Without the claims of how an event stands to another that readers do not see yet: they come back with that."""
    claims = {ref.key for ref in parents if ref.kind == "claim"}
    untold = {Ref("claim", key) for key in still_untold(claims, {*chosen, *parents})}
    return {ref: of for ref, of in parents.items() if ref not in untold}


def _root(ref: Ref, parents: Mapping[Ref, Ref]) -> Ref:
    while ref in parents:
        ref = parents[ref]
    return ref


class _HeldBack:
    """What keeps records from being shown; read once, asked again as some are refused."""

    def __init__(self, everything: set[Ref], records: dict[Ref, models.Model]):
        self.needs = needed_by(everything)
        claims = {ref.key for ref in everything if ref.kind == "claim"}
        self.told_of = {Ref("claim", key): subject for key, subject in subject_of_each(claims).items()}
        homes = {*self.told_of.values(), *(need for needs in self.needs.values() for need in needs)}
        self.records = records | records_of(homes - everything)
        self.records |= {
            Ref("atlas", record.atlas_id): record.atlas for ref, record in records.items() if ref.kind in OF_ATLAS
        }
        self.homes = self.told_of | {
            ref: Ref("atlas", record.atlas_id) for ref, record in records.items() if ref.kind in OF_ATLAS
        }
        lessons = [ref.key for ref in everything if ref.kind == "lesson"]
        bare = Lesson.objects.filter(pk__in=lessons, step_count=0)
        self.empty = {Ref("lesson", key) for key in bare.values_list("pk", flat=True)}
        self.subjects = {ref for ref in everything if ref.kind in TOLD_OF}
        self.supported = {ref for ref, told in published_told(self.subjects).items() if told}

    def found(self, going: set[Ref]):
        """Each record that can't be shown while only `going` are, and why, in a sentence."""
        for ref in sorted(going):
            for need in sorted(self.needs.get(ref, ())):
                if not self._is_shown(need, going):
                    yield ref, self._needs(need)
            home = self.homes.get(ref)
            if home and not self._is_shown(home, going):
                yield ref, self._belongs(home)
        told = {self.told_of[ref] for ref in going if ref.kind == "claim" and ref in self.told_of}
        for ref in sorted(self.subjects & going - self.supported - told):
            yield ref, _("No claim about it is left: take it up again as a draft, and add one.")
        for ref in sorted(self.empty & going):
            yield ref, _("No step of it is left: take it up again as a draft, and write one.")

    def _is_shown(self, ref: Ref, going: set[Ref]) -> bool:
        record = self.records.get(ref)
        return ref in going or (record is not None and record.publication == Publication.PUBLISHED)

    def _needs(self, need: Ref) -> str:
        record = self.records.get(need) or next(iter(records_of([need]).values()))
        return _("It needs %(what)s, which is %(standing)s: see to that first, or take it up again as a draft.") % {
            "what": told_with_kind(record),
            "standing": standing(record),
        }

    def _belongs(self, home: Ref) -> str:
        record = self.records.get(home) or next(iter(records_of([home]).values()))
        return _("It belongs to %(what)s, which is %(standing)s: show that again first, or with it.") % {
            "what": told_with_kind(record),
            "standing": standing(record),
        }
