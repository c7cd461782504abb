"""The steps of a record's way to the reader, one class a verb: from where, whereto, who may, what it asks and needs."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from timeline.models.vocabulary import Publication, StepKind
from timeline.publishing.advancing import Advance
from timeline.publishing.going_along import went_along
from timeline.publishing.kinds import KINDS, Ref, in_order, records_of
from timeline.publishing.plan import Plan, standing
from timeline.publishing.returning import plan_return
from timeline.publishing.rights import may_publish, right
from timeline.publishing.ties import claims_told
from timeline.publishing.withdrawing import MOST_HELD, plan_withdrawal

DRAFT, REVIEW = Publication.DRAFT, Publication.REVIEW
PUBLISHED, WITHDRAWN = Publication.PUBLISHED, Publication.WITHDRAWN


class Verb:
    """One step. `asks` is the question whose answer is kept with it, empty where it asks nothing."""

    code: str
    starts: tuple[str, ...]
    becomes: str
    label = ""
    explained = ""
    asks = ""
    asks_why = ""
    done = None
    only = ""

    def may(self, user, model: type[models.Model]) -> bool:
        """Whether this person may take the step with records of this kind."""
        return may_publish(user, model)

    def begins_with(self, record: models.Model) -> bool:
        return record.publication in self.starts

    def plan(self, chosen: Mapping[Ref, models.Model], user) -> Plan:
        """What would happen; records whose standing is another are refused with a sentence."""
        fit = {ref: record for ref, record in chosen.items() if self.begins_with(record)}
        unfit = {ref: self.only % {"standing": standing(record)} for ref, record in chosen.items() if ref not in fit}
        plan = self._plan(fit, self._kinds_of(user))
        why = {**unfit, **plan.refused}
        refused = {ref: why[ref] for ref in chosen if ref in why}
        return Plan(plan.going, plan.along, refused, {**chosen, **plan.records}, plan.parents)

    def _kinds_of(self, user) -> frozenset[str]:
        return frozenset(kind for kind, model in KINDS.items() if self.may(user, model))

    def _plan(self, chosen: Mapping[Ref, models.Model], kinds: frozenset[str]) -> Plan:
        return Plan(going=tuple(chosen))


class Submit(Verb):
    """An editor holds the record to be ready."""

    code = StepKind.SUBMIT
    starts, becomes = (DRAFT,), REVIEW
    label = _("Submit for review")
    explained = _("A reviewer then publishes it or sends it back. You can still change it meanwhile.")
    done = ngettext_lazy(
        "%(count)s record was submitted for review.", "%(count)s records were submitted for review.", "count"
    )
    only = _("Only a draft is submitted; this is %(standing)s.")

    def may(self, user, model):
        return user.has_perm(right("change", model))

    def _plan(self, chosen, kinds):
        return Advance(chosen, (REVIEW, PUBLISHED), kinds).plan()


class Publish(Verb):
    """A reviewer shows the record to readers."""

    code = StepKind.PUBLISH
    starts, becomes = (DRAFT, REVIEW), PUBLISHED
    label = _("Publish")
    explained = _("Readers see it at once.")
    done = ngettext_lazy("%(count)s record was published.", "%(count)s records were published.", "count")
    only = _("Only a draft or what is in review is published; this is %(standing)s.")

    def _plan(self, chosen, kinds):
        return Advance(chosen, (PUBLISHED,), kinds).plan()


class SendBack(Verb):
    """A reviewer asks for more; the claims in review about an event or a movement go back with it."""

    code = StepKind.SEND_BACK
    starts, becomes = (REVIEW,), DRAFT
    label = _("Send back")
    explained = _("It becomes a draft again, and whoever submitted it finds it on the first page of the desk.")
    asks = _("What is to be done")
    asks_why = _("Say in a sentence what you miss or doubt: the editor reads it beside the record.")
    done = ngettext_lazy("%(count)s record was sent back.", "%(count)s records were sent back.", "count")
    only = _("Only what is in review is sent back; this is %(standing)s.")

    def _plan(self, chosen, kinds):
        told = {claim for claims in claims_told(chosen).values() for claim in claims} - {*chosen}
        records = records_of(told)
        along = tuple(ref for ref in sorted(records) if records[ref].publication == REVIEW and ref.kind in kinds)
        return Plan(tuple(chosen), along, {}, records)


class Withdraw(Verb):
    """A reviewer takes back what readers saw; its address says so from then on."""

    code = StepKind.WITHDRAW
    starts, becomes = (PUBLISHED,), WITHDRAWN
    label = _("Withdraw")
    explained = _(
        "Readers no longer see it, nor what is told of it alone; their addresses answer that they were withdrawn, with"
        " the sentence you write. What other records share stays."
    )
    asks = _("Why it is withdrawn")
    asks_why = _("Readers who come to its address read this sentence.")
    done = ngettext_lazy("%(count)s record was withdrawn.", "%(count)s records were withdrawn.", "count")
    only = _("Only what is published is withdrawn; this is %(standing)s.")

    def _plan(self, chosen, kinds):
        return plan_withdrawal(chosen, kinds)


class ShowAgain(Verb):
    """A reviewer shows withdrawn records again, as they were: with all that went with them, and nothing else."""

    code = StepKind.SHOW_AGAIN
    starts, becomes = (WITHDRAWN,), PUBLISHED
    label = _("Show again")
    explained = _("Readers see it again as they did, with everything that was withdrawn along with it.")
    done = ngettext_lazy("%(count)s record is shown again.", "%(count)s records are shown again.", "count")
    only = _("Only what was withdrawn is shown again; this is %(standing)s.")

    def _plan(self, chosen, kinds):
        return plan_return(chosen, kinds)


class TakeUpAgain(Verb):
    """A reviewer makes a withdrawn record a draft again."""

    code = StepKind.TAKE_UP
    starts, becomes = (WITHDRAWN,), DRAFT
    label = _("Take up again")
    explained = _(
        "It becomes a draft, and so does what was withdrawn along with it, to be mended and submitted anew;"
        " readers do not see it until it is published."
    )
    done = ngettext_lazy("%(count)s record was taken up again.", "%(count)s records were taken up again.", "count")
    only = _("Only what was withdrawn is taken up again; this is %(standing)s.")

    def _plan(self, chosen, kinds):
        parents = {ref: parent for ref, parent in went_along(chosen).items() if ref.kind in kinds}
        along = in_order(parents)
        return Plan(tuple(chosen), along, {}, records_of(along[:MOST_HELD]), parents)


ALL = (Submit(), Publish(), SendBack(), Withdraw(), ShowAgain(), TakeUpAgain())
VERBS: dict[str, Verb] = {verb.code.value: verb for verb in ALL}
