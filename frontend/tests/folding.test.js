// Folding in the browser gives what the shared vectors say.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { fold, words } from "../src/folding.js";

const vectors = JSON.parse(readFileSync(new URL("../../tests/vectors/folding.json", import.meta.url), "utf8"));

for (const [text, folded] of vectors) {
  test(`“${text}” folds as in Python`, () => assert.equal(fold(text), folded));
}

test("words come once and in order", () => {
  assert.deepEqual(words("Tabriz and Tehran and TABRIZ"), ["tabriz", "and", "tehran"]);
});
