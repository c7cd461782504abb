// Opens the list of the events behind a pill or on a shelf.
import { el } from "../dom.js";

/** Return {open(anchor, title, entries, actions), close, isOpen}; `choose` hears the event picked. */
export function createPopover(host, { sentences, choose }) {
  const { t } = sentences;
  let shown = null;
  let before = null;

  function close({ restore = false } = {}) {
    if (!shown) return;
    shown.remove();
    shown = null;
    document.removeEventListener("pointerdown", outside, true);
    if (restore) before?.focus({ preventScroll: true });
  }

  function outside(event) {
    if (!shown.contains(event.target)) close();
  }

  function put(box, anchor) {
    const pane = host.getBoundingClientRect();
    const start = getComputedStyle(host).direction === "rtl" ? innerWidth - pane.right : pane.left;
    const most = Math.max(4, innerWidth - box.offsetWidth - 4);
    box.style.insetInlineStart = `${Math.max(4, Math.min(most, start + anchor.from))}px`;
    // It stands on the pill: above the lanes there is always more room than below them.
    const bottom = innerHeight - pane.top - anchor.top + 4;
    box.style.insetBlockEnd = `${Math.max(4, Math.min(bottom, innerHeight - box.offsetHeight - 4))}px`;
  }

  function open(anchor, title, entries, zoom = null) {
    close();
    before = document.activeElement;
    const pick = (event) => () => {
      close({ restore: true });
      choose(event);
    };
    const items = entries.map(({ event }) =>
      el("li", {}, el("button", { type: "button", on: { click: pick(event) } },
        el("span", { class: "timeline-popover-title" }, sentences.titleOf(event)),
        el("span", { class: "timeline-popover-date" }, sentences.dateOf(event)))));
    const here = zoom && el("button", { type: "button", class: "timeline-popover-zoom", on: { click: () => {
      close({ restore: true });
      zoom();
    } } }, t("timeline.zoom-here"));
    shown = el("div", { class: "timeline-popover", role: "dialog", "aria-label": title },
      el("div", { class: "timeline-popover-head" }, el("strong", {}, title), here), el("ul", {}, items));
    shown.addEventListener("keydown", keys);
    host.append(shown);
    put(shown, anchor);
    shown.querySelector("li button")?.focus({ preventScroll: true });
    document.addEventListener("pointerdown", outside, true);
  }

  function keys(event) {
    event.stopPropagation();
    if (event.key === "Escape") close({ restore: true });
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...shown.querySelectorAll("button")];
    const next = all.indexOf(document.activeElement) + step;
    all[Math.max(0, Math.min(all.length - 1, next))].focus();
  }

  return { open, close, isOpen: () => Boolean(shown) };
}
