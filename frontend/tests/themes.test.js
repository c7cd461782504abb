// The dark ground of the tokens, and the reader's own choice of ground.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { keepTheme, keptTheme, otherTheme, showTheme } from "../src/theme.js";
import { withSystemDarkTheme } from "../themes.mjs";

const tokens = readFileSync(new URL("../src/styles/tokens.css", import.meta.url), "utf8");

test("a system set to dark gets the dark block until the reader chooses", () => {
  const built = withSystemDarkTheme(tokens);
  const dark = /\[data-theme="dark"\]\s*\{([^}]*)\}/.exec(tokens)[1];
  assert.ok(built.includes(`@media (prefers-color-scheme: dark) { :root:not([data-theme]) {${dark}} }`));
});

test("print still comes after the dark ground", () => {
  const built = withSystemDarkTheme(tokens);
  assert.ok(built.indexOf("prefers-color-scheme") < built.indexOf("@media print"));
});

test("tokens without a dark block are refused", () => {
  assert.throws(() => withSystemDarkTheme(":root { --paper: #fff }"), /no \[data-theme="dark"\] block/);
});

const storage = (kept = {}) => ({
  kept,
  getItem: (key) => kept[key] ?? null,
  setItem: (key, value) => { kept[key] = value; },
  removeItem: (key) => { delete kept[key]; },
});
const refusing = {
  getItem() { throw new Error("denied"); },
  setItem() { throw new Error("denied"); },
  removeItem() { throw new Error("denied"); },
};

test("a kept ground is found again, and none is kept after going back", () => {
  const shelf = storage();
  keepTheme(shelf, "contrast");
  assert.equal(keptTheme(shelf), "contrast");
  keepTheme(shelf, null);
  assert.equal(keptTheme(shelf), null);
});

test("a ground that does not exist is not taken from storage", () => {
  assert.equal(keptTheme(storage({ "marchlines-theme": "<script>" })), null);
});

test("a browser that refuses storage is no error", () => {
  assert.equal(keptTheme(refusing), null);
  assert.doesNotThrow(() => keepTheme(refusing, "dark"));
});

for (const [current, systemIsDark, other] of [
  [undefined, false, "dark"],
  [undefined, true, "light"],
  ["dark", false, "light"],
  ["light", true, "dark"],
  ["contrast", true, "dark"],
]) {
  test(`from ${current ?? `a system ${systemIsDark ? "dark" : "light"}`} the switch goes to ${other}`, () => {
    assert.equal(otherTheme(current, systemIsDark), other);
  });
}

test("no ground chosen leaves the page to the system", () => {
  const root = { dataset: { theme: "dark" } };
  showTheme(root, null);
  assert.deepEqual(root.dataset, {});
});
