// Numbers of legs follow legs that are moved, and a stop goes where it lengthens the way least.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { bestIndex, followed, renumbered } from "../src/admin/movement/leg-numbers.js";

const vectors = JSON.parse(readFileSync(new URL("../../tests/vectors/leg_numbers.json", import.meta.url), "utf8"));

for (const { what, kept, numbers, told } of vectors) {
  test(`as in Python: ${what}`, () => {
    assert.deepEqual(followed(kept, new Map(numbers)), told);
  });
}

test("rows before and after say which number became which", () => {
  assert.deepEqual([...renumbered(["a", "b", "c"], ["c", "a"])], [[1, 2], [3, 1]]);
  assert.deepEqual([...renumbered([], ["a"])], []);
});

for (const [added, index] of [[[0, 1], 1], [[0, 6], 2], [[0, 20], 2], [[0, -5], 1]]) {
  test(`a stop at ${added} between 0, 5 and 10 east comes ${index === 1 ? "first" : "second"}`, () => {
    assert.equal(bestIndex([[0, 0], [0, 5], [0, 10]], added), index);
  });
}

test("between two ends there is one place for a stop", () => {
  assert.equal(bestIndex([[0, 0], [0, 10]], [0, 50]), 1);
});
