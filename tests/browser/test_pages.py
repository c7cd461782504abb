"""The pages without JavaScript: every link leads somewhere, every kind of page reads at every size."""

import re

import pytest

from tests.browser.crawling import crawl
from tests.browser.looking import axe_violations, beyond_the_edge, scrolls_sideways
from tests.browser.screens import LAPTOP, PHONE

LISTS = ("/chronology/", "/events/", "/movements/", "/places/", "/people/", "/forces/", "/sources/", "/claims/")
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


def _first(answers, kind: str) -> str:
    return next(path for path in answers if re.fullmatch(rf"/{kind}/[\w.-]+/", path))


@pytest.mark.parametrize("path", [*LISTS, *OTHERS, *KINDS])
def test_a_page_reads_without_javascript(visitor, answers, path):
    address = path if path.startswith("/") else _first(answers, path)
    page = visitor(screen=LAPTOP, java_script_enabled=False).visit(address)
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("path", [*LISTS, *OTHERS, *KINDS])
def test_a_page_fits_a_phone_and_axe_finds_nothing_against_it_in_light_and_dark(visitor, answers, path):
    address = path if path.startswith("/") else _first(answers, path)
    # Colours in passage from one ground to the other are nobody's contrast.
    page = visitor(screen=PHONE, reduced_motion="reduce").visit(address)
    assert scrolls_sideways(page) == 0
    assert beyond_the_edge(page) == []
    assert axe_violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe_violations(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_slug_is_a_page_that_offers_search(visitor, kind):
    page = visitor(allowed=["404"]).visit(f"/{kind}/no-such-thing/")
    assert page.locator("main input[type=search], main a[href^='/search/']").count() > 0


@pytest.mark.parametrize(
    "path",
    [
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
    ],
)
def test_hostile_records_are_text_and_break_no_page(visitor, hostile_site, path):
    page = visitor(origin=hostile_site, screen=PHONE).visit(path)
    assert page.evaluate("() => window.hostileRan") is None
    assert scrolls_sideways(page) == 0
