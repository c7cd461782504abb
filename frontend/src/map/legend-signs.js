// Draws the signs a legend explains, each by the function that draws it on the plate.

import { drawArrow, drawHalo, drawPlan, prepared } from "./arrows.js";
import { drawCluster, drawDoubt, drawEvent, drawGrowth, drawPlace, drawToken, ring } from "./signs.js";
import { el } from "../dom.js";

const WIDE = 56;
export const HIGH = 18;

function line(context, ink, side, { inferred = false, passed = 1, plan = false, from = 2, to = 38 } = {}) {
  const width = { solid: 4.4, sleepered: 5, double: 5, beaded: 5.4, barbed: 4.6 }[side.pattern] ?? 4.4;
  const style = { width, colour: side.colour, ground: ink.land, halo: ink.halo, pattern: side.pattern, inferred, scale: 1 };
  const arrow = prepared([[from, HIGH / 2], [to, HIGH / 2]], width, false);
  if (plan) {
    drawPlan(context, arrow, style);
    return;
  }
  drawHalo(context, arrow, style);
  drawArrow(context, arrow, style, { passed, open: false });
}

/** Every sign the legend can hold, the most needed first: when it is due and its picture. */
export const ENTRIES = [
  {
    key: "inferred",
    due: ({ ways }) => ways.some(({ route }) => route.made && route.leg.inferred),
    draw: (context, ink) => line(context, ink, { ...ink.noSide, colour: ink.ink }, { inferred: true, from: 2, to: 54 }),
  },
  {
    key: "doubt",
    due: ({ tokens, signs }) => tokens.some(({ doubt }) => doubt) || signs.some(({ doubt, events }) => doubt && events.length),
    draw: (context, ink) => drawDoubt(context, { x: 28, y: HIGH / 2, radius: 7.5, colour: ink.ink }, ink),
  },
  {
    key: "elsewhere",
    due: ({ ghosts, happening }) => ghosts.length > 0 || happening.some(({ dissent }) => dissent),
    draw(context, ink) {
      context.setLineDash([2.2, 1.8]);
      ring(context, 28, HIGH / 2, 6.5, ink.dispute, 1.4);
      context.setLineDash([]);
    },
  },
  {
    key: "possibly",
    due: ({ tokens }) => tokens.some(({ hollow, kind }) => hollow && kind !== "trace"),
    draw: (context, ink) => drawToken(context, { x: 28, y: HIGH / 2, radius: 6.5, side: { ...ink.noSide, colour: ink.ink }, hollow: true }, ink),
  },
  {
    key: "not-made",
    due: ({ ways }) => ways.some(({ route }) => !route.made),
    draw: (context, ink) => line(context, ink, { ...ink.noSide, colour: ink.ink }, { plan: true, from: 6, to: 50 }),
  },
  {
    key: "happens",
    due: ({ happening }) => happening.length > 0,
    draw: (context, ink, symbols) => drawEvent(context, { x: 28, y: HIGH / 2, radius: 8, symbol: symbols?.get("k-battle") }, ink),
  },
  {
    key: "cluster",
    due: ({ signs }) => signs.some(({ cluster }) => cluster),
    draw: (context, ink) => drawCluster(context, { x: 28, y: HIGH / 2, radius: 8, count: 5 }, ink),
  },
  {
    key: "growth",
    due: ({ signs }) => signs.some(({ growth }) => growth > 0),
    draw(context, ink) {
      drawGrowth(context, { x: 28, y: HIGH / 2, radius: 8 }, ink);
      drawPlace(context, { x: 28, y: HIGH / 2, kind: "town" }, ink, { zoom: 6 });
    },
  },
  {
    key: "ahead",
    due: ({ ways, progress }) => ways.some((way) => way.route.made && progress.get(way).passed < 1),
    draw: (context, ink) => line(context, ink, { ...ink.noSide, colour: ink.ink }, { passed: 0.45, from: 2, to: 54 }),
  },
  {
    key: "trace",
    due: ({ tokens }) => tokens.some(({ kind }) => kind === "trace"),
    draw: (context, ink) => drawToken(context, { x: 28, y: HIGH / 2, radius: 6.5, side: { ...ink.noSide, colour: ink.ink }, hollow: true, strength: 0.45 }, ink),
  },
];

/** The entries of the sides a plate shows. */
export function sideEntries({ ways, tokens, ink }) {
  const shown = new Set([...ways.filter(({ route }) => route.made).map(({ side }) => side.id), ...tokens.map(({ side }) => side.id)]);
  return [...ink.sides.values()]
    .filter((side) => shown.has(side.id))
    .map((side) => ({
      key: `side-${side.id}`,
      label: side.label,
      draw(context) {
        line(context, ink, side);
        drawToken(context, { x: 48, y: HIGH / 2, radius: 5, side, letter: "" }, ink);
      },
    }));
}

/** Return an entry drawn on a small canvas, as the plate draws it. */
export function picture(entry, ink, symbols) {
  const ratio = window.devicePixelRatio || 1;
  const canvas = el("canvas", { class: "map-legend-sign", width: Math.round(WIDE * ratio), height: Math.round(HIGH * ratio), "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  entry.draw(context, { ...ink, unit: 1 }, symbols);
  return canvas;
}

const ON_THE_MAP = ["happens", "growth", "cluster", "possibly", "trace"];

/** Return [[key, picture]] of the signs of the map that words alone would not explain. */
export function mapSigns(ink, symbols) {
  return ON_THE_MAP.map((key) => [key, picture(ENTRIES.find((entry) => entry.key === key), ink, symbols)]);
}
