// Draws the sign of a side: its token's shape in its colour.

import { el } from "./dom.js";

const SHAPES = { circle: "constitutionalists", square: "royalists", lozenge: "russia", triangle: "ottoman", hexagon: "britain" };

/** Return the symbol of a side's token, by its shape. */
export const tokenOf = (side) => `t-${SHAPES[side.shape] ?? SHAPES.circle}`;

/** Give an element the colour of a side. */
export function tinted(element, side) {
  if (side) element.style.setProperty("--side", `var(--side-${side.id})`);
  return element;
}

/** Let the page know the colours of its atlas's sides, as rules of its own style sheet: no inline style is allowed. */
export function colourSides({ styleSheets: [sheet] }, rules) {
  for (const rule of rules) sheet.insertRule(rule, sheet.cssRules.length);
}

/** Return the token of the side with this id, small, or null where the atlas has no such side. */
export function sideSign({ data, symbol }, id) {
  const side = data.index.side.get(id);
  return side ? tinted(el("span", { class: "side-sign" }, symbol(tokenOf(side), "symbol small")), side) : null;
}
