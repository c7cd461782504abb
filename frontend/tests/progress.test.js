// Says how much of a leg lies behind a day, so that an arrow grows no faster than the sources allow.

import assert from "node:assert/strict";
import { test } from "node:test";
import { positionsOn, progressOn } from "../src/map/positions.js";

const dated = { order: 1, from: "a", via: [], to: "b", departs: [100, 100], arrives: [110, 110], status: "happened" };
const undated = { order: 2, from: "b", via: [], to: "c", departs: null, arrives: null, status: "happened" };
const later = { order: 3, from: "c", via: [], to: "d", departs: [120, 120], arrives: [124, 124], status: "happened" };
const march = { status: "happened", when4: [100, 100, 124, 124], movers: [], legs: [dated, undated, later] };

for (const [leg, day, passed, open] of [
  [dated, 99, 0, false],
  [dated, 105, 0.5, false],
  [dated, 111, 1, false],
  [undated, 109, 0, false],
  [undated, 115, 0, true],
  [undated, 121, 1, false],
  [later, 122, 0.5, false],
]) {
  test(`leg ${leg.order} on day ${day} is ${passed} passed${open ? ", somewhere on it" : ""}`, () => {
    assert.deepEqual(progressOn(march, leg, day), { passed, open });
  });
}

test("what was only planned is never passed", () => {
  const plan = { ...march, status: "planned" };
  assert.deepEqual(progressOn(plan, dated, 200), { passed: 0, open: false });
  assert.deepEqual(positionsOn({ movements: [{ ...plan, movers: [{ from_leg: null, to_leg: null }] }], index: { place: new Map() } }, 105), []);
});
