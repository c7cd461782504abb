// Holds pointer, keys, titles and rows to what a reader expects of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { toDay } from "../src/days.js";
import { overviewExtent } from "../src/timeline/extent.js";
import { bandAt, nearestBox } from "../src/timeline/hits.js";
import { createKeyboard } from "../src/timeline/keyboard.js";
import { lanesOf, nearestOutside } from "../src/timeline/lanes.js";
import { metricsOf } from "../src/timeline/metrics.js";
import { createRow } from "../src/timeline/rows.js";
import { cleanTitle, directionOf, shortened } from "../src/timeline/titles.js";
import { gregorianOfDay } from "../src/iso-days.js";

const width = (text) => [...text].length * 6;

test("a small mark answers over the whole of a target", () => {
  const box = { key: "a", body: { from: 100, to: 108 }, label: null, top: 30, height: 15 };
  const cases = [[104, 37, true], [93, 37, true], [116, 37, true], [80, 37, false], [104, 27, true], [104, 20, false]];
  for (const [inline, y, hit] of cases) assert.equal(nearestBox([box], inline, y, 24), hit ? box : null, `${inline}, ${y}`);
});

test("what is really under the pointer is preferred to what only reaches it", () => {
  const near = { key: "near", body: { from: 100, to: 108 }, label: { from: 114, to: 190 }, top: 30, height: 15 };
  const other = { key: "other", body: { from: 196, to: 204 }, label: null, top: 30, height: 15 };
  assert.equal(nearestBox([near, other], 189, 36, 44).key, "near");
  assert.equal(nearestBox([near, other], 198, 36, 44).key, "other");
});

test("every height of the pane belongs to one band, in order", () => {
  const metrics = metricsOf({ width: 1280, height: 252 });
  const bands = [];
  for (let y = 0; y < 252; y += 1) {
    const band = bandAt(metrics, 600, y);
    if (bands[bands.length - 1] !== band) bands.push(band);
  }
  assert.deepEqual(bands, ["head", "lanes", "foot", "overview"]);
  assert.equal(bandAt(metrics, 40, 100), "names");
});

test("the bands of a pane fill it, with eleven rows at 1280 by 800 and three on a phone", () => {
  const wide = metricsOf({ width: 1280, height: 252, bands: 3 });
  assert.equal(wide.overview.top + wide.overview.height, 252 - 3);
  assert.equal(Math.floor(wide.lanes.height / wide.row), 11);
  assert.equal(wide.reigns.rows, 1);
  const phone = metricsOf({ width: 360, height: 103, coarse: true });
  assert.equal(Math.floor(phone.lanes.height / phone.row), 3);
  assert.equal(phone.target, 44);
  assert.equal(metricsOf({ width: 1920, height: 404, bands: 3 }).reigns.rows, 3);
});

function pressed(key, { target = { from: 100, to: 190 }, heard = () => {}, rightToLeft = false, shiftKey = false, ctrlKey = false, onButton = false } = {}) {
  const done = [];
  const note = (name) => (value) => done.push(value === undefined ? name : `${name} ${typeof value === "object" ? "window" : value}`);
  const act = Object.fromEntries(["step", "stepEvent", "glide", "cursor", "play", "open"].map((name) => [name, note(name)]));
  const glide = act.glide;
  act.glide = (window) => (heard(window), glide(window));
  act.along = (by) => Boolean(done.push(`along ${by}`));
  const view = {
    isRightToLeft: () => rightToLeft,
    scene: () => ({ window: { from: 100, to: 190 } }),
    target: () => target,
    state: () => ({ cursor: 120 }),
    limits: () => ({ from: -1e6, to: 1e6, shortest: 5, longest: 36525 }),
  };
  let prevented = false;
  createKeyboard({ view, act })({
    key, shiftKey, ctrlKey, altKey: false, metaKey: false,
    target: { closest: () => onButton }, preventDefault: () => (prevented = true),
  });
  return { done, prevented };
}

