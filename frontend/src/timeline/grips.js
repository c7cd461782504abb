// Keeps the cursor and the window's two grips as sliders that keys and screen readers can move.
import { el } from "../dom.js";
import { spanOf } from "../scale.js";
import { windowFrame } from "./overview-drawing.js";

const slider = (className, label) =>
  el("div", { class: className, role: "slider", tabindex: "0", "aria-label": label, "aria-orientation": "horizontal" });

function say(element, value, limits, text) {
  element.setAttribute("aria-valuemin", Math.round(limits.from));
  element.setAttribute("aria-valuemax", Math.round(limits.to));
  element.setAttribute("aria-valuenow", Math.round(value));
  element.setAttribute("aria-valuetext", text);
}

/** Return {cursor, elements, update(scene, state)}; `resize` hears the window a grip asks for. */
export function createGrips({ sentences, view, resize }) {
  const { t } = sentences;
  const cursor = slider("timeline-cursor", t("timeline.cursor"));
  const from = slider("timeline-grip", t("timeline.grip.from"));
  const to = slider("timeline-grip", t("timeline.grip.to"));

  function hear(end) {
    return (event) => {
      const sign = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (!sign || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      const turned = view.isRightToLeft() && event.key.match(/Left|Right/) ? -sign : sign;
      const { window } = view.scene();
      const step = turned * (event.shiftKey ? Math.max(1, Math.round(spanOf(window) / 10)) : 1);
      const { shortest, from: first, to: last } = view.limits();
      resize(end === "from"
        ? { from: Math.max(first, Math.min(window.from + step, window.to + 1 - shortest)), to: window.to }
        : { from: window.from, to: Math.min(last, Math.max(window.to + step, window.from - 1 + shortest)) });
    };
  }
  from.addEventListener("keydown", hear("from"));
  to.addEventListener("keydown", hear("to"));

  return {
    cursor,
    elements: [from, to],
    update(scene, state, atRest) {
      const { overview, window, metrics } = scene;
      const frame = windowFrame(overview.scale, window);
      const shown = metrics.overview.height > 0;
      for (const [element, at] of [[from, frame.from], [to, frame.to]]) {
        element.hidden = !shown;
        element.style.insetInlineStart = `${Math.round(at - 12)}px`;
        element.style.insetBlockStart = `${metrics.overview.top}px`;
        element.style.blockSize = `${metrics.overview.height}px`;
      }
      if (!atRest) return;
      const limits = view.limits();
      say(cursor, state.cursor, limits, sentences.cursor(state.cursor));
      say(from, window.from, limits, sentences.cursor(window.from));
      say(to, window.to, limits, sentences.cursor(window.to));
    },
  };
}
