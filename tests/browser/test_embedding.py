"""A page of another origin shows the atlas by script, frame and oEmbed, and both pages hear each other."""

from pathlib import Path

import pytest

from tests.browser.hosting import hosting
from tests.browser.looking import axe_violations, beyond_the_edge, drawn, scrolls_sideways
from tests.browser.screens import LAPTOP, PHONE

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = (ROOT / "docs" / "examples" / "embedding.html").read_text(encoding="utf-8")
EXAMPLE_SCRIPT = (ROOT / "docs" / "examples" / "embedding.js").read_text(encoding="utf-8")
EVENT, MARCH = "event:entry-into-tehran", "movement:gilan-march-on-tehran"
EMBEDS = (
    "/embed/a/persian-constitutional-revolution/?from=1909-05-01&to=1909-07-31",
    "/embed/a/persian-constitutional-revolution/?at=event:entry-into-tehran",
    "/embed/events/entry-into-tehran/",
    "/embed/movements/gilan-march-on-tehran/",
)

HEAD = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Host</title><script src="/host.js"></script>'
# Hears everything that elements and frames say, in the page's own script: the policy allows no other.
HOST_SCRIPT = """
window.heard = [];
const types = ["ready", "select", "window", "day", "step", "size"];
for (const type of types) {
  document.addEventListener(`marchlines:${type}`, (event) => heard.push({ type, ...event.detail }));
}
window.addEventListener("message", ({ data, origin }) => {
  if (data?.marchlines === 1) heard.push({ origin, raw: true, ...data });
});
"""
HEARD = """([type, key, value]) => new Promise((resolve, reject) => {
  const missed = () => reject(new Error(`never heard ${type} ${key} ${value}: ${JSON.stringify(heard)}`));
  const stop = setTimeout(missed, 20_000);
  (function look() {
    const found = heard.find((one) => !one.raw && one.type === type && (key === null || one[key] === value));
    if (found) { clearTimeout(stop); resolve(found); } else setTimeout(look, 50);
  })();
})"""


def heard(page, type_: str, key: str | None = None, value=None) -> dict:
    return page.evaluate(HEARD, [type_, key, value])


@pytest.fixture
def host(site, visitor):
    """Make another site: `host(html, policy)` opens its page and gives (page, reader).

    The page has loaded when all frames in it have, each a page of ours with its files: a test waits for what it asks
    of them, and not for everything at once within the time of one step.
    """
    opened = []

    def show(body: str, policy: str, *, screen=LAPTOP, allowed=(), script: str = HOST_SCRIPT):
        html = f"{HEAD}{body}"
        served = hosting({"/": html, "/host.js": script}, {"Content-Security-Policy": policy})
        origin = served.__enter__()
        opened.append(served)
        reader = visitor(
            screen=screen, allowed=[f"asked another host: {origin}/", "favicon", f"status 404: {origin}", *allowed]
        )
        return reader.visit(f"{origin}/", until="domcontentloaded"), reader

    yield show
    for served in opened:
        served.__exit__(None, None, None)


def element(site: str, attributes: str) -> str:
    """Our script and the element, with a link in it."""
    linked = f'<a href="{site}/">The atlas</a>'
    return f'<script src="{site}/embed.js" async></script><march-lines {attributes}>{linked}</march-lines>'


def strict(site: str) -> str:
    """Nothing is allowed but our origin as the source of scripts and frames (and the host's own script)."""
    return f"default-src 'none'; script-src 'self' {site}; frame-src {site}"


