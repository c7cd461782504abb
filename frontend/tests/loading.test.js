// A script loaded on demand: once, and again after a failure.
import assert from "node:assert/strict";
import test from "node:test";
import { onDemand } from "../src/loading.js";

test("the script is asked for when first wanted, and once", async () => {
  const asked = [];
  const wanted = onDemand("/a.js", async (address) => { asked.push(address); return { word: 1 }; });
  assert.deepEqual(asked, []);
  assert.equal((await wanted()).word, 1);
  assert.equal(await wanted(), await wanted());
  assert.deepEqual(asked, ["/a.js"]);
});

test("a failure is worded for the reader and the next try asks again", async () => {
  let tries = 0;
  const wanted = onDemand("/a.js", async () => {
    tries += 1;
    if (tries === 1) throw new TypeError("Failed to fetch dynamically imported module");
    return "there";
  });
  await assert.rejects(wanted(), (failure) => failure.key === "error.unreachable");
  assert.equal(await wanted(), "there");
});
