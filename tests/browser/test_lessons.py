"""A lesson on the atlas page: keys lead from view to view, who wanders off comes back, on every screen."""

import pytest

from tests.browser.looking import axe_violations, beyond_the_edge, drawn, scrolls_sideways
from tests.browser.screens import LAPTOP, PHONE, PROJECTOR

LESSON = "lesson-of-the-tests"
SHEET = f"/lessons/{LESSON}/"
FIRST, SECOND, THIRD = "Two armies before the capital", "Thirteen July, or twenty-two", "A month taken for another"
BEGUN = f"/?lesson={LESSON}"
AT = """([lat, lon, zoom]) => new Promise((resolve, reject) => {
  const missed = () => reject(new Error(`the map is at ${map_atlas.getCenter()}, ${map_atlas.getZoom()}`));
  const stop = setTimeout(missed, 10_000);
  (function look() {
    const { lat: y, lng: x } = map_atlas.getCenter();
    const there = Math.abs(y - lat) < .05 && Math.abs(x - lon) < .05 && Math.abs(map_atlas.getZoom() - zoom) < .3;
    if (there) { clearTimeout(stop); resolve(true); } else setTimeout(look, 50);
  })();
})"""


@pytest.fixture(scope="module", params=["live", "copied"])
def site(request):
    """The site as the server answers, and its static copy: the same journeys in both."""
    return request.getfixturevalue("served_site" if request.param == "live" else "copied_site")


def _with(*parts: str):
    """Whether an address holds each of these."""
    return lambda url: {*parts} <= {*url.partition("?")[2].split("&")}


def shows(page, title: str) -> None:
    page.locator("#lesson .lesson-title", has_text=title).wait_for()


def _day(page, words: str) -> None:
    page.locator(".cursor-date", has_text=words).wait_for()


@pytest.fixture
def begun(visitor):
    """A reader at the first step of the lesson."""
    page = visitor().visit(BEGUN)
    drawn(page)
    shows(page, FIRST)
    return page


def test_arrow_keys_lead_from_step_to_step_and_the_whole_view_follows(begun):
    begun.wait_for_url(_with(f"lesson={LESSON}", "step=1", "side=constitutionalists", "day=1909-07-11"))
    _day(begun, "11 July 1909")
    begun.evaluate(AT, [35.6, 51.1, 6.5])
    # The card has the focus from the beginning.
    begun.keyboard.press("ArrowRight")
    shows(begun, SECOND)
    begun.wait_for_url(_with(f"lesson={LESSON}", "step=2", "at=event:entry-into-tehran"))
    assert "side=" not in begun.url
    _day(begun, "13 July 1909")
    begun.locator("#panel .panel-title", has_text="Entry into Tehran").wait_for()
    begun.locator(".shown-words", has_text="July 1909").wait_for()
    begun.evaluate(AT, [35.7, 51.4, 8])
    begun.keyboard.press("PageDown")
    shows(begun, THIRD)
    _day(begun, "22 July 1909")
    begun.keyboard.press("ArrowRight")
    begun.keyboard.press("Home")
    shows(begun, FIRST)
    begun.keyboard.press("End")
    shows(begun, THIRD)
    begun.keyboard.press("ArrowLeft")
    shows(begun, SECOND)
    assert begun.locator("[role=status]", has_text="Step 2 of 3: Thirteen July").count() == 1


def test_the_back_button_goes_back_step_by_step_and_a_reload_keeps_the_view(begun):
    begun.keyboard.press("ArrowRight")
    shows(begun, SECOND)
    begun.keyboard.press("ArrowRight")
    shows(begun, THIRD)
    begun.go_back()
    shows(begun, SECOND)
    _day(begun, "13 July 1909")
    begun.evaluate(AT, [35.7, 51.4, 8])
    address = begun.url
    begun.reload()
    drawn(begun)
    shows(begun, SECOND)
    assert begun.url == address
    assert begun.locator(".lesson-away").is_hidden()
    begun.go_back()
    shows(begun, FIRST)
    begun.go_forward()
    shows(begun, SECOND)


def test_who_wanders_off_keeps_the_lesson_and_comes_back_with_one_button(begun):
    away = begun.locator(".lesson-away")
    assert away.is_hidden()
    begun.locator(".timeline-cursor").focus()
    begun.keyboard.press("ArrowRight")
    away.wait_for()
    # In the timeline the arrow means a day, and no step.
    shows(begun, FIRST)
    _day(begun, "12 July 1909")
    begun.wait_for_url(_with(f"lesson={LESSON}", "step=1", "day=1909-07-12"))
    begun.evaluate("map_atlas.setView([32.6, 51.7], 8, { animate: false })")
    begun.wait_for_url(_with(f"lesson={LESSON}", "step=1", "map=32.6,51.7,8"))
    begun.get_by_role("button", name="Back to this step’s view").click()
    away.wait_for(state="hidden")
    _day(begun, "11 July 1909")
    begun.evaluate(AT, [35.6, 51.1, 6.5])
    begun.go_back()
    _day(begun, "12 July 1909")
    begun.evaluate(AT, [32.6, 51.7, 8])
    away.wait_for()


def test_who_wandered_off_and_comes_to_a_lesson_that_is_not_there_is_offered_no_way_back_to_its_view(visitor):
    page = visitor(allowed=["404", "not found"]).visit(BEGUN)
    drawn(page)
    shows(page, FIRST)
    page.locator(".timeline-cursor").focus()
    page.keyboard.press("ArrowRight")
    away = page.locator(".lesson-away")
    away.wait_for()
    page.wait_for_url(_with("day=1909-07-12"))
    page.evaluate("history.pushState(null, '', '?lesson=of-nobody'); dispatchEvent(new PopStateEvent('popstate'))")
    page.get_by_text("No lesson is called “of-nobody” here").wait_for()
    assert away.is_hidden()
    page.go_back()
    shows(page, FIRST)
    away.wait_for()


