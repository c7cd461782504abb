// Draws the lines and bars of the legend with the structures of the plate and the timeline.

import { svg } from "../dom.js";

const WIDTH = 62;
const HEIGHT = 16;
const MIDDLE = HEIGHT / 2;

const picture = (...children) =>
  svg("svg", { class: "legend-line", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, "aria-hidden": "true" }, children);
const line = (attributes) => svg("path", { d: `M1 ${MIDDLE}H${WIDTH - 1}`, fill: "none", ...attributes });

const STRUCTURES = {
  solid: () => [line({ class: "side-stroke", "stroke-width": 5 })],
  double: () => [line({ class: "side-stroke", "stroke-width": 6 }), line({ class: "paper-stroke", "stroke-width": 2.4 })],
  sleepered: () => [
    line({ class: "side-stroke", "stroke-width": 5.5 }),
    line({ class: "paper-stroke", "stroke-width": 2.2, "stroke-dasharray": "6 5" }),
  ],
  beaded: () => [
    line({ class: "side-stroke", "stroke-width": 1.6 }),
    line({ class: "side-stroke", "stroke-width": 6, "stroke-dasharray": "0 9", "stroke-linecap": "round" }),
  ],
  barbed: () => [
    line({ class: "side-stroke", "stroke-width": 2 }),
    svg("path", { class: "side-stroke", "stroke-width": 1.6, fill: "none", d: "M8 8l-5-5M20 8l-5-5M32 8l-5-5M44 8l-5-5M56 8l-5-5" }),
  ],
};

/** Return the line of a side, in its own structure and colour. */
export const sideLine = ({ pattern }) => picture((STRUCTURES[pattern] ?? STRUCTURES.solid)());

const bar = (from, to, more) => svg("rect", { x: from, y: 4.5, width: to - from, height: 7, class: "ink-fill", ...more });
const cap = (x) => svg("path", { class: "ink-stroke", "stroke-width": 1.5, d: `M${x} 2v12` });

function fading(id, stops) {
  return svg("linearGradient", { id }, stops.map(([offset, opacity]) => svg("stop", { offset, class: "ink-stop", "stop-opacity": opacity })));
}

function hatched(id) {
  return svg("pattern", { id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("path", { class: "hatch-line", d: "M0 0v5" }));
}

const pill = (words) => [
  svg("rect", { class: "ink-stroke", x: 17, y: 1.5, width: 28, height: 13, rx: 6.5, fill: "none", "stroke-width": 1 }),
  svg("text", { class: "sign-figure", x: 31, y: 11.6, "text-anchor": "middle" }, words),
];

/** The signs of the timeline, of the map and of doubt, each a function that draws one. */
export const SIGNS = {
  day: () => picture(svg("circle", { class: "ink-fill", cx: 31, cy: MIDDLE, r: 4 })),
  span: () => picture(bar(6, 56), cap(6), cap(56)),
  soft: () => picture(svg("defs", {}, fading("legend-soft", [[0, 1], [0.45, 1], [1, 0]])), bar(6, 60, { fill: "url(#legend-soft)", class: "" }), cap(6)),
  between: () => picture(
    svg("defs", {}, fading("legend-between", [[0, 0], [0.5, 0.9], [1, 0]])),
    line({ class: "ink-stroke", "stroke-width": 1, "stroke-dasharray": "1 3" }),
    bar(8, 54, { fill: "url(#legend-between)", class: "" })),
  disputed: () => picture(
    svg("defs", {}, hatched("legend-hatch")),
    svg("rect", { x: 8, y: 4, width: 46, height: 8, fill: "url(#legend-hatch)" }),
    svg("path", { class: "dispute-stroke", "stroke-width": 2.4, d: "M8 2v12" }),
    svg("path", { class: "dispute-stroke", "stroke-width": 1.4, d: "M54 2v12" })),
  open: () => picture(bar(10, 60), svg("path", { class: "ink-fill", d: "M2 8l9-6v12z" })),
  bracket: () => picture(svg("path", { class: "ink-stroke", "stroke-width": 1.2, fill: "none", d: "M8 4v5h46V4" })),
  meant: () => picture(
    svg("circle", { class: "ink-fill", cx: 14, cy: MIDDLE, r: 4 }),
    svg("path", { class: "ink-stroke", "stroke-width": 1, "stroke-dasharray": "1 2.4", d: "M20 8h22" }),
    svg("circle", { class: "ink-stroke", cx: 48, cy: MIDDLE, r: 5, fill: "none", "stroke-width": 1.3, "stroke-dasharray": "2.6 2" })),
  second: () => picture(bar(8, 40), svg("rect", { class: "ink-stroke", x: 14, y: 2, width: 42, height: 12, fill: "none", "stroke-width": 1.3 })),
  attested: () => picture(line({ class: "ink-stroke", "stroke-width": 4 })),
  inferred: () => picture(line({ class: "ink-stroke", "stroke-width": 4, "stroke-dasharray": "8 4.5" })),
  uncertain: () => picture(svg("circle", { class: "ink-wash", cx: 31, cy: MIDDLE, r: 7 }), svg("circle", { class: "ink-stroke", cx: 31, cy: MIDDLE, r: 7, fill: "none", "stroke-width": 1.2, "stroke-dasharray": "1.4 2.2" })),
  ghost: () => picture(svg("circle", { class: "ink-stroke", cx: 31, cy: MIDDLE, r: 6, fill: "none", "stroke-width": 1.4, "stroke-dasharray": "2.6 2" })),
  planned: () => picture(svg("path", { class: "ink-stroke", "stroke-width": 1.2, fill: "none", d: "M4 5.500h52M4 10.500h52" })),
  flag: () => picture(line({ class: "ink-stroke", "stroke-width": 2, "stroke-dasharray": "8 4.5" }), svg("path", { class: "ink-fill", d: "M2 8l9-5v10z" })),
  width: () => picture(svg("path", { class: "ink-fill", d: "M2 7h26v2H2zM32 4.5h26v7H32z" })),
  pill: () => picture(pill("+7")),
  shelf: () => picture(pill("? 9")),
  density: () => picture(svg("path", { class: "ink-stroke", "stroke-width": 1.2, d: "M8 15v-4M14 15V8M20 15V3M26 15v-9M32 15v-3M44 15v-6M50 15v-4" })),
  ahead: () => picture(line({ class: "ink-stroke", "stroke-width": 4, opacity: 0.42 })),
};
