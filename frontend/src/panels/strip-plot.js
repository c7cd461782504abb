// Draws claimed days on one axis: pentagons filled for accepted and hollow for claimed, hatching between.

import { svg } from "../dom.js";
import { layOutStrip } from "./strip-layout.js";

const ROW = 17;
const MARK = 19;
const FIGURES = 22;
let drawn = 0;

const standing = ({ accepted, candidate }) => (accepted ? "claim-accepted" : candidate ? "claim-claimed claim-candidate" : "claim-claimed");

const pentagon = (mark, base) =>
  svg("path", { class: standing(mark), d: `M${mark.x} ${base}l-5.5-9.5v-6.5h11v6.5z` });

// A claim of many days has no point to stand on: it is drawn as wide as it is.
const bar = ({ accepted, cut, from, to }, base) => svg("path", {
  class: accepted ? "claim-accepted-wide" : "claim-claimed-wide",
  d: [`M${from} ${base - 5}H${to}`, !cut.start && `M${from} ${base - 9}v9`, !cut.end && `M${to} ${base - 9}v9`].filter(Boolean).join(""),
});

function months({ axis, x }, base, wording) {
  const starts = [];
  for (let day = axis.first; day <= axis.last; day += 1) if (wording.monthStart(day) === day) starts.push(day);
  return starts.map((day) => [
    svg("path", { class: "tick", d: `M${x(day)} ${base}v5` }),
    svg("text", { class: "figure", x: x(day) + 3, y: base + 15 }, wording.monthShort(day)),
  ]);
}

function figures(layout, base, wording) {
  if (layout.byMonth) return months(layout, base, wording);
  return layout.ticks.map(({ day, x, figure, claimed }) => [
    svg("path", { class: "tick", d: `M${x} ${base}v${claimed ? 6 : 3}` }),
    figure && svg("text", { class: claimed ? "figure claimed" : "figure", x, y: base + 17, "text-anchor": "middle" }, wording.dayOfMonth(day)),
  ]);
}

function label(mark, base, rows, wording, knownYear) {
  const y = base - MARK - mark.label.row * ROW - 3;
  const numbers = [...new Set(mark.notes.filter(Boolean))].sort((one, other) => one - other).join(", ");
  // A label on a higher row has a line down to its mark.
  const leader = mark.label.row > 0 && svg("path", { class: "leader", d: `M${mark.x} ${y + 3}V${base - MARK + 3}` });
  return [leader, svg("text", { class: mark.read ? "claim-day claim-read" : "claim-day", x: mark.label.start, y },
    claimText(mark, wording, knownYear),
    numbers && svg("tspan", { class: "claim-notes", dy: -4, dx: 2 }, wording.figures(numbers)))];
}

/** Return the words of a claimed day or stretch, the year left out where it is the known one. */
export function claimText(mark, wording, knownYear) {
  return mark.first === mark.last ? wording.shortDay(mark.first, knownYear) : wording.stretch(mark.first, mark.last);
}

/** Return the picture of the marks, `width` pixels wide; its words stand in `title` too. */
export function stripPlot(marks, { width, t, wording, knownYear }) {
  const words = (mark) => claimText(mark, wording, knownYear);
  const measure = (mark) => words(mark).length * 6.9 + mark.notes.filter(Boolean).length * 8;
  const layout = layOutStrip(marks, width, { measure });
  const base = layout.rows * ROW + MARK + 4;
  const height = base + FIGURES;
  drawn += 1;
  const hatch = `strip-hatch-${drawn}`;
  const named = (read) => marks.filter((mark) => Boolean(mark.read) === read).map(words).join("; ");
  const said = [t("panel.strip", { days: named(false) }), named(true) && t("panel.strip-read", { days: named(true) })];
  return svg("svg", { class: "strip", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": said.filter(Boolean).join(". ") },
    svg("defs", {}, svg("pattern", { id: hatch, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      svg("path", { class: "hatch-line", d: "M0 0v6" }))),
    layout.hatch && svg("rect", { class: "hatch", x: layout.hatch.from, y: base - 9, width: layout.hatch.to - layout.hatch.from, height: 9, fill: `url(#${hatch})` }),
    svg("path", { class: "axis", d: `M2 ${base}H${width - 2}` }),
    figures(layout, base, wording),
    layout.marks.map((mark) => (mark.wide ? bar(mark, base) : pentagon(mark, base))),
    layout.marks.map((mark) => label(mark, base, layout.rows, wording, knownYear)),
    beyondArrows(layout, base, width),
    apart(layout, base, t, measure),
  );
}

// Between two days there may be room to say how far apart they are.
function apart({ marks, rows }, base, t, measure) {
  if (marks.length !== 2 || rows > 1 || marks.some((mark) => mark.wide)) return null;
  const words = t("panel.days-apart", { count: marks[1].first - marks[0].first });
  const from = marks[0].label.start + measure(marks[0]);
  const room = marks[1].label.start - from;
  if (room < words.length * 6.4 + 16) return null;
  return svg("text", { class: "claim-apart", x: from + room / 2, y: base - MARK - 3, "text-anchor": "middle" }, words);
}

function beyondArrows({ beyond }, base, width) {
  return ["start", "end"].map((edge) => beyond.some((one) => one.edge === edge) && svg("path", {
    class: "beyond",
    d: edge === "start" ? `M8 ${base - 11}l-6 5 6 5` : `M${width - 8} ${base - 11}l6 5-6 5`,
  }));
}

/** Return what lies off the axis: [{text, distance}] for the line under the plot. */
export function offTheAxis(marks, { t, wording, width, knownYear }) {
  return layOutStrip(marks, width).beyond.map(({ mark, days }) => ({
    text: claimText(mark, wording, knownYear),
    distance: t("panel.further", { count: days }),
  }));
}
