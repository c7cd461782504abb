"""The map of the atlas: what is clicked is chosen, what is chosen is seen, and the keyboard can do the same."""

from tests.browser.looking import drawn

OPEN = "/?day=1909-07-11"
# Where a place lies on the screen; the map's own variable is Folium's.
SPOT = """([lat, lon]) => {
  const { x, y } = map_atlas.latLngToContainerPoint([lat, lon]);
  const box = map_atlas.getContainer().getBoundingClientRect();
  return [box.x + x, box.y + y];
}"""
ISFAHAN, MASHHAD = (32.6525, 51.6746), (36.2981, 59.6057)


def test_a_place_clicked_on_the_map_is_chosen(visitor):
    page = visitor().visit(OPEN)
    drawn(page)
    page.mouse.click(*page.evaluate(SPOT, MASHHAD))
    page.wait_for_url("**at=place:mashhad**")
    page.locator("#panel").get_by_role("heading", name="Mashhad").first.wait_for()


def test_what_is_chosen_beyond_the_view_is_brought_into_it(visitor):
    page = visitor().visit("/?map=40.4,49.9,9")
    drawn(page)
    page.locator("#search").fill("Isfahan")
    page.get_by_role("option").filter(has_text="place").first.click()
    page.wait_for_url("**at=**")
    seen = page.evaluate(
        "([lat, lon]) => new Promise((done) => { let frames = 0; const look = () =>"
        " map_atlas.getBounds().contains([lat, lon]) ? done(true) : frames++ > 300 ? done(false)"
        " : requestAnimationFrame(look); look(); })",
        ISFAHAN,
    )
    assert seen


def test_the_view_goes_into_the_address_and_comes_back_from_it(visitor):
    page = visitor().visit(OPEN)
    drawn(page)
    page.locator("#atlas-map").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**map=**")
    address, centre = page.url, page.evaluate("() => map_atlas.getCenter()")
    again = visitor().visit(address[address.index("/?") :])
    drawn(again)
    seen = again.evaluate("() => map_atlas.getCenter()")
    assert abs(seen["lat"] - centre["lat"]) < 0.01
    assert abs(seen["lng"] - centre["lng"]) < 0.01


def test_a_reader_without_sight_can_choose_what_is_on_the_map(visitor):
    page = visitor().visit(OPEN)
    drawn(page)
    entry = page.locator(".map-list button").filter(has_text="Gilan army").first
    entry.wait_for(state="attached")
    entry.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**at=movement:gilan-march-on-tehran**")


def test_the_legend_holds_only_what_the_plate_shows(visitor):
    page = visitor().visit("/?day=1909-07-11&from=1909-07-01&to=1909-07-20")
    drawn(page)
    legend = page.locator(".map-legend")
    legend.get_by_text("Constitutionalists").wait_for()
    assert legend.get_by_text("Ottoman").count() == 0
    legend.get_by_role("button", name="How to read this plate").click()
    page.get_by_role("dialog").wait_for()
