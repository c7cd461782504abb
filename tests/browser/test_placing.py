"""An editor places a town by the gazetteer, moves its point by keyboard, and finds it on the reader's page."""

import re

from tests.browser.looking import axe_violations, beyond_the_edge, scrolls_sideways
from tests.browser.screens import PHONE
from tests.browser.site import manage
from tests.browser.test_rearranging import tab_to

PUBLISH = "from geo.models import Place; Place.objects.filter(slug='lahijan').update(publication='published')"
DRAWN = "() => performance.getEntriesByName('marchlines:chart').length > 0"


def test_a_place_comes_from_the_gazetteer_is_moved_by_keyboard_and_read_on_its_page(signed_in, desk_site, desk_data):
    page = signed_in("head", "/admin/geo/place/add/")
    page.locator("#id_name").focus()
    page.keyboard.type("Lahijan")
    page.locator("#id_kind").select_option("town")
    tab_to(page, "#id_geocode_text")
    page.keyboard.type("lahidjan")
    page.keyboard.press("Enter")
    page.get_by_text("Iran, GeoNames 125188").wait_for()
    tab_to(page, 'input[name="accepted"]:checked')
    page.keyboard.press("ArrowUp")
    page.locator("#placing-said", has_text="37°12′26″N 50°00′14″E").wait_for()
    page.wait_for_function(DRAWN)
    page.locator("#place-chart").evaluate("chart => chart.focus()")
    tab_to(page, ".chart-pin")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Shift+ArrowRight")
    latitude = float(page.locator("#id_latitude").input_value())
    assert 37.2072 < latitude < 37.35
    assert "Move it with the arrow keys" in page.locator(".chart-pin").get_attribute("aria-label")
    page.locator('input[name="_save"]').first.press("Enter")
    page.wait_for_url(re.compile("/admin/geo/place/$"))
    manage(desk_data, "shell", "--verbosity=0", "--command", PUBLISH)
    page.goto(f"{desk_site}/places/lahijan/")
    text = page.locator("main").inner_text()
    assert "Lahijan" in text
    assert "geonames:125188" in text
    assert "km from the point that geonames gives" in text


def test_the_form_of_a_place_fits_a_phone_and_axe_finds_nothing_against_it(signed_in):
    page = signed_in(
        "head",
        "/admin/geo/place/?q=anzal%C4%AB",
        screen=PHONE,
        reduced_motion="reduce",
        expected=["inline style"],
    )
    page.locator("#result_list tbody th a").click()
    page.wait_for_function(DRAWN)
    page.locator("#placing-said", has_text="Read as").wait_for()
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        sideways = [f"{pixels} pixels too wide"] if (pixels := scrolls_sideways(page)) else []
        if wrong := [*axe_violations(page, "#placing"), *beyond_the_edge(page), *sideways]:
            found[scheme] = wrong
    assert found == {}
