// Names on the plate: none may touch another or what is in the way, whatever the crowd.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eightBoxes, meet, placeLabels } from "../src/map/labels.js";

const FRAME = { x: 0, y: 0, width: 800, height: 500 };

// A small generator with a known seed (Lehmer 1951), so that the crowd is the same each time.
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function crowd(count, seed) {
  const next = numbers(seed);
  return Array.from({ length: count }, (_, i) => {
    const [x, y, width, height] = [next() * 800, next() * 500, 30 + next() * 90, 12 + next() * 20];
    return { id: `p${i}`, importance: next() * 50, boxes: eightBoxes({ x, y, gap: 7, width, height }), at: { x: x - 4, y: y - 4, width: 8, height: 8, owner: `p${i}` } };
  });
}

for (const seed of [1, 7, 99, 2024]) {
  test(`in a crowd of 300 names no two touch (seed ${seed})`, () => {
    const labels = crowd(300, seed);
    const obstacles = labels.map(({ at }) => at);
    const placed = [...placeLabels(labels, { obstacles, frame: FRAME })];
    assert.ok(placed.length > 20);
    placed.forEach(([id, box], i) => {
      for (const [other, otherBox] of placed.slice(i + 1)) assert.ok(!meet(box, otherBox), `${id} touches ${other}`);
      for (const sign of obstacles) assert.ok(sign.owner === id || !meet(box, sign), `${id} touches a sign`);
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= 800 && box.y + box.height <= 500, `${id} leaves the frame`);
    });
  });
}

test("of two names with one place the more important has it", () => {
  const box = { x: 10, y: 10, width: 50, height: 12 };
  const placed = placeLabels([{ id: "low", importance: 1, boxes: [box] }, { id: "high", importance: 2, boxes: [box] }], { obstacles: [], frame: FRAME });
  assert.deepEqual([...placed.keys()], ["high"]);
});

test("a name keeps the place it had while that place is free", () => {
  const boxes = eightBoxes({ x: 100, y: 100, gap: 6, width: 40, height: 12 });
  const first = placeLabels([{ id: "a", importance: 1, boxes }], { obstacles: [{ x: 104, y: 90, width: 60, height: 20 }], frame: FRAME });
  assert.equal(first.get("a").choice, 1);
  const second = placeLabels([{ id: "a", importance: 1, boxes }], { obstacles: [], frame: FRAME, before: first });
  assert.equal(second.get("a").choice, 1);
});

test("a name would rather not lie on a line", () => {
  const boxes = eightBoxes({ x: 100, y: 100, gap: 6, width: 40, height: 12 });
  const lines = [[110, 100], [120, 100], [130, 100]];
  assert.notEqual(placeLabels([{ id: "a", importance: 1, boxes }], { obstacles: [], frame: FRAME, lines }).get("a").choice, 0);
});

test("the eight boxes of a sign keep off it", () => {
  const boxes = eightBoxes({ x: 100, y: 100, gap: 8, width: 60, height: 14 });
  assert.equal(boxes.length, 8);
  for (const box of boxes) assert.ok(!meet(box, { x: 96, y: 96, width: 8, height: 8 }));
});
