"""Plans how two events of one atlas become one, so that nothing said of either is lost."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from timeline.rearranging.holdings import (
    HeldDecision,
    HeldParticipation,
    HeldRelation,
    Holdings,
    named,
)
from timeline.rearranging.plan import Draft, Plan, Refused, Row
from timeline.rearranging.redirects import leave_redirect


def plan_merge(
    kept: Holdings,
    gone: Holdings,
    *,
    values: Mapping[str, object] | None = None,
    standing: Iterable[int] = (),
) -> Plan:
    """Return the plan by which `gone` becomes part of `kept`; pure.

    values: columns of the kept event that an editor took from the other; standing: the keys of the
    decisions that stand where both events have one about the same thing (see `rival_decisions`).
    Raises Refused where they can't be one event, or a decision is still to be chosen.
    """
    refuse_unfit(kept, gone)
    draft = Draft()
    if values:
        draft.change(kept.event.row, **values)
    twins = {kept.event.row: gone.event.row}
    for claim in gone.claims_of(gone.event.row):
        draft.change(claim.row, event_id=kept.event.key)
    _merge_relations(draft, kept, gone, twins)
    _merge_participations(draft, kept, gone, twins)
    _merge_decisions(draft, kept, gone, twins, frozenset(standing))
    for movement in gone.movements:
        draft.change(Row("movement", movement), event_id=kept.event.key)
    for claim in gone.hanging:
        draft.change(claim.row, relative_to_event_id=kept.event.key)
    for period, column in gone.periods:
        draft.change(Row("period", period), **{column: kept.event.key})
    leave_redirect(draft, "event", (*gone.former, *kept.former), kept=kept.event.slug, gone=gone.event.slug)
    draft.remove(gone.event.row)
    return draft.finished("merge", kept.event.atlas, (kept.event.subject, gone.event.subject))


def refuse_unfit(kept: Holdings, gone: Holdings) -> None:
    """Raise Refused with a sentence where the two can't be one event."""
    titles = {"kept": kept.event.title[:200], "gone": gone.event.title[:200]}
    if kept.event.key == gone.event.key:
        raise Refused(_("An event can't be merged with itself: choose two events."), "same_event")
    if kept.event.atlas != gone.event.atlas:
        raise Refused(
            _("“%(kept)s” and “%(gone)s” belong to different atlases: only events of one atlas can be merged.")
            % titles,
            "two_atlases",
        )
    if gone.event.published and not kept.event.published:
        raise Refused(
            _(
                "“%(gone)s” is published and “%(kept)s” is not, so readers would find nothing:"
                " keep “%(gone)s”, or publish “%(kept)s” first."
            )
            % titles,
            "hides_published",
        )
    between = {
        relation.row for relation in gone.relations if kept.event.key in (relation.from_event, relation.to_event)
    }
    told = [claim for claim in gone.claims if claim.of in between]
    if told:
        raise Refused(
            _(
                "A source relates “%(kept)s” and “%(gone)s” to each other (%(claims)s), which it can't do of one"
                " event: move those claims elsewhere first, or leave the two apart."
            )
            % {**titles, "claims": named(told)},
            "related_by_claim",
        )
    own = {kept.event.row, gone.event.row}
    hanging = [claim for claim in (*kept.hanging, *gone.hanging) if claim.of in own]
    if hanging:
        raise Refused(
            _(
                "%(claims)s dates one of the two by the other, and an event can't be counted from itself:"
                " change what it counts from first, or leave the two apart."
            )
            % {"claims": named(dict.fromkeys(hanging))},
            "hangs_on_itself",
        )


def rival_decisions(kept: Holdings, gone: Holdings) -> list[tuple[HeldDecision, HeldDecision]]:
    """The pairs of decisions that would stand for one thing: an editor chooses one of each."""
    twins: dict[Row, Row] = {kept.event.row: gone.event.row}
    _merge_relations(Draft(), kept, gone, twins)
    _merge_participations(Draft(), kept, gone, twins)
    return _rivals(kept, gone, twins)


