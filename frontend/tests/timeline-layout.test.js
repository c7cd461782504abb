// Holds the layout to its promise: nothing overlaps, nothing is clipped, nothing is lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createScale } from "../src/scale.js";
import { allotRows } from "../src/timeline/allotment.js";
import { lanesOf } from "../src/timeline/lanes.js";
import { layout } from "../src/timeline/layout.js";
import { metricsOf } from "../src/timeline/metrics.js";

const THEATRES = ["tabriz", "gilan", "tehran", "khorasan"];
const DATA = {
  atlas: { theatres: THEATRES.map((id, order) => ({ id, label: id, label_fa: id, order })), sides: [] },
  forces: [],
};
const DAY = 2418501;

function random(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

function event(id, when4, more = {}) {
  return { id, title: id, theatre: "tehran", sides: [], forces: [], importance: 3, shape: "instant", when4, bracket: null, disputed: false, status: "happened", display: "", order: 0, ...more };
}

const FORMS = [
  (id, day) => event(id, [day, day, day, day]),
  (id, day, span) => event(id, [day, day, day + span, day + span], { shape: "span" }),
  (id, day, span) => event(id, [day, day + 5, day + 5 + span, day + span + 12], { shape: "span" }),
  (id, day, span) => event(id, [day, day + span, day, day + span]),
  (id, day) => event(id, [day, day, null, null], { shape: "span" }),
  (id, day) => event(id, [null, day, null, day]),
  (id, day, span) => event(id, [null, null, null, null], { bracket: [day, day + span] }),
  (id) => event(id, [null, null, null, null]),
  (id, day, span) => event(id, [day, day, day, day], { disputed: true, ticks: [[day, day, "a", 1], [day + span, day + span, "b", 0]] }),
];

function someEvents(count, next, spread) {
  return Array.from({ length: count }, (_, index) => {
    const made = FORMS[Math.floor(next() * FORMS.length)](`e${index}`, DAY + Math.floor(next() * spread), 1 + Math.floor(next() * 40));
    const words = "a title of the length that editors write, and longer".slice(0, 3 + Math.floor(next() * 48));
    return { ...made, title: `${index} ${words}`, theatre: THEATRES[Math.floor(next() * THEATRES.length)], importance: 1 + Math.floor(next() * 5) };
  });
}

const measure = (text) => [...text].length * 6;
const wordsOf = (one) => one.title;

function laidOut(events, { window = { from: DAY, to: DAY + 91 }, width = 1280, height = 252, selected = null, memory = {}, lanes = null, moving = false } = {}) {
  const metrics = (memory.metrics ??= metricsOf({ width, height }));
  const scale = createScale({ window, start: metrics.axisStart, length: metrics.axisLength });
  const dealt = lanes ?? lanesOf(events, DATA, "theatre", "rest");
  return { scale, metrics, dealt, ...layout({ lanes: dealt, scale, metrics, measure, wordsOf, selected, memory, moving }) };
}

/** Every box of words and every pill, with the row it stands in. */
function wordBoxes(lanes) {
  return lanes.flatMap((lane) => [
    ...lane.items.filter((item) => item.label).map((item) => ({ owner: item.key, top: item.top, ...item.label })),
    ...lane.pills.map((pill) => ({ owner: pill.key, top: pill.top, from: pill.from, to: pill.to })),
  ]);
}

const touch = (a, b) => a.top === b.top && a.from < b.to && b.from < a.to;

const CASES = [];
for (let seed = 1; seed <= 36; seed += 1) {
  CASES.push({ seed: seed * 7919, count: [5, 40, 200, 900][seed % 4], spread: [30, 92, 900][seed % 3], width: [360, 1280, 1920][seed % 3], height: [110, 252, 420][(seed >> 1) % 3], days: [12, 91, 400, 2900][seed % 4] });
}

test("labels and pills never touch one another, nor another event's mark", () => {
  for (const { seed, count, spread, width, height, days } of CASES) {
    const next = random(seed);
    const { lanes } = laidOut(someEvents(count, next, spread), { width, height, window: { from: DAY - 4, to: DAY + days } });
    const words = wordBoxes(lanes);
    const marks = lanes.flatMap((lane) => lane.items.map((item) => ({ owner: item.key, top: item.top, ...item.body })));
    for (let i = 0; i < words.length; i += 1) {
      for (let j = i + 1; j < words.length; j += 1) {
        assert.ok(!touch(words[i], words[j]), `seed ${seed}: ${words[i].owner} and ${words[j].owner}`);
      }
      for (const mark of marks) {
        if (mark.owner === words[i].owner) continue;
        // A pill may lie on a long bar; words may not, nor a pill on anything shorter.
        if (words[i].owner.includes("+") && mark.to - mark.from > 360) continue;
        assert.ok(!touch(words[i], mark), `seed ${seed}: ${words[i].owner} on the mark of ${mark.owner}`);
      }
    }
  }
});

test("no label is clipped by the edges of the view", () => {
  for (const { seed, count, spread, width, height, days } of CASES) {
    const { lanes, scale } = laidOut(someEvents(count, random(seed), spread), { width, height, window: { from: DAY + 3, to: DAY + days } });
    for (const item of lanes.flatMap((lane) => lane.items)) {
      if (item.label) assert.ok(item.label.from >= scale.start - 1e-6 && item.label.to <= scale.end + 1e-6, `seed ${seed}: ${item.key}`);
    }
  }
});

test("every event in view is drawn, in a pill, counted in a stroke, or on a shelf", () => {
  for (const { seed, count, spread, width, height } of CASES) {
    const events = someEvents(count, random(seed), spread);
    const window = { from: DAY - 60, to: DAY + spread + 60 };
    const { lanes } = laidOut(events, { width, height, window });
    const told = new Set(lanes.flatMap((lane) => [
      ...lane.items.map((item) => item.key),
      ...lane.pills.flatMap((pill) => pill.entries.map(({ event: one }) => one.id)),
      ...lane.strokes.map(({ entry }) => entry.event.id),
      ...lane.shelf.map(({ event: one }) => one.id),
    ]));
    const folded = new Set(lanes.filter((lane) => lane.folded).map((lane) => lane.id));
    const lost = events.filter((one) => !told.has(one.id) && !folded.has(one.theatre));
    assert.deepEqual(lost.map((one) => [one.id, one.theatre, one.shape, ...one.when4.map((day) => day && day - DAY)]), [], `seed ${seed}`);
  }
});

test("panning keeps every mark in its row while its neighbours are in view", () => {
  const events = someEvents(60, random(5), 120);
  const lanes = lanesOf(events, DATA, "theatre", "rest");
  const memory = {};
  const rows = new Map();
  for (let shift = 0; shift < 12; shift += 0.5) {
    const { lanes: boxes } = laidOut(events, { lanes, memory, moving: true, window: { from: DAY + shift, to: DAY + shift + 60 }, height: 900 });
    for (const item of boxes.flatMap((lane) => lane.items)) {
      assert.equal(rows.get(item.key) ?? item.row, item.row, item.key);
      rows.set(item.key, item.row);
    }
  }
});

test("a selected event is drawn and named, however crowded its lane", () => {
  const crowd = Array.from({ length: 40 }, (_, index) => event(`e${index}`, Array(4).fill(DAY + 40), { importance: 5 }));
  const chosen = event("chosen", Array(4).fill(DAY + 40), { importance: 1 });
  const { lanes } = laidOut([...crowd, chosen], { selected: "chosen" });
  const box = lanes.flatMap((lane) => lane.items).find((item) => item.key === "chosen");
  assert.ok(box?.label);
});

test("a title of ten thousand letters takes no more room than a label has", () => {
  const { lanes, scale } = laidOut([event("long", Array(4).fill(DAY + 40), { title: "long ".repeat(2000) })]);
  const [box] = lanes.flatMap((lane) => lane.items);
  assert.ok(box.text.endsWith("…"));
  assert.ok(box.label.to - box.label.from <= 300 && box.label.to <= scale.end);
});

test("a bar that began before the view keeps its name in view", () => {
  const { lanes, scale } = laidOut([event("war", [DAY - 400, DAY - 400, DAY + 900, DAY + 900], { shape: "span" })]);
  const [box] = lanes.flatMap((lane) => lane.items);
  assert.equal(box.side, "inside");
  assert.ok(box.label.from >= scale.start && box.label.to <= scale.end);
});

test("what can't have happened in the window is not on its shelf", () => {
  const undated = (id, bracket) => event(id, [null, null, null, null], { bracket });
  const { lanes } = laidOut([
    undated("later", [DAY + 900, null]),
    undated("earlier", [null, DAY - 900]),
    undated("wide-and-elsewhere", [DAY + 900, DAY + 1900]),
    undated("some-time-after", [DAY - 900, null]),
    undated("any-time", null),
  ]);
  const shelves = lanes.flatMap((lane) => lane.shelf.map(({ event: one }) => one.id));
  assert.deepEqual(shelves.sort(), ["any-time", "some-time-after"]);
});

test("a bracket wider than a third of the window stands on the shelf, a narrower one on the axis", () => {
  const wide = event("wide", [null, null, null, null], { bracket: [DAY, DAY + 60] });
  const narrow = event("narrow", [null, null, null, null], { bracket: [DAY, DAY + 9] });
  const { lanes } = laidOut([wide, narrow]);
  const tehran = lanes.find((lane) => lane.id === "tehran");
  assert.deepEqual(tehran.shelf.map(({ event: one }) => one.id), ["wide"]);
  assert.deepEqual(tehran.items.map((item) => item.key), ["narrow"]);
});

test("a lane with nothing in view is empty, and stays", () => {
  const { lanes } = laidOut([event("later", Array(4).fill(DAY + 500))]);
  assert.deepEqual(lanes.map((lane) => [lane.id, lane.empty]), THEATRES.map((id) => [id, true]));
});

test("rows go first to the lanes where they tell most", () => {
  const cases = [
    { gains: [[1], [1, 1], []], available: 5, rows: [1, 2, 1] },
    { gains: [[3, 9, 2], [3, 4], [3]], available: 5, rows: [2, 2, 1] },
    { gains: [[3, 9, 8], [3, 4], [3]], available: 5, rows: [3, 1, 1] },
    { gains: [[3], null, [3, 3]], available: 2, rows: [1, 0, 1] },
    { gains: [[1], [1]], available: 4, before: [1, 3], rows: [1, 3] },
    { gains: [[1, 1], [1]], available: 4, before: [1, 3], rows: [2, 1] },
  ];
  for (const { gains, available, before, rows } of cases) assert.deepEqual(allotRows(gains, available, before ?? null), rows);
});
