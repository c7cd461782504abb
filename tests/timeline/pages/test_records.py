"""What the pages of records say."""

import pytest

from tests.factories import (
    make_claim,
    make_event,
    make_force,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_source,
)
from tests.timeline.pages.conftest import text
from timeline.models import Decision, FormerSlug, Interpretation


@pytest.fixture
def entry(atlas):
    """One article prints two days for one entry; an editor reads the second as the first."""
    source = make_source("triumph", title="Triumph")
    event = make_event(atlas, "entry", title="Entry into Tehran", on="1909-07-13", source=source, disputed=True,
                       place=make_place("tehran"), date_rule="agreement")  # fmt: skip
    late = make_claim(event=event, source=source, face="1909-07-22", edge="on", key="late", as_printed="22 July",
                      calendar="gregorian", supplied=["year"])  # fmt: skip
    Interpretation.objects.create(
        claim=late, method="solar_hijri_month_as_gregorian", value="1909-07-13", arithmetic="22 Tir is 13 July.",
        reason="The lead has it twice.", by="An editor", on="2026-11-22")  # fmt: skip
    return event


def _rows(page, css: str) -> list[list[str]]:
    (table,) = [e for e in page.iter("table") if e.get("class") == css]
    return [[text(cell) for cell in row if cell.tag in ("td", "th")] for row in table.find("tbody").iter("tr")]


def test_a_printed_date_stands_beside_its_reading_calendar_and_standing(read, entry):
    first, second = _rows(read("/events/entry/"), "printed-dates")
    assert first[1:3] == ["1909-07-13", "13 July 1909"]
    assert first[5] == "accepted"
    assert second[1:4] == ["22 July", "13 July 1909", "Solar Hijri, 22 Tir 1288; year supplied"]
    assert second[4].startswith("the same, ")
    assert second[5] == "dissents as printed"


def test_disagreeing_dates_are_drawn_on_one_axis_and_explained(read, entry):
    page = read("/events/entry/")
    (strip,) = [e for e in page.iter() if e.get("class") == "strip"]
    assert strip.get("aria-label") == "Claimed days: 13 July; 22 July"
    (section,) = [e for e in page.iter("section") if "disagreement" in e.get("class", "")]
    assert "22 Tir is 13 July." in text(section)
    assert "The lead has it twice." in text(section)
    assert "one witness" in text(section)


def _disagreement(page):
    (section,) = [e for e in page.iter("section") if "disagreement" in e.get("class", "")]
    return section


def test_an_accepted_reading_says_who_holds_it_when_and_why(read, entry):
    words = text(_disagreement(read("/events/entry/")))
    assert "22 July is held to mean 13 July 1909." in words
    assert "The lead has it twice. An editor, 22 November 2026" in words
    assert "22 July 1909 itself would be 31 Tir 1288." in words
    assert "Proposed" not in words


def test_a_reading_that_nobody_accepted_is_called_a_proposal_and_dashed(read, entry):
    Interpretation.objects.all().delete()
    section = _disagreement(read("/events/entry/"))
    assert "No editor has accepted an explanation." in text(section)
    (proposal,) = [e for e in section.iter("ul") if e.get("class") == "proposals"]
    assert "Proposed, not accepted: 22 July read as 13 July 1909" in text(proposal)
    assert "Tir was printed as “July” and the day kept." in text(proposal)
    assert any(use.get("href", "").endswith("#c-proposal") for use in proposal.iter())


def test_a_day_that_only_a_reading_gives_stands_dashed_on_the_axis(read, atlas):
    source = make_source("triumph")
    event = make_event(atlas, "fall", on="1909-07-17", source=source, disputed=True, date_rule="undecided")
    make_claim(event=event, source=source, face="1909-07-25", edge="on", as_printed="25 July 1909")
    event.claims.filter(face="1909-07-17").update(as_printed="17 July 1909")
    section = _disagreement(read("/events/fall/"))
    (strip,) = [e for e in section.iter() if e.get("class") == "strip"]
    assert strip.get("aria-label") == "Claimed days: 17 July; 25 July. Read as: 16 July"
    assert len([e for e in strip.iter() if "claim-candidate" in e.get("class", "")]) == 1


def test_what_no_calendar_explains_says_so_with_the_days_that_were_tried(read, atlas):
    event = make_event(atlas, "fall", on="1909-04-20", source=make_source("one"), disputed=True)
    event.claims.update(as_printed="20 April 1909")
    make_claim(event=event, source=make_source("two"), face="1909-04-29", edge="on", as_printed="29 April 1909")
    Decision.objects.create(atlas=atlas, event=event, attribute="date", edge="on", reason="No third text has a day.",
                            by="An editor", on="2026-11-22")  # fmt: skip
    words = text(_disagreement(read("/events/fall/")))
    assert "No calendar explains the difference. The dates are 9 days apart." in words
    assert "9 April 1909 (20 Farvardin 1288)" in words
    assert "Undecidable. No third text has a day. An editor, 22 November 2026" in words


def test_undecided_dates_are_called_so(read, entry):
    entry.date_rule = "undecided"
    entry.save()
    page = read("/events/entry/")
    assert {row[5] for row in _rows(page, "printed-dates")} == {"not decided"}
    assert "The atlas does not choose" in text(page)