def _rivals(kept: Holdings, gone: Holdings, twins: Mapping[Row, Row]) -> list[tuple[HeldDecision, HeldDecision]]:
    return [
        (one, other)
        for own, others in twins.items()
        for one in kept.decisions_of(own)
        for other in gone.decisions_of(others)
        if one.rivals(other)
    ]


def _merge_relations(draft: Draft, kept: Holdings, gone: Holdings, twins: dict[Row, Row]) -> None:
    into, away = kept.event.key, gone.event.key
    known = {relation.ends: relation for relation in kept.relations}
    for relation in gone.relations:
        start, end = (into if event == away else event for event in (relation.from_event, relation.to_event))
        if start == end:
            # The tie between the two: refuse_unfit has seen that no claim rests on it.
            for decision in gone.decisions_of(relation.row):
                draft.remove(decision.row)
            draft.remove(relation.row)
        elif twin := known.get((start, relation.kind, end)):
            twins[twin.row] = relation.row
            _join_relation(draft, gone, relation, twin)
        else:
            draft.change(relation.row, from_event_id=start, to_event_id=end)


def _join_relation(draft: Draft, gone: Holdings, relation: HeldRelation, twin: HeldRelation) -> None:
    for claim in gone.claims_of(relation.row):
        draft.change(claim.row, relation_id=twin.key)
    low, high = joined_range((twin.low, twin.high), (relation.low, relation.high))
    if (low, high) != (twin.low, twin.high):
        draft.change(twin.row, low=low, high=high)
    draft.remove(relation.row)


def joined_range(one: tuple, other: tuple) -> tuple[int | None, int | None]:
    """The days of two relations that become one: what the only one says, else room for both."""
    if one == (None, None) or other == (None, None):
        return other if one == (None, None) else one
    low = None if None in (one[0], other[0]) else min(one[0], other[0])
    high = None if None in (one[1], other[1]) else max(one[1], other[1])
    return low, high


def _merge_participations(draft: Draft, kept: Holdings, gone: Holdings, twins: dict[Row, Row]) -> None:
    known = kept.participations
    # The doer of the kept event stays first.
    after = max((part.order for part in known), default=-1) + 1
    for part in gone.participations:
        alike = [own for own in known if own.row not in twins and _same_part(own, part)]
        twin = min(alike, key=lambda own: own.side != part.side, default=None)
        if twin is None:
            draft.change(part.row, event_id=kept.event.key, order=after + part.order)
            continue
        twins[twin.row] = part.row
        for claim in gone.claims_of(part.row):
            draft.change(claim.row, participation_id=twin.key)
        if twin.side is None and part.side is not None:
            draft.change(twin.row, side_id=part.side)
        draft.remove(part.row)


def _same_part(one: HeldParticipation, other: HeldParticipation) -> bool:
    # One person on two sides is a disagreement, and stays two rows.
    return (one.bearer, one.role) == (other.bearer, other.role) and (
        one.side == other.side or None in (one.side, other.side)
    )


def _merge_decisions(
    draft: Draft, kept: Holdings, gone: Holdings, twins: Mapping[Row, Row], standing: frozenset[int]
) -> None:
    for pair in _rivals(kept, gone, twins):
        chosen = [decision for decision in pair if decision.key in standing]
        if len(chosen) != 1:
            raise Refused(
                _("Both events have a decision about %(attribute)s: choose which one stands.")
                % {"attribute": " ".join(filter(None, (pair[0].attribute, pair[0].edge)))},
                "two_decisions",
            )
        draft.remove(next(decision for decision in pair if decision is not chosen[0]).row)
    for own, other in twins.items():
        for decision in gone.decisions_of(other):
            draft.change(decision.row, **{f"{own.table}_id": own.key})
