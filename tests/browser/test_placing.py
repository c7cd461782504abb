"""An editor places a town by the gazetteer, moves its point by keyboard, and finds it on the reader's page."""

import re

import pytest

from geo.gazetteer import index
from geo.gazetteer.records import GazetteerRecord
from geo.points import Point
from tests.browser.looking import axe_violations, beyond_the_edge, scrolls_sideways
from tests.browser.screens import PHONE
from tests.browser.site import copy, manage, serving
from tests.browser.test_rearranging import ACCOUNT, signed_in, tab_to

LAHIJAN = GazetteerRecord("geonames:125188", "Lāhījān", ("Lahidjan", "لاهیجان"), Point(37.2072, 50.0039), "IR", 94051)
PUBLISH = "from geo.models import Place; Place.objects.filter(slug='lahijan').update(publication='published')"
DRAWN = "() => performance.getEntriesByName('marchlines:chart').length > 0"


@pytest.fixture(scope="module")
def placing_site(prepared, tmp_path_factory):
    """The origin and folder of an atlas of its own, with an editor's account and a gazetteer of one town."""
    data = copy(prepared, tmp_path_factory.mktemp("placing") / "site")
    manage(data, "shell", "--verbosity=0", "--command", ACCOUNT)
    index.fill(data / "gazetteer.sqlite3", [LAHIJAN])
    with serving(data) as origin:
        yield origin, data


def test_a_place_comes_from_the_gazetteer_is_moved_by_keyboard_and_read_on_its_page(visitor, placing_site):
    origin, data = placing_site
    page = signed_in(visitor, origin)
    page.goto(f"{origin}/admin/geo/place/add/")
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
    manage(data, "shell", "--verbosity=0", "--command", PUBLISH)
    page.goto(f"{origin}/places/lahijan/")
    text = page.locator("main").inner_text()
    assert "Lahijan" in text
    assert "geonames:125188" in text
    assert "km from the point that geonames gives" in text


def test_the_form_of_a_place_fits_a_phone_and_axe_finds_nothing_against_it(visitor, placing_site):
    origin, _data = placing_site
    page = signed_in(
        visitor, origin, screen=PHONE, reduced_motion="reduce", expected=["inline style", "preload assets"]
    )
    page.goto(f"{origin}/admin/geo/place/?q=anzal%C4%AB")
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
