"""Plans how claims go from one subject to another."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from timeline.rearranging.holdings import HeldClaim, HeldDecision
from timeline.rearranging.plan import Draft, Plan, Refused, Row

SUBJECT_TABLES = ("event", "movement", "leg", "participation", "relation")
# What can be said of a part alone: whoever took part, and in what order things came.
ONLY_OF_PART = {"side": ("participation",), "sequence": ("relation", "event")}
ONLY_OF_WHOLE = {
    "participation": ("participant", "side", "strength", "casualties"),
    "relation": ("sequence", "date", "duration"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A subject that claims may speak of, with its atlas and the event or movement it belongs to.

    decisions: those already made about it.
    """

    row: Row
    atlas: int
    subject: tuple[str, str, str]
    decisions: tuple[HeldDecision, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """A claim on its way, with what it speaks of now and the decisions that prefer it."""

    claim: HeldClaim
    attribute: str
    atlas: int
    subject: tuple[str, str, str]
    decisions: tuple[HeldDecision, ...] = ()


def plan_move(claims: Iterable[Moved], to: Place) -> Plan:
    """Return the plan by which the claims come to speak of another subject; pure.

    A decision that prefers a claim goes with it. Raises Refused where nothing would move, the atlases
    differ, the claim can't be said of such a subject, or the subject has a decision of its own.
    """
    claims = [moved for moved in claims if moved.claim.of != to.row]
    if not claims:
        raise Refused(_("These claims speak of that already: choose another subject."), "nothing_moves")
    draft = Draft()
    for moved in claims:
        _refuse_unfit(moved, to)
        draft.change(moved.claim.row, **_speaking_of(to.row))
        for decision in moved.decisions:
            if decision.of != moved.claim.of:
                continue
            if any(decision.rivals(own) for own in to.decisions):
                raise Refused(
                    _(
                        "A decision prefers %(claim)s where it is, and “%(title)s” has a decision of its own about"
                        " the same thing: take one of them back first."
                    )
                    % {"claim": moved.claim.name, "title": to.subject[2][:200]},
                    "two_decisions",
                )
            draft.change(decision.row, **_speaking_of(to.row))
    left = dict.fromkeys(moved.subject for moved in claims)
    return draft.finished("move", to.atlas, (to.subject, *(subject for subject in left if subject != to.subject)))


def _speaking_of(row: Row) -> dict[str, int | None]:
    return {f"{table}_id": row.key if table == row.table else None for table in SUBJECT_TABLES}


def _refuse_unfit(moved: Moved, to: Place) -> None:
    if moved.atlas != to.atlas:
        raise Refused(
            _("%(claim)s speaks of another atlas: claims move within one atlas only.") % {"claim": moved.claim.name},
            "two_atlases",
        )
    fits = ONLY_OF_PART.get(moved.attribute, SUBJECT_TABLES)
    allowed = ONLY_OF_WHOLE.get(to.row.table, (moved.attribute,))
    if to.row.table not in fits or moved.attribute not in allowed:
        raise Refused(
            _("%(claim)s can't be said of that: choose a subject of the kind it speaks of now.")
            % {"claim": moved.claim.name},
            "unfit_subject",
        )
    if moved.claim.hangs_on is not None and to.row == Row("event", moved.claim.hangs_on):
        raise Refused(
            _("%(claim)s counts its days from that event, which can't be counted from itself.")
            % {"claim": moved.claim.name},
            "hangs_on_itself",
        )