def test_the_element_shows_the_atlas_under_a_strict_policy_and_tells_what_is_chosen(site, host):
    state = 'from="1909-05-01" to="1909-07-31" day="1909-07-11" theme="dark"'
    page, reader = host(element(site, f'atlas="persian-constitutional-revolution" {state}'), strict(site))
    ready = heard(page, "ready")
    assert (ready["from"], ready["to"], ready["day"], ready["at"]) == ("1909-05-01", "1909-07-31", "1909-07-11", None)
    steps = page.evaluate("history.length")
    frame = page.frames[1]
    assert frame.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.locator("march-lines iframe").get_attribute("title").startswith("The Persian Constitutional Revolution")
    drawn(frame)
    frame.locator(".timeline-list button", has_text="Entry into Tehran").first.evaluate("(button) => button.click()")
    chosen = heard(page, "select", "at", EVENT)
    assert chosen["title"] == "Entry into Tehran"
    assert chosen["address"].startswith(f"{site}/?")
    assert page.evaluate("document.querySelector('march-lines').at") == EVENT
    frame.locator("#panel .panel-title", has_text="Entry into Tehran").wait_for()
    # The back button of the page around is not taken.
    assert page.evaluate("history.length") == steps
    assert reader.context.cookies() == []
    assert frame.evaluate("document.cookie") == ""


def test_the_page_around_sets_selection_days_and_cursor(site, host):
    page, _reader = host(element(site, 'atlas="persian-constitutional-revolution"'), strict(site))
    heard(page, "ready")
    page.evaluate(
        """([at]) => {
          const atlas = document.querySelector("march-lines");
          atlas.select(at);
          atlas.showWindow("1909-04-01", "1909-08-01");
          atlas.showDay("1909-05-05");
        }""",
        [MARCH],
    )
    heard(page, "select", "at", MARCH)
    heard(page, "window", "to", "1909-08-01")
    heard(page, "day", "day", "1909-05-05")
    # What is of no shape of ours is passed over, and what cannot be is not done.
    page.evaluate(
        """() => {
          const atlas = document.querySelector("march-lines");
          const frame = atlas.shadowRoot.querySelector("iframe").contentWindow;
          const wrong = [
            null, 7, "text", [], { marchlines: 2, type: "day" }, { marchlines: 1 }, { marchlines: 1, type: {} },
            { marchlines: 1, type: "constructor" }, { marchlines: 1, type: "day", day: "never" },
            { marchlines: 1, type: "select", at: "event:nobody" }, { marchlines: 1, type: "window", from: {}, to: [] },
          ];
          for (const message of wrong) frame.postMessage(message, "*");
          atlas.setAttribute("day", "1909-05-06");
        }"""
    )
    heard(page, "day", "day", "1909-05-06")
    state = page.evaluate("(({ at, from, to, day }) => [at, from, to, day])(document.querySelector('march-lines'))")
    assert state == [MARCH, "1909-04-01", "1909-08-01", "1909-05-06"]
    page.evaluate("document.querySelector('march-lines').select(null)")
    heard(page, "select", "at", None)


def test_a_stranger_cannot_speak_for_the_frame(site, host):
    page, _reader = host(element(site, 'event="entry-into-tehran"'), strict(site))
    heard(page, "size")
    page.evaluate("window.postMessage({ marchlines: 1, type: 'select', at: 'event:forged' }, '*')")
    page.evaluate("new Promise((done) => setTimeout(done, 0))")
    assert page.evaluate("heard.filter((one) => !one.raw && one.at === 'event:forged').length") == 0


@pytest.mark.parametrize(("attribute", "slug"), [("event", "entry-into-tehran"), ("movement", "gilan-march-on-tehran")])
def test_a_record_is_as_high_as_it_stands_and_loads_when_it_comes_near(site, host, attribute, slug):
    page, _reader = host(
        f"<pre>{chr(10) * 400}</pre>" + element(site, f'{attribute}="{slug}"'),
        strict(site),
    )
    page.wait_for_load_state()
    assert len(page.frames) == 2
    assert page.frames[1].url in ("", "about:blank")
    page.locator("march-lines").scroll_into_view_if_needed()
    assert heard(page, "ready")["at"] == f"{attribute}:{slug}"
    heard(page, "size")
    frame = page.frames[1]
    assert frame.evaluate("document.documentElement.scrollHeight - innerHeight") <= 0


