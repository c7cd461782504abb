"""An editor submits what was entered, a reviewer sends it back and publishes it, and readers see it on the atlas."""

import pytest

from tests.browser.looking import axe_violations, beyond_the_edge, scrolls_sideways
from tests.browser.screens import PHONE
from tests.browser.site import manage

# Made as the forms of the admin make it; entering has its own journeys.
WORLD = """
from timeline.models import Atlas, Claim, Event, Source, Step
atlas = Atlas.objects.get(is_default=True)
source = Source.objects.create(slug="letters", title="Letters from Rasht")
event = Event.objects.create(slug="riot-at-the-bridge", title="A riot at the bridge", kind="battle", atlas=atlas,
    theatre=atlas.theatres.get(slug="gilan"), importance=5)
for number, printed, face in ((1, "8 February 1909", "1909-02-08"), (2, "11 February 1909", "1909-02-11")):
    claim = Claim(key=f"letters-{number}", number=number, source=source, section="Letter 3", paragraph=number,
        event=event, attribute="date", edge="on", as_printed=printed, face=face, calendar="gregorian")
    claim.clean()
    claim.save()
Step.objects.create(kind="event", key=event.pk, verb="enter", became="draft", by="editor")
"""
TITLE = "A riot at the bridge"


@pytest.fixture(scope="module", autouse=True)
def draft(desk_site, desk_data):
    """What an editor has entered and submitted to nobody yet."""
    manage(desk_data, "shell", "--verbosity=0", "--command", WORLD)


def section(page, heading: str):
    return page.locator(".board-section", has=page.get_by_role("heading", name=heading))


def test_a_draft_is_submitted_sent_back_submitted_again_published_and_seen(visitor, signed_in, desk_site):
    editor = signed_in("editor")
    section(editor, "Your drafts").get_by_role("link", name=TITLE).click()
    editor.get_by_role("link", name="Preview").click()
    editor.get_by_text("Preview: not published").wait_for()
    assert editor.locator(".draft-mark").count() >= 2
    assert editor.locator(".badge").first.inner_text() == "Sources disagree"
    editor.go_back()
    editor.locator("textarea[name=summary]").fill("Shots at the bridge of Rasht.")
    editor.get_by_role("button", name="Save and submit for review").first.click()
    editor.get_by_text("1 record was submitted for review. With it went: 2 claims, 1 source.").wait_for()

    reviewer = signed_in("reviewer")
    section(reviewer, "To review").get_by_role("link", name=TITLE).click()
    reviewer.get_by_role("link", name="Send back").click()
    reviewer.get_by_label("What is to be done").fill("Which bridge?")
    reviewer.get_by_role("button", name="Send back").click()
    reviewer.get_by_text("1 record was sent back.").wait_for()

    editor.goto(f"{desk_site}/admin/")
    asked = section(editor, "Sent back to you")
    assert "Which bridge?" in asked.inner_text()
    asked.get_by_role("link", name=TITLE).click()
    editor.locator("textarea[name=summary]").fill("Shots at the new bridge of Rasht.")
    editor.get_by_role("button", name="Save and submit for review").first.click()
    editor.get_by_text("1 record was submitted for review.").wait_for()

    reviewer.goto(f"{desk_site}/admin/timeline/event/?publication__exact=review")
    reviewer.locator("tr", has_text=TITLE).locator("input[name=_selected_action]").check()
    reviewer.locator("select[name=action]").select_option(label="Publish")
    reviewer.get_by_role("button", name="Go").click()
    assert "Letters from Rasht" in reviewer.locator(".record-lines").last.inner_text()
    reviewer.get_by_role("button", name="Publish").click()
    reviewer.get_by_text("1 record was published.").wait_for()

    reader = visitor(origin=desk_site).visit("/?at=event:riot-at-the-bridge")
    reader.locator("#panel .panel-title", has_text=TITLE).wait_for()
    assert reader.locator(".badge").inner_text() == "Sources disagree"
    page = visitor(origin=desk_site).visit("/events/riot-at-the-bridge/")
    assert "Shots at the new bridge of Rasht." in page.locator("main").inner_text()
    assert page.locator(".preview-band, .draft-mark").count() == 0


def test_the_desk_fits_a_phone_in_light_and_dark_and_axe_finds_nothing_against_it(signed_in, desk_site):
    # axe puts styles on the page, which the policy stops.
    page = signed_in("reviewer", screen=PHONE, reduced_motion="reduce", expected=["inline style"])
    found = {}
    for path in (
        "",
        "waiting/disputes/",
        "timeline/event/",
        "timeline/event/12/change/",
        "timeline/event/steps/withdraw/?records=12",
    ):
        page.goto(f"{desk_site}/admin/{path}")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            sideways = [f"{pixels} pixels too wide"] if (pixels := scrolls_sideways(page)) else []
            if wrong := [*axe_violations(page, "body"), *beyond_the_edge(page), *sideways]:
                found[f"{path} {scheme}"] = wrong
    assert found == {}
