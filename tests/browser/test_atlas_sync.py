"""Timeline, map and panel show one state; journeys between them are made twice, the second time from the cache."""

import re

import pytest

from tests.browser.looking import drawn
from tests.browser.screens import PHONE

SPOT = """([lat, lon]) => {
  const { x, y } = map_atlas.latLngToContainerPoint([lat, lon]);
  const box = map_atlas.getContainer().getBoundingClientRect();
  return [box.x + x, box.y + y];
}"""
IN_VIEW = """([lat, lon]) => new Promise((done) => {
  let frames = 0;
  const look = () => map_atlas.getBounds().contains([lat, lon]) ? done(true)
    : frames++ > 300 ? done(false) : requestAnimationFrame(look);
  look();
})"""
# Where on the timeline the pointer would press an event: the pane itself shows it by its pointer.
PRESSABLE = """() => {
  const canvas = document.querySelector(".timeline-canvas");
  const box = canvas.getBoundingClientRect();
  for (let y = 40; y < box.height - 60; y += 5) for (let x = box.width * 0.25; x < box.width * 0.9; x += 9) {
    canvas.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, pointerType: "mouse", pointerId: 1,
      clientX: box.x + x, clientY: box.y + y }));
    if (getComputedStyle(canvas).cursor === "pointer" && !document.querySelector(".timeline-popover")) {
      return [box.x + x, box.y + y];
    }
  }
  return null;
}"""
NEXT_FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
QAZVIN = (36.2688, 50.0041)
AROUND = [(x, y) for x in range(-24, 25, 6) for y in range(-24, 25, 6)]


def _title(page) -> str:
    return page.locator("#panel .panel-title").inner_text()


def _shows(page, title: str) -> None:
    page.locator("#panel .panel-title", has_text=title).wait_for()


@pytest.fixture(scope="module", params=["live", "copied"])
def site(request):
    """The site as the server answers, and its static copy: the same journeys in both."""
    return request.getfixturevalue("served_site" if request.param == "live" else "copied_site")


@pytest.fixture(params=["first visit", "from the cache"])
def reader(request, visitor):
    """A reader who has not been here, and one whose browser holds everything already."""
    one = visitor()
    if request.param == "from the cache":
        page = one.visit("/")
        drawn(page)
        page.close()
    return one


def test_an_event_pressed_on_the_timeline_is_shown_by_the_map_and_the_panel(reader):
    page = reader.visit("/?map=29,61,8")
    drawn(page)
    spot = page.evaluate(PRESSABLE)
    assert spot
    page.mouse.click(*spot)
    page.wait_for_url("**at=event:**")
    slug = page.url.rsplit("at=event:", 1)[1].split("&")[0]
    event = page.evaluate(
        "async (slug) => (await (await fetch(JSON.parse(document.getElementById('atlas-config').textContent)"
        ".urls.whole)).json()).events.find((one) => one.id === slug)",
        slug,
    )
    _shows(page, event["title"])
    assert page.evaluate(IN_VIEW, [event["lat"], event["lon"]])
    page.keyboard.press("Escape")
    _shows(page, "Persian Constitutional Revolution")


def test_an_event_pressed_on_the_map_is_marked_on_the_timeline(reader):
    page = reader.visit("/?day=1909-07-11&map=36.27,50,9")
    drawn(page)
    page.locator(".map-list button", has_text="Qazvin").first.wait_for(state="attached")
    x, y = page.evaluate(SPOT, QAZVIN)
    # The mark of what happens on the day stands beside its place, on whichever hand is free.
    for across, down in AROUND:
        page.mouse.click(x + across, y + down)
        page.evaluate(NEXT_FRAME)
        if "at=event:russians-reach-qazvin" in page.url:
            break
    _shows(page, "The Russian force reaches Qazvin")
    page.locator('.timeline-list [aria-current="true"]', has_text="reaches Qazvin").wait_for(state="attached")


def test_the_view_left_is_the_view_found_again(reader):
    page = reader.visit("/?from=1909-06-01&to=1909-08-15&map=36,50.5,7&lanes=side&ruler=julian&theme=dark&side=russia")
    drawn(page)
    page.locator(".timeline-list button", has_text="reaches Qazvin").focus()
    page.keyboard.press("Enter")
    _shows(page, "The Russian force reaches Qazvin")

    def view(one):
        one.locator("#panel .printed-dates").wait_for()
        return (
            _title(one),
            *(one.locator(part).inner_text() for part in (".cursor-date", ".shown-words", "#timeline")),
            one.evaluate(
                "() => [map_atlas.getZoom(), map_atlas.getCenter().lat.toFixed(2),"
                " document.documentElement.dataset.theme]"
            ),
        )

    left = view(page)
    page.reload()
    drawn(page)
    assert view(page) == left
    again = reader.visit(page.url)
    drawn(again)
    assert view(again) == left