def test_a_changed_attribute_opens_the_frame_anew_without_a_step_in_the_history(site, host):
    page, _reader = host(element(site, 'event="entry-into-tehran"'), strict(site))
    heard(page, "ready", "at", EVENT)
    steps = page.evaluate("history.length")
    page.evaluate("document.querySelector('march-lines').setAttribute('event', 'rising-in-rasht')")
    heard(page, "ready", "at", "event:rising-in-rasht")
    assert page.evaluate("history.length") == steps


def test_a_page_that_is_not_ours_is_left_to_its_link(site, host):
    page, _reader = host(element(site, 'src="https://elsewhere.example/"'), strict(site))
    page.wait_for_load_state()
    page.get_by_role("link", name="The atlas").wait_for()
    assert len(page.frames) == 1


def test_oembed_asked_across_origins_gives_a_frame_that_opens_the_view(site, host):
    asking = """
      window.heard = [];
      window.addEventListener("message", ({ data, origin }) => {
        if (data?.marchlines === 1) heard.push({ origin, ...data });
      });
      window.embed = async (site, url) => {
        const answer = await fetch(`${site}/oembed?${new URLSearchParams({ url, maxwidth: 700, maxheight: 500 })}`);
        const body = await answer.json();
        document.body.insertAdjacentHTML("beforeend", body.html);
        return body;
      };
    """
    page, reader = host(
        "<body>", f"default-src 'none'; script-src 'self'; connect-src {site}; frame-src {site}", script=asking
    )
    body = page.evaluate(
        "([site, url]) => embed(site, url)", [site, f"{site}/?at={EVENT}&from=1909-06-01&to=1909-08-01&day=1909-07-13"]
    )
    assert (body["type"], body["width"], body["height"]) == ("rich", 700, 500)
    ready = heard(page, "ready")
    assert (ready["origin"], ready["at"], ready["from"], ready["day"]) == (site, EVENT, "1909-06-01", "1909-07-13")
    frame = page.frames[1]
    frame.locator("#panel .panel-title", has_text="Entry into Tehran").wait_for()
    # A plain frame speaks and listens without our script.
    page.evaluate("frames[0].postMessage({ marchlines: 1, type: 'day', day: '1909-07-20' }, '*')")
    heard(page, "day", "day", "1909-07-20")
    assert reader.context.cookies() == []


def test_only_embeds_may_be_framed(site, host):
    def framed(*paths: str):
        frames = "".join(f'<iframe src="{site}{path}"></iframe>' for path in paths)
        refusals = ["frame-ancestors", "X-Frame-Options", "ERR_BLOCKED_BY_RESPONSE", "status 404", "404 (Not Found)"]
        return host(frames, strict(site), allowed=refusals)[0]

    closed = framed("/", "/events/entry-into-tehran/", "/embed/")
    closed.wait_for_load_state()
    assert [frame.url.startswith("chrome-error:") for frame in closed.frames[1:]] == [True, True, True]
    shown = framed("/embed/events/entry-into-tehran/", "/embed/events/nobody/")
    headings = [shown.frame_locator(f"iframe >> nth={number}").locator("h1") for number in (0, 1)]
    assert [heading.inner_text() for heading in headings] == ["Entry into Tehran", "There is nothing at this address"]


def test_the_example_of_the_documents_works(site, visitor):
    pages = {
        "/": EXAMPLE.replace("https://atlas.example.org", site),
        "/embedding.js": EXAMPLE_SCRIPT.replace("https://atlas.example.org", site),
    }
    with hosting(pages) as origin:
        page = visitor(allowed=[f"asked another host: {origin}/", "favicon", f"status 404: {origin}"]).visit(
            f"{origin}/"
        )
        page.locator("#said", has_text="Ready").wait_for()
        page.get_by_role("button", name="The march from Gilan").click()
        page.locator("#said", has_text="The Gilan army marches on Tehran").wait_for()


SIZES = ((320, 400), PHONE, (640, 480), (1200, 800))


