"""Plans the withdrawal of records: nothing published may be left standing on what is gone."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.models.vocabulary import Publication
from timeline.publishing.kinds import Ref, records_of
from timeline.publishing.plan import Plan, listed
from timeline.publishing.ties import kept_by_decision, published_told, published_upon, subjects_of

_DECIDED = gettext_lazy("A decision prefers it: change that decision first.")
_AT_THE_FRONT = gettext_lazy("It is the atlas shown at the front: choose another for the front first.")


def plan_withdrawal(chosen: Mapping[Ref, models.Model]) -> Plan:
    """Refuse what something published stands on, unless that is withdrawn along with it."""
    upon = published_upon(chosen)
    claims = {ref.key for ref in chosen if ref.kind == "claim"}
    subjects = subjects_of(claims)
    told = published_told(subjects)
    records = dict(chosen) | records_of({*subjects, *(ref for refs in upon.values() for ref in refs)} - {*chosen})
    decided = kept_by_decision(claims)
    refused = {ref: _DECIDED for ref in chosen if ref.kind == "claim" and ref.key in decided}
    refused |= {ref: _AT_THE_FRONT for ref, record in chosen.items() if getattr(record, "is_default", False)}
    while True:
        going = {ref for ref in chosen if ref not in refused}
        found = _standing_on(going, upon, records) | _last_claims(going, told, records)
        if not found:
            break
        refused |= found
    said = {ref: str(why) for ref, why in refused.items()}
    return Plan(tuple(ref for ref in chosen if ref not in refused), (), said, records)


def _standing_on(going: set[Ref], upon, records) -> dict[Ref, str]:
    found = {}
    for ref in going:
        if left := sorted(upon.get(ref, set()) - going):
            found[ref] = _("It is still needed by %(what)s: withdraw that first.") % {
                "what": listed(records[each] for each in left)
            }
    return found


def _last_claims(going: set[Ref], told, records) -> dict[Ref, str]:
    found = {}
    for subject, claims in told.items():
        published = records[subject].publication == Publication.PUBLISHED
        leaving = {Ref("claim", key) for key in claims} & going
        if published and subject not in going and leaving and len(leaving) == len(claims):
            sentence = _("It is the last claim of %(what)s: add another or withdraw that first.") % {
                "what": listed([records[subject]])
            }
            found |= dict.fromkeys(leaving, sentence)
    return found
