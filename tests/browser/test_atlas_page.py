"""The atlas page: it opens everywhere without a fault, and the address holds the whole view."""

import pytest

from tests.browser.looking import axe_violations, beyond_the_edge, drawn, overlapping, scrolls_sideways
from tests.browser.screens import LAPTOP, PHONE, PROJECTOR

# The list of the map's signs lies unseen over the map, for keyboards and screen readers; its boxes are the signs.
CONTROLS = "button:not(.map-list button), summary, input, select, .site-name"


SCREENS = {"phone": PHONE, "laptop": LAPTOP, "projector": PROJECTOR}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_opens_at_every_size_and_ground_without_a_fault(visitor, subtests, scheme):
    reader = visitor(scheme=scheme)
    page = reader.context.new_page()
    for name, (width, height) in SCREENS.items():
        page.set_viewport_size({"width": width, "height": height})
        reader.visit("/", page)
        drawn(page)
        with subtests.test(name):
            assert scrolls_sideways(page) == 0
            assert beyond_the_edge(page) == []
            assert overlapping(page, CONTROLS) == []
        if name == "laptop":
            with subtests.test("axe"):
                assert axe_violations(page) == []


def test_nothing_scrolls_sideways_at_any_width(visitor, subtests):
    reader = visitor()
    page = reader.context.new_page()
    for width in (320, 480, 768, 1024):
        page.set_viewport_size({"width": width, "height": 740})
        reader.visit("/", page)
        drawn(page)
        with subtests.test(f"{width} wide"):
            assert scrolls_sideways(page) == 0


def test_a_second_visit_with_a_warm_cache_is_as_good_as_the_first(visitor):
    reader = visitor()
    page = reader.visit("/")
    drawn(page)
    again = reader.visit("/")
    drawn(again)
    assert again.locator("#timeline").inner_text() == page.locator("#timeline").inner_text()


def test_readers_in_tehran_london_and_chicago_see_the_same_days(visitor):
    seen = set()
    for zone in ("Asia/Tehran", "UTC", "America/Chicago"):
        page = visitor(zone=zone).visit("/?day=1909-07-11")
        drawn(page)
        seen.add((page.locator("#toolbar").inner_text(), page.locator("#timeline").inner_text()))
    assert len(seen) == 1


BAD_QUERIES = [
    "?from=nonsense",
    "?day=1909-13-40",
    "?at=event:no-such-event",
    "?map=a,b,c",
    "?lanes=colour",
    "?kind=picnic",
    "?from=1910-01-01&to=1909-01-01",
    "?unknown=1",
    "?q=%3Cscript%3Ewindow.hostileRan%3Dtrue%3C%2Fscript%3E",
    "?day=" + "9" * 500,
]


def test_a_bad_address_opens_the_atlas_all_the_same(visitor):
    reader = visitor()
    page = None
    for query in BAD_QUERIES:
        page = reader.visit(f"/{query}", page)
        drawn(page, events="?q=" not in query)
        assert page.evaluate("() => window.hostileRan") is None, query


def test_a_bad_value_is_named_in_a_sentence(visitor):
    page = visitor().visit("/?day=1909-13-40")
    drawn(page)
    assert "1909-13-40" in page.locator("#notes").inner_text()


def test_records_that_would_break_a_page_are_shown_as_text(visitor, hostile_site):
    reader, page = visitor(origin=hostile_site), None
    for at in (
        "",
        "&at=event:hostile-tags",
        "&at=event:hostile-long",
        "&at=event:hostile-no-date",
        "&at=movement:hostile-march",
    ):
        page = reader.visit(f"/?day=1909-07-11{at}", page)
        drawn(page)
        assert page.evaluate("() => window.hostileRan") is None, at
        assert scrolls_sideways(page) == 0, at
