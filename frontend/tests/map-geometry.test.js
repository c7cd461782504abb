// Lines on the plate: lengths, cuts, offsets and crossings against values worked out by hand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bowed, curve } from "../src/map/curve.js";
import { densestBox, emptyCorner } from "../src/map/crowding.js";
import { fromWorld, toWorld, worldPerKm } from "../src/map/mercator.js";
import { cut, distanceTo, leaves, lengths, pointAlong, shifted } from "../src/map/polyline.js";
import { hitAt } from "../src/map/hits.js";
import { barOf } from "../src/map/scale-bar.js";

const BEND = [[0, 0], [10, 0], [10, 10]];

test("lengths run along a line", () => assert.deepEqual(lengths(BEND), [0, 10, 20]));

for (const [at, x, y] of [[0, 0, 0], [5, 5, 0], [10, 10, 0], [15, 10, 5], [99, 10, 10], [-3, 0, 0]]) {
  test(`${at} along the bend is ${x}, ${y}`, () => {
    const point = pointAlong(BEND, lengths(BEND), at);
    assert.deepEqual([point.x, point.y], [x, y]);
  });
}

test("a cut holds the bend between its ends", () => assert.deepEqual(cut(BEND, lengths(BEND), 5, 15), [[5, 0], [10, 0], [10, 5]]));
test("a cut of nothing is empty", () => assert.deepEqual(cut(BEND, lengths(BEND), 7, 7), []));

test("a shifted line still begins and ends at its places", () => {
  const line = Array.from({ length: 11 }, (_, i) => [i * 10, 0]);
  const moved = shifted(line, 6, 20);
  assert.deepEqual([moved[0], moved[10]], [[0, 0], [100, 0]]);
  assert.deepEqual(moved[5], [50, 6]);
});

test("distance is to the nearest stretch", () => {
  assert.equal(distanceTo(BEND, 5, 3), 3);
  assert.equal(distanceTo(BEND, 13, 14), 5);
});

test("a line leaving a box is met on its edge", () => {
  const line = [[50, 50], [150, 50]];
  const out = leaves(line, lengths(line), { left: 0, top: 0, right: 100, bottom: 100 });
  assert.deepEqual([out.x, out.y, out.at], [100, 50, 50]);
  assert.equal(leaves([[1, 1], [2, 2]], [0, 1.4], { left: 0, top: 0, right: 9, bottom: 9 }), null);
});

test("the world's middle and back", () => {
  assert.deepEqual(toWorld(0, 0), [0.5, 0.5]);
  const [lat, lon] = fromWorld(...toWorld(35.69, 51.42));
  assert.ok(Math.abs(lat - 35.69) < 1e-9 && Math.abs(lon - 51.42) < 1e-9);
  assert.ok(Math.abs(worldPerKm(0.5) * 40030.2 - 1) < 1e-4, "the equator is 40,030 km round on the mean sphere");
});

test("a curve passes through its stated points", () => {
  const points = [[36, 50], [35.5, 51], [34, 51.5]];
  const line = curve(points);
  for (const point of points) assert.ok(line.some(([lat, lon]) => Math.hypot(lat - point[0], lon - point[1]) < 1e-9));
});

test("a bow keeps its ends and leaves the straight line", () => {
  const line = bowed([[35, 50], [35, 52]]);
  assert.deepEqual([line[0], line[line.length - 1]], [[35, 50], [35, 52]]);
  assert.ok(Math.abs(line[Math.floor(line.length / 2)][0] - 35) > 0.05);
});

const VIEW = { width: 900, height: 500 };

test("two forces, a fight and two arrows close together are a crowd; far apart they are not", () => {
  const near = [[400, 200, "token"], [405, 212, "token"], [398, 190, "event"], [420, 205, "head"]].map(([x, y, sort]) => ({ x, y, sort }));
  const found = densestBox(near, { width: 84, height: 50, view: VIEW });
  assert.ok(found && found.box.x < 398 && found.box.x + 84 > 420);
  const wide = near.map((point, i) => ({ ...point, x: point.x + i * 90 }));
  assert.equal(densestBox(wide, { width: 84, height: 50, view: VIEW }), null);
});

test("an inset takes the corner that hides least", () => {
  const points = [{ x: 850, y: 30, sort: "token" }, { x: 860, y: 60, sort: "token" }];
  const corner = emptyCorner({ width: 300, height: 170, view: VIEW, margin: 10, crowd: { x: 400, y: 200, width: 84, height: 50 }, points, ways: [], taken: [] });
  assert.deepEqual([corner.x, corner.y], [10, 10]);
  const full = { x: 0, y: 0, width: 900, height: 500 };
  assert.equal(emptyCorner({ width: 300, height: 170, view: VIEW, margin: 10, crowd: full, points, ways: [], taken: [] }), null);
});

test("the topmost sign under the pointer is meant, and a sign before a way", () => {
  const signs = [
    { target: "way", line: [[0, 0], [100, 0]], width: 6 },
    { target: "place", x: 50, y: 0, radius: 4 },
    { target: "token", x: 52, y: 2, radius: 8 },
  ];
  assert.equal(hitAt(signs, 50, 1), "token");
  assert.equal(hitAt(signs, 80, 2), "way");
  assert.equal(hitAt(signs, 80, 40), null);
});

for (const [zoom, km] of [[4, 500], [6, 200], [9, 20], [13, 1]]) {
  test(`at zoom ${zoom} the bar is ${km} km`, () => {
    const scale = 256 * 2 ** zoom;
    const [, y] = toWorld(35, 52);
    const { km: told, pixels } = barOf({ scale, top: y * scale, height: 0 });
    assert.equal(told, km);
    assert.ok(pixels <= 110 && pixels > 40);
  });
}
