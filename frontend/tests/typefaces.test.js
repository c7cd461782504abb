// The typefaces: which files, which rules, and that what they come from is there.
import assert from "node:assert/strict";
import test from "node:test";
import { FACES, fontFaceRules, unicodeRange } from "../typefaces.mjs";

const css = `@font-face { src: url(./files/a-latin.woff2); unicode-range: U+0000-00FF; }
@font-face { src: url(./files/a-arabic.woff2); unicode-range: U+0600-06FF,U+200C; }`;

test("the range of a file is the one of its own rule", () => {
  assert.equal(unicodeRange(css, "a-arabic.woff2"), "U+0600-06FF,U+200C");
});

test("a file the package does not name is refused", () => {
  assert.throws(() => unicodeRange(css, "a-greek.woff2"), /no unicode-range/);
});

test("no two faces share a file name", () => {
  const names = FACES.map((face) => face.name);
  assert.equal(new Set(names).size, names.length);
});

test("every family of the tokens is there in both weights the look asks for", () => {
  for (const family of ["Source Sans 3", "Noto Naskh Arabic", "Vazirmatn"]) {
    const weights = new Set(FACES.filter((face) => face.family === family).map((face) => face.weight));
    assert.deepEqual([...weights].sort(), ["400", "600"], family);
  }
  const garamond = FACES.filter((face) => face.family === "EB Garamond");
  assert.deepEqual(new Set(garamond.map((face) => face.style)), new Set(["normal", "italic"]));
});

test("each face is one rule that never hides words while it loads", async () => {
  const rules = await fontFaceRules((face) => `@font-face { src: url(./files/${face.file}); unicode-range: U+1; }`);
  assert.equal(rules.match(/@font-face/g).length, FACES.length);
  assert.equal(rules.match(/font-display: swap/g).length, FACES.length);
  assert.doesNotMatch(rules, /https?:/);
});