def test_the_same_day_stands_in_four_calendars(read, entry):
    (days,) = [e for e in read("/events/entry/").iter("dl") if e.get("class") == "calendars"]
    assert [text(day) for day in days.iter("dd")] == [
        "13 July 1909", "22 Tir 1288", "24 Jumada II 1327", "30 June 1909 O.S.",
    ]  # fmt: skip


def test_an_event_leads_to_the_atlas_at_its_moment(read, entry):
    assert "/?at=event:entry&from=1909-06-13&to=1909-08-12&day=1909-07-13" in {
        a.get("href") for a in read("/events/entry/").iter("a")
    }


def test_an_event_without_a_date_says_what_its_story_leaves(read, atlas):
    make_event(atlas, "undated", bracket_from=2418501, bracket_to=2418505, claims=0, place=make_place())
    page = text(read("/events/undated/"))
    assert "No source gives a date." in page
    assert "between 13 and 17 July 1909" in page


def test_a_withdrawn_record_is_gone_and_a_renamed_one_has_moved(client, atlas):
    make_event(atlas, "gone", publication="withdrawn")
    make_event(atlas, "now")
    FormerSlug.objects.create(kind="event", old="once", new="now")
    assert client.get("/events/gone/").status_code == 410
    assert client.get("/events/draft/").status_code == 404
    moved = client.get("/events/once/")
    assert (moved.status_code, moved["Location"]) == (301, "/events/now/")


def test_a_draft_is_nobodys_page(client, atlas):
    make_event(atlas, "draft", publication="draft")
    assert client.get("/events/draft/").status_code == 404


def test_a_leg_shows_its_ends_days_pace_and_the_question_it_asks(read, atlas):
    rasht = make_place("rasht", latitude=37.28, longitude=49.58)
    make_movement(atlas, "march", force=make_force("gilan"), legs=(
        (rasht, make_place("tehran"), "1909-07-12", "1909-07-13", {"mode": "foot"}),
        (None, rasht, "", "")))  # fmt: skip
    first, second = _rows(read("/movements/march/"), "legs")
    assert first[1].startswith("Rasht → Tehran")
    assert first[2:4] == ["12 July 1909", "13 July 1909"]
    assert "km a day" in first[4]
    assert "is one of the dates wrong?" in first[4]
    assert second[1].startswith("start not given → Rasht")


def test_a_march_whose_dates_leave_no_time_asks_whether_one_of_them_is_wrong(read, atlas):
    baku = make_place("baku", latitude=40.37, longitude=49.89)
    anzali = make_place("anzali", latitude=37.47, longitude=49.46)
    qazvin = make_place("qazvin", latitude=36.27, longitude=50.0)
    make_movement(atlas, "march", force=make_force("column"), legs=(
        (baku, anzali, "1909-07-06", "", {"mode": "ship"}),
        (anzali, qazvin, "", "1909-07-11", {"mode": "column"})))  # fmt: skip
    page = read("/movements/march/")
    (asked,) = [e for e in page.iter("div") if e.get("class") == "march-question"]
    words = text(asked)
    assert "Legs 1 to 2 Baku to Qazvin, 508 km in at most 6 days (6 to 11 July 1909): 85 km a day." in words
    assert "Ship: 324 km at 450 km a day; column with guns: 184 km at 25 km a day, so about 8.1 days." in words
    assert "Is one of the dates wrong" in words
    assert "Clausewitz" in words
    assert "1909-07-11 read as 24 July 1909" in words
    assert [row[4].endswith("a question to the dates") for row in _rows(page, "legs")] == [True, True]


def test_a_place_tells_every_spelling_and_what_happened_in_its_parts(read, atlas):
    tehran = make_place("tehran", names={"fa": "تهران", "en": "Teheran"})
    gate = make_place("gate", name="Behjatabad Gate", parent=tehran)
    make_event(atlas, "at-the-gate", title="At the gate", place=gate, on="1909-07-13")
    page = read("/places/tehran/")
    assert {"تهران", "Teheran"} <= {row[0] for row in _rows(page, "names")}
    assert "At the gate" in text(page)
    assert "Behjatabad Gate" in text(page)


def test_a_person_is_shown_with_role_side_and_claims(read, entry):
    made = make_participation(event=entry, person=make_person("yeprem"), side="constitutionalists", role="commander")
    page = text(read("/people/yeprem/"))
    assert "commander · 13 July 1909" in page
    assert made.claims.get().key in page


def test_a_claim_tells_what_was_meant_and_what_contradicts_it(read, entry):
    page = text(read("/claims/late/"))
    for words in ("22 July", "22 July 1909", "13 July 1909", "22 Tir is 13 July.", "Contradicted by", "An editor"):
        assert words in page


def test_a_source_that_copies_another_says_so_on_both_pages(read, atlas):
    original = make_source("original", title="The original")
    make_source("copy", title="The copy", based_on=original)
    assert "It copies The original" in text(read("/sources/copy/"))
    assert "The copy copies it" in text(read("/sources/original/"))
