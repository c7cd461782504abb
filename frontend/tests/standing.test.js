// Why a token stands where it does: who stands together, and which leg each claim speaks of.

import test from "node:test";
import assert from "node:assert/strict";
import { byLeg, standingTogether } from "../src/panels/standing.js";

const at = (name, more = {}) => ({
  mover: { name }, kind: "stretch", certainty: "possibly", place: null, leg: 5, fraction: 0.5, claims: ["a", "b"], ...more,
});

test("forces that the same claims put at one spot are told of together", () => {
  const groups = standingTogether([at("Gilan army"), at("Bakhtiari army"), at("Vanguard", { claims: ["a"] })]);
  assert.deepEqual(groups.map(([, names]) => names), [["Gilan army", "Bakhtiari army"], ["Vanguard"]]);
});

test("forces on one leg at different shares of it are told of apart", () => {
  assert.equal(standingTogether([at("one"), at("other", { fraction: 0.6 })]).length, 2);
});

test("claims come by the legs of the march, those of no leg last", () => {
  const legs = [{ order: 1, claims: ["a"] }, { order: 2, claims: ["b", "c"] }, { order: 3, claims: ["d"] }];
  const claims = ["route", "c", "a"].map((id) => ({ id }));
  const told = byLeg(legs, claims).map(({ leg, claims: said }) => [leg?.order ?? null, said.map(({ id }) => id)]);
  assert.deepEqual(told, [[1, ["a"]], [2, ["c"]], [null, ["route"]]]);
});
