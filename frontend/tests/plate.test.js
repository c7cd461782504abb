import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { bandHeights } from "../src/map/plate-bands.js";
import { luminance, parts, reliefInk } from "../src/map/plate-colours.js";
import { decodePlate, pointsAt, ringAt, unpackLine } from "../src/map/plate-decode.js";
import { chequerStep, degreesText, graticuleStep, multiples } from "../src/map/plate-graticule.js";
import { boxesMeet, freeSpot, turnedBox } from "../src/map/plate-names.js";
import { inkTable, reliefShare } from "../src/map/plate-relief.js";
import { CoastField, seaTable } from "../src/map/plate-sea.js";
import { leftOf } from "../src/map/plate-spheres.js";
import { bandOf, clipRing, createView, gridLatitude, gridLongitude, gridPoint, placeOn } from "../src/map/plate-trace.js";
import { digitsOf, wordsOf } from "../src/map/plate-words.js";

// Packed by geo/baseplate/encoding.py, whose own test reads the same table.
const table = JSON.parse(readFileSync(new URL("../../tests/vectors/plate-lines.json", import.meta.url), "utf-8"));

test("a packed line gives back its points and levels", () => {
  assert.ok(table.length >= 4);
  for (const { points, levels, packed } of table) {
    const line = unpackLine(packed);
    assert.deepEqual([...line.points], points.flat());
    assert.deepEqual([...line.levels], levels);
  }
});

test("a line cut short is refused", () => {
  const [text, levels] = table[1].packed;
  assert.throws(() => unpackLine([text.slice(0, -1), levels]), RangeError);
  assert.throws(() => unpackLine([text, levels + "4"]), RangeError);
});

test("a lower zoom takes fewer points and a higher one all of them", () => {
  const line = { points: Int32Array.of(0, 0, 5, 1, 10, 0), levels: Uint8Array.of(4, 7, 4) };
  assert.deepEqual(pointsAt(line, 4), [0, 0, 10, 0]);
  assert.deepEqual(pointsAt(line, 6.2), [0, 0, 5, 1, 10, 0]);
  assert.deepEqual(pointsAt(line, 13), [0, 0, 5, 1, 10, 0]);
});

test("a ring joins its arcs, backwards ones turned round, without doubled corners", () => {
  const arc = (...points) => ({ points: Int32Array.from(points), levels: new Uint8Array(points.length / 2).fill(4) });
  const arcs = [arc(0, 0, 4, 0, 4, 4), arc(0, 0, 0, 4, 4, 4)];
  assert.deepEqual(ringAt(arcs, [0, ~1], 6), [0, 0, 4, 0, 4, 4, 0, 4]);
});

test("what divides two realms is border, what lies on one is coast, the box's edge is neither", () => {
  const packed = table[0].packed;
  const plate = decodePlate({
    format: 1, zoom: 10, extent: [0, 0, 1, 1], arcs: [packed, packed, packed, packed],
    land: { persia: [[0, 1, 2]] }, borders: [1], frame: [2], lakes: [[3]], rivers: [], spheres: {}, names: [], plans: [],
  });
  assert.deepEqual(plate.coast, [plate.arcs[0]]);
  assert.deepEqual(plate.borders, [plate.arcs[1]]);
});

test("a plate of another format is refused with a sentence", () => {
  assert.throws(() => decodePlate({ format: 2 }), /format 2.*build it again/);
});

test("degrees and grid points are each other's inverse", () => {
  for (const [lat, lon] of [[35.69, 51.42], [-33.9, 18.4], [51.5, -0.1], [0, 0]]) {
    const [x, y] = gridPoint(lat, lon);
    assert.ok(Math.abs(gridLatitude(y) - lat) < 1e-9);
    assert.ok(Math.abs(gridLongitude(x) - lon) < 1e-9);
  }
});

test("a view puts its own corner at nought", () => {
  const [x, y] = gridPoint(36, 51);
  const view = createView({ zoom: 6, left: x / 16, top: y / 16, width: 100, height: 100 });
  const [left, top] = placeOn(view, 36, 51);
  assert.ok(Math.abs(left) < 1e-9 && Math.abs(top) < 1e-9);
});

test("a ring is cut to a box and keeps its area inside it", () => {
  const square = [-10, -10, 10, -10, 10, 10, -10, 10];
  const cut = clipRing(square, [0, 0, 5, 20]);
  const area = cut.reduce((sum, _, index) => (index % 2 ? sum
    : sum + cut[index] * cut[(index + 3) % cut.length] - cut[(index + 2) % cut.length] * cut[index + 1]), 0) / 2;
  assert.equal(Math.abs(area), 50);
  assert.deepEqual(clipRing(square, [20, 20, 30, 30]), []);
});

test("the distance to a coast is measured to its stretches, not to its corners", () => {
  const field = new CoastField(21, 21, 30);
  field.add(0, 10, 20, 10, 30);
  assert.equal(field.squares[4 * 21 + 10], 36);
  assert.equal(field.squares[10 * 21 + 3], 0);
});

test("cells that are settled keep their distance", () => {
  const field = new CoastField(3, 1, 5);
  field.add(0, 0, 2, 0, 5, Uint8Array.of(0, 1, 0));
  assert.deepEqual([...field.squares], [0, 25, 0]);
});

test("a water-line is darkest on its distance and open sea is plain", () => {
  const table = new Uint8Array(seaTable([200, 200, 200], [100, 100, 100], [[2, 0.5], [10, 0.2]]).buffer);
  assert.equal(table[2 * 8 * 4], 154);
  assert.equal(table[10 * 8 * 4], 182);
  assert.equal(table[6 * 8 * 4], 200);
  assert.equal(table[table.length - 4], 200);
});