@pytest.mark.parametrize("address", EMBEDS)
def test_an_embed_fits_its_frame_and_axe_finds_nothing_against_it(visitor, subtests, address):
    reader = visitor(reduced_motion="reduce")
    page = reader.context.new_page()
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        reader.visit(address, page)
        if "/a/" in address:
            drawn(page)
        if "at=" in address:
            page.locator("#panel .panel-title").wait_for()
        with subtests.test(f"{width} by {height}"):
            assert scrolls_sideways(page) == 0
            assert beyond_the_edge(page) == []
            for scheme in ("dark", "light"):
                page.emulate_media(color_scheme=scheme)
                assert axe_violations(page) == [], scheme


@pytest.mark.parametrize("address", EMBEDS[2:])
def test_a_record_reads_in_a_frame_without_javascript(visitor, address):
    page = visitor(screen=(640, 480), java_script_enabled=False).visit(address)
    assert page.locator("h1").count() == 1
    assert page.locator("svg.plate-svg").is_visible()
    page.get_by_text("Cite", exact=True).click()
    assert page.locator(".embed-cite p").is_visible()


def test_the_keyboard_reaches_everything_in_a_framed_atlas(visitor):
    page = visitor(screen=(640, 480)).visit(EMBEDS[0])
    drawn(page)
    day = page.locator(".cursor-date").inner_text()
    page.locator(".timeline-cursor").focus()
    page.keyboard.press("ArrowRight")
    page.locator(".cursor-date").filter(has_not_text=day).wait_for()
    page.keyboard.press("Shift+ArrowRight")
    page.locator("body.panel-shown #panel[data-kind=event] .panel-title").wait_for()
    page.keyboard.press("Escape")
    page.locator("#panel").wait_for(state="hidden")


CHOSEN = "/?at=event:entry-into-tehran&from=1909-07-01&to=1909-07-31&side=constitutionalists"


@pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("path", [CHOSEN, "/movements/gilan-march-on-tehran/"])
def test_the_dialog_shows_a_living_preview_and_the_code_for_it(visitor, screen, path):
    page = visitor(screen=screen, reduced_motion="reduce").visit(path)
    if path.startswith("/?"):
        drawn(page)
    link = page.locator("a[data-script]")
    link.click()
    dialog = page.locator("dialog[open]")
    dialog.wait_for()
    script = dialog.locator("#code-script")
    if path.startswith("/?"):
        assert 'at="event:entry-into-tehran"' in script.input_value()
        assert 'side="constitutionalists"' in script.input_value()
        dialog.get_by_label("The filters").uncheck()
        assert "side=" not in script.input_value()
        dialog.get_by_role("radio", name="The event").check()
        assert '<march-lines event="entry-into-tehran">' in script.input_value()
    else:
        assert '<march-lines movement="gilan-march-on-tehran">' in script.input_value()
    dialog.get_by_label("Ground").select_option("dark")
    assert 'theme="dark"' in script.input_value()
    dialog.get_by_label("Height in pixels").fill("420")
    assert 'height="420"' in dialog.locator("#code-frame").input_value()
    preview = page.frame_locator("dialog iframe")
    preview.locator("html[data-theme='dark'] h1").wait_for()
    assert scrolls_sideways(page) == 0
    assert axe_violations(page, "dialog") == []
    # The focus stays within, and goes back to the link.
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    assert link.evaluate("(one) => one === document.activeElement")


def test_without_javascript_the_link_leads_to_a_page_with_the_code(visitor):
    page = visitor(java_script_enabled=False).visit("/events/entry-into-tehran/")
    page.get_by_role("link", name="Embed", exact=True).click()
    assert "/embed/events/entry-into-tehran/" in page.locator("#code-frame").input_value()
    page.get_by_label("Ground", exact=False).and_(page.locator("select")).select_option("light")
    page.get_by_role("button", name="Show").click()
    assert "theme=light" in page.locator("#code-frame").input_value()
