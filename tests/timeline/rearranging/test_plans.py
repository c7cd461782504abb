"""What merging, splitting and moving would do, planned from plain data without a database."""

from dataclasses import replace

import pytest

from timeline.rearranging.holdings import (
    FormerAddress,
    HeldClaim,
    HeldDecision,
    HeldEvent,
    HeldParticipation,
    HeldRelation,
    Holdings,
)
from timeline.rearranging.merging import joined_range, plan_merge, rival_decisions
from timeline.rearranging.moving import Moved, Place, plan_move
from timeline.rearranging.plan import New, Refused, Row
from timeline.rearranging.splitting import plan_split

EVENT = {"slug": "part", "title": "A part", "kind": "battle", "theatre_id": 1}
ARMY, KHAN = Row("force", 90), Row("person", 91)


def event(key: int, slug: str, **more) -> HeldEvent:
    return HeldEvent(**{"key": key, "atlas": 1, "slug": slug, "title": slug.title(), "published": True, **more})


def held(key: int, slug: str, *, event_fields=None, **more) -> Holdings:
    """An event with one published claim of its own."""
    own = HeldClaim(key * 10, f"book-{key}", Row("event", key))
    return Holdings(event=event(key, slug, **(event_fields or {})), **{"claims": (own,), **more})


def claim(key: int, of: Row, **more) -> HeldClaim:
    return HeldClaim(key, f"book-{key}", of, **more)


def changes(plan) -> dict[Row, dict]:
    return {change.row: dict(change.values) for change in plan.changes}


KEPT, GONE = held(1, "kept"), held(2, "gone")


def test_a_merge_moves_the_claims_removes_the_event_and_leaves_a_redirect():
    plan = plan_merge(KEPT, GONE)
    assert changes(plan) == {Row("claim", 20): {"event_id": 1}}
    assert plan.removals == (Row("event", 2),)
    made = [(creation.new.table, dict(creation.values)) for creation in plan.creations]
    assert made == [("formerslug", {"kind": "event", "old": "gone", "new": "kept"})]
    assert plan.subjects == (("event", "kept", "Kept"), ("event", "gone", "Gone"))


HANGING = claim(30, Row("event", 7), hangs_on=2)
REFERRING = {
    "a movement": ({"movements": (5,)}, Row("movement", 5), {"event_id": 1}),
    "a period that begins there": ({"periods": ((6, "begins_id"),)}, Row("period", 6), {"begins_id": 1}),
    "a period that ends there": ({"periods": ((6, "ends_id"),)}, Row("period", 6), {"ends_id": 1}),
    "a claim that counts from it": ({"hanging": (HANGING,)}, Row("claim", 30), {"relative_to_event_id": 1}),
    "a redirect to it": ({"former": (FormerAddress(8, "older", "gone"),)}, Row("formerslug", 8), {"new": "kept"}),
    "a redirect once made from it": (
        {"former": (FormerAddress(8, "gone", "elsewhere"),)}, Row("formerslug", 8), {"new": "kept"},
    ),
    "a decision": ({"decisions": (HeldDecision(9, Row("event", 2), "date", "on", 20),)}, Row("decision", 9),
                   {"event_id": 1}),
    "a relation from it": ({"relations": (HeldRelation(4, 2, "after", 3),)}, Row("relation", 4),
                           {"from_event_id": 1, "to_event_id": 3}),
    "a relation to it": ({"relations": (HeldRelation(4, 3, "after", 2),)}, Row("relation", 4),
                         {"from_event_id": 3, "to_event_id": 1}),
    "a participation": ({"participations": (HeldParticipation(4, ARMY, "attacker"),)}, Row("participation", 4),
                        {"event_id": 1, "order": 0}),
}  # fmt: skip


@pytest.mark.parametrize("sort", REFERRING)
def test_whatever_refers_to_the_merged_event_refers_to_the_kept_one(sort):
    fields, row, values = REFERRING[sort]
    assert changes(plan_merge(KEPT, replace(GONE, **fields)))[row] == values


def test_a_redirect_that_would_lead_to_itself_goes():
    gone = replace(GONE, former=(FormerAddress(8, "kept", "gone"),))
    assert Row("formerslug", 8) in plan_merge(KEPT, gone).removals


