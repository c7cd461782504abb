"""Before a claim is saved the desk shows what it comes to and what it conflicts with, and writes nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_claim, make_relation
from tests.timeline.entering.conftest import ADD, CHECK, account, entered
from timeline.models import Claim, Event

READING = "solar_hijri_month_as_gregorian|1909-07-13"
HOSTILE = "<script>alert(1)</script>\u202e" + "x" * 10_000


def check(desk, told, **more) -> dict:
    answer = desk.post(CHECK, entered(told, **more))
    assert answer.status_code == 200
    return answer.json()


def codes(preview) -> list[str]:
    return [problem["code"] for problem in preview["problems"]]


def kept_empty(preview) -> dict[str, str]:
    return {each["field"]: each["value"] for each in preview["left_empty"]}


WORDS = [
    ("22 Tir 1288", "solar_hijri", "1909-07-13", "13 July 1909", "to the day"),
    ("۲۲ تیر ۱۲۸۸", "unknown", "1909-07-13", "13 July 1909", "to the day"),
    ("30 June 1909", "julian", "1909-07-13", "13 July 1909", "to the day"),
    ("May–July 1909", "gregorian", "1909-05/1909-07", "May to July 1909", "between two stated ends"),
    ("July 1909", "gregorian", "1909-07", "July 1909", "to the month"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "calendar", "edtf", "said", "precision"), WORDS)
def test_printed_words_come_to_days_in_four_calendars(desk, told, words, calendar, edtf, said, precision):
    preview = check(desk, told, as_printed=words, calendar=calendar)
    assert codes(preview) == []
    assert (preview["date"]["edtf"], preview["date"]["words"], preview["date"]["precision"]) == (edtf, said, precision)
    assert len(preview["date"]["calendars"]) == 4
    assert kept_empty(preview) == {"face": edtf, "key": "paper-1"}


def test_every_reading_is_offered_and_none_is_chosen(desk, told):
    preview = check(desk, told, as_printed="5 May 1288 AH", calendar="unknown")
    assert codes(preview) == ["ambiguous_date"]
    assert preview["date"] is None
    assert [each["value"] for each in preview["readings"]] == ["1909-05-05", "1871-05-05", "[1909-05-05,1871-05-05]"]
    assert not any(each["chosen"] for each in preview["readings"])
    chosen = check(desk, told, as_printed="5 May 1288 AH", calendar="unknown", reading="1909-05-05")
    assert [each["chosen"] for each in chosen["readings"]] == [True, False, False]
    assert chosen["date"]["words"] == "5 May 1909"


def test_the_conflict_is_seen_with_its_source_and_printed_form_and_a_reading_is_proposed(desk, told):
    preview = check(desk, told, as_printed="22 July 1909")
    (clash,) = preview["clashes"]
    (against,) = clash["claims"]
    assert (against["key"], against["source"], against["said"]) == (told.first.key, "Book", "13 July 1909")
    assert not clash["between"]
    assert preview["proposals"][0]["name"] == READING
    assert "22 Tir 1288 is 13 July 1909" in preview["proposals"][0]["why"]


def test_a_proposed_reading_is_shown_to_all_and_to_be_taken_over_by_reviewers_alone(desk, reviewing, told):
    shown, offered = (check(each, told, as_printed="22 July 1909") for each in (desk, reviewing))
    assert shown["proposals"] == offered["proposals"] != []
    assert (shown["asks_why"], offered["asks_why"]) == (False, True)
    assert shown["who_takes"].startswith("A reviewer decides what the writer meant")
    assert offered["who_takes"] == ""
    page = desk.post(ADD, entered(told, as_printed="22 July 1909", _check="Check")).content.decode()
    assert shown["who_takes"] in page
    assert shown["proposals"][0]["why"] in page
    assert 'type="radio" name="take"' not in page
    taken = check(desk, told, as_printed="22 July 1909", take=READING, take_reason="So.")
    assert [(each["field"], each["code"]) for each in taken["problems"]] == [("take", "not_allowed")]


def test_claims_that_nobody_has_published_are_held_against_it_too(desk, told):
    Claim.objects.filter(pk=told.first.pk).update(publication="draft")
    (clash,) = check(desk, told, as_printed="22 July 1909")["clashes"]
    assert [each["published"] for each in clash["claims"]] == [False]
    Claim.objects.filter(pk=told.first.pk).update(publication="withdrawn")
    assert check(desk, told, as_printed="22 July 1909")["clashes"] == []


def test_claims_that_leave_room_are_counted_and_named_apart_from_those_against_it(desk, told):
    agreeing = check(desk, told, as_printed="July 1909")
    assert (agreeing["clashes"], agreeing["agreement"]) == ([], "1 other claim of the same leaves room for it.")
    make_claim(event=told.entry, source=told.paper, face="1909-07-22", edge="on")
    (clash,) = check(desk, told, as_printed="13 July 1909")["clashes"]
    assert [each["key"] for each in clash["claims"]] == ["paper-1"]
    assert [each["key"] for each in clash["agreeing"]] == [told.first.key]


def test_a_contradiction_of_the_order_told_is_foreseen(desk, told, after):
    preview = check(desk, told, event=told.telegram.pk, as_printed="1 July 1909")
    (clash,) = preview["clashes"]
    assert clash["between"]
    assert {each["key"] for each in clash["claims"]} == {told.first.key, after.claims.get().key}
    assert check(desk, told, event=told.telegram.pk, as_printed="20 July 1909")["clashes"] == []


def test_an_order_that_is_only_being_entered_is_foreseen_as_well(desk, told):
    make_claim(event=told.telegram, source=told.book, face="1909-07-01", edge="on")
    relation = make_relation(told.telegram, "after", told.entry)
    relation.claims.all().delete()
    claim = {
        "subject_kind": "relation",
        "event": "",
        "relation": relation.pk,
        "attribute": "sequence",
        "edge": "",
        "calendar": "",
    }
    (clash,) = check(desk, told, **claim)["clashes"]
    assert clash["between"]


def test_five_days_later_says_which_day_that_comes_to(desk, told):
    preview = check(
        desk, told, event=told.telegram.pk, as_printed="five days later", calendar="", relative_to_claim=told.first.pk
    )
    assert codes(preview) == []
    assert preview["date"]["words"] == "18 July 1909"
    assert kept_empty(preview)["offset_low"] == kept_empty(preview)["offset_high"] == "5"
    assert preview["hangs"] == f"It is dated 5 days after {told.first.key}."


def test_what_hangs_on_an_event_is_counted_from_it(desk, told):
    preview = check(
        desk, told, event=told.telegram.pk, as_printed="the previous day", calendar="", relative_to_event=told.entry.pk
    )
    assert preview["date"]["words"] == "12 July 1909"


def test_a_ring_of_dates_is_said_at_the_field_that_closes_it(reviewing, told):
    hanging = make_claim(
        event=told.telegram, source=told.paper, as_printed="", relative_to_claim=told.first, offset_low=5, offset_high=5
    )
    ring = {"source": told.book.pk, "as_printed": "", "calendar": "", "relative_to_claim": hanging.pk, "offset_low": 1}
    preview = check(reviewing, told, claim=told.first.pk, offset_high=1, **ring)
    assert [(each["field"], each["code"]) for each in preview["problems"]] == [
        ("relative_to_claim", "relative_date_cycle")
    ]


def test_a_kept_claim_is_not_held_against_itself(reviewing, told):
    make_claim(event=told.entry, source=told.paper, face="1909-07-22", edge="on")
    (clash,) = check(reviewing, told, claim=told.first.pk, source=told.book.pk, as_printed="13 July 1909")["clashes"]
    assert [each["key"] for each in (*clash["claims"], *clash["agreeing"])] == ["paper-1"]


def test_a_typed_day_stands_and_the_difference_is_pointed_out(desk, told):
    preview = check(desk, told, as_printed="13 July 1909", face="1909-07")
    assert preview["date"]["edtf"] == "1909-07"
    assert preview["difference"] == "You typed 1909-07; the words say 1909-07-13. What you typed is kept."
    assert "face" not in kept_empty(preview)


NUMBERS = [
    ("about 1,200 riders", "Strength: about 1,200 riders"),
    ("۱۲۰۰", "Strength: 1,200"),
    ("several hundred", "Strength: “several hundred”"),
    ("more than 300 men", "Strength: more than 300 men"),
]


@pytest.mark.parametrize(("words", "says"), NUMBERS)
def test_a_number_is_told_as_readers_will_see_it(desk, told, words, says):
    assert check(desk, told, attribute="strength", edge="", calendar="", as_printed=words)["says"] == says


def test_two_numbers_of_two_sources_conflict(desk, told):
    make_claim(
        event=told.entry, source=told.book, attribute="strength", low=300, high=300, unit="riders", as_printed="300"
    )
    (clash,) = check(desk, told, attribute="strength", edge="", calendar="", as_printed="1,200 riders")["clashes"]
    assert [each["printed"] for each in clash["claims"]] == ["300"]


MISTAKES = [
    ({"as_printed": "blah 13 July 1909"}, "as_printed", "unknown_word"),
    ({"as_printed": "13 July"}, "context_year", "year_missing"),
    ({"as_printed": "13 July 1909", "calendar": ""}, "calendar", "calendar_missing"),
    ({"as_printed": "five days later"}, "relative_to_event", "anchor_missing"),
    ({"as_printed": "13 July 1909", "face": "nonsense"}, "face", "bad_edtf"),
    ({"as_printed": "13 July 1909", "edge": "via"}, "edge", "edge_unfit"),
    ({"as_printed": "13 July 1909", "low": "5"}, "low", "field_unfit"),
    ({"as_printed": "13 July 1909", "source": "", "source_named": "none"}, "source", "name_unknown"),
    ({"as_printed": "13 July 1909", "key": "book-1"}, "key", "key_unfit"),
    ({"attribute": "route", "edge": "", "calendar": "", "route": "Nowhere"}, "route", "place_unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "field", "code"), MISTAKES)
def test_a_mistake_is_a_sentence_at_its_field_with_a_code(desk, told, typed, field, code):
    problems = {(each["field"], each["code"]): each["message"] for each in check(desk, told, **typed)["problems"]}
    assert problems[field, code].endswith(".")


def test_a_reading_that_is_not_proposed_is_not_taken_over(reviewing, told):
    (problem,) = check(reviewing, told, as_printed="13 July 1909", take="old_style|1900-01-01")["problems"]
    assert (problem["field"], problem["code"]) == ("take", "reading_not_proposed")


def test_an_editor_is_told_that_a_published_claim_is_a_reviewers(desk, told):
    refused = desk.post(CHECK, {**entered(told), "claim": told.first.pk})
    assert (refused.status_code, refused.json()["problems"][0]["code"]) == (403, "claim_closed")


def test_what_is_not_typed_yet_is_no_mistake(desk, db):
    preview = desk.post(CHECK, {}).json()
    assert (preview["problems"], preview["clashes"]) == ([], [])
    assert preview["agreement"].endswith(".")


def test_the_marked_place_comes_with_the_words_around_it(desk, told):
    (problem,) = check(desk, told, as_printed="13 July 09")["problems"]
    assert (problem["before"], problem["at"], problem["after"]) == ("13 July ", "09", "")


@pytest.mark.parametrize(
    "field", ["as_printed", "face", "section", "unit", "note", "route", "take", "reading", "source", "claim"]
)
def test_hostile_text_is_answered_with_sentences(desk, told, field):
    answer = desk.post(CHECK, entered(told, **{field: HOSTILE}))
    assert answer.status_code in (200, 404)
    assert all(each["message"] for each in answer.json()["problems"])
    assert len(answer.content) < 60_000


def test_hostile_words_stand_on_the_page_as_text(desk, told):
    answer = desk.post(ADD, entered(told, as_printed="<script>alert(1)</script>\u202e", _check="1"))
    assert answer.status_code == 200
    assert b"<script>alert" not in answer.content
    assert b"&lt;script&gt;" in answer.content


def test_checking_writes_nothing(reviewing, told):
    check(reviewing, told, as_printed="13 July 1909")
    with CaptureQueriesContext(
        connection,
    ) as seen:
        check(reviewing, told, as_printed="22 July 1909", take=READING, take_reason="So.")
    # Inside a test's transaction Django puts a savepoint around its questions about constraints.
    asking = ("SELECT", "SAVEPOINT", "RELEASE SAVEPOINT")
    assert [each["sql"] for each in seen if not each["sql"].lstrip().upper().startswith(asking)] == []
    assert Claim.objects.count() == 1


def test_checking_asks_the_same_number_of_questions_of_one_claim_and_of_twenty(desk, told):
    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            check(desk, told, as_printed="22 July 1909")
        return len(seen)

    asked()
    few = asked()
    for number in range(20):
        make_claim(event=told.entry, source=told.paper, face=f"1909-07-{number + 1:02}", edge="on")
    assert asked() == few


def test_only_who_may_enter_claims_may_check(client, told):
    asked_in = client.post(CHECK, entered(told))
    assert (asked_in.status_code, "/login/" in asked_in["Location"]) == (302, True)
    client.force_login(account("looks-on", "view_claim"))
    refused = client.post(CHECK, entered(told))
    assert (refused.status_code, refused.json()["problems"][0]["code"]) == (403, "not_allowed")
    client.force_login(account("adds", "add_claim"))
    assert client.post(CHECK, entered(told)).status_code == 200
    assert client.post(CHECK, {**entered(told), "claim": told.first.pk}).status_code == 403


def test_a_claim_that_is_gone_and_a_question_of_the_wrong_kind_are_refused(desk, told):
    assert desk.get(CHECK).status_code == 405
    gone = desk.post(CHECK, {**entered(told), "claim": 999_999})
    assert (gone.status_code, gone.json()["problems"][0]["code"]) == (404, "claim_gone")


def test_the_button_check_shows_the_same_without_javascript_and_saves_nothing(reviewing, told):
    answer = reviewing.post(ADD, entered(told, as_printed="22 July 1909", _check="Check"))
    content = answer.content.decode()
    assert answer.status_code == 200
    assert "It conflicts with other claims" in content
    assert f'name="take" value="{READING}"' in content
    assert not Claim.objects.filter(source=told.paper).exists()
    assert Event.objects.get(pk=told.entry.pk).version == told.entry.version
