"""What is proposed to editors: events that may be one, relations that may be missing, and no more."""

import pytest

from chronology.edtf import parse_edtf
from timeline.proposals import (
    MARCH_OF_EVENT,
    MISSING_RELATION,
    SAME_EVENT,
    Arrival,
    Meeting,
    Occasion,
    proposals,
)


def days(edtf: str):
    span = parse_edtf(edtf)
    return span.earliest, span.latest


def event(slug: str, on: str = "1909-07-13", **fields) -> Occasion:
    values = {"kind": "capture", "place": "tehran", "place_name": "Tehran", "passages": frozenset({(slug, "", 1)})}
    return Occasion(slug, slug.title(), days=days(on) if on else None, **values | fields)


def same(*occasions, relations=(), **more) -> list[tuple[str, ...]]:
    return [each.subjects for each in proposals(occasions, relations=relations, **more) if each.kind == SAME_EVENT]


@pytest.mark.parametrize(
    ("one", "other", "proposed"),
    [
        ({}, {}, True),
        ({}, {"on": "1909-08-22"}, True),
        ({}, {"on": "1909-08-23"}, False),
        ({}, {"on": "1909-07"}, True),
        ({}, {"on": "1909"}, True),
        ({}, {"on": "1908/1910"}, False),
        ({}, {"on": ""}, False),
        ({}, {"kind": "battle"}, False),
        ({}, {"place": "qazvin"}, False),
        ({}, {"place": ""}, False),
        ({}, {"place": "gate", "within": ("tehran",)}, True),
        ({"place": "gate", "within": ("tehran",)}, {"place": "mosque", "within": ("tehran",)}, False),
        ({"side": "royalists"}, {"side": "russia"}, False),
        ({"side": "royalists"}, {"side": ""}, True),
        ({"passages": frozenset({("a", "lead", 1)})}, {"passages": frozenset({("a", "lead", 1)})}, False),
        ({"passages": frozenset({("a", "lead", 1)})}, {"passages": frozenset({("a", "lead", 2)})}, True),
    ],
)
def test_two_events_may_be_one_where_nothing_sets_them_apart(one, other, proposed):
    assert same(event("entry", **one), event("fall", **other)) == ([("entry", "fall")] if proposed else [])


@pytest.mark.parametrize(
    ("relations", "proposed"),
    [
        ([("fall", "entry")], False),
        ([("fall", "fighting"), ("fighting", "entry")], False),
        ([("entry", "fighting"), ("fighting", "fall")], False),
        ([("fall", "fighting"), ("entry", "fighting")], True),
        ([("fall", "fighting")], True),
    ],
)
def test_a_chain_of_relations_sets_two_events_apart(relations, proposed):
    assert bool(same(event("entry"), event("fall"), relations=relations)) is proposed


def test_a_reading_of_a_printed_date_brings_two_events_together():
    def meets(printed, year, day):
        return (
            Meeting(printed, "22 Tir is 13 July.")
            if (printed, year, day) == ("22 Tir", 1909, days("1909-07-13"))
            else None
        )

    one = event("entry", "1909-07-13")
    other = event("fall", "1871-05-05", printed=(("5 May", None), ("22 Tir", 1909)))
    (found,) = proposals([one, other], meets=meets)
    assert (found.kind, found.subjects, found.why) == (SAME_EVENT, ("fall", "entry"), "reading")
    assert dict(found.values)["why"] == "22 Tir is 13 July."
    assert proposals([one, event("fall", "1871-05-05")], meets=meets) == ()


ORDER = event("telegram", kind="telegram", is_order=True, acts=frozenset({"boycott"}), names=frozenset({"mashhad"}))
NAMES = frozenset({"mashhad"})


@pytest.mark.parametrize(
    ("act", "relations", "proposed"),
    [
        ({"acts": frozenset({"boycott"}), "names": NAMES}, [], True),
        ({"acts": frozenset({"boycott"})}, [], True),
        ({"acts": frozenset({"boycott"}), "place": "rasht"}, [], False),
        ({"acts": frozenset({"boycott"}), "names": NAMES, "place": "rasht"}, [], True),
        ({"acts": frozenset({"riot"}), "names": NAMES}, [], False),
        ({"acts": frozenset({"boycott"}), "names": NAMES}, [("act", "telegram")], False),
        ({"acts": frozenset({"boycott"}), "names": NAMES}, [("telegram", "act")], False),
        ({"acts": frozenset({"boycott"}), "names": NAMES, "on": "1909-07-01"}, [], False),
        ({"acts": frozenset({"boycott"}), "names": NAMES, "on": "1909-07-14"}, [], True),
        ({"acts": frozenset({"boycott"}), "names": NAMES, "on": "1909"}, [], True),
        ({"acts": frozenset({"boycott"}), "names": NAMES, "on": "1910"}, [], False),
        ({"acts": frozenset({"boycott"}), "names": NAMES, "on": ""}, [], True),
        ({"acts": frozenset({"boycott"}), "names": NAMES, "is_order": True}, [], False),
    ],
)
def test_an_order_that_names_an_act_misses_a_relation_to_it(act, relations, proposed):
    found = proposals([ORDER, event("act", **{"kind": "protest", **act})], relations=relations)
    expected = [(MISSING_RELATION, ("telegram", "act"), "orders")] if proposed else []
    assert [(each.kind, each.subjects, each.relation) for each in found] == expected


def test_a_word_that_many_events_are_called_by_names_none():
    acts = [event(f"act-{n}", kind=f"kind-{n}", acts=frozenset({"boycott"}), names=NAMES) for n in range(3)]
    assert len(proposals([ORDER, *acts[:2]])) == 2
    assert proposals([ORDER, *acts]) == ()


@pytest.mark.parametrize(
    ("arrival", "relations", "found"),
    [
        ({}, [], (MARCH_OF_EVENT, ("march", "capture"), "")),
        ({"on": "1909-07-14"}, [], None),
        ({"on": "1909-07"}, [], None),
        ({"place": "qazvin"}, [], None),
        ({"event": "capture"}, [], None),
        ({"event": "advance"}, [], (MISSING_RELATION, ("capture", "advance"), "after")),
        ({"event": "later"}, [], (MISSING_RELATION, ("capture", "later"), "before")),
        ({"event": "advance"}, [("capture", "advance")], None),
        ({"event": "advance"}, [("capture", "x"), ("x", "advance")], None),
    ],
)
def test_a_march_that_comes_to_an_event_on_its_day_is_joined_to_it(arrival, relations, found):
    occasions = [event("capture"), event("advance", "1909-06-22", kind="march"), event("later", "1909-08", kind="coup")]
    values = {"event": "", "place": "tehran", "on": "1909-07-13"} | arrival
    came = Arrival("march", "The march", values["event"], values["place"], days(values["on"]))
    made = proposals(occasions, [came, came], relations)
    assert [(each.kind, each.subjects, each.relation) for each in made] == ([found] if found else [])


def test_a_proposal_has_one_key_whichever_way_round_it_is_made():
    (one,) = proposals([event("entry"), event("fall")])
    (other,) = proposals([event("fall"), event("entry")])
    assert one.key == other.key == "same_event:entry:fall"
