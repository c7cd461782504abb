// What the form of a place asks the server while it is filled in.
import assert from "node:assert/strict";
import test from "node:test";
import { asker } from "../src/admin/places/asking.js";

const answered = (body, ok = true) => ({ ok, json: async () => body });

test("a list is asked value by value, and nothing as an empty word", async () => {
  let asked = "";
  const ask = asker(async (address) => {
    asked = address;
    return answered({});
  });
  await ask("/check/", { lat: "38,07", name: ["Rasht", "رشت"], self: null });
  assert.equal(asked, `/check/?${new URLSearchParams([["lat", "38,07"], ["name", "Rasht"], ["name", "رشت"], ["self", ""]])}`);
});

test("of several questions only the last is answered", async () => {
  const ask = asker((address, { signal }) => new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    if (address.includes("second")) resolve(answered({ said: "second" }));
  }));
  const first = ask("/first/", {});
  const second = ask("/second/", {});
  assert.equal(await first, null);
  assert.deepEqual(await second, { said: "second" });
});

for (const [what, fetch, sentence] of [
  ["the server's sentence", async () => answered({ error: { message: "Not a latitude." } }, false), "Not a latitude."],
  ["no sentence of the browser's, where nothing came", async () => { throw new TypeError("Failed to fetch"); }, ""],
  ["no sentence of the browser's, where no JSON came", async () => ({ ok: true, json: async () => JSON.parse("<") }), ""],
]) {
  test(`a failure carries ${what}`, () => assert.rejects(asker(fetch)("/check/", {}), { message: sentence }));
}
