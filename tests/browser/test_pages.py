"""The pages without JavaScript: every link leads somewhere, every kind of page reads at every size."""

import re

import pytest

from tests.browser.crawling import crawl, kind
from tests.browser.looking import axe_violations, beyond_the_edge, scrolls_sideways
from tests.browser.screens import LAPTOP, PHONE
from tests.reader_lists import LISTS

DISPUTES = ("/disputes/", "/disputes/entry-into-tehran:date:on/")
OTHERS = (*DISPUTES, "/about/", "/about/reading/", "/search/?q=Tehran", "/search/?q=%3Cscript%3E")
KINDS = tuple(re.findall(r"/(\w+)/", " ".join(LISTS[1:])))


@pytest.fixture(scope="module")
def answers(site):
    """What every address reachable from the chronology answered."""
    return crawl(site, "/chronology/", most=600)


def test_every_link_of_every_page_leads_somewhere(answers):
    # Questions of the API answer 400 until something is asked.
    asking = {f"/api/v1/{name}/" for name in ("convert", "geocode", "positions")}
    broken = {
        path: (status, page)
        for path, (status, page) in answers.items()
        if status >= 400 and not (status == 400 and path in asking)
    }
    assert len(answers) > 100
    assert broken == {}


def test_the_sample_of_links_holds_every_kind_of_page(answers):
    asked = {kind(address) for address in answers}
    assert {*LISTS, "/disputes/", "/disputes/*/", *(f"/{one}/*/" for one in KINDS)} - asked == set()


def _first(answers, of: str) -> str:
    return next(path for path in answers if re.fullmatch(rf"/{of}/[\w.-]+/", path))


@pytest.fixture(scope="module")
def addresses(answers):
    """One address of every kind of page."""
    return [*LISTS, *OTHERS, *(_first(answers, of) for of in KINDS)]


# One reader goes from page to page: a browser window for each would cost more than the pages.
def test_every_kind_of_page_reads_without_javascript(visitor, addresses, subtests):
    reader, page = visitor(screen=LAPTOP, java_script_enabled=False), None
    for address in addresses:
        page = reader.visit(address, page)
        with subtests.test(address):
            assert page.locator("h1").count() == 1


def test_every_kind_of_page_fits_a_phone_and_axe_finds_nothing_against_it_in_light_and_dark(
    visitor, addresses, subtests
):
    # Colours in passage from one ground to the other are nobody's contrast.
    reader, page = visitor(screen=PHONE, reduced_motion="reduce"), None
    for address in addresses:
        page = reader.visit(address, page)
        with subtests.test(address):
            assert scrolls_sideways(page) == 0
            assert beyond_the_edge(page) == []
            for scheme in ("dark", "light"):
                page.emulate_media(color_scheme=scheme)
                assert axe_violations(page) == [], scheme


def test_an_unknown_slug_is_a_page_that_offers_search(visitor, subtests):
    reader, page = visitor(allowed=["404"]), None
    for records in KINDS:
        page = reader.visit(f"/{records}/no-such-thing/", page)
        with subtests.test(records):
            assert page.locator("main input[type=search], main a[href^='/search/']").count() > 0


HOSTILE = (
    *(
        f"/events/hostile-{name}/"
        for name in ("tags", "marks", "formula", "long", "wide", "no-place", "no-point", "no-date", "nothing")
    ),
    "/movements/hostile-march/",
    "/places/hostile-nowhere/",
    "/places/hostile-somewhere/",
    "/people/hostile-person/",
    "/forces/hostile-force/",
    "/sources/hostile-source/",
    "/chronology/",
    "/search/?q=%3Cscript%3E",
)


def test_hostile_records_are_text_and_break_no_page(visitor, hostile_site, subtests):
    reader, page = visitor(origin=hostile_site, screen=PHONE), None
    for path in HOSTILE:
        page = reader.visit(path, page)
        with subtests.test(path):
            assert page.evaluate("() => window.hostileRan") is None
            assert scrolls_sideways(page) == 0
