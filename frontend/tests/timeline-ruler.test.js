// Holds the rulers to their calendars and to the room their words own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromDay, toDay } from "../src/days.js";
import { createScale } from "../src/scale.js";
import { unitStarts } from "../src/timeline/calendar-units.js";
import { overviewBins, strokeShare } from "../src/timeline/density.js";
import { bandsOf, periodRows } from "../src/timeline/period-bands.js";
import { rulerOf } from "../src/timeline/ruler.js";

const calendar = (id) => ({
  id,
  firstDay: { solar_hijri: 1948320, lunar_hijri: 1948440 }[id],
  fromDay: (day) => fromDay(id, day),
  toDay: (year, month, day) => toDay(id, year, month, day),
});
const names = {
  month: (id, year, month) => `${id === "gregorian" ? "September" : "Ordibehesht"} ${month}/${year}`,
  monthAlone: (id, month) => `Mon${month}`,
  year: String,
  figures: String,
};
const measure = (text, kind) => text.length * (kind === "name" ? 6.5 : 5);
const MAY = toDay("gregorian", 1909, 5, 1);
const ruler = (id, from, days) =>
  rulerOf({ calendar: calendar(id), scale: createScale({ window: { from, to: from + days - 1 }, start: 155, length: 1115 }), names, measure });

test("months begin on the first of their own calendar", () => {
  for (const [id, year, month, day] of [["solar_hijri", 1288, 4, 22], ["gregorian", 1909, 7, 13], ["julian", 1909, 6, 30]]) {
    const number = toDay(id, year, month, day);
    const [start] = unitStarts(calendar(id), number, number, "month");
    assert.equal(start.day, number - day + 1);
  }
});

test("the figures of a ruler go from days to years as the window widens", () => {
  const levels = [10, 92, 700, 3000, 20000, 36525].map((days) => ruler("gregorian", MAY, days).level);
  assert.deepEqual(levels, ["month", "month", "year", "year", "decade", "decade"]);
  assert.equal(ruler("gregorian", MAY, 20).figures[0].text.length <= 2, true);
});

test("no two words of a ruler touch, at any zoom, in any calendar", () => {
  for (const id of ["gregorian", "julian", "solar_hijri", "lunar_hijri"]) {
    for (let days = 3; days < 37000; days *= 1.17) {
      const { names: owned, figures } = ruler(id, MAY + Math.floor(days) % 31, days);
      const boxes = [...owned.filter((name) => name.text), ...figures].sort((a, b) => a.from - b.from);
      for (let i = 1; i < boxes.length; i += 1) {
        assert.ok(boxes[i].from >= boxes[i - 1].to, `${id}, ${days} days: ${boxes[i - 1].text} on ${boxes[i].text}`);
      }
      for (const box of boxes) assert.ok(box.from >= 155 && box.to <= 1270 + 4, `${id}, ${days} days: ${box.text} is clipped`);
      assert.ok(boxes.length > 0, `${id}, ${days} days: an empty ruler`);
    }
  }
});

test("a window that begins inside a month still names it", () => {
  const { names: owned } = ruler("gregorian", MAY + 9, 60);
  assert.equal(owned[0].text, "September 5/1909");
  assert.equal(owned[0].tick, null);
});

test("days before a calendar's first year have no figures of it", () => {
  const { names: owned, figures, ticks } = ruler("lunar_hijri", 1948440 - 4000, 92);
  assert.deepEqual([owned.length, figures.length, ticks.length], [0, 0, 0]);
});

test("a fifth of the months' figures is never a thirtieth", () => {
  const figures = ruler("gregorian", MAY, 92).figures.map(({ text }) => text);
  assert.ok(figures.includes("25") && !figures.includes("30"));
});

test("one event among hundreds still shows in the density", () => {
  assert.ok(strokeShare(1, 400) > 0.08);
  assert.equal(strokeShare(0, 400), 0);
  assert.equal(strokeShare(400, 400), 1);
});

test("the overview counts every event once", () => {
  const days = Array.from({ length: 500 }, (_, index) => MAY + ((index * 37) % 2900));
  const bins = overviewBins(days, { from: MAY, to: MAY + 2921 }, 1115);
  assert.equal(bins.reduce((sum, { count }) => sum + count, 0), 500);
  assert.ok(bins.length <= 1115 / 3);
});

test("a reign's doubtful end is soft and its name keeps to its own band", () => {
  const scale = createScale({ window: { from: MAY, to: MAY + 91 }, start: 0, length: 920 });
  const [row] = periodRows([
    { id: "b", kind: "reign", label: "Ahmad Shah", row: 0, begin: [MAY + 76, MAY + 76], end: [null, null] },
    { id: "a", kind: "reign", label: "Mohammad Ali Shah", row: 0, begin: [null, null], end: [MAY + 70, MAY + 75] },
  ]);
  const [first, second] = bandsOf(row, scale, { measure: (text) => text.length * 6, nameOf: ({ label }) => label });
  assert.equal(first.text, "Mohammad Ali Shah");
  assert.ok(first.solidTo < first.to);
  assert.equal(second.from, second.solidFrom);
  assert.equal(second.to, 920);
  const narrow = bandsOf(row, scale, { measure: () => 400, nameOf: ({ label }) => label })[1];
  assert.equal(narrow.text, "");
});
