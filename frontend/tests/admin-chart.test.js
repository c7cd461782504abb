// The tables a chart of the editors' desk is drawn from.
import assert from "node:assert/strict";
import test from "node:test";
import { markAt, onGlobe, pointsOf, wholeScene } from "../src/admin/chart/scene.js";
import { placed } from "../src/admin/chart/paint.js";

test("a chart is framed on what is placed, not on its surroundings", () => {
  const scene = wholeScene({
    pins: [{ id: "p", lat: 38, lon: 46 }, { id: "nowhere", lat: null, lon: null }],
    marks: [{ id: "a", lat: 1, lon: 2, context: true }, { id: "b", lat: 37, lon: 49 }],
    lines: [{ id: "l", points: [[35, 51], [36, 50]] }],
    boxes: [{ id: "w", south: 30, west: 44, north: 40, east: 62 }],
  });
  assert.deepEqual(pointsOf(scene), [[38, 46], [37, 49], [35, 51], [36, 50], [30, 44], [40, 62]]);
});

test("an empty chart is framed on nothing", () => assert.deepEqual(pointsOf(wholeScene()), []));

test("the nearest mark within reach is the one that is meant", () => {
  const marks = [{ id: "far", x: 40, y: 0 }, { id: "near", x: 4, y: 3 }, { id: "nearer", x: 0, y: 2 }];
  const place = ({ x, y }) => ({ x, y });
  assert.equal(markAt(marks, { x: 0, y: 0 }, 14, place).id, "nearer");
  assert.equal(markAt(marks, { x: 80, y: 80 }, 14, place), null);
});

for (const [lat, lon, kept] of [
  [38.0666666, 46.3, { lat: 38.06667, lon: 46.3 }],
  [89, 190, { lat: 85, lon: -170 }],
  [-89, -541, { lat: -85, lon: 179 }],
]) {
  test(`${lat}, ${lon} is held on the globe`, () => assert.deepEqual(onGlobe(lat, lon), kept));
}

test("a point stands in the view where Web Mercator puts it", () => {
  const view = { scale: 256, left: 100, top: 100 };
  assert.deepEqual(placed(view, 0, 0), { x: 28, y: 28 });
});