test("flat ground takes no ink, shade and light take theirs, the steepest most", () => {
  const table = inkTable({ shade: [92, 70, 42], shadeShare: 0.42, light: [255, 252, 240], lightShare: 0.62 });
  assert.equal(table[128 * 4 + 3], 0);
  assert.equal(table[132 * 4 + 3], 0);
  assert.deepEqual([...table.slice(0, 4)], [92, 70, 42, 107]);
  assert.deepEqual([...table.slice(255 * 4)], [255, 252, 240, 158]);
  for (let grey = 1; grey < 128; grey += 1) assert.ok(table[grey * 4 + 3] <= table[(grey - 1) * 4 + 3]);
});

test("the relief is whole to zoom 7 and gone from zoom 11", () => {
  assert.equal(reliefShare(5), 1);
  assert.equal(reliefShare(7), 1);
  assert.ok(reliefShare(9) < 0.7 && reliefShare(9) > 0);
  assert.equal(reliefShare(11), 0);
});

test("the ink follows the ground of the theme", () => {
  assert.equal(reliefInk({ land: "#272219" }).shadeShare, 0.62);
  assert.equal(reliefInk({ land: "#F6EEDA" }).shadeShare, 0.42);
  assert.equal(reliefInk({ land: "#FFF" }).lightShare, 0);
  assert.deepEqual(parts("#FFF"), [255, 255, 255]);
  assert.ok(Math.abs(luminance("#777777") - 0.1845) < 0.001);
});

test("the graticule keeps 2 degrees at zoom 6 and finer lines farther in", () => {
  assert.equal(graticuleStep(6), 2);
  assert.equal(graticuleStep(5), 5);
  assert.equal(graticuleStep(9), 1 / 2);
  assert.equal(chequerStep(6), 1 / 2);
  assert.equal(chequerStep(5), 1 / 2);
});

test("multiples keep their place however many there are", () => {
  assert.deepEqual(multiples(43.2, 50, 2), [44, 46, 48, 50]);
  assert.equal(multiples(0, 180, 1 / 60).pop(), 180);
});

test("degrees are written with minutes only where needed, and in the reader's digits", () => {
  assert.equal(degreesText(44), "44°");
  assert.equal(degreesText(35 + 2 / 3), "35°40′");
  assert.equal(degreesText(-0.5), "−0°30′");
  assert.equal(degreesText(51.5, digitsOf("fa")), "۵۱°۳۰′");
});

test("a turned name's box stays round its middle and grows with the turn", () => {
  assert.deepEqual(turnedBox(50, 50, 40, 10, 0), { x: 30, y: 45, width: 40, height: 10 });
  const upright = turnedBox(50, 50, 40, 10, 90);
  assert.ok(Math.abs(upright.width - 10) < 1e-9 && Math.abs(upright.height - 40) < 1e-9);
  assert.ok(boxesMeet(turnedBox(0, 0, 10, 10, 0), turnedBox(8, 0, 10, 10, 0)));
  assert.ok(!boxesMeet(turnedBox(0, 0, 10, 10, 0), turnedBox(11, 0, 10, 10, 0)));
});

test("a sphere's tint lies on the left hand of its line", () => {
  const moved = leftOf([[0, 10], [10, 10], [20, 10]], 3);
  for (const [, y] of moved) assert.ok(Math.abs(y - 7) < 1e-9);
});

test("an unknown language reads English", () => {
  assert.equal(wordsOf(["a", "b", "c"], "fa"), "b");
  assert.equal(wordsOf(["a", "b", "c"], "tr"), "a");
});

test("bands cover a view from top to bottom without a gap, each small enough for a frame", () => {
  const view = createView({ zoom: 6, left: 0, top: 0, width: 1792, height: 1121, ratio: 1.25 });
  const heights = bandHeights(view);
  assert.equal(heights.reduce((sum, height) => sum + height, 0), 1121);
  assert.ok(heights.every((height) => height * 1792 * 1.25 ** 2 < 3.5e5));
  let offset = 0;
  let row = 0;
  for (const height of heights) {
    const band = bandOf(view, offset, height);
    assert.equal(band.row, row);
    assert.equal(band.top, offset);
    row += band.rows;
    offset += height;
  }
  assert.equal(row, Math.round(1121 * 1.25));
});

const sight = { x: 0, y: 0, width: 400, height: 300 };
const name = (x, y) => ({ x, y, width: 80, height: 20 });

test("a country's name cut by the edge or hidden by a legend goes to the nearest free spot in sight", () => {
  assert.deepEqual(freeSpot(name(100, 100), { sight, taken: [] }, [], 10), name(100, 100));
  assert.deepEqual(freeSpot(name(-5, 100), { sight, taken: [] }, [], 10), name(5, 100));
  assert.deepEqual(freeSpot(name(100, 100), { sight, taken: [{ x: 0, y: 105, width: 400, height: 195 }] }, [], 10), name(100, 80));
  assert.deepEqual(freeSpot(name(100, 100), { sight, taken: [] }, [name(100, 95)], 30), name(100, 70));
});

test("a country's name that would have to go too far is left out, one out of sight stays", () => {
  assert.equal(freeSpot(name(100, 100), { sight, taken: [sight] }, [], 10), null);
  assert.deepEqual(freeSpot(name(-300, 100), { sight, taken: [] }, [], 10), name(-300, 100));
});
