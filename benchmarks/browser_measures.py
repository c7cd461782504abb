"""Measures one visit to the atlas in a fresh browser: first render, heap, frames and a step of the cursor."""

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from time import monotonic, sleep

from benchmarks.gates import percentile
from tests.browser.chromium import launch

SCREEN = {"width": 1280, "height": 800}
SECONDS = 3.0
STEPS = 20
# A browser just started is still drawing its own windows with pages of its own, which on two cores
# doubles every time; it is fresh all the same, with nothing cached.
SETTLED = 1.5

# What a canvas page of one line takes here: the part of a first render that no program can save.
EMPTY = """<!DOCTYPE html><title>Empty</title><canvas id="c" width="1280" height="800"></canvas>
<script>c.getContext("2d").fillRect(0, 0, 99, 99)</script>"""

# The page marks when each pane first drew events, and when the base plate was drawn.
DOTS = ("marchlines:timeline-dots", "marchlines:map-dots")
PLATE = ("marchlines:plate",)
MARKED = """(names) => Promise.all(names.map((name) => new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error(`no mark ${name} within 30 s`)), 30_000);
  new PerformanceObserver((list) => {
    const [mark] = list.getEntriesByName(name);
    if (mark) resolve(mark.startTime);
  }).observe({ type: "mark", buffered: true });
})))"""


def marked(page, names: tuple[str, ...]) -> float:
    """Wait for marks of the page; returns when the last of them was made, in ms since its start."""
    return max(page.evaluate(MARKED, list(names)))


PAINTED = """() => new Promise((resolve) => new PerformanceObserver((list) => {
  const [paint] = list.getEntriesByName("first-paint");
  if (paint) resolve(paint.startTime);
}).observe({ type: "paint", buffered: true }))"""


RECORD_FRAMES = """() => {
  const frames = []; let last = performance.now(), on = true;
  const frame = (now) => { frames.push(now - last); last = now; if (on) requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
  window.benchmarkFrames = () => { on = false; return frames.slice(1); };
}"""

# Event Timing tells the time from a key to the paint that followed; what took under 16 ms
# it leaves out, so those count as 16.
RECORD_KEYS = """() => {
  window.benchmarkKeys = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === "keydown") window.benchmarkKeys.push(entry.duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: false });
}"""


@contextmanager
def fresh_page(playwright, origin: str) -> Iterator:
    """A page in a new browser process with nothing cached."""
    browser = launch(playwright)
    try:
        page = browser.new_page(base_url=origin, viewport=SCREEN, timezone_id="UTC", locale="en-GB")
        sleep(SETTLED)
        yield page
    finally:
        browser.close()


def visit(playwright, origin: str, path: str = "/") -> dict[str, float]:
    """Measures of one visit, by the keys of benchmarks.gates."""
    with fresh_page(playwright, origin) as page:
        page.goto(path, wait_until="commit")
        measures = {"first_render": marked(page, DOTS)}
        page.wait_for_load_state("load")
        measures["plate"] = marked(page, PLATE)
        page.wait_for_load_state("networkidle")
        measures["heap"] = _heap(page)
        measures.update(_frames(page, "timeline", "#timeline"))
        measures.update(_frames(page, "map", "#atlas-map"))
        measures["step"] = _step(page)
        return measures


def empty_page(playwright, origin: str) -> float:
    """The first paint of an empty canvas page in a fresh browser, in ms since its start."""
    with fresh_page(playwright, origin) as page:
        page.route("**/*", lambda route: route.fulfill(body=EMPTY, content_type="text/html"))
        page.goto("/", wait_until="load")
        return page.evaluate(PAINTED)


def _heap(page) -> float:
    devtools = page.context.new_cdp_session(page)
    devtools.send("HeapProfiler.collectGarbage")
    return devtools.send("Runtime.getHeapUsage")["usedSize"] / 1e6


def _frames(page, name: str, selector: str) -> dict[str, float]:
    box = page.locator(selector).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.evaluate(RECORD_FRAMES)
    begun, turn = monotonic(), 0
    while monotonic() - begun < SECONDS:
        _zoom_and_pan(page, x, y, turn)
        turn += 1
    frames = page.evaluate("() => window.benchmarkFrames()")
    return {
        f"{name}_p95": percentile(frames, 0.95),
        f"{name}_slow": sum(frame > 50 for frame in frames) * 180 / len(frames),
    }


def _zoom_and_pan(page, x: float, y: float, turn: int) -> None:
    """In for four notches of the wheel, a drag there and back, and out again the next time."""
    for _ in range(4):
        page.mouse.wheel(0, -120 if turn % 2 == 0 else 120)
    page.mouse.down()
    page.mouse.move(x - 120, y, steps=8)
    page.mouse.move(x, y, steps=8)
    page.mouse.up()


def _step(page) -> float:
    page.locator("#timeline [tabindex='0'], #timeline[tabindex='0']").first.focus()
    page.evaluate(RECORD_KEYS)
    for _ in range(STEPS):
        page.keyboard.press("ArrowRight")
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    seen = page.evaluate("() => window.benchmarkKeys")
    return median([*seen, *[16.0] * (STEPS - len(seen))])
