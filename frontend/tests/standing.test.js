// Why a token stands where it does: who stands together, and which leg each claim speaks of.

import test from "node:test";
import assert from "node:assert/strict";
import { byLeg, placing, standingTogether } from "../src/panels/standing.js";

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

const leg = (order, claims) => ({ order, claims });
const claim = (id, attribute, edge = "", type = "leg") => ({ id, attribute, edge, subject: { type } });
const march = {
  legs: [leg(1, ["1-start", "1-end", "1-how"]), leg(2, ["2-route"]), leg(3, ["3-start", "3-end", "3-strength"]), leg(4, ["4-end"])],
  claims: [
    claim("1-start", "date", "departs"), claim("1-end", "date", "arrives"), claim("1-how", "place", "via"),
    claim("2-route", "route"), claim("3-start", "date", "departs"), claim("3-end", "date", "arrives"),
    claim("3-strength", "number"), claim("4-end", "date", "arrives"),
    claim("whole", "duration", "", "movement"), claim("whole-number", "number", "", "movement"),
    claim("of-event", "date", "on", "participation"),
  ],
};
const [first, second, third, fourth] = march.legs;

for (const [name, position, expected] of [
  ["on a leg those of that leg and of the whole march", { kind: "point", leg: first }, ["1-start", "1-end", "1-how", "whole"]],
  ["a trace those of the leg it ended", { kind: "trace", leg: fourth }, ["4-end", "whole"]],
  ["a stretch those of its legs, and the dates that bound it",
    { kind: "stretch", leg: second, legs: [second], stated: [first, third] },
    ["1-start", "1-end", "1-how", "2-route", "3-start", "3-end", "whole"]],
  ["of a leg beside a stretch only the end that touches it",
    { kind: "stretch", leg: second, legs: [second], stated: [] }, ["1-end", "2-route", "3-start", "whole"]],
]) {
  test(`what puts a mover where it is: ${name}`, () => {
    assert.deepEqual(placing(march, position), expected);
  });
}
