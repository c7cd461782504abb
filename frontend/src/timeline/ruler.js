// Chooses what a ruler says at a given scale: long names first, then the figures that fit.
import { DAYS_IN, unitStarts } from "./calendar-units.js";

const NAME_GAP = 5;
const AIR = 8;
const FIGURE_AIR = 10;
const LEVELS = ["month", "year", "decade", "century", "millennium"];
const FINER = { month: ["day", "five", "ten"], year: ["month"], decade: ["year"], century: ["decade"], millennium: ["century"] };
const TICKS = { month: ["day"], year: ["month"], decade: ["year"], century: ["decade"], millennium: ["century"] };

/** Ticks do not appear at a stroke: they grow from 0 to 1 as their room grows past what they need. */
const fading = (room, need) => Math.max(0, Math.min(1, (room - need) / (need * 0.25)));

function widestName(level, { calendar, names, measure }) {
  if (level !== "month") return measure(names.year(1888), "name");
  let widest = 0;
  for (let month = 1; month <= 12; month += 1) {
    widest = Math.max(widest, measure(names.month(calendar.id, 1888, month), "name"));
  }
  return widest;
}

function widestFigure(unit, { calendar, names, measure }) {
  if (unit !== "month") return measure(names.figures(unit === "year" || unit === "decade" ? 1888 : 28), "figure");
  let widest = 0;
  for (let month = 1; month <= 12; month += 1) {
    widest = Math.max(widest, measure(names.monthAlone(calendar.id, month), "figure"));
  }
  return widest;
}

const nameOf = (level, start, { calendar, names }) =>
  level === "month" ? names.month(calendar.id, start.year, start.month) : names.year(start.year);

function figureOf(unit, start, { calendar, names }) {
  if (unit === "month") return names.monthAlone(calendar.id, start.month);
  return names.figures(unit === "year" || unit === "decade" || unit === "century" ? start.year : start.number);
}

function placedNames(level, context) {
  const { scale, calendar, measure } = context;
  const starts = unitStarts(calendar, scale.from, scale.to + 1, level);
  const placed = [];
  starts.forEach((start, index) => {
    const tick = scale.at(start.day);
    const text = nameOf(level, start, context);
    const width = measure(text, "name");
    // The month the window begins in keeps its name at the edge until the next one pushes it out.
    const from = Math.max(tick, scale.start) + NAME_GAP;
    const next = index + 1 < starts.length ? scale.at(starts[index + 1].day) : Infinity;
    const fits = from + width + AIR / 2 <= Math.min(next, scale.end + AIR / 2);
    placed.push({ text: fits ? text : "", from, to: from + width, tick: tick >= scale.start ? tick : null });
  });
  return placed;
}

function placedFigures(unit, context, names) {
  const { scale, calendar, measure } = context;
  const length = unit === "five" || unit === "ten" ? 1 : DAYS_IN[unit];
  const owned = names.filter((name) => name.text);
  const placed = [];
  for (const start of unitStarts(calendar, scale.from, scale.to + 1, unit)) {
    const middle = scale.at(start.day + length / 2);
    const text = figureOf(unit, start, context);
    const half = measure(text, "figure") / 2;
    const box = { text, from: middle - half, to: middle + half, middle };
    const inside = box.from >= scale.start && box.to <= scale.end;
    const clear = owned.every((name) => box.to + AIR / 2 <= Math.min(name.from, name.tick ?? name.from) || box.from >= name.to + AIR / 2);
    if (inside && clear) placed.push(box);
  }
  return placed;
}

function placedTicks(units, { scale, calendar }) {
  const unit = units.find((one) => DAYS_IN[one] * scale.pixelsPerDay >= 3.2);
  if (!unit) return [];
  const alpha = fading(DAYS_IN[unit] * scale.pixelsPerDay, 3.2);
  return unitStarts(calendar, scale.from, scale.to + 1, unit)
    .map((start) => ({ at: scale.at(start.day), tall: unit === "day" && start.number % 5 === 0, alpha }))
    .filter(({ at }) => at >= scale.start && at <= scale.end);
}

/**
 * Return {level, names, figures, ticks} of one ruler; boxes are {text, from, to} in inline px
 * and never touch. `calendar` is {id, fromDay, toDay, firstDay}, `measure(text, "name" | "figure")`.
 */
export function rulerOf({ calendar, scale, names, measure }) {
  const context = { calendar, scale, names, measure };
  const level =
    LEVELS.find((one) => DAYS_IN[one] * scale.pixelsPerDay >= widestName(one, context) + NAME_GAP + AIR) ?? "millennium";
  const placed = placedNames(level, context);
  const unit = FINER[level].find((one) => DAYS_IN[one] * scale.pixelsPerDay > widestFigure(one, context) + FIGURE_AIR);
  return {
    level,
    names: placed,
    figures: unit ? placedFigures(unit, context, placed) : [],
    ticks: placedTicks(TICKS[level], context),
  };
}
