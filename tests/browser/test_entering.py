"""An editor enters an event with two conflicting dates and sees the conflict first; a reviewer accepts a reading."""

from tests.browser.looking import axe_violations, beyond_the_edge, scrolls_sideways
from tests.browser.screens import PHONE

SOURCES = "/admin/timeline/source/"
EVENTS = "/admin/timeline/event/"
ADD = "/admin/timeline/claim/add/"


def choose(page, field: str, words: str) -> None:
    """Type into a chooser by keyboard and take what it finds first."""
    page.locator(f"#id_{field} + .select2 .select2-selection").focus()
    page.keyboard.press("Enter")
    page.locator(".select2-search__field:focus").wait_for()
    page.keyboard.type(words)
    page.locator(".select2-results__option--highlighted", has_text=words).wait_for()
    page.keyboard.press("Enter")


def begun_source(page, origin: str) -> None:
    """Enter a source nobody has read here before."""
    page.goto(f"{origin}{SOURCES}add/")
    page.locator("#id_title").press_sequentially("Diary of a telegraphist")
    page.locator("[name=_save]").first.click()
    page.wait_for_url(f"{origin}{SOURCES}")


def begun_event(page, origin: str) -> str:
    """Enter an event of which nothing is claimed yet; its page."""
    page.goto(f"{origin}{EVENTS}add/")
    page.locator("#id_title").press_sequentially("Taking of the telegraph office")
    page.select_option("#id_atlas", index=1)
    page.select_option("#id_kind", "capture")
    choose(page, "theatre", "Tehran")
    page.locator("[name=_continue]").first.click()
    page.wait_for_url("**/change/")
    return page.url


def dated(page, source: str, printed: str) -> None:
    """Fill the form of a claim with a date as a source prints it."""
    choose(page, "source", source)
    page.fill("#id_as_printed", printed)
    page.select_option("#id_calendar", "gregorian")


def test_an_event_is_entered_with_two_dates_that_conflict_and_is_reviewed_and_seen(visitor, signed_in, desk_site):
    page = signed_in("editor")
    begun_source(page, desk_site)
    of_the_event = begun_event(page, desk_site)

    page.locator("#claims a", has_text="date").first.click()
    dated(page, "Diary of a telegraphist", "13 July 1909")
    page.locator("#comes-to .day", has_text="13 July 1909").wait_for()
    assert page.locator("#id_face").get_attribute("placeholder") == "1909-07-13"
    page.locator("[name=_save]").first.click()
    page.wait_for_url(f"{of_the_event}#claims")

    page.locator("#claims a", has_text="date").first.click()
    page.locator("#same-source").click()
    assert "Diary" in page.locator("#id_source + .select2").inner_text()
    dated(page, "Triumph", "22 July 1909")
    clash = page.locator("#comes-to .clash")
    clash.wait_for()
    assert "13 July 1909" in clash.inner_text()
    assert "Diary of a telegraphist" in clash.inner_text()
    assert "conflict" in page.locator("[role=status].announced").inner_text()
    # What the writer meant is for a reviewer to decide.
    assert "13 July 1909" in page.locator("#comes-to .proposals").inner_text()
    assert "A reviewer decides" in page.locator("#comes-to .who-takes").inner_text()
    assert page.locator("input[name=take][type=radio]").count() == 0
    assert page.locator("#id_take_reason").is_hidden()
    page.locator("[name=_save]").first.click()
    page.wait_for_url(f"{of_the_event}#claims")
    assert page.locator("#claims tbody tr").count() == 2
    page.get_by_role("button", name="Save and submit for review").first.click()
    page.get_by_text("1 record was submitted for review. With it went: 2 claims, 1 source.").wait_for()

    reviewer = signed_in("reviewer", of_the_event)
    second = reviewer.locator("#claims tbody tr", has_text="22 July 1909").locator("a", has_text="Edit")
    second.click()
    reviewer.locator("input[name=take][value*='1909-07-13']").check()
    reviewer.fill("#id_take_reason", "Tir and July sound alike.")
    reviewer.locator("[name=_save]").first.click()
    reviewer.wait_for_url(f"{of_the_event}#claims")
    second.click()
    assert "An editor holds it to mean 13 July 1909." in reviewer.locator("#comes-to").inner_text()
    assert reviewer.locator("#id_face").input_value() == "1909-07-22"
    reviewer.goto(of_the_event)
    reviewer.get_by_role("button", name="Save and publish").first.click()
    reviewer.get_by_role("button", name="Publish").click()
    reviewer.get_by_text("1 record was published. With it went: 2 claims, 1 source.").wait_for()

    reader = visitor(origin=desk_site).visit("/?at=event:taking-of-the-telegraph-office")
    reader.locator("#panel .panel-title", has_text="Taking of the telegraph office").wait_for()
    assert "13 July 1909" in reader.locator("#panel").inner_text()
    assert reader.locator("#panel .badge").inner_text() == "Sources disagree"


def test_what_belongs_is_shown_and_the_rest_is_not_sent(signed_in):
    page = signed_in("editor", f"{ADD}?attribute=strength")
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


def test_the_desk_fits_a_phone_and_axe_finds_nothing_against_it(signed_in, desk_site):
    # The frame around it is Django's own, and axe puts styles on it that the policy stops.
    page = signed_in("reviewer", screen=PHONE, reduced_motion="reduce", expected=["inline style"])
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
