// Claimed days stand on their day of the axis, each label clear of the next.
import assert from "node:assert/strict";
import { test } from "node:test";

import { anchorOf, layOutStrip } from "../src/panels/strip-layout.js";

const mark = (first, last = first, more = {}) => ({ first, last, accepted: false, notes: [], ...more });
const entry = [mark(13, 13, { accepted: true }), mark(22)];
const WIDTH = 352;

test("the axis has two days of air and a tick for every day", () => {
  const { axis, ticks } = layOutStrip(entry, WIDTH);
  assert.deepEqual(axis, { first: 11, last: 24 });
  assert.deepEqual(ticks.map(({ day }) => day), [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24]);
});

test("a mark stands over the tick of its day", () => {
  const { marks, ticks } = layOutStrip(entry, WIDTH);
  for (const { first, x } of marks) assert.equal(x, ticks.find(({ day }) => day === first).x);
});

test("days grow from start to end and stay on the axis", () => {
  const { ticks } = layOutStrip(entry, WIDTH);
  assert.ok(ticks.every(({ x }, at) => x > 0 && x < WIDTH && (at === 0 || x > ticks[at - 1].x)));
});

test("the hatching runs from the first to the last claimed day", () => {
  const { hatch, x } = layOutStrip(entry, WIDTH);
  assert.deepEqual(hatch, { from: x(13), to: x(22) });
});

test("one day claimed twice has nothing to hatch", () => {
  assert.equal(layOutStrip([mark(13)], WIDTH).hatch, null);
});

test("labels that would touch go a row higher, and none leaves the picture", () => {
  const { marks, rows } = layOutStrip([mark(16), mark(17), mark(25)], WIDTH, { measure: () => 60 });
  assert.equal(rows, 2);
  assert.deepEqual(marks.map(({ label }) => label.row), [0, 1, 0]);
  assert.ok(marks.every(({ label }) => label.start >= 0 && label.start + 60 <= WIDTH));
});

test("a claim of a month is as wide as the month, never its first day", () => {
  const { marks } = layOutStrip([mark(10, 40), mark(12, 12, { accepted: true })], WIDTH);
  const [month] = marks;
  assert.ok(month.wide);
  assert.ok(month.to - month.from > WIDTH / 2);
  assert.deepEqual(month.cut, { start: false, end: false });
});

test("a claim of a year leaves the days their room and runs off the axis", () => {
  const { axis, marks } = layOutStrip([mark(-170, 195, { accepted: true }), mark(13, 13, { accepted: true }), mark(14), mark(22)], WIDTH);
  assert.deepEqual(axis, { first: 11, last: 24 });
  assert.deepEqual(marks[0].cut, { start: true, end: true });
});

test("the narrowest accepted claim is the one the others are seen from", () => {
  assert.equal(anchorOf([mark(-170, 195, { accepted: true }), mark(13, 13, { accepted: true }), mark(14)]).first, 13);
  assert.equal(anchorOf([mark(0, 9), mark(14)]).first, 14);
});

test("months against each other are ruled by months", () => {
  const { byMonth, ticks, axis, hatch } = layOutStrip([mark(0, 364), mark(396, 423, { accepted: true })], WIDTH);
  assert.equal(byMonth, true);
  assert.deepEqual(ticks, []);
  assert.ok(axis.first <= 364 && axis.last >= 423 && hatch);
});

test("figures keep their distance, the claimed days' own always shown", () => {
  const { ticks } = layOutStrip([mark(10, 10, { accepted: true }), mark(55)], 300);
  const figures = ticks.filter(({ figure }) => figure);
  for (const [at, { x, claimed }] of figures.entries()) {
    if (at > 0 && !(claimed && figures[at - 1].claimed)) assert.ok(x - figures[at - 1].x >= 18);
  }
  assert.deepEqual(figures.filter(({ claimed }) => claimed).map(({ day }) => day), [10, 55]);
});

test("what lies far off is named with its distance, and does not stretch the axis", () => {
  const { beyond, axis, marks } = layOutStrip([mark(-13000), mark(13, 13, { accepted: true }), mark(22), mark(400)], WIDTH);
  assert.deepEqual(beyond.map(({ days, edge }) => [days, edge]), [[13013, "start"], [387, "end"]]);
  assert.deepEqual(axis, { first: 11, last: 24 });
  assert.equal(marks.length, 2);
});

test("a claim wider than the axis is cut at it", () => {
  const { axis } = layOutStrip([mark(-5000, 20), mark(13, 13, { accepted: true })], WIDTH);
  assert.ok(axis.last - axis.first < 160);
});
