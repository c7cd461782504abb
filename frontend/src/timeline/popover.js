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
    const { width, height } = host.getBoundingClientRect();
    const size = { width: box.offsetWidth, height: box.offsetHeight };
    const start = Math.max(4, Math.min(width - size.width - 4, anchor.from));
    box.style.insetInlineStart = `${start}px`;
    // It hangs over the pane's top edge when that gives it more room.
    box.style.insetBlockEnd = `${Math.max(4, Math.min(height - 24, height - anchor.top + 4))}px`;
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
        el("span", { class: "timeline-popover-date" }, event.display))));
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