test("each key of the timeline does its one thing", () => {
  const cases = [
    ["ArrowRight", {}, ["step 1"]], ["ArrowLeft", {}, ["step -1"]],
    ["ArrowRight", { shiftKey: true }, ["stepEvent 1"]], ["ArrowLeft", { shiftKey: true }, ["stepEvent -1"]],
    ["ArrowLeft", { rightToLeft: true }, ["step 1"]], ["ArrowRight", { rightToLeft: true }, ["step -1"]],
    ["+", {}, ["glide window"]], ["-", {}, ["glide window"]], ["PageDown", {}, ["glide window"]],
    ["Home", {}, ["cursor 100"]], ["End", {}, ["cursor 190"]], [" ", {}, ["play"]], ["Enter", {}, ["open"]],
    ["ArrowDown", {}, ["along 1"]],
  ];
  for (const [key, options, done] of cases) assert.deepEqual(pressed(key, options), { done, prevented: true }, key);
});

test("a zoom asked for while another runs goes on from where that one goes", () => {
  let asked = null;
  pressed("+", { target: { from: 110, to: 150 }, heard: (window) => (asked = window) });
  assert.ok(asked.to - asked.from < 40, `${asked.to - asked.from} days`);
});

test("other keys, browser shortcuts and the pressing of a button stay the browser's", () => {
  for (const [key, options] of [["a", {}], ["Tab", {}], ["+", { ctrlKey: true }], ["Enter", { onButton: true }], [" ", { onButton: true }]]) {
    assert.deepEqual(pressed(key, options), { done: [], prevented: false }, key);
  }
});

test("marks that turn a line round never reach the canvas", () => {
  assert.equal(cleanTitle("a\u202Eb\u2067c\n  d"), "abc d");
  assert.equal(cleanTitle(null), "");
});

test("a title is cut at a word, to the room there is", () => {
  const cut = shortened("The two commanders write to the Shah", 120, width);
  assert.ok(width(cut) <= 120 && cut.endsWith("…"));
  assert.equal(cut, "The two commanders…");
  assert.equal(shortened("short", 120, width), "short");
});

test("a title is read from the side of its first strong letter", () => {
  assert.equal(directionOf("1909: ورود به تهران"), "rtl");
  assert.equal(directionOf("Entry into تهران"), "ltr");
});

test("a row gives no stretch twice, and gives it back", () => {
  const row = createRow();
  row.take(10, 20, "a");
  row.take(40, 50, "b");
  assert.ok(row.isFree(20, 40) && !row.isFree(19, 21) && !row.isFree(0, 60));
  assert.deepEqual(row.owners(15, 45), ["a", "b"]);
  row.release("a");
  assert.ok(row.isFree(0, 40));
  row.lay(42, 46, "pill");
  assert.deepEqual(row.owners(43, 44), ["pill", "b"]);
});

test("an empty lane names the event after it, else the one before, never an undated one", () => {
  const D = 2418501;
  const event = (id, day, bracket = null) => ({ id, theatre: "t", shape: "instant", when4: Array(4).fill(day), bracket, disputed: false });
  const data = { atlas: { theatres: [{ id: "t", label: "t" }], sides: [] }, forces: [] };
  const [lane] = lanesOf([event("before", D - 90), event("after", D + 90), event("undated", null, [D + 60, D + 70])], data, "theatre", "rest");
  assert.deepEqual([nearestOutside(lane, D, D + 30).event.id, nearestOutside(lane, D, D + 30).later], ["after", true]);
  assert.deepEqual([nearestOutside(lane, D + 100, D + 130).event.id, nearestOutside(lane, D + 100, D + 130).later], ["after", false]);
  assert.equal(nearestOutside({ entries: [] }, D, D + 1), null);
});

test("the strip shows the years told of, and counts a few far strays", () => {
  const calendar = { fromDay: gregorianOfDay, toDay: (...date) => toDay("gregorian", ...date) };
  const days = Array.from({ length: 100 }, (_, index) => toDay("gregorian", 1905 + (index % 8), 5, 1));
  const extent = overviewExtent([...days, toDay("gregorian", 1922, 1, 1)], { from: 0, to: 0 }, calendar);
  assert.deepEqual([gregorianOfDay(extent.from), gregorianOfDay(extent.to)], [[1905, 1, 1], [1912, 12, 31]]);
  assert.deepEqual([extent.before, extent.after], [0, 1]);
  const few = overviewExtent([toDay("gregorian", 1905, 1, 1), toDay("gregorian", 1922, 1, 1)], { from: 0, to: 0 }, calendar);
  assert.deepEqual(gregorianOfDay(few.to), [1922, 12, 31]);
});