@pytest.mark.parametrize(
    ("mine", "theirs", "joined"),
    [
        ((None, None), (2, 3), (2, 3)),
        ((2, 3), (None, None), (2, 3)),
        ((1, 3), (2, 5), (1, 5)),
        ((1, None), (2, 5), (1, None)),
        ((None, None), (None, None), (None, None)),
    ],
)
def test_a_relation_both_have_becomes_one_with_the_claims_of_both(mine, theirs, joined):
    kept = replace(KEPT, relations=(HeldRelation(4, 1, "after", 3, *mine),))
    gone = replace(
        GONE, relations=(HeldRelation(5, 2, "after", 3, *theirs),), claims=(*GONE.claims, claim(50, Row("relation", 5)))
    )
    plan = plan_merge(kept, gone)
    assert Row("relation", 5) in plan.removals
    assert changes(plan)[Row("claim", 50)] == {"relation_id": 4}
    assert joined_range(mine, theirs) == joined
    ranged = changes(plan).get(Row("relation", 4), dict(zip(("low", "high"), mine, strict=True)))
    assert ranged == dict(zip(("low", "high"), joined, strict=True))


PARTS = [
    # kept: bearer, role, side; gone likewise; joined?
    ((ARMY, "attacker", 1), (ARMY, "attacker", 1), True),
    ((ARMY, "attacker", None), (ARMY, "attacker", 1), True),
    ((ARMY, "attacker", 1), (ARMY, "attacker", None), True),
    ((ARMY, "attacker", 1), (ARMY, "attacker", 2), False),
    ((ARMY, "attacker", 1), (ARMY, "captor", 1), False),
    ((ARMY, "attacker", 1), (KHAN, "attacker", 1), False),
]


@pytest.mark.parametrize(("mine", "theirs", "joined"), PARTS)
def test_a_participation_both_have_becomes_one_unless_they_contradict(mine, theirs, joined):
    kept = replace(KEPT, participations=(HeldParticipation(4, *mine, order=3),))
    gone = replace(
        GONE,
        participations=(HeldParticipation(5, *theirs, order=1),),
        claims=(*GONE.claims, claim(50, Row("participation", 5))),
    )
    plan = plan_merge(kept, gone)
    if joined:
        assert Row("participation", 5) in plan.removals
        assert changes(plan)[Row("claim", 50)] == {"participation_id": 4}
        taken = changes(plan).get(Row("participation", 4), {})
        assert taken == ({"side_id": theirs[2]} if mine[2] is None and theirs[2] else {})
    else:
        assert changes(plan)[Row("participation", 5)] == {"event_id": 1, "order": 5}
        assert Row("claim", 50) not in changes(plan)


def test_a_participation_of_the_same_side_is_joined_before_one_without():
    kept = replace(KEPT, participations=(HeldParticipation(4, ARMY, "other"), HeldParticipation(6, ARMY, "other", 1)))
    gone = replace(GONE, participations=(HeldParticipation(5, ARMY, "other", 1),))
    plan = plan_merge(kept, gone)
    assert plan.removals == (Row("participation", 5), Row("event", 2))
    assert Row("participation", 4) not in changes(plan)


def decided(kept_edge: str, gone_edge: str) -> tuple[Holdings, Holdings]:
    return (
        replace(KEPT, decisions=(HeldDecision(7, Row("event", 1), "date", kept_edge, 10),)),
        replace(GONE, decisions=(HeldDecision(8, Row("event", 2), "date", gone_edge, None),)),
    )


@pytest.mark.parametrize(("one", "other", "rivals"), [("on", "on", 1), ("", "on", 1), ("begin", "end", 0)])
def test_two_decisions_about_one_thing_are_chosen_between(one, other, rivals):
    kept, gone = decided(one, other)
    assert len(rival_decisions(kept, gone)) == rivals
    if rivals:
        with pytest.raises(Refused, match="choose which one stands"):
            plan_merge(kept, gone)
        assert Row("decision", 8) in plan_merge(kept, gone, standing=[7]).removals
        plan = plan_merge(kept, gone, standing=[8])
        assert Row("decision", 7) in plan.removals
        assert changes(plan)[Row("decision", 8)] == {"event_id": 1}
    else:
        assert changes(plan_merge(kept, gone))[Row("decision", 8)] == {"event_id": 1}


TIE = HeldRelation(4, 2, "after", 1)
UNFIT = {
    "same_event": (KEPT, KEPT),
    "two_atlases": (KEPT, held(2, "gone", event_fields={"atlas": 2})),
    "hides_published": (held(1, "kept", event_fields={"published": False}), GONE),
    "related_by_claim": (KEPT, replace(GONE, relations=(TIE,), claims=(*GONE.claims, claim(40, TIE.row)))),
    "hangs_on_itself": (replace(KEPT, hanging=(replace(GONE.claims[0], hangs_on=1),)), GONE),
}


