"""Fixtures of the browser tests: one served atlas a session, and pages that may do no wrong."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from geo.gazetteer import index
from geo.gazetteer.records import GazetteerRecord
from geo.points import Point
from tests.browser.chromium import NONE_FOUND, find_chromium, launch
from tests.browser.desk import session, staff
from tests.browser.hosting import handing_out
from tests.browser.screens import LAPTOP
from tests.browser.sharing import made_once
from tests.browser.site import copy, manage, prepare, serving
from tests.browser.watching import Watch

HERE = Path(__file__).resolve().parent
LAHIJAN = GazetteerRecord("geonames:125188", "Lāhījān", ("Lahidjan", "لاهیجان"), Point(37.2072, 50.0039), "IR", 94051)


def pytest_collection_modifyitems(items):
    """Mark the tests of this folder; they run last, because Playwright keeps an event loop running
    under which Django refuses database work to the tests that follow."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: HERE in item.path.parents)


@pytest.fixture(scope="session")
def chromium():
    """Chromium under Playwright; without one the browser tests are skipped, under CI they fail."""
    if not find_chromium():
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(NONE_FOUND.replace("were skipped", "could not run"))
        pytest.skip(NONE_FOUND)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def of_the_run(tmp_path_factory):
    """The folder that all processes of this run have in common."""
    mine = tmp_path_factory.getbasetemp()
    return mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine


@pytest.fixture(scope="session")
def prepared(chromium, of_the_run):
    """A data folder with the shipped atlas; never served itself, only copied."""
    return made_once(of_the_run / "prepared", prepare)


@pytest.fixture(scope="session")
def taught(prepared, of_the_run):
    """A data folder with the shipped atlas and a lesson of the tests in it; only copied."""

    def make(data):
        source = (HERE / "lesson_records.py").read_text(encoding="utf-8")
        manage(copy(prepared, data), "shell", "--verbosity=0", "--command", source)

    return made_once(of_the_run / "taught", make)


@pytest.fixture(scope="session")
def served_site(taught, tmp_path_factory):
    """The origin of the shipped atlas, with a lesson of the tests in it. Tests read it and change nothing."""
    with serving(copy(taught, tmp_path_factory.mktemp("shipped") / "site")) as origin:
        yield origin


@pytest.fixture(scope="session")
def site(served_site):
    """The site that pages are visited on; a file of journeys may name more than the served one."""
    return served_site


@pytest.fixture(scope="session")
def copied_folder(taught, of_the_run):
    """A static copy of the shipped atlas and that lesson; making it takes a minute, so there is one a session."""

    def make(folder):
        manage(taught, "static_copy", str(folder), "--base", "https://example.org/atlas/", "--processes", "2")

    (of_the_run / "copied").mkdir(exist_ok=True)
    return made_once(of_the_run / "copied" / "atlas", make)


@pytest.fixture(scope="session")
def copied_site(copied_folder):
    """The address of that copy, handed out by Python's own http.server under a sub-path."""
    with handing_out(copied_folder.parent) as origin:
        yield f"{origin}/{copied_folder.name}"


@pytest.fixture(scope="session")
def hostile_site(prepared, tmp_path_factory):
    """The origin of an atlas with records that hold everything that breaks pages."""
    data = copy(prepared, tmp_path_factory.mktemp("hostile") / "site")
    source = (HERE / "hostile_records.py").read_text(encoding="utf-8")
    manage(data, "shell", "--verbosity=0", "--command", source)
    with serving(data) as origin:
        yield origin


@pytest.fixture(scope="session")
def staffed(prepared, of_the_run):
    """A data folder with the shipped atlas, people of the desk and a gazetteer of one town; only copied."""

    def make(data):
        staff(copy(prepared, data))
        index.fill(data / "gazetteer.sqlite3", [LAHIJAN])

    return made_once(of_the_run / "staffed", make)


@pytest.fixture(scope="session")
def desk_data(staffed, tmp_path_factory):
    """The data folder of the desk at which all files of journeys work that need none of their own."""
    return copy(staffed, tmp_path_factory.mktemp("desk") / "site")


@pytest.fixture(scope="session")
def desk_site(desk_data):
    """The origin of an atlas at which editors work; each file of journeys changes records that no other leans on."""
    with serving(desk_data) as origin:
        yield origin


@pytest.fixture
def signed_in(visitor, staffed, desk_site):
    """Open a page of the desk as somebody: `signed_in("reviewer", "/admin/")`; options are those of `visitor`.

    By the cookie of a session: the form of signing in has its own journey (test_day_at_the_desk.py).
    """

    def open_as(name: str, path: str = "/admin/", *, expected=(), **options):
        reader = visitor(origin=desk_site, allowed=["favicon.ico", *expected], **options)
        reader.context.add_cookies([session(staffed, name) | {"url": desk_site}])
        return reader.visit(path)

    return open_as


@pytest.fixture
def visitor(chromium, site):
    """Make a reader: `visitor(screen=PHONE, scheme="dark", zone="Asia/Tehran")` gives `.visit(path)`.

    Everything any reader's pages did wrong fails the test at its end; `watch.allowed` takes words
    of what a test expects.
    """
    made = []

    def make(*, screen=LAPTOP, scheme="light", zone="UTC", origin=site, allowed=(), **options):
        context = chromium.new_context(
            base_url=origin,
            viewport={"width": screen[0], "height": screen[1]},
            color_scheme=scheme,
            timezone_id=zone,
            locale="en-GB",
            **options,
        )
        context.set_default_timeout(15_000)
        watch = Watch(origin=origin, allowed=list(allowed))
        watch.attach(context)
        made.append((context, watch))

        def visit(path="/", page=None, *, until="load"):
            page = page or context.new_page()
            # Joined by hand: a copy lies under a sub-path, which an address with a leading slash would leave.
            page.goto(f"{origin}{path}" if path.startswith("/") else path, wait_until=until)
            return page

        return SimpleNamespace(context=context, watch=watch, visit=visit)

    yield make
    complaints = [line for _, watch in made for line in watch.complaints]
    for context, _ in made:
        context.close()
    assert complaints == []


@pytest.fixture
def page(visitor):
    """The atlas at 1280 by 800, light, in UTC."""
    return visitor().visit("/")
