"""TimelineJS 3 itself, from npm, shows our slides: those of the shipped atlas, and hostile ones without harm."""

import json
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from urllib.request import urlopen

import pytest

from tests.browser.site import ROOT
from tests.timeline.feeds.entries import HOSTILE, disputed, event, hostile, when
from timeline.feeds import timelinejs
from timeline.feeds.imprint import Imprint
from timeline.importing.one_sheet.writing import Band

PARTS = ROOT / "frontend" / "node_modules" / "@knight-lab" / "timelinejs" / "dist"
# Without a font it asks no other host; its language is built in.
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A timeline</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/css/timeline.css">
<script src="/js/timeline.js"></script></head>
<body><div id="timeline" style="width:1200px;height:700px"></div><script>
const options = {font: null, script_path: location.origin + "/js/", duration: 0, hash_bookmark: true};
window.timeline = new TL.Timeline("timeline", new URLSearchParams(location.search).get("data"), options);
</script></body></html>"""


class _Handler(SimpleHTTPRequestHandler):
    """Serves TimelineJS, the page with a timeline on it, and what the test gives it."""

    given: dict[str, str] = {}

    def do_GET(self):
        text = PAGE if self.path.startswith("/?") else self.given.get(self.path)
        if text is None:
            super().do_GET()
            return
        body = text.encode()
        kind = "text/html" if text is PAGE else "application/json" if self.path.endswith(".json") else "text/csv"
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def shown(chromium):
    """shown(address) is TimelineJS with that document in it: a page, and everything that went wrong in it.

    `shown.given` holds documents by their path on the page's own server.
    """
    given: dict[str, str] = {}
    handler = type("Handler", (_Handler,), {"given": given})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=PARTS))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    origin = f"http://127.0.0.1:{server.server_port}"
    contexts = []

    def show(address: str):
        context = chromium.new_context(viewport={"width": 1280, "height": 800})
        context.set_default_timeout(60_000)
        contexts.append(context)
        wrong: list[str] = []
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}"))
        page.on("response", lambda response: response.status >= 400 and wrong.append(f"missing: {response.url}"))
        page.goto(f"{origin}/?data={address}")
        page.wait_for_selector(".tl-timemarker", state="attached")
        return SimpleNamespace(page=page, wrong=wrong)

    yield SimpleNamespace(show=show, given=given)
    for context in contexts:
        context.close()
    server.shutdown()
    server.server_close()


IMPRINT = Imprint("The Revolution", "CC BY 4.0", "Of <1909> & more.", "http://atlas.example/")
SIDES = {"royalists": "Royalists"}


def test_timelinejs_shows_the_shipped_atlas(shown, site):
    # Fetched here first: of a server that was started just now the first answer takes its time.
    with urlopen(f"{site}/api/v1/timelinejs.json") as answer:  # noqa: S310 - the test's own server
        body = json.load(answer)
    timeline = shown.show(f"{site}/api/v1/timelinejs.json")
    page = timeline.page
    assert page.locator(".tl-slide").count() == len(body["events"]) + 1
    assert page.locator(".tl-timemarker").count() == len(body["events"])
    assert page.locator(".tl-timeera").count() == len(body["eras"])
    assert page.locator(".tl-slide-titleslide h2").inner_text() == body["title"]["text"]["headline"]
    groups = {each["group"] for each in body["events"]}
    assert set(page.locator(".tl-timegroup-message").all_inner_texts()) == groups
    said = page.locator("[id='entry-into-tehran'] .tl-headline-date").first.text_content()
    assert "13 July 1909" in said
    assert " or " in said
    assert timeline.wrong == []
    sheet = shown.show(f"{site}/api/v1/timelinejs.csv")
    assert sheet.page.locator(".tl-timemarker").count() == len(body["events"])
    assert sheet.wrong == []


@pytest.mark.parametrize(("write", "ending"), [(timelinejs.written, "json"), (timelinejs.sheet, "csv")])
def test_nothing_of_a_hostile_record_comes_to_life(shown, write, ending):
    events = [*hostile(), disputed("plain"), event("first", "0050"), event("open", "1908/..")]
    bands = [Band(text, when("1909-07-01/1909-07-20").span) for text in HOSTILE]
    shown.given[f"/hostile.{ending}"] = "".join(write(events, bands, IMPRINT, SIDES, whole=True))
    timeline = shown.show(f"/hostile.{ending}")
    page = timeline.page
    assert page.locator(".tl-timemarker").count() == len(events)
    assert page.locator(".tl-timeline :is([onerror], [onload], [onmouseover])").count() == 0
    assert page.locator(".tl-timeline script, .tl-timeline img, .tl-timeline svg").count() == 0
    assert page.evaluate("window.hostileRan") is None
    assert timeline.wrong == []


def test_a_hostile_text_is_read_as_it_was_written(shown):
    events = [*hostile(), event()]
    shown.given["/read.json"] = "".join(timelinejs.written(events, [], IMPRINT, SIDES, whole=True))
    page = shown.show("/read.json").page
    headlines = [page.locator(f"[id='{one.id}'] h2").first.text_content() for one in events]
    assert [seen(headline) for headline in headlines] == [seen(one.title) for one in events]


def seen(text: str) -> str:
    """What is seen of a text: no space, no control, no mark of direction."""
    return "".join(character for character in text if character.isprintable() and not character.isspace())
