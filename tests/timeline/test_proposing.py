"""Proposals read from records and worded, and the command that prints them."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import (
    make_claim,
    make_event,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_relation,
    make_source,
)
from timeline.models import Event
from timeline.proposing import propose

pytestmark = pytest.mark.django_db


@pytest.fixture
def tehran():
    return make_place("tehran", name="Tehran")


def made(atlas):
    return {(each.kind, each.subjects, each.relation, each.why) for each in propose(atlas)}


def test_two_captures_of_one_city_in_one_month_may_be_one(atlas, tehran):
    entry = make_event(atlas, "entry", on="1909-07-13", place=tehran, source=make_source("one"), kind="capture")
    make_event(atlas, "fall", on="1909-07-17", place=tehran, source=make_source("two"), kind="capture")
    assert made(atlas) == {
        ("same_event", ("entry", "fall"), "", "Both are of one kind at Tehran, 4 days apart."),
    }
    make_relation(Event.objects.get(slug="fall"), "after", entry)
    assert made(atlas) == set()


def test_a_printed_date_that_may_mean_the_day_of_another_event_brings_them_together(atlas, tehran):
    make_event(atlas, "coup", on="1908-06-23", place=tehran, source=make_source("one"), kind="coup")
    far = make_event(atlas, "dissolution", place=tehran, source=make_source("two"), kind="coup", claims=0)
    claim = make_claim(event=far, source=far.claims.first().source, face="1870-07-02", edge="on")
    claim.as_printed = "2 July 1287 AH"
    claim.save()
    Event.objects.filter(pk=far.pk).update(
        begin_earliest=claim.begin_earliest, begin_latest=claim.begin_latest,
        end_earliest=claim.end_earliest, end_latest=claim.end_latest,
    )  # fmt: skip
    ((kind, subjects, _relation, why),) = made(atlas)
    assert (kind, subjects) == ("same_event", ("dissolution", "coup"))
    assert "2 July 1287 AH" in why
    assert "2 Tir 1287 is 23 June 1908" in why


def test_an_order_and_its_act_are_found_by_what_they_are_called(atlas, tehran):
    source = make_source("one")
    make_event(atlas, "telegram", title="Telegram for a boycott", kind="telegram", on="1911-11-25", place=tehran,
               source=source)  # fmt: skip
    make_event(atlas, "boycott", title="Boycott of Russian goods", kind="protest", on="1911-11-27", place=tehran,
               source=source)  # fmt: skip
    why = "The order names what the act is called (boycott), and no relation joins them."
    assert made(atlas) == {("missing_relation", ("telegram", "boycott"), "orders", why)}


def test_a_name_of_a_person_is_not_what_an_act_is_called(atlas, tehran):
    make_person("salar", name="Salar Dawla", names={"en": "Salar Dawla"})
    source = make_source("one")
    make_event(atlas, "reward", title="Reward for Salar", kind="order", on="1911-11-25", place=tehran, source=source)
    make_event(atlas, "flight", title="Salar flees", kind="exile", on="1911-11-27", place=tehran, source=source)
    assert made(atlas) == set()


def test_a_march_is_joined_to_what_happened_where_it_came(atlas, tehran):
    make_event(atlas, "capture", on="1909-07-13", place=tehran, source=make_source("one"))
    make_movement(atlas, "march", title="The march", legs=((None, tehran, "", "1909-07-13"),))
    why = "“The march” comes to Tehran on 13 July 1909, where this happened."
    assert made(atlas) == {("march_of_event", ("march", "capture"), "", why)}


def test_opponents_do_not_do_the_same_thing(atlas, tehran):
    one = make_event(atlas, "one", on="1909-07-13", place=tehran, source=make_source("one"))
    two = make_event(atlas, "two", on="1909-07-13", place=tehran, source=make_source("two"))
    make_participation(event=one, person=make_person(), side="royalists", role="attacker")
    assert len(made(atlas)) == 1
    make_participation(event=two, person=make_person(), side="constitutionalists", role="attacker")
    assert made(atlas) == set()


def test_it_takes_the_same_queries_for_two_and_for_fifty(atlas, tehran, django_assert_num_queries):
    source = make_source("one")
    for number in range(50):
        if number in (2, 49):
            with django_assert_num_queries(6):
                propose(atlas)
        make_event(atlas, f"e{number}", on="1909-07-13", place=tehran, source=source)


def test_the_command_prints_every_proposal_with_its_sentence(atlas, tehran):
    make_event(atlas, "entry", on="1909-07-13", place=tehran, source=make_source("one"))
    make_event(atlas, "fall", on="1909-07-13", place=tehran, source=make_source("two"))
    out = StringIO()
    call_command("propose", stdout=out)
    assert out.getvalue().splitlines() == [
        "same_event: entry + fall",
        "    Both are of one kind at Tehran, and their days may be the same.",
        "1 proposals for “The Revolution”.",
    ]
    with pytest.raises(CommandError):
        call_command("propose", atlas="nowhere", stdout=out)
