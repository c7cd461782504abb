"""Foresees what an entered claim would conflict with, by the functions that find the disputes of the atlas.

Nothing is written: the claim is weighed as if it were kept beside all that are not withdrawn.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from chronology.spans import Shape
from timeline.anchors import is_relative
from timeline.contradictions import Contradiction, contradictions
from timeline.entering.standing import STANDING, claims_standing
from timeline.models import Claim, Decision, Leg, Participation
from timeline.order_reading import COLUMNS, ClaimRow
from timeline.statements import taking_part
from timeline.support import supported_by
from timeline.told_order import Entered, told_of
from timeline.weighing import Disagreement, of_whole_march, weigh

_OF_ORDER = ("date", "sequence")


@dataclass(frozen=True, slots=True)
class Foresight:
    """What disagrees once the claim is kept: about its own subject, and between its subject and others.

    beside: the other claims of the same attribute and end of the same subject; agreeing: the keys of those
    among them that can be true together with it.
    """

    disagreements: tuple[Disagreement, ...] = ()
    order: tuple[Contradiction, ...] = ()
    beside: tuple[Claim, ...] = ()
    agreeing: frozenset[str] = frozenset()


def foresee(claim: Claim) -> Foresight:
    """Return what would disagree with a claim that has a subject, a source and its days; about twenty queries.

    The claim may be new or a kept one with other values; it needs a key.
    """
    others = [other for other in _claims_about(claim) if other.pk != claim.pk]
    shape = _shape(claim)
    weighed = weigh([*others, claim], _decisions(claim), shape, _parts(claim))
    beside = tuple(other for other in others if _same(other, claim))
    return Foresight(
        disagreements=tuple(each for each in weighed.disagreements if claim.key in each.conflict.claims),
        order=tuple(_order(claim)),
        beside=beside,
        agreeing=frozenset(other.key for other in beside if not weigh([other, claim], (), shape).disagreements),
    )


_EDGES = {"": "on", "at": "on", "departs": "begin", "arrives": "end"}


def _same(one: Claim, other: Claim) -> bool:
    if one.attribute != other.attribute or _EDGES.get(one.edge, one.edge) != _EDGES.get(other.edge, other.edge):
        return False
    return one.attribute not in ("strength", "casualties") or one.unit == other.unit


def _claims_about(claim: Claim) -> list[Claim]:
    """The claims weighed with it: of its subject, and of a march's first or last leg those of the march."""
    kind = claim.subject_type
    claims = list(claims_standing().filter(**{kind: claim.subject}))
    if kind == "leg":
        orders = list(Leg.objects.filter(movement=claim.leg.movement_id).order_by("order").values_list("pk", flat=True))
        whole = claims_standing().filter(movement=claim.leg.movement_id)
        claims += of_whole_march(whole, first=orders[0] == claim.leg_id, last=orders[-1] == claim.leg_id)
    return claims


def _decisions(claim: Claim):
    return Decision.objects.filter(**{claim.subject_type: claim.subject}).select_related("claim")


def _shape(claim: Claim) -> Shape:
    return Shape(claim.event.shape) if claim.event_id else Shape.SPAN


def _parts(claim: Claim):
    """Who takes part in the event or movement, where the claim says that somebody does."""
    if not claim.participation_id:
        return ()
    whole = claim.participation.subject
    rows = Participation.objects.filter(**{whole._meta.model_name: whole}).select_related("person", "force")
    said = Claim.objects.filter(publication__in=STANDING, participation__in=rows).exclude(pk=claim.pk)
    keys: dict[int, list[str]] = {}
    for participation, key in said.order_by("pk").values_list("participation", "key"):
        keys.setdefault(participation, []).append(key)
    keys.setdefault(claim.participation_id, []).append(claim.key)
    return taking_part(rows, keys)


def _order(claim: Claim) -> Iterable[Contradiction]:
    whole = supported_by(claim)
    if claim.attribute not in _OF_ORDER or whole is None:
        return ()
    told = told_of(whole.atlas_id, standing=STANDING, entered=entered(claim))
    return (each for each in contradictions(told) if claim.key in each.claims)


def entered(claim: Claim) -> Entered:
    """The claim as the reading of order takes it, beside those that are kept."""
    relation = claim.relation if claim.relation_id else None
    hangs_on = claim.relative_to_claim.event_id if claim.relative_to_claim_id else claim.relative_to_event_id
    events = (claim.event_id, hangs_on, *((relation.from_event_id, relation.to_event_id) if relation else ()))
    stated = relation and (relation.from_event_id, relation.kind, relation.to_event_id, relation.low, relation.high)
    return Entered(
        row=ClaimRow(*(_column(claim, name) for name in COLUMNS)),
        relation=stated if claim.attribute == "sequence" else None,
        replaces=claim.pk,
        beside=tuple(event for event in events if event),
    )


# A new claim has no primary key; no kept one has this.
NEW = 0


def _column(claim: Claim, name: str):
    if name == "pk":
        return claim.pk or NEW
    if name == "interpretation__value":
        held = getattr(claim, "interpretation", None)
        return held.value if held else None
    if name in ("face_shape", "begin_earliest", "begin_latest", "end_earliest", "end_latest") and is_relative(claim):
        # What hangs on something is counted from it anew, and has no days of its own here.
        return getattr(claim, name) if claim.face else ("" if name == "face_shape" else None)
    field = claim._meta.get_field(name)
    return getattr(claim, field.attname)
