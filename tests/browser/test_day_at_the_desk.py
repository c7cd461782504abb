"""Accounts made in the admin's own form: an editor enters everything of an atlas once, a reviewer publishes it."""

import pytest

from tests.browser.desk import PASSWORD
from tests.browser.site import copy, serving
from tests.browser.test_entering import begun_event, begun_source, choose, dated
from tests.browser.test_marching import choose as choose_place
from tests.browser.test_marching import ways

MOVEMENTS = "/admin/timeline/movement/"


@pytest.fixture(scope="module")
def desk_site(staffed, tmp_path_factory):
    """The origin of an atlas of its own: what is entered here is entered elsewhere as well."""
    with serving(copy(staffed, tmp_path_factory.mktemp("day") / "site")) as origin:
        yield origin


def by_the_form(visitor, origin: str, name: str):
    """The first page of the admin, after signing in by the keyboard, as everybody does."""
    page = visitor(origin=origin, allowed=["favicon.ico", "inline style"], screen=(1280, 900)).visit("/admin/")
    page.get_by_label("Username").focus()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="What waits").wait_for()
    return page


def account(page, origin: str, name: str, role: str) -> None:
    page.goto(f"{origin}/admin/auth/user/add/")
    page.fill("#id_username", name)
    page.fill("#id_password1", PASSWORD)
    page.fill("#id_password2", PASSWORD)
    page.get_by_label(role, exact=True).check()
    page.locator("[name=_save]").first.click()
    page.locator(".messagelist .success", has_text=name).wait_for()


def place_from_the_gazetteer(page, origin: str) -> None:
    page.goto(f"{origin}/admin/geo/place/add/")
    page.fill("#id_name", "Lahijan")
    page.select_option("#id_kind", "town")
    page.fill("#id_geocode_text", "lahidjan")
    page.press("#id_geocode_text", "Enter")
    page.get_by_text("Iran, GeoNames 125188").wait_for()
    page.locator('input[name="accepted"]').first.check()
    page.locator("#placing-said", has_text="37°12′26″N 50°00′14″E").wait_for()
    page.locator("[name=_save]").first.click()
    page.locator(".messagelist .success", has_text="Lahijan").wait_for()


def event_with_two_dates(page, origin: str) -> str:
    of_the_event = begun_event(page, origin)
    for source, printed in (("Diary of a telegraphist", "13 July 1909"), ("Triumph", "22 July 1909")):
        page.locator("#claims a", has_text="date").first.click()
        dated(page, source, printed)
        page.locator("#comes-to .day", has_text=printed).wait_for()
        page.locator("[name=_save]").first.click()
        page.wait_for_url(f"{of_the_event}#claims")
    page.get_by_role("button", name="Save and submit for review").first.click()
    page.get_by_text("1 record was submitted for review. With it went: 2 claims, 1 source.").wait_for()
    return of_the_event


def march_of_three_legs(page, origin: str) -> str:
    page.goto(f"{origin}{MOVEMENTS}add/")
    page.locator("#id_title").press_sequentially("The telegraphist goes to Tehran")
    page.select_option("#id_atlas", index=1)
    choose(page, "theatre", "Gilan")
    page.get_by_role("button", name="Add the first leg").click()
    choose_place(page, "legs-0-start", "Lahijan", "Lahijan")
    choose_place(page, "legs-0-end", "Rasht", "Rasht")
    for number, town, typed in ((1, "Rasht", "Kazvin"), (2, "Qazvin", "Tehran")):
        page.get_by_role("button", name=f"Add a leg from {town}").press("Enter")
        choose_place(page, f"legs-{number}-end", typed, "Qazvin" if number == 1 else "Tehran")
    ways(page, "Lahijan → Rasht", "Rasht → Qazvin", "Qazvin → Tehran")
    page.locator("[name=_continue]").first.click()
    page.wait_for_url("**/change/")
    of_the_march = page.url
    page.locator("li.leg").first.get_by_role("link", name="Add a claim").first.click()
    dated(page, "Diary of a telegraphist", "10 June 1909")
    page.locator("[name=_save]").first.click()
    # From the claim of a leg the way leads back to its march.
    page.wait_for_url(f"{of_the_march}#claims")
    page.get_by_role("button", name="Save and submit for review").first.click()
    page.get_by_text("1 record was submitted for review. With it went: 1 claim, 1 place.").wait_for()
    return of_the_march


def test_a_new_editor_enters_it_all_a_reviewer_publishes_it_and_restores_what_was(visitor, signed_in, desk_site):
    head = signed_in("head", expected=["inline style"], screen=(1280, 900))
    account(head, desk_site, "maryam", "Editor")
    account(head, desk_site, "hassan", "Reviewer")

    editor = by_the_form(visitor, desk_site, "maryam")
    begun_source(editor, desk_site)
    place_from_the_gazetteer(editor, desk_site)
    of_the_event = event_with_two_dates(editor, desk_site)
    of_the_march = march_of_three_legs(editor, desk_site)

    reviewer = by_the_form(visitor, desk_site, "hassan")
    waiting = reviewer.locator(".board-section", has=reviewer.get_by_role("heading", name="To review"))
    assert "“13 July 1909”, diary-of-a-telegraphist-1" in waiting.inner_text()
    for page_of, along in ((of_the_event, "date “22 July 1909”"), (of_the_march, "date “10 June 1909”")):
        reviewer.goto(page_of)
        reviewer.get_by_role("button", name="Save and publish").first.click()
        reviewer.locator(".record-lines", has_text=along).wait_for()
        reviewer.get_by_role("button", name="Publish").click()
        reviewer.get_by_text("1 record was published.").wait_for()

    reader = visitor(origin=desk_site).visit("/?at=event:taking-of-the-telegraph-office")
    reader.locator("#panel .panel-title", has_text="Taking of the telegraph office").wait_for()
    assert reader.locator("#panel .badge").inner_text() == "Sources disagree"
    reader.goto("/?at=movement:the-telegraphist-goes-to-tehran&day=1909-06-12")
    reader.locator("#panel .panel-title", has_text="The telegraphist goes to Tehran").wait_for()
    assert "Lahijan to Rasht" in reader.locator("#panel").inner_text()

    reviewer.goto(of_the_event)
    reviewer.fill("#id_title", "Nothing of note")
    reviewer.locator("[name=_continue]").first.click()
    reviewer.locator(".messagelist .success").wait_for()
    reviewer.get_by_role("link", name="History").click()
    reviewer.get_by_role("link", name="Restore this version").first.click()
    reviewer.get_by_role("button", name="Restore it").click()
    reviewer.locator(".messagelist .success").wait_for()
    reader.goto("/events/taking-of-the-telegraph-office/")
    assert reader.locator("h1").inner_text() == "Taking of the telegraph office"