def test_steps_are_chosen_from_the_list_and_the_lesson_is_left_with_the_view_kept(begun):
    begun.get_by_role("button", name="1 of 3").click()
    begun.get_by_role("button", name=SECOND).click()
    shows(begun, SECOND)
    begun.get_by_role("button", name="Leave the lesson").click()
    begun.locator("#lesson").wait_for(state="detached")
    begun.wait_for_url("**/?*at=event:entry-into-tehran*")
    assert "lesson" not in begun.url
    begun.locator("#panel .panel-title", has_text="Entry into Tehran").wait_for()
    begun.go_back()
    shows(begun, SECOND)


def test_the_claim_under_discussion_is_quoted_and_opens_in_the_panel(begun):
    begun.keyboard.press("ArrowRight")
    quoted = begun.locator("#lesson .lesson-claim a", has_text="22 July")
    quoted.wait_for()
    quoted.click()
    begun.locator("#panel[data-kind=claim] .panel-title").wait_for()
    shows(begun, SECOND)


def test_the_sheet_leads_into_the_lesson_and_to_each_view(visitor):
    page = visitor().visit(SHEET)
    page.get_by_role("link", name="Begin the lesson").click()
    drawn(page)
    shows(page, FIRST)
    page.get_by_role("link", name="Two dates for one entry").click()
    page.locator("h1", has_text="Two dates for one entry").wait_for()
    page.get_by_role("link", name="Open this view, of step 2").click()
    drawn(page)
    shows(page, SECOND)
    assert page.locator(".lesson-away").is_hidden()


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?lesson=of-nobody", "No lesson is called “of-nobody” here"),
        (f"?lesson={LESSON}&step=9", "“9” is no step of this lesson"),
        (f"?lesson={LESSON}&step=two&day=1909-07-13", "“two” is no step of this lesson"),
        ("?lesson=%3Cscript%3E", "is not a name that “lesson” can take"),
    ],
)
def test_what_cannot_be_shown_is_said_in_a_sentence_with_a_way_out(visitor, query, sentence):
    page = visitor(allowed=["404", "not found"]).visit(f"/{query}")
    drawn(page)
    page.get_by_text(sentence).wait_for()
    if "nobody" in query:
        page.get_by_role("link", name="All lessons").click()
        page.locator("h1", has_text="Lessons").wait_for()


def test_a_lesson_taken_back_is_told_so_by_the_site_and_is_unknown_to_a_copy(visitor, site):
    page = visitor(allowed=["404", "410"]).visit("/?lesson=taken-back-lesson-of-the-tests")
    drawn(page)
    known = "was withdrawn by its editors" if site.count("/") == 2 else "No lesson is called"
    page.locator("#lesson .failure", has_text=known).wait_for()
    page.get_by_role("button", name="Leave the lesson").click()
    page.locator("#lesson").wait_for(state="detached")
    assert "lesson" not in page.url


def test_what_was_wrong_with_an_address_is_said_no_more_at_the_next_step(visitor):
    page = visitor().visit(f"{BEGUN}&step=9")
    drawn(page)
    said = page.get_by_text("“9” is no step of this lesson")
    said.wait_for()
    page.locator("#lesson").focus()
    page.keyboard.press("ArrowRight")
    shows(page, SECOND)
    said.wait_for(state="detached")


@pytest.mark.parametrize("screen", [PHONE, LAPTOP, PROJECTOR], ids=["phone", "laptop", "projector"])
def test_the_card_leaves_the_map_in_sight_and_axe_finds_nothing_against_it(visitor, screen):
    page = visitor(screen=screen, reduced_motion="reduce").visit(f"{BEGUN}&step=2")
    drawn(page)
    shows(page, SECOND)
    page.locator("#lesson .lesson-claim a", has_text="22 July").wait_for()
    assert scrolls_sideways(page) == 0
    assert beyond_the_edge(page) == []
    card, plate = page.locator("#lesson").bounding_box(), page.locator("#map-pane").bounding_box()
    beside = card["x"] >= plate["x"] + plate["width"] - 1 or card["y"] >= plate["y"] + plate["height"] - 1
    assert beside
    assert plate["height"] >= 180
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        assert axe_violations(page, ".lesson-column") == [], scheme


def test_on_a_phone_the_lesson_is_read_in_the_sheet(visitor):
    page = visitor(screen=PHONE, has_touch=True).visit(BEGUN)
    drawn(page)
    shows(page, FIRST)
    next_step = page.get_by_role("button", name="The next step")
    assert next_step.bounding_box()["height"] >= 44
    next_step.click()
    shows(page, SECOND)
    page.locator(".sheet-handle").click()
    page.locator("body.sheet-up").wait_for()
    assert page.locator("#lesson .lesson-question").is_visible()


def test_in_a_page_that_reads_from_the_right_the_left_arrow_goes_on(begun):
    begun.evaluate("document.documentElement.dir = 'rtl'")
    begun.keyboard.press("ArrowLeft")
    shows(begun, SECOND)
    begun.keyboard.press("ArrowRight")
    shows(begun, FIRST)


def test_nothing_of_lessons_is_loaded_where_none_is_named(visitor):
    reader = visitor()
    asked = []
    reader.context.on("request", lambda request: asked.append(request.url))
    page = reader.visit("/")
    drawn(page)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "lesson" in url] == []