@pytest.mark.parametrize("code", UNFIT)
def test_what_cannot_be_one_event_is_refused_with_a_sentence(code):
    with pytest.raises(Refused) as refused:
        plan_merge(*UNFIT[code])
    assert refused.value.code == code
    assert refused.value.message.endswith(".")


def test_a_tie_between_the_two_without_a_claim_goes():
    plan = plan_merge(replace(KEPT, relations=(TIE,)), replace(GONE, relations=(TIE,)))
    assert plan.removals == (Row("relation", 4), Row("event", 2))


WHOLE = Holdings(
    event=event(1, "whole"),
    claims=(
        claim(11, Row("event", 1)), claim(12, Row("event", 1)), claim(21, Row("participation", 2)),
        claim(22, Row("participation", 2)), claim(31, Row("relation", 3)), claim(41, Row("relation", 4)),
    ),
    participations=(HeldParticipation(2, ARMY, "attacker", 5, order=1),),
    relations=(HeldRelation(3, 1, "after", 8), HeldRelation(4, 9, "before", 1)),
    decisions=(
        HeldDecision(6, Row("event", 1), "date", "on", 11), HeldDecision(7, Row("event", 1), "place", "at", None),
    ),
    movements=(50, 51),
)  # fmt: skip
NEW = New("event", "event")


def test_a_split_takes_the_chosen_claims_and_the_decision_that_prefers_one():
    plan = plan_split(WHOLE, [Row("claim", 11), Row("movement", 50)], EVENT)
    assert changes(plan) == {
        Row("claim", 11): {"event_id": NEW}, Row("decision", 6): {"event_id": NEW},
        Row("movement", 50): {"event_id": NEW},
    }  # fmt: skip
    assert plan.removals == ()
    assert dict(plan.creations[0].values) == {**EVENT, "atlas_id": 1, "published_claims": 1}


SPLIT_PARTS = {
    "all claims of a participation": ([21, 22], Row("participation", 2), {"event_id": NEW}),
    "the relation to another": ([31], Row("relation", 3), {"from_event_id": NEW}),
    "the relation from another": ([41], Row("relation", 4), {"to_event_id": NEW}),
}


@pytest.mark.parametrize("sort", SPLIT_PARTS)
def test_a_part_goes_along_with_all_its_claims(sort):
    keys, row, values = SPLIT_PARTS[sort]
    plan = plan_split(WHOLE, [Row("claim", key) for key in keys], EVENT)
    assert changes(plan) == {row: values}
    assert len(plan.creations) == 1


def test_a_part_is_doubled_where_some_of_its_claims_stay():
    plan = plan_split(WHOLE, [Row("claim", 21)], EVENT)
    twin = plan.creations[1]
    assert dict(twin.values) == {"force_id": 90, "role": "attacker", "side_id": 5, "order": 1, "event_id": NEW}
    assert changes(plan) == {Row("claim", 21): {"participation_id": twin.new}}


def test_a_part_ticked_as_a_whole_takes_its_claims_along():
    plan = plan_split(WHOLE, [Row("participation", 2)], EVENT)
    assert changes(plan) == {Row("participation", 2): {"event_id": NEW}}


@pytest.mark.parametrize(
    ("chosen", "code"),
    [
        ([], "nothing_chosen"),
        ([Row("movement", 50)], "nothing_chosen"),
        # The claim of what relates to it counts for the other event, not for this one.
        ([claim.row for claim in WHOLE.claims if claim.key != 41], "left_without_claim"),
    ],
)
def test_a_split_that_leaves_an_event_without_a_claim_is_refused(chosen, code):
    with pytest.raises(Refused) as refused:
        plan_split(WHOLE, chosen, EVENT)
    assert refused.value.code == code


def test_a_split_of_a_draft_or_of_hidden_claims_makes_a_draft():
    draft = replace(WHOLE, event=event(1, "whole", published=False))
    assert plan_split(draft, [Row("claim", 11)], EVENT).creations[0].values["publication"] == "draft"
    hidden = replace(WHOLE, claims=(replace(WHOLE.claims[0], published=False), *WHOLE.claims[1:]))
    assert plan_split(hidden, [Row("claim", 11)], EVENT).creations[0].values["publication"] == "draft"


def moved(key: int = 11, of: Row = Row("event", 1), **more) -> Moved:  # noqa: B008 - frozen
    fields = {"attribute": "date", "atlas": 1, "subject": ("event", "one", "One"), **more}
    return Moved(claim=fields.pop("claim", claim(key, of)), **fields)


