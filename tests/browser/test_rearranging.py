"""An editor merges two events and takes it back, by the keyboard alone and without JavaScript."""

import re

import pytest

from tests.browser.looking import axe_violations, beyond_the_edge, scrolls_sideways
from tests.browser.screens import PHONE

EVENT_LIST = "/admin/timeline/event/"


def tab_to(page, selector: str) -> None:
    """Press Tab until the first element of this selector has the focus."""
    aim = page.locator(selector).first.element_handle()
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("aim => document.activeElement === aim", aim):
            return
    pytest.fail(f"the keyboard does not reach {selector}")


def test_two_events_are_merged_and_put_back_by_keyboard_without_javascript(signed_in):
    page = signed_in("head", f"{EVENT_LIST}?q=-in-mashhad", java_script_enabled=False)
    names = ["Riot in Mashhad", "Revolt against the constitution in Mashhad"]
    for name in names:
        page.locator("tr", has_text=name).locator("input[name=_selected_action]").focus()
        page.keyboard.press("Space")
    page.locator("select[name=action]").focus()
    page.keyboard.type("Merge two")
    press(page, "button[name=index]")
    page.wait_for_url("**/event/merge/**")
    tab_to(page, "textarea[name=reason]")
    page.keyboard.type("Told twice.")
    press(page, "input[name=save]")
    page.wait_for_url("**/act/*/change/")
    assert f"Merged “{names[1]}” into “{names[0]}”." in page.locator(".messagelist").inner_text()
    press(page, ".messagelist a")
    page.wait_for_url("**/undo/")
    press(page, "input[name=save]")
    page.wait_for_url("**/act/*/change/")
    assert re.search(r"Took act \d+ back", page.locator(".messagelist").inner_text())


def press(page, selector: str) -> None:
    tab_to(page, selector)
    page.keyboard.press("Enter")


PAGES = (
    "merge/?keep=1&other=2",
    "1/merge/",
    "1/split/",
    "proposals/",
    "../claim/move/?claims=1&q=Tehran",
    "../claim/move/?claims=1&to=event.2",
)


def test_the_pages_of_rearranging_fit_a_phone_and_axe_finds_nothing_against_them(signed_in, desk_site):
    # The frame around them is Django's own, and axe puts styles on it that the policy stops.
    page = signed_in("head", screen=PHONE, reduced_motion="reduce", expected=["inline style"])
    found = {}
    for path in PAGES:
        page.goto(f"{desk_site}{EVENT_LIST}{path}")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            sideways = [f"{pixels} pixels too wide"] if (pixels := scrolls_sideways(page)) else []
            if wrong := [*axe_violations(page, "#content"), *beyond_the_edge(page), *sideways]:
                found[f"{path} {scheme}"] = wrong
    assert found == {}
