// Draws the bar that says how many kilometres a length on the plate is.

import { el } from "../dom.js";
import { worldPerKm } from "./mercator.js";

const WIDEST = 110;
const ROOMY = 64;
// On a small plate the bar leaves room for what marches there.
const NARROW_SHARE = 0.2;

/** Return {km, pixels}: the longest round length of a view that a bar of `widest` pixels holds. */
export function barOf(view, widest = WIDEST) {
  const pixelsPerKm = worldPerKm((view.top + view.height / 2) / view.scale) * view.scale;
  const most = widest / pixelsPerKm;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map((digit) => digit * power).find((one) => one <= most);
  return { km, pixels: km * pixelsPerKm };
}

/** Return {element, show(view)}. */
export function createScaleBar({ t, figures }) {
  const half = el("span");
  const whole = el("span");
  const bar = el("div", { class: "scale-rule", "aria-hidden": "true" }, el("i"), el("i"));
  const numbers = el("div", { class: "scale-figures" }, el("span", {}, figures("0")), half, whole);
  const element = el("div", { class: "map-scale" }, numbers, bar);
  let shown = null;
  return {
    element,
    show(view) {
      const { km, pixels } = barOf(view, Math.min(WIDEST, view.width * NARROW_SHARE));
      const told = `${km} ${pixels.toFixed(0)}`;
      if (told === shown) return;
      shown = told;
      // A short bar has no room for a figure in the middle.
      half.textContent = pixels < ROOMY ? "" : figures(String(km / 2));
      whole.textContent = t("map.km", { km: figures(String(km)) });
      bar.style.inlineSize = `${pixels}px`;
      numbers.style.inlineSize = `${pixels}px`;
    },
  };
}