AIM = Place(Row("event", 2), 1, ("event", "two", "Two"))
NOWHERE = {"event_id": None, "movement_id": None, "leg_id": None, "participation_id": None, "relation_id": None}


@pytest.mark.parametrize("table", ["event", "movement", "leg"])
def test_a_claim_moves_to_any_subject_that_can_have_it(table):
    plan = plan_move([moved()], replace(AIM, row=Row(table, 2)))
    assert changes(plan) == {Row("claim", 11): {**NOWHERE, f"{table}_id": 2}}


def test_a_decision_moves_with_the_claim_it_prefers():
    preferring = HeldDecision(6, Row("event", 1), "date", "on", 11)
    assert changes(plan_move([moved(decisions=(preferring,))], AIM))[Row("decision", 6)] == {**NOWHERE, "event_id": 2}
    with pytest.raises(Refused, match="a decision of its own"):
        plan_move([moved(decisions=(preferring,))], replace(AIM, decisions=(replace(preferring, key=7),)))


PART = HeldParticipation(3, ARMY, "attacker", 5)
LIKE = HeldParticipation(4, ARMY, "attacker", 5)


@pytest.mark.parametrize(
    ("siblings", "there", "part", "claim_goes_to", "removed"),
    [
        ({11}, (), {"event_id": 2, "movement_id": None}, None, ()),
        ({11}, (LIKE,), None, 4, (Row("participation", 3),)),
        ({11, 12}, (LIKE,), None, 4, ()),
    ],
)
def test_a_claim_that_somebody_took_part_goes_to_the_like_part(siblings, there, part, claim_goes_to, removed):
    going = moved(of=Row("participation", 3), attribute="participant", part=PART, siblings=frozenset(siblings))
    plan = plan_move([going], replace(AIM, participations=there))
    assert changes(plan).get(Row("participation", 3)) == part
    to = changes(plan).get(Row("claim", 11))
    assert to == (None if claim_goes_to is None else {**NOWHERE, "participation_id": claim_goes_to})
    assert plan.removals == removed


def test_one_of_several_claims_of_a_part_has_a_like_part_made():
    going = moved(of=Row("participation", 3), attribute="participant", part=PART, siblings=frozenset({11, 12}))
    plan = plan_move([going], AIM)
    twin = plan.creations[0]
    assert (twin.values["event_id"], twin.values["force_id"], twin.values["role"]) == (2, 90, "attacker")
    assert changes(plan) == {Row("claim", 11): {**NOWHERE, "participation_id": twin.new}}


ORDERED = {"of": Row("relation", 3), "attribute": "sequence", "siblings": frozenset({11})}
UNFIT_MOVES = {
    "nothing_moves": (moved(of=Row("event", 2)), AIM),
    "two_atlases": (moved(atlas=2), AIM),
    "related_to_itself": (moved(part=HeldRelation(3, 1, "after", 2), **ORDERED), AIM),
    "hangs_on_itself": (moved(claim=claim(11, Row("event", 1), hangs_on=2)), AIM),
}


@pytest.mark.parametrize("alone", [True, False])
def test_a_claim_of_a_part_does_not_move_to_the_event_that_the_part_belongs_to(alone):
    siblings = frozenset({11} if alone else {11, 12})
    going = moved(of=PART.row, attribute="participant", part=PART, siblings=siblings)
    with pytest.raises(Refused) as refused:
        plan_move([going], replace(AIM, participations=(PART,)))
    assert refused.value.code == "nothing_moves"


@pytest.mark.parametrize("code", UNFIT_MOVES)
def test_a_claim_that_cannot_be_said_of_its_new_subject_is_refused(code):
    going, to = UNFIT_MOVES[code]
    with pytest.raises(Refused) as refused:
        plan_move([going], to)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("attribute", "table", "part"),
    [
        ("sequence", "movement", None),
        ("date", "participation", None),
        ("place", "relation", None),
        ("participant", "leg", PART),
        ("sequence", "movement", HeldRelation(3, 1, "after", 8)),
    ],
)
def test_who_took_part_and_in_what_order_is_not_said_of_a_march(attribute, table, part):
    going = moved(of=part.row if part else Row("event", 1), attribute=attribute, part=part)
    with pytest.raises(Refused) as refused:
        plan_move([going], replace(AIM, row=Row(table, 2)))
    assert refused.value.code == "unfit_subject"
