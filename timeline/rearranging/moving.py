"""Plans how claims go from one subject to another."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from timeline.rearranging.holdings import HeldClaim, HeldDecision, HeldParticipation, HeldRelation
from timeline.rearranging.plan import Draft, New, Plan, Refused, Row

SUBJECTS = ("event", "movement", "leg", "participation", "relation")
# What only some subjects can be said to have, and what alone can be said of some.
ONLY_OF = {"sequence": ("relation", "event")}
ALONE = {
    "participation": ("participant", "side", "strength", "casualties"),
    "relation": ("sequence", "date", "duration"),
}
Part = HeldParticipation | HeldRelation


@dataclass(frozen=True, slots=True)
class Place:
    """A subject that claims may speak of, with its atlas and what it is called.

    decisions: those already made about it; participations and relations: those of an event or movement.
    """

    row: Row
    atlas: int
    subject: tuple[str, str, str]
    decisions: tuple[HeldDecision, ...] = ()
    participations: tuple[HeldParticipation, ...] = ()
    relations: tuple[HeldRelation, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """A claim on its way: what it speaks of now, and the decisions that prefer it.

    part: the participation or relation it speaks of, if it does; siblings: the keys of all claims of that.
    """

    claim: HeldClaim
    attribute: str
    atlas: int
    subject: tuple[str, str, str]
    decisions: tuple[HeldDecision, ...] = ()
    part: Part | None = None
    siblings: frozenset[int] = frozenset()


def plan_move(claims: Iterable[Moved], to: Place) -> Plan:
    """Return the plan by which the claims come to speak of another subject; pure.

    A claim that somebody took part, or how an event stands to another, goes to the like part of the new
    event, which is made where there is none; a part that is left without a claim goes along. A decision
    that prefers a claim goes with it. Raises Refused where nothing would move, the atlases differ, the
    claim can't be said of such a subject, or the subject has a decision of its own.
    """
    claims = [moved for moved in claims if moved.claim.of != to.row]
    draft = Draft()
    going = frozenset(moved.claim.key for moved in claims)
    parts: dict[Row, Row | New] = {}
    for moved in claims:
        aim = to.row
        if _goes_to_like_part(moved, to):
            if moved.part.row not in parts:
                parts[moved.part.row] = _like_part(draft, moved, to, going)
            aim = parts[moved.part.row]
        _refuse_unfit(moved, to, aim)
        if aim != moved.claim.of:
            draft.change(moved.claim.row, **_speaking_of(aim))
            _take_decisions(draft, moved, to, aim)
    if not draft.changes:
        raise Refused(_("These claims speak of that already: choose another subject."), "nothing_moves")
    left = dict.fromkeys(moved.subject for moved in claims)
    return draft.finished("move", to.atlas, (to.subject, *(subject for subject in left if subject != to.subject)))


def _goes_to_like_part(moved: Moved, to: Place) -> bool:
    if isinstance(moved.part, HeldParticipation):
        return to.row.table in ("event", "movement")
    return isinstance(moved.part, HeldRelation) and to.row.table == "event"


def _like_part(draft: Draft, moved: Moved, to: Place, going: frozenset[int]) -> Row | New:
    """The part of the new subject that says the same: one it has, the old one if all its claims go, or a new one."""
    part = moved.part
    whole = moved.siblings <= going
    if isinstance(part, HeldParticipation):
        like = next((own for own in to.participations if own.likeness == part.likeness), None)
        ends: dict[str, int | None] = {"event_id": None, "movement_id": None, f"{to.row.table}_id": to.row.key}
    else:
        if part.to_event == to.row.key:
            raise Refused(
                _("%(claim)s relates another event to that one, which can't be related to itself.")
                % {"claim": moved.claim.name},
                "related_to_itself",
            )
        like = next((own for own in to.relations if own.ends == (to.row.key, part.kind, part.to_event)), None)
        ends = {"from_event_id": to.row.key}
    if like is not None:
        if whole and like.row != part.row:
            draft.remove(part.row)
        return like.row
    if whole:
        draft.change(part.row, **ends)
        return part.row
    return draft.make(part.row.table, f"{part.row.table} {part.key}", **{**part.columns(to.atlas), **ends})


def _take_decisions(draft: Draft, moved: Moved, to: Place, aim: Row | New) -> None:
    for decision in moved.decisions:
        if decision.of != moved.claim.of:
            continue
        if aim == to.row and any(decision.rivals(own) for own in to.decisions):
            raise Refused(
                _(
                    "A decision prefers %(claim)s where it is, and “%(title)s” has a decision of its own about"
                    " the same thing: take one of them back first."
                )
                % {"claim": moved.claim.name, "title": to.subject[2][:200]},
                "two_decisions",
            )
        draft.change(decision.row, **_speaking_of(aim))


def _speaking_of(aim: Row | New) -> dict[str, object]:
    key = aim if isinstance(aim, New) else aim.key
    return {f"{table}_id": key if table == aim.table else None for table in SUBJECTS}


def _refuse_unfit(moved: Moved, to: Place, aim: Row | New) -> None:
    claim = {"claim": moved.claim.name}
    if moved.atlas != to.atlas:
        raise Refused(_("%(claim)s speaks of another atlas: claims move within one atlas only.") % claim, "two_atlases")
    fits = ONLY_OF.get(moved.attribute, SUBJECTS)
    if aim.table not in fits or moved.attribute not in ALONE.get(aim.table, (moved.attribute,)):
        raise Refused(
            _("%(claim)s can't be said of that: choose a subject of the kind it speaks of now.") % claim,
            "unfit_subject",
        )
    if moved.part is not None and aim.table not in (moved.part.row.table,):
        raise Refused(
            _("%(claim)s says who took part, or in what order: choose an event, or a like part of one.") % claim,
            "unfit_subject",
        )
    if moved.claim.hangs_on is not None and to.row == Row("event", moved.claim.hangs_on):
        raise Refused(
            _("%(claim)s counts its days from that event, which can't be counted from itself.") % claim,
            "hangs_on_itself",
        )
