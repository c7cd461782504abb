"""Citations on pages: read without JavaScript, copied with it, and of the view that the atlas shows."""

from urllib.parse import quote

import pytest

from tests.browser.looking import axe_violations, beyond_the_edge, scrolls_sideways
from tests.browser.screens import LAPTOP, PHONE

VIEW = "/?from=1909-05&to=1909-07&at=event:entry-into-tehran&kind=capture"
PASTED = """async () => {
  const [item] = await navigator.clipboard.read();
  const text = async (type) => (await item.getType(type)).text();
  return [await text("text/plain"), await text("text/html")];
}"""


def test_without_javascript_a_record_tells_every_style_and_leads_to_the_files(visitor):
    page = visitor(java_script_enabled=False).visit("/events/entry-into-tehran/")
    part = page.locator("section[data-citing]")
    part.locator("summary").click()
    assert part.locator("h3").all_inner_texts() == [
        "Chicago (18th edition, notes and bibliography)", "APA (7th edition)", "MLA (9th edition)",
    ]  # fmt: skip
    assert part.get_by_role("button").count() == 0
    assert part.get_by_role("link", name="BibTeX").get_attribute("href") == "/events/entry-into-tehran/cite.bib"


def test_a_line_is_copied_as_text_and_with_its_italics(visitor):
    reader = visitor(permissions=["clipboard-read", "clipboard-write"])
    page = reader.visit("/claims/triumph-of-tehran-1/")
    page.locator("section[data-citing] summary").click()
    page.get_by_role("button", name="Copy: Note").click()
    page.get_by_text("Copied.").wait_for()
    plain, html = page.evaluate(PASTED)
    assert plain.startswith("Wikipedia, s.v. “Triumph of Tehran,” n.d., lead, para. 1.")
    assert "<i>Wikipedia</i>" in html.replace(' xmlns="http://www.w3.org/1999/xhtml"', "")


@pytest.mark.parametrize("screen", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_atlas_opens_how_to_cite_what_it_shows(visitor, screen):
    page = visitor(screen=screen, reduced_motion="reduce").visit(VIEW)
    # Before the page is furnished the link leads to the page of its own.
    page.locator("#toolbar button").first.wait_for(state="attached")
    page.get_by_role("link", name="Embed or cite").click()
    page.locator("dialog.embedding-dialog").get_by_role("link", name="Cite this view").click()
    dialog = page.locator("dialog.citing-dialog")
    dialog.get_by_text("What is seen:").wait_for()
    words = dialog.inner_text()
    assert "Entry into Tehran; captures; May to July 1909" in words
    assert "/a/persian-constitutional-revolution/?from=1909-05" in words
    assert dialog.get_by_role("button", name="Copy").count() == 9
    assert page.locator("dialog[open]").count() == 1
    assert scrolls_sideways(page) == 0
    assert axe_violations(page, "dialog") == []
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")


@pytest.mark.parametrize("path", ["/events/entry-into-tehran/", f"/cite/?url={quote(VIEW)}"])
def test_citations_fit_a_phone_and_axe_finds_nothing_against_them_in_light_and_dark(visitor, path):
    page = visitor(screen=PHONE, reduced_motion="reduce").visit(path)
    for summary in page.locator(".cite-styles > summary").all():
        summary.click()
    page.locator(".cite-copy").first.wait_for()
    assert scrolls_sideways(page) == 0
    assert beyond_the_edge(page) == []
    assert axe_violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe_violations(page) == []
