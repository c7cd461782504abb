"""Plans how chosen claims of an event go to a new one, with the parts they rest on."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from timeline.rearranging.holdings import HeldClaim, HeldParticipation, HeldRelation, Holdings
from timeline.rearranging.plan import Draft, New, Plan, Refused, Row


def plan_split(holdings: Holdings, chosen: Iterable[Row], values: Mapping[str, object]) -> Plan:
    """Return the plan by which the chosen rows of an event go to a new event; pure.

    chosen: claims, and whole participations, relations and movements; where only some claims of a
    participation or relation go, it is doubled, so that both events have it. values: columns of the new
    event: slug, title, kind, theatre_id and what else it shall have. Raises Refused where no claim goes,
    or a published event would keep none.
    """
    chosen = frozenset(chosen)
    going = _going(holdings, chosen)
    _refuse_empty(holdings, going)
    draft = Draft()
    published = sum(claim.published for claim in going)
    state = {} if holdings.event.published and published else {"publication": "draft", "published_on": None}
    new = draft.make(
        "event", "event", **{"atlas_id": holdings.event.atlas, **values, **state, "published_claims": published}
    )
    twins: dict[Row, Row | New] = {holdings.event.row: new}
    for claim in going:
        if claim.of == holdings.event.row:
            draft.change(claim.row, event_id=new)
    for part in holdings.participations:
        _split_part(draft, holdings, part, chosen, going, twins, {"event_id": new})
    for relation in holdings.relations:
        ends = {
            column: new
            for column, event in (("from_event_id", relation.from_event), ("to_event_id", relation.to_event))
            if event == holdings.event.key
        }
        _split_part(draft, holdings, relation, chosen, going, twins, ends)
    for movement in holdings.movements:
        if Row("movement", movement) in chosen:
            draft.change(Row("movement", movement), event_id=new)
    _take_decisions(draft, holdings, going, twins)
    made = ("event", str(values["slug"]), str(values["title"]))
    return draft.finished("split", holdings.event.atlas, (holdings.event.subject, made))


def _going(holdings: Holdings, chosen: frozenset[Row]) -> tuple[HeldClaim, ...]:
    return tuple(claim for claim in holdings.claims if claim.row in chosen or claim.of in chosen)


def _refuse_empty(holdings: Holdings, going: tuple[HeldClaim, ...]) -> None:
    if not going:
        raise Refused(_("Choose at least one claim: an event stands on what a source says of it."), "nothing_chosen")
    if holdings.event.published and not set(holdings.counting()) - set(going):
        raise Refused(
            _("This would leave “%(title)s” without a claim, and it is published: leave it at least one.")
            % {"title": holdings.event.title[:200]},
            "left_without_claim",
        )


def _split_part(
    draft: Draft,
    holdings: Holdings,
    part: HeldParticipation | HeldRelation,
    chosen: frozenset[Row],
    going: tuple[HeldClaim, ...],
    twins: dict[Row, Row | New],
    moved: Mapping[str, New],
) -> None:
    """Take a participation or relation along whole, or double it where some of its claims stay."""
    own = holdings.claims_of(part.row)
    leaving = [claim for claim in own if claim in going]
    if part.row in chosen or (leaving and len(leaving) == len(own)):
        draft.change(part.row, **moved)
    elif leaving:
        twin = draft.make(
            part.row.table, f"{part.row.table} {part.key}", **{**part.columns(holdings.event.atlas), **moved}
        )
        twins[part.row] = twin
        for claim in leaving:
            draft.change(claim.row, **{f"{part.row.table}_id": twin})


def _take_decisions(
    draft: Draft, holdings: Holdings, going: tuple[HeldClaim, ...], twins: Mapping[Row, Row | New]
) -> None:
    """A decision goes with the claim it prefers; one that holds a thing undecidable stays."""
    keys = {claim.key for claim in going}
    for decision in holdings.decisions:
        if decision.claim in keys and decision.of in twins:
            draft.change(decision.row, **{f"{decision.of.table}_id": twins[decision.of]})
