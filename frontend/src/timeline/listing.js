// Keeps, beside the canvas, a list of what it shows, for assistive technology and the focus.
import { el } from "../dom.js";

const MOST = 150;

const order = (a, b) => (a.begin ?? Infinity) - (b.begin ?? Infinity);

/** Return what is in view in order of time: events, pills and shelves, each with its sentence. */
export function listed(scene, sentences) {
  const rows = scene.boxes.map((box) => ({ key: box.key, begin: box.mark.begin, text: sentences.full(box.event), event: box.event }));
  for (const pill of scene.pills) {
    rows.push({ key: pill.key, begin: pill.entries[0].mark.begin, pill, text: sentences.t("timeline.hidden", { count: pill.entries.length }) });
  }
  for (const shelf of scene.shelves) {
    rows.push({ key: shelf.key, pill: shelf, text: sentences.shelfTitle(shelf) });
  }
  return rows.sort(order);
}

/** Return {element, update(scene), focused(), step(by), destroy()}; `open` hears what is pressed. */
export function createListing({ sentences, open, changed }) {
  const list = el("ul", { class: "timeline-list", "aria-label": sentences.t("timeline.list") });
  let current = null;
  let focused = null;
  let shown = "";

  const buttons = () => [...list.querySelectorAll("button")];

  function roving() {
    const all = buttons();
    const at = all.find((button) => button.dataset.key === current) ?? all[0];
    for (const button of all) button.tabIndex = button === at ? 0 : -1;
  }

  list.addEventListener("focusin", ({ target }) => {
    current = target.dataset.key;
    focused = current;
    roving();
    changed();
  });
  list.addEventListener("focusout", () => {
    focused = null;
    changed();
  });

  return {
    element: list,
    focused: () => focused,
    /** Say what a scene shows, and which event of it is chosen. */
    update(scene, chosen = null) {
      const rows = listed(scene, sentences);
      const signature = rows.map(({ key, text }) => `${key}|${text}`).join("\n") + chosen;
      if (signature === shown) return;
      shown = signature;
      const held = focused;
      const items = rows.slice(0, MOST).map((row) =>
        el("li", {}, el("button", { type: "button", tabindex: "-1", "data-key": row.key, "aria-current": row.event?.id === chosen && "true", on: { click: () => open(row) } }, row.text)));
      if (rows.length > MOST) items.push(el("li", {}, sentences.t("timeline.more", { count: rows.length - MOST })));
      list.replaceChildren(...items);
      roving();
      // Who was in the list stays in it, on the same event or on what now stands first.
      if (held !== null) (buttons().find((button) => button.dataset.key === held) ?? buttons()[0])?.focus({ preventScroll: true });
    },
    step(by) {
      const all = buttons();
      if (!all.length) return false;
      const at = all.findIndex((button) => button === document.activeElement);
      const next = all[at < 0 ? Math.max(0, all.findIndex((button) => button.tabIndex === 0)) : Math.max(0, Math.min(all.length - 1, at + by))];
      next.focus({ preventScroll: true });
      return true;
    },
  };
}
