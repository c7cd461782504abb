"""Whole journeys on the atlas page: choose, step, filter, search, go back, come back by the address."""

import pytest

from tests.browser.looking import drawn
from tests.browser.screens import PHONE

ENTRY = "Entry into Tehran"
LEADS_TO = "(link) => link.href"


def _title(page) -> str:
    return page.locator("#panel .panel-title").inner_text()


def _shows(page, title: str) -> None:
    page.locator("#panel .panel-title", has_text=title).wait_for()


@pytest.fixture(scope="module", params=["live", "copied"])
def site(request):
    """The site as the server answers, and its static copy: the same journeys in both."""
    return request.getfixturevalue("served_site" if request.param == "live" else "copied_site")


@pytest.fixture
def atlas(visitor):
    """The atlas on 11 July 1909, drawn."""
    page = visitor().visit("/?day=1909-07-11")
    drawn(page)
    return page


def test_an_event_opens_with_its_printed_dates_first_and_the_disagreement_drawn(visitor, site):
    page = visitor().visit("/?at=event:entry-into-tehran")
    _shows(page, ENTRY)
    printed = page.locator(".printed-dates dt").all_inner_texts()
    assert printed == ["“13 July 1909”", "“22 July”"]
    assert page.locator(".badge").inner_text() == "Sources disagree"
    assert page.locator(".order-badge").inner_text() == "Order contradicted"
    assert page.locator(".badge").evaluate(LEADS_TO) == f"{site}/disputes/entry-into-tehran:date:on/"
    order = f"{site}/disputes/deposition-of-mohammad-ali:sequence:entry-into-tehran/"
    assert page.locator(".order-badge").evaluate(LEADS_TO) == order
    assert "Tehran in constitutionalist hands" in page.locator(".contradictions").inner_text()
    assert page.locator(".strip .claim-accepted").count() == 1
    assert page.locator(".strip .claim-claimed").count() == 1
    assert "22 Tir 1288" in page.locator(".four-calendars").inner_text()
    assert page.locator(".cursor-day").inner_text() == "Tuesday 13 July 1909"


def test_stepping_by_event_misses_none_of_a_day_and_goes_back_the_way_it_came(atlas):
    seen = []
    for _ in range(3):
        before = _title(atlas)
        atlas.get_by_role("button", name="The event after").first.click()
        atlas.locator("#panel .panel-title").filter(has_not_text=before).wait_for()
        seen.append(_title(atlas))
    assert len(set(seen)) == 3
    atlas.go_back()
    _shows(atlas, seen[1])
    atlas.go_back()
    _shows(atlas, seen[0])
    atlas.go_forward()
    _shows(atlas, seen[1])


def test_filters_say_what_is_shown_and_one_button_takes_them_back(atlas):
    sentence = atlas.locator(".shown-words")
    before = sentence.inner_text()
    atlas.get_by_role("button", name="Disputed only").click()
    atlas.locator(".shown-words", has_text="disputed").wait_for()
    atlas.get_by_role("button", name="Kind", exact=True).click()
    atlas.get_by_role("checkbox", name="capture").check()
    atlas.locator(".shown-words", has_text="captures, disputed").wait_for()
    atlas.keyboard.press("Escape")
    atlas.get_by_role("button", name="Clear").click()
    atlas.locator(".shown-words", has_text="all sides").wait_for()
    assert sentence.inner_text() == before


@pytest.mark.parametrize("spelling", ["Enzeli", "anzali", "انزلی"])
def test_a_place_is_found_in_any_spelling_by_keyboard_alone(atlas, spelling):
    atlas.keyboard.press("/")
    atlas.keyboard.type(spelling)
    atlas.get_by_role("option").first.wait_for()
    atlas.keyboard.press("ArrowDown")
    atlas.keyboard.press("Enter")
    _shows(atlas, "Anzali")
    atlas.keyboard.press("Escape")
    _shows(atlas, "Persian Constitutional Revolution")


def test_a_note_leads_to_its_claim_and_the_claim_back_to_the_event(visitor):
    page = visitor().visit("/?at=event:entry-into-tehran")
    page.locator(".notes-list a").first.click()
    _shows(page, "“13 July 1909”")
    page.locator("#panel .facts a").first.click()
    _shows(page, ENTRY)


def test_dividers_move_by_keys_and_stay_where_they_were_put(atlas):
    width = atlas.locator("#panel").bounding_box()["width"]
    atlas.locator("#panel-divider").focus()
    for _ in range(4):
        atlas.keyboard.press("ArrowLeft")
    wider = atlas.locator("#panel").bounding_box()["width"]
    assert wider > width + 60
    atlas.reload()
    drawn(atlas)
    assert abs(atlas.locator("#panel").bounding_box()["width"] - wider) < 2


def test_the_sheet_of_a_phone_rises_and_goes_down_again(visitor):
    page = visitor(screen=PHONE, has_touch=True).visit("/?at=event:entry-into-tehran")
    _shows(page, ENTRY)
    low = page.locator("#panel").bounding_box()["height"]
    page.locator(".sheet-handle").click()
    assert page.locator("#panel").bounding_box()["height"] > low + 200
    page.keyboard.press("Escape")
    page.locator("body:not(.sheet-up)").wait_for()


def test_the_legend_and_the_keys_open_and_give_the_focus_back(atlas):
    atlas.get_by_role("button", name="View").click()
    atlas.locator(".popup").get_by_role("button", name="How to read this plate").click()
    atlas.get_by_role("dialog").get_by_text("hatched: the sources disagree").wait_for()
    atlas.keyboard.press("Escape")
    atlas.get_by_role("dialog").wait_for(state="detached")
    atlas.keyboard.press("?")
    atlas.get_by_role("dialog").get_by_text("In the timeline").wait_for()
