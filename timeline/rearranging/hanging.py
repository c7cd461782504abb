"""Refuses an act that would let readers see what stands on something that they do not see."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from timeline.models.vocabulary import Publication
from timeline.publishing.kinds import KINDS, OF_ATLAS, Ref, records_of
from timeline.publishing.plan import standing, told_with_kind
from timeline.publishing.ties import needed_by, published_upon, subject_of_each
from timeline.rearranging.plan import Plan, Refused, Row


def refuse_hanging(plan: Plan, made: Iterable[Row]) -> None:
    """Refuse, by name, to publish what needs something unpublished, or to hide what something published needs.

    Asked once the rows are written; it looks at what the plan makes, publishes or takes back.
    """
    rows = [*made, *(change.row for change in plan.changes if "publication" in change.values)]
    records = records_of(Ref(row.table, row.key) for row in rows if row.table in KINDS)
    shown = {ref for ref, record in records.items() if record.publication == Publication.PUBLISHED}
    needs = needed_by(shown)
    for claim, subject in subject_of_each(ref.key for ref in shown if ref.kind == "claim").items():
        needs[Ref("claim", claim)].add(subject)
    for ref in shown:
        if ref.kind in OF_ATLAS:
            needs[ref].add(Ref("atlas", records[ref].atlas_id))
    found = records_of({need for each in needs.values() for need in each})
    for ref in sorted(shown):
        for need in sorted(needs.get(ref, ())):
            if found[need].publication != Publication.PUBLISHED:
                sentence = _(
                    "“%(title)s” would be seen by readers, and it needs %(what)s, which is %(standing)s:"
                    " see to that first."
                )
                told = {"what": told_with_kind(found[need]), "standing": standing(found[need])}
                raise Refused(sentence % {**told, "title": str(records[ref])[:200]}, "needs_unpublished")
    hidden = published_upon(records.keys() - shown)
    for ref in sorted(hidden):
        first = records_of([min(hidden[ref])])
        raise Refused(
            _("“%(title)s” would no longer be seen by readers, and %(what)s needs it: withdraw that first.")
            % {"title": str(records[ref])[:200], "what": told_with_kind(next(iter(first.values())))},
            "still_needed",
        )
