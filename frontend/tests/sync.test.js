// What is chosen is brought into the window, which moves no further than it must.
import assert from "node:assert/strict";
import { test } from "node:test";

import { broughtIntoView, choosing, steppedDays, steppedEvent, wholeWindow, windowHolding, windowShowing, zoomed } from "../src/sync.js";
import { DAY, atlas, event, state } from "./atlas-fixture.js";

const window = { from: 1000, to: 1100 };

for (const [name, day, expected] of [
  ["a day inside leaves the window alone", 1050, window],
  ["the edge is inside", 1100, window],
  ["a day just after moves it a little", 1101, { from: 1009, to: 1109 }],
  ["a day just before moves it a little", 999, { from: 991, to: 1091 }],
  ["a day far away comes to the middle", 5000, { from: 4950, to: 5050 }],
]) {
  test(name, () => assert.deepEqual(windowHolding(window, day), expected));
}

test("a stretch wider than the window widens it", () => {
  const { from, to } = windowShowing(window, 1200, 1500);
  assert.ok(from < 1200 && to > 1500 && to - from < 400);
});

test("zooming keeps the day under the pointer where it is", () => {
  assert.deepEqual(zoomed(window, 2, 1025), { from: 1013, to: 1063 });
  assert.deepEqual(zoomed(window, 0.5, 1050), { from: 950, to: 1150 });
});

test("no zoom goes below one day or beyond a century", () => {
  assert.equal(zoomed({ from: 5, to: 6 }, 2, 5).to - zoomed({ from: 5, to: 6 }, 2, 5).from, 1);
  assert.equal(zoomed({ from: 0, to: 39000 }, 0.5, 0).to, 40000);
});

test("the whole atlas is from its first to its last day, open ends left out", () => {
  const data = atlas([event("a", { day: DAY - 1000 }), event("b", { day: DAY }), event("open", { shape: "span", when4: [DAY - 10, DAY - 10, null, null] })]);
  assert.deepEqual(wholeWindow(data), { from: DAY - 1020, to: DAY + 20 });
});

test("an atlas without a day opens at its own window", () => {
  assert.deepEqual(wholeWindow(atlas([event("a", { day: null })])), { from: DAY - 60, to: DAY + 18 });
});

const data = atlas([
  event("here", { day: DAY }), event("far", { day: DAY + 900 }), event("nowhen", { day: null }),
  event("long", { shape: "span", when4: [DAY - 500, DAY - 500, DAY + 500, DAY + 500] }),
]);
const chosen = (slug) => ({ kind: "event", slug });

test("what is in view already is left where it is", () => {
  assert.deepEqual(broughtIntoView(data, state(), chosen("here")), {});
  assert.deepEqual(broughtIntoView(data, state(), chosen("long")), {});
  assert.deepEqual(broughtIntoView(data, state(), chosen("nowhen")), {});
});

test("what is not in view is brought there", () => {
  const { window: moved } = broughtIntoView(data, state(), chosen("far"));
  assert.ok(moved.from <= DAY + 900 && moved.to >= DAY + 900);
  assert.equal(moved.to - moved.from, 78);
});

test("choosing an event takes the cursor to it; something long keeps the window", () => {
  assert.equal(choosing(data, state(), data.index.event.get("far")).cursor, DAY + 900);
  const long = choosing(data, state(), data.index.event.get("long"));
  assert.equal(long.cursor, DAY - 60);
  assert.equal(long.window, undefined);
  assert.deepEqual(choosing(data, state(), data.index.event.get("nowhen")), { selection: chosen("nowhen") });
});

test("steps by day stop the play and take the window along", () => {
  const patch = steppedDays(state({ cursor: DAY + 18.4, playing: true }), 1);
  assert.equal(patch.cursor, DAY + 19);
  assert.equal(patch.playing, false);
  assert.ok(patch.window.to >= DAY + 19);
});

test("events of one day are stepped through one by one", () => {
  const busy = atlas([event("one", { order: 1 }), event("two", { order: 2 }), event("later", { day: DAY + 2 })]);
  const seen = [];
  let view = state({ cursor: DAY });
  for (let step = 0; step < 3; step += 1) {
    view = { ...view, ...steppedEvent(busy, view, 1) };
    seen.push(view.selection.slug);
  }
  assert.deepEqual(seen, ["one", "two", "later"]);
  assert.equal(steppedEvent(busy, view, -1).selection.slug, "two");
});

test("a step by event chooses it, and at the end nothing happens", () => {
  const patch = steppedEvent(data, state({ cursor: DAY + 1 }), 1);
  assert.deepEqual([patch.selection.slug, patch.cursor], ["far", DAY + 900]);
  assert.deepEqual(steppedEvent(data, state({ cursor: DAY + 900, selection: chosen("far") }), 1), {});
});

test("a window of one day can be zoomed out of and into", () => {
  const day = { from: 1050, to: 1050 };
  assert.deepEqual(zoomed(day, 0.5, 1050), { from: 1050, to: 1051 });
  assert.deepEqual(zoomed(zoomed(day, 0.5, 1050), 0.25, 1050), { from: 1050, to: 1054 });
});
