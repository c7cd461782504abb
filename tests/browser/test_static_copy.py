"""The static copy of the shipped atlas: nothing in it leads nowhere, and without a server it says the same."""

import re

import pytest

from tests.browser.crawling import crawl
from tests.browser.hosting import hosting
from tests.browser.looking import drawn
from tests.browser.screens import LAPTOP
from tests.dead_links import dead_links

MARCH = "movement:gilan-march-on-tehran"
DAYS = ("1909-05-05", "1909-06-20", "1909-07-11", "1909-07-12")
PLACING_CLAIMS = """async ([id, day]) => {
  const answer = await fetch(`/api/v1/positions/?on=${day}`);
  const { positions } = await answer.json();
  const ours = positions.filter(({ movement }) => movement === id);
  const body = await (await fetch(`/movements/${id}.json`)).json();
  return ours.map(({ claims, mover }) => [mover.name, body.claims.filter((one) => claims.includes(one.id)).length]);
}"""
HEARD = """() => new Promise((resolve, reject) => {
  const stop = setTimeout(() => reject(new Error(`never ready: ${JSON.stringify(heard)}`)), 20_000);
  (function look() { heard.length ? (clearTimeout(stop), resolve(heard[0])) : setTimeout(look, 50); })();
})"""
PLAIN = ("/chronology/", "/events/", "/places/", "/claims/", "/disputes/", "/about/", "/events/entry-into-tehran/",
         "/disputes/entry-into-tehran:date:on/", "/sources/", "/lessons/",
         "/lessons/lesson-of-the-tests/", "/api/docs/")  # fmt: skip


def test_no_address_in_the_copy_leads_nowhere(copied_site, copied_folder):
    assert dead_links(copied_folder, at="atlas/") == []


def test_a_robot_that_follows_its_links_finds_every_page(copied_site):
    origin = copied_site.removesuffix("/atlas")
    answers = crawl(origin, "/atlas/chronology/", most=600)
    assert len(answers) > 100
    assert {path: told for path, told in answers.items() if told[0] != 200 or not path.startswith("/atlas/")} == {}


@pytest.mark.parametrize("path", PLAIN)
def test_a_page_of_the_copy_reads_without_javascript_and_asks_for_no_server(visitor, copied_site, path):
    page = visitor(screen=LAPTOP, java_script_enabled=False, origin=copied_site).visit(path)
    assert page.locator("h1").count() == 1
    assert page.locator("form, a[href*='search'], a[href*='ordering='], a[href^='/']").count() == 0


def _standing(page) -> list[str]:
    page.locator("#panel .stands").first.wait_for()
    return page.locator("#panel .stands, #panel .stands ~ dl dd").all_inner_texts()


@pytest.mark.parametrize("day", DAYS)
def test_why_a_force_stands_here_is_said_alike_by_server_copy_and_api(visitor, served_site, copied_site, day):
    live = visitor(origin=served_site).visit(f"/?at={MARCH}&day={day}")
    said = _standing(live)
    copied = visitor(origin=copied_site).visit(f"/?at={MARCH}&day={day}")
    assert _standing(copied) == said
    claims = live.evaluate(PLACING_CLAIMS, [MARCH.partition(":")[2], day])
    names = ", ".join(live.locator("#panel .stands b").all_inner_texts())
    assert claims
    assert all(name in names for name, _count in claims)
    # Forces that the same claims put at one spot are told of together.
    assert live.locator("#panel .stands ~ dl dd").count() in {count for _name, count in claims} | {
        sum(count for _name, count in claims)
    }


def test_a_source_tells_the_atlas_in_the_copy_as_on_the_site(visitor, served_site, copied_site):
    told = {}
    for name, origin in (("live", served_site), ("copied", copied_site)):
        page = visitor(origin=origin).visit("/?according_to=clark-2006&from=1909-06-01&to=1909-08-15")
        drawn(page)
        page.locator(".shown-words", has_text="tells it").wait_for()
        told[name] = page.locator(".shown-words").inner_text(), page.locator(".timeline-list").inner_text()
    assert told["live"] == told["copied"]


def test_the_copy_shows_itself_on_another_site_and_says_what_is_chosen(visitor, copied_site):
    origin = copied_site.removesuffix("/atlas")
    script = "window.heard = []; document.addEventListener('marchlines:ready', ({ detail }) => heard.push(detail));"
    body = (
        '<!DOCTYPE html><title>Host</title><script src="/host.js"></script>'
        f'<script src="{copied_site}/embed.js" async></script>'
        '<march-lines atlas="persian-constitutional-revolution" at="event:entry-into-tehran" theme="dark">'
        "</march-lines>"
    )
    policy = f"default-src 'none'; script-src 'self' {origin}; frame-src {origin}"
    with hosting({"/": body, "/host.js": script}, {"Content-Security-Policy": policy}) as host:
        page = visitor(
            allowed=[f"asked another host: {host}/", "favicon", f"status 404: {host}"], origin=copied_site
        ).visit(f"{host}/")
        ready = page.evaluate(HEARD)
        assert ready["at"] == "event:entry-into-tehran"
        assert ready["address"].startswith(f"{copied_site}/?")
        frame = page.frames[1]
        assert frame.evaluate("document.documentElement.dataset.theme") == "dark"


@pytest.mark.parametrize("path", ["/?day=1909-07-11", "/events/entry-into-tehran/"])
def test_the_dialog_for_other_sites_opens_over_a_page_of_the_copy_with_its_addresses(visitor, copied_site, path):
    page = visitor(origin=copied_site).visit(path)
    if "?" in path:
        drawn(page)
    page.locator("a[data-script]").first.click()
    code = page.locator("dialog #code-frame, [role=dialog] #code-frame")
    code.wait_for()
    frame = code.input_value()
    source = re.search(r'src="([^"?]+)', frame)[1]
    kind = "a/persian-constitutional-revolution" if "?" in path else "events/entry-into-tehran"
    assert source == f"{copied_site}/embed/{kind}/"
    assert f"{copied_site}/embed.js" in page.locator("#code-script").input_value()
    page.frame_locator("iframe[data-preview]").locator("h1").first.wait_for(state="attached")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_frame_of_a_record_takes_the_ground_that_its_address_asks_for(visitor, copied_site, theme):
    page = visitor(origin=copied_site).visit(f"/embed/events/entry-into-tehran/?theme={theme}")
    assert page.evaluate("document.documentElement.dataset.theme") == theme
