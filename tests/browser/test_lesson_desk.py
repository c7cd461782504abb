"""An editor makes a lesson of views that she has open, puts its steps in order, and readers are led through it."""

from tests.browser.looking import axe_violations, beyond_the_edge, scrolls_sideways
from tests.browser.screens import PHONE

ADD = "/admin/timeline/lesson/add/"
VIEW = "/?from=1909-07-01&to=1909-07-31&day=1909-07-13&at=event:entry-into-tehran"


def further_step(page, at: int, title: str) -> None:
    page.get_by_role("button", name="Add another Step").click()
    page.locator(f"#id_steps-{at}-title").fill(title)


def test_a_lesson_is_made_of_pasted_views_put_in_order_published_and_followed(visitor, signed_in, desk_site):
    reader = visitor(origin=desk_site).visit(VIEW)
    reader.locator("#panel .panel-title", has_text="Entry into Tehran").wait_for()
    address = reader.url

    editor = signed_in("editor", ADD, expected=["inline style"])
    editor.locator("#id_title").fill("One day in July")
    editor.locator("#id_atlas").select_option(index=1)
    further_step(editor, 0, "The city")
    editor.locator("#id_steps-0-state").fill(f"{desk_site}/events/entry-into-tehran/")
    further_step(editor, 1, "Two dates")
    editor.locator("#id_steps-1-state").fill(address)
    editor.locator("#id_steps-1-question").fill("Which day was it?")
    editor.get_by_role("button", name="Save and continue editing").first.click()
    editor.get_by_text("This is not the address of a view").wait_for()
    editor.locator("#id_steps-0-state").fill(f"{desk_site}/?map=35.7,51.4,9")
    editor.locator("#id_steps-1-position").fill("1")
    editor.get_by_role("button", name="Save and continue editing").first.click()
    editor.locator("#id_steps-0-title").wait_for()
    assert [editor.locator(f"#id_steps-{at}-title").input_value() for at in range(2)] == ["Two dates", "The city"]
    assert editor.locator("#id_steps-0-state").input_value().endswith("&at=event:entry-into-tehran")
    with editor.expect_popup() as opened:
        editor.get_by_role("link", name="Open this view").first.click()
    opened.value.locator("#panel .panel-title", has_text="Entry into Tehran").wait_for()
    opened.value.close()
    editor.get_by_role("button", name="Save and submit for review").first.click()
    editor.get_by_text("1 record was submitted for review.").wait_for()

    reviewer = signed_in("reviewer", expected=["inline style"])
    reviewer.get_by_role("link", name="One day in July", exact=True).click()
    reviewer.get_by_role("button", name="Save and publish").first.click()
    reviewer.get_by_role("button", name="Publish", exact=True).click()
    reviewer.get_by_text("published.").first.wait_for()

    reader.goto(f"{desk_site}/lessons/one-day-in-july/")
    reader.get_by_role("heading", name="Two dates").wait_for()
    assert "Which day was it?" in reader.locator("main").inner_text()


def test_the_form_of_a_lesson_fits_a_phone_and_axe_finds_nothing_against_it(signed_in):
    page = signed_in("head", ADD, screen=PHONE, reduced_motion="reduce", expected=["inline style"])
    further_step(page, 0, "The city")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        sideways = [f"{pixels} pixels too wide"] if (pixels := scrolls_sideways(page)) else []
        assert [*axe_violations(page, "#content"), *beyond_the_edge(page), *sideways] == [], scheme
