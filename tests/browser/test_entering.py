"""An editor enters an event with two conflicting dates, sees the conflict before saving, and accepts a reading."""

import pytest

from tests.browser.looking import axe_violations, beyond_the_edge, scrolls_sideways
from tests.browser.screens import PHONE
from tests.browser.site import copy, manage, serving

ACCOUNT = """
from django.contrib.auth import get_user_model
get_user_model().objects.create_superuser("editor", password="a long one of 1288")
"""
EVENTS = "/admin/timeline/event/"
ADD = "/admin/timeline/claim/add/"


@pytest.fixture(scope="module")
def desk_site(prepared, tmp_path_factory):
    """The origin of an atlas of its own, with an editor's account."""
    data = copy(prepared, tmp_path_factory.mktemp("entering") / "site")
    manage(data, "shell", "--verbosity=0", "--command", ACCOUNT)
    with serving(data) as origin:
        yield origin


def signed_in(visitor, origin: str, *, expected=(), **options):
    page = visitor(origin=origin, allowed=["favicon.ico", *expected], **options).visit(f"/admin/login/?next={EVENTS}")
    page.fill("#id_username", "editor")
    page.fill("#id_password", "a long one of 1288")
    page.press("#id_password", "Enter")
    page.wait_for_url(f"{origin}{EVENTS}")
    return page


def choose(page, field: str, words: str) -> None:
    """Type into a chooser by keyboard and take what it finds first."""
    page.locator(f"#id_{field} + .select2 .select2-selection").focus()
    page.keyboard.press("Enter")
    page.locator(".select2-search__field:focus").wait_for()
    page.keyboard.type(words)
    page.locator(".select2-results__option--highlighted", has_text=words).wait_for()
    page.keyboard.press("Enter")


def test_an_event_is_entered_with_two_dates_and_the_conflict_is_seen_before_saving(visitor, desk_site):
    page = signed_in(visitor, desk_site)
    page.goto(f"{desk_site}{EVENTS}add/")
    page.locator("#id_title").press_sequentially("Taking of the telegraph office")
    page.select_option("#id_atlas", index=1)
    page.select_option("#id_kind", "capture")
    choose(page, "theatre", "Tehran")
    page.locator("[name=_continue]").first.click()
    page.wait_for_url("**/change/")
    of_the_event = page.url

    page.locator("#claims a", has_text="date").first.click()
    choose(page, "source", "Clark")
    page.fill("#id_as_printed", "13 July 1909")
    page.select_option("#id_calendar", "gregorian")
    page.locator("#comes-to .day", has_text="13 July 1909").wait_for()
    assert page.locator("#id_face").get_attribute("placeholder") == "1909-07-13"
    page.locator("[name=_save]").first.click()
    page.wait_for_url(f"{of_the_event}#claims")

    page.locator("#claims a", has_text="date").first.click()
    page.locator("#same-source").click()
    assert "Clark" in page.locator("#id_source + .select2").inner_text()
    choose(page, "source", "Triumph")
    page.fill("#id_as_printed", "22 July 1909")
    page.select_option("#id_calendar", "gregorian")
    clash = page.locator("#comes-to .clash")
    clash.wait_for()
    assert "13 July 1909" in clash.inner_text()
    assert "Clark" in clash.inner_text()
    assert "conflict" in page.locator("[role=status].announced").inner_text()
    page.locator("input[name=take][value*='1909-07-13']").check()
    page.fill("#id_take_reason", "Tir and July sound alike.")
    page.locator("[name=_save]").first.click()
    page.wait_for_url(f"{of_the_event}#claims")

    rows = page.locator("#claims tbody tr")
    assert rows.count() == 2
    rows.filter(has_text="22 July 1909").locator("a", has_text="Edit").click()
    assert "An editor holds it to mean 13 July 1909." in page.locator("#comes-to").inner_text()
    assert page.locator("#id_face").input_value() == "1909-07-22"


def test_what_belongs_is_shown_and_the_rest_is_not_sent(visitor, desk_site):
    page = signed_in(visitor, desk_site)
    page.goto(f"{desk_site}{ADD}?attribute=strength")
    assert page.locator("#id_low").is_visible()
    assert page.locator("#id_calendar").is_hidden()
    page.select_option("#id_attribute", "date")
    assert page.locator("#id_low").is_hidden()
    assert page.locator("#id_low").is_disabled()
    page.fill("#id_as_printed", "5 May 1288 AH")
    page.select_option("#id_calendar", "unknown")
    page.locator("input[name=reading]").nth(2).wait_for()
    assert page.locator("input[name=reading]:checked").count() == 0
    page.fill("#id_as_printed", "13 July blah")
    assert page.locator("#comes-to mark").inner_text() == "blah"


PAGES = (
    f"{ADD}?event=99&attribute=date&edge=on&source=1",
    f"{EVENTS}99/change/",
    "/admin/timeline/source/add/",
    "/admin/timeline/claim/1/decide/",
)


NAMED = """() => [...document.querySelectorAll("select.admin-autocomplete:not([name*=__prefix__])")].every((each) =>
  each.nextElementSibling?.querySelector(".select2-selection")?.matches("[aria-labelledby*=_label], [aria-label]"))"""


def test_the_desk_fits_a_phone_and_axe_finds_nothing_against_it(visitor, desk_site):
    # The frame around it is Django's own, and axe puts styles on it that the policy stops.
    page = signed_in(
        visitor, desk_site, screen=PHONE, reduced_motion="reduce", expected=["inline style", "preload assets"]
    )
    found = {}
    for path in PAGES:
        page.goto(f"{desk_site}{path}")
        if path.startswith(ADD):
            page.fill("#id_as_printed", "22 July 1909")
            page.select_option("#id_calendar", "gregorian")
            page.locator("input[name=take]").first.wait_for()
        page.wait_for_function(NAMED)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            sideways = [f"{pixels} pixels too wide"] if (pixels := scrolls_sideways(page)) else []
            if wrong := [*axe_violations(page, "#content"), *beyond_the_edge(page), *sideways]:
                found[f"{path} {scheme}"] = wrong
    assert found == {}, "\n".join(f"{path}: {each}" for path, wrong in found.items() for each in wrong)
