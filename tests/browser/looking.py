"""Questions about a page as it stands: does it scroll sideways, do things overlap, what does axe say."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"

OVERLAPS = """(selector) => {
  const shown = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility({
    checkOpacity: true, checkVisibilityCSS: true }));
  // What a pane cuts off covers nothing: the part of a thing that can be seen is what counts.
  const seen = (one) => {
    let { left, top, right, bottom } = one.getBoundingClientRect();
    for (let pane = one.parentElement; pane; pane = pane.parentElement) {
      if (getComputedStyle(pane).overflow === "visible") continue;
      const edge = pane.getBoundingClientRect();
      left = Math.max(left, edge.left); right = Math.min(right, edge.right);
      top = Math.max(top, edge.top); bottom = Math.min(bottom, edge.bottom);
    }
    return { left, top, right, bottom };
  };
  const boxes = shown.map((one) => ({ one, box: seen(one) }))
    .filter(({ box }) => box.right > box.left && box.bottom > box.top);
  const name = (one) => one.id || one.className || one.textContent.trim().slice(0, 40) || one.tagName;
  const found = [];
  for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) {
    if (a.one.contains(b.one) || b.one.contains(a.one)) continue;
    const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
    const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
    if (across > 1 && down > 1) found.push(`${name(a.one)} over ${name(b.one)}`);
  }
  return found;
}"""

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

BEYOND = """() => [...document.body.querySelectorAll("a, button, input, select, h1, h2, p, li")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 0)
  .filter((one) => { const box = one.getBoundingClientRect();
    let clip = one.parentElement;
    while (clip && getComputedStyle(clip).overflowX === "visible") clip = clip.parentElement;
    return !clip && (box.right > innerWidth + 1 || box.left < -1); })
  .map((one) => one.outerHTML.slice(0, 80))"""


def scrolls_sideways(page) -> int:
    """How many pixels the page is wider than the window; 0 is right."""
    return max(0, page.evaluate(SIDEWAYS))


def beyond_the_edge(page) -> list[str]:
    """Things to read or press that stand outside the window's width with no scrolling part around them."""
    return page.evaluate(BEYOND)


def overlapping(page, selector: str) -> list[str]:
    """Pairs of shown elements that cover each other, one inside the other not counted."""
    return page.evaluate(OVERLAPS, selector)


def axe_violations(page, within: str = "html") -> list[str]:
    """What axe-core holds against the page (WCAG 2.2 A and AA), one line each."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    results = page.evaluate(
        """(within) => axe.run(within, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
             resultTypes: ["violations"],
             // Only a rule about sound wants files of the page fetched again; style sheets no rule here reads.
             preload: { assets: ["media"] } })""",
        within,
    )
    return [
        f"{found['id']}: {found['help']} — {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for found in results["violations"]
        for node in found["nodes"]
    ]


DRAWN = """(names) => Promise.all(names.map((name) => new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error(`no mark ${name} within 30 s`)), 30_000);
  new PerformanceObserver((list) => { if (list.getEntriesByName(`marchlines:${name}`).length) resolve(name); })
    .observe({ type: "mark", buffered: true });
})))"""


def drawn(page, *, events: bool = True) -> None:
    """Wait until the plate is there and, where any are to be shown, map and timeline have drawn and listed events."""
    page.evaluate(DRAWN, ["plate", *(["timeline-dots", "map-dots"] if events else [])])
    if events:
        # The list comes when the timeline has come to rest.
        page.locator("#timeline .timeline-list li").first.wait_for(state="attached")
