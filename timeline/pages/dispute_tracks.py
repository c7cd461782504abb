"""Sorts the dated statements of a disagreement into the lines of its drawing, a line a thing."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from timeline.chronicle.entries import ClaimEntry, DisputeEntry
from timeline.chronicle.values import Reference
from timeline.pages.best_reading import BestReading, best_reading, earlier_day
from timeline.pages.claimed_days import Mark, claimed_days, read_days
from timeline.pages.dispute_axis import Axis, axis
from timeline.pages.dispute_statements import Statements
from timeline.pages.titles import shortened

NAME_LENGTH = 44
ENDS = ("end", "arrives", "to")


def drawn(
    dispute: DisputeEntry, claims: Sequence[ClaimEntry], statements: Statements, name: str
) -> tuple[Axis | None, BestReading | None]:
    """The drawing on the common axis with the day it is counted from; (None, None) where no day can be drawn."""
    if dispute.kind == "date":
        printed = claimed_days(claims, statements)
        best = best_reading(dispute, claims, printed)
        named = [("", printed + read_days(dispute.proposals, claims, printed, statements))]
    else:
        named = [(title, _with_held(said, statements)) for title, said in _things(dispute, claims)]
        first = named[0][1] if dispute.kind == "sequence" else []
        best = earlier_day(first, [mark for _title, own in named for mark in own])
        if best and dispute.part:
            best = replace(best, right="counted")
    if best is None or sum(len(marks) for _title, marks in named) < 2:
        return None, None
    return axis(named, best.first, statements, name), best


def _with_held(claims: Sequence[ClaimEntry], statements: Statements) -> list[Mark]:
    """The days printed, and those that editors read in their place: the order is seen to be right by these."""
    printed = claimed_days(claims, statements)
    return printed + read_days((), claims, printed, statements)


def _things(dispute: DisputeEntry, claims: Sequence[ClaimEntry]) -> list[tuple[str, list[ClaimEntry]]]:
    """The dated statements of each thing, by its name; of what came first by the order told, first."""
    dated = [claim for claim in claims if claim.attribute == "date"]
    if len(dispute.subjects) == 1:
        ends = [claim for claim in dated if claim.edge in ENDS]
        begins = [claim for claim in dated if claim not in ends]
        return [(_("begins"), begins), (_("ends"), ends)] if begins and ends else [("", dated)]
    # The later thing is named first.
    later, *earlier = dispute.subjects
    return [
        (_name(dispute, subject), [claim for claim in dated if claim.subject.id == subject.id])
        for subject in (*earlier, later)
    ]


def _name(dispute: DisputeEntry, subject: Reference) -> str:
    name = {"name": shortened(subject.name, NAME_LENGTH)}
    if dispute.kind != "sequence":
        return name["name"]
    if dispute.part:
        return (_("the part: %(name)s") if subject.id == dispute.part else _("the whole: %(name)s")) % name
    is_later = subject is dispute.subjects[0]
    return (_("told later: %(name)s") if is_later else _("told first: %(name)s")) % name