@pytest.mark.parametrize(
    ("force", "march", "where", "claim"),
    [
        (
            "Gilan army",
            "The Gilan army marches on Tehran",
            "possibly on the way: Vicinity of Tehran to Badamk",
            "22 June 1909",
        ),
        (
            "Bakhtiari army",
            "The Gilan army marches on Tehran",
            "possibly on the way: Vicinity of Tehran to Badamk",
            "Badamk",
        ),
        ("Russian column to Qazvin", "A Russian column goes from Baku to Qazvin", "at Qazvin", "11 July"),
    ],
)
def test_a_token_opened_lists_the_claims_that_put_it_there(visitor, force, march, where, claim):
    page = visitor().visit("/?day=1909-07-11")
    drawn(page)
    token = page.locator(".map-list button", has_text=re.compile(f"^{force}")).first
    token.wait_for(state="attached")
    token.focus()
    page.keyboard.press("Enter")
    _shows(page, march)
    why = page.locator(".panel-block", has=page.get_by_role("heading", name="Why it stands here"))
    stands = why.locator(".stands", has_text=force)
    stands.wait_for()
    assert where in stands.inner_text()
    row = why.locator(".statements dd", has_text=f"“{claim}”").first
    assert row.locator(".marks a").count() == 1
    # Another day has other claims, or none.
    page.locator(".timeline-cursor").focus()
    page.keyboard.press("Home")
    why.get_by_text("On 1 May 1909").wait_for()


def test_play_walks_the_days_and_pauses_where_it_is_told(visitor):
    page = visitor().visit("/?day=1909-07-11")
    drawn(page)
    page.locator(".timeline-cursor").focus()
    page.keyboard.press("Space")
    page.locator(".cursor-day", has_text="13 July 1909").wait_for()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Play", exact=True).wait_for()
    stopped = page.locator(".cursor-day").inner_text()
    page.keyboard.press("ArrowLeft")
    page.locator(".cursor-day").filter(has_not_text=stopped).wait_for()


def test_time_is_zoomed_from_a_century_to_a_day_and_back(visitor):
    page = visitor().visit("/?from=1860-01-01&to=1960-01-01&day=1909-07-13")
    drawn(page)
    page.locator(".timeline-cursor").focus()
    words = page.locator(".shown-words")
    for _ in range(26):
        page.keyboard.press("+")
    words.filter(has_text="all sides, 13 July 1909").wait_for()
    for _ in range(26):
        page.keyboard.press("-")
    words.filter(has_text=re.compile(r"18\d\d to 19\d\d")).wait_for()
    assert page.locator(".cursor-day").inner_text() == "Tuesday 13 July 1909"


def test_the_disputed_days_of_july_are_told_as_disputed_wherever_they_are_shown(visitor):
    page = visitor().visit("/?from=1909-07-08&to=1909-07-28&day=1909-07-16")
    drawn(page)
    disputed = page.locator(".timeline-list button", has_text="sources disagree")
    disputed.first.wait_for(state="attached")
    told = " ".join(disputed.all_inner_texts())
    assert all(title in told for title in ("Entry into Tehran", "Mohammad Ali Shah deposed", "Fighting in Tehran"))
    page.locator(".map-legend").get_by_text("if another source is right").wait_for()
    disputed.filter(has_text="Mohammad Ali Shah deposed").focus()
    page.keyboard.press("Enter")
    page.locator("#panel .badge", has_text="Sources disagree").wait_for()
    assert page.locator("#panel .strip").count() >= 1


def test_a_finger_finds_everything_on_a_phone(visitor):
    page = visitor(screen=PHONE, has_touch=True, is_mobile=True).visit("/?day=1909-07-11")
    drawn(page)
    page.locator(".map-list button", has_text="Gilan army").first.focus()
    page.keyboard.press("Enter")
    _shows(page, "The Gilan army marches on Tehran")
    page.locator(".sheet-handle").tap()
    page.get_by_role("heading", name="Why it stands here").wait_for()
    small = page.evaluate(
        """() => [...document.querySelectorAll("#toolbar button, .panel-buttons button," +
          " .map-zoom-button, .map-legend-toggle, .notes-list a")]
          .filter((one) => one.checkVisibility())
          .map((one) => [one, one.getBoundingClientRect()])
          .filter(([, box]) => box.height < 43.5)
          .map(([one, box]) => `${one.className} ${one.textContent.trim()} ${box.width}x${box.height}`)"""
    )
    assert small == []
