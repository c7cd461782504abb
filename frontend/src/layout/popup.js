// Opens a small panel beside its button, and closes it by Escape, by a press elsewhere, by leaving it.

import { el, fill } from "../dom.js";

const GAP = 4;
let lastId = 0;

// Above or below the button, wherever there is more room, and never past the window's edges.
function place(popup, button) {
  const box = button.getBoundingClientRect();
  const below = window.innerHeight - box.bottom - GAP * 2;
  const above = box.top - GAP * 2;
  const down = below >= Math.min(320, popup.scrollHeight) || below >= above;
  popup.style.maxHeight = `${Math.max(120, down ? below : above)}px`;
  const width = popup.offsetWidth;
  const rightToLeft = getComputedStyle(button).direction === "rtl";
  const wanted = rightToLeft ? box.right - width : box.left;
  const inside = Math.min(Math.max(GAP, wanted), window.innerWidth - width - GAP);
  // It is moved from the edge at which the line of writing starts.
  const x = rightToLeft ? inside - (window.innerWidth - width) : inside;
  const y = down ? box.bottom + GAP : Math.max(GAP, box.top - GAP - popup.offsetHeight);
  popup.style.translate = `${x}px ${y}px`;
}

/**
 * Return {root, button, refresh}: a button and the panel it opens.
 *
 * `build(put)` calls `put` with the panel's content, each time it opens and on `refresh()` while
 * it is open; an element with `data-key` that had the focus gets it back.
 */
export function popup({ label, content, build, className = "chip", name = null }) {
  lastId += 1;
  const id = `popup-${lastId}`;
  const panel = el("div", { class: "popup", id, hidden: true, role: "group", "aria-label": name });
  const button = el("button", { class: className, type: "button", "aria-expanded": "false", "aria-controls": id, "aria-label": content ? label : null, title: content ? label : null }, content ?? label);
  const root = el("div", { class: "popup-holder" }, button, panel);
  const isOpen = () => !panel.hidden;

  function refresh() {
    if (!isOpen()) return;
    const key = panel.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const { scrollTop } = panel;
    build((content) => {
      fill(panel, content);
      panel.scrollTop = scrollTop;
      if (key) panel.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
    });
  }

  function close({ focus = false } = {}) {
    if (!isOpen()) return;
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", elsewhere, true);
    if (focus) button.focus();
  }

  function elsewhere(event) {
    if (!root.contains(event.target)) close();
  }

  function open() {
    build((content) => {
      panel.hidden = false;
      button.setAttribute("aria-expanded", "true");
      fill(panel, content);
      place(panel, button);
      document.addEventListener("pointerdown", elsewhere, true);
      panel.querySelector("input, select, button, a")?.focus({ preventScroll: true });
    });
  }

  button.addEventListener("click", () => (isOpen() ? close() : open()));
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    event.stopPropagation();
    close({ focus: true });
  });
  root.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !root.contains(event.relatedTarget)) close();
  });
  window.addEventListener("resize", () => close());
  return { root, button, refresh, close };
}
