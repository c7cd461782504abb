// Where a mover stands on a day, in the browser as in Python: the shared vectors.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { positionsOn } from "../src/map/positions.js";

const { places, cases } = JSON.parse(
  readFileSync(new URL("../../tests/vectors/positions.json", import.meta.url), "utf8"),
);
const index = { place: new Map(places.map((place) => [place.id, place])) };

const near = (found, expected, tolerance, what) =>
  assert.ok(Math.abs(found - expected) <= tolerance, `${what}: ${found} is not ${expected}`);

for (const { name, movement, on } of cases) {
  test(name, () => {
    const data = { movements: [movement], index };
    for (const { day, mover, expected } of on) {
      const found = positionsOn(data, day).find((position) => position.number === mover);
      const what = `day ${day}, mover ${mover}`;
      if (expected === null) {
        assert.equal(found, undefined, what);
        continue;
      }
      assert.ok(found, what);
      assert.equal(found.kind, expected.kind, what);
      assert.equal(found.certainty, expected.certainty, what);
      assert.equal(found.leg.order, expected.leg, what);
      assert.equal(found.place, expected.place, what);
      assert.deepEqual((found.legs ?? []).map((leg) => leg.order), expected.legs, what);
      near(found.lat, expected.lat, 1e-4, what);
      near(found.lon, expected.lon, 1e-4, what);
      near(found.fraction, expected.fraction, 1e-6, what);
      near(found.faded ?? 0, expected.faded, 1e-6, what);
      if (expected.uncertainty_km === null) assert.equal(found.uncertainty_km, null, what);
      else near(found.uncertainty_km, expected.uncertainty_km, 0.01, what);
    }
  });
}
