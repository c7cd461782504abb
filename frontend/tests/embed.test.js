// Embedding: addresses from attributes, code for other sites, what a page around may ask of a frame.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";

import { ADDRESS_KEYS } from "../src/url-state.js";
import { askedPatch } from "../src/embed/asked-state.js";
import { codesOf, pairsOf } from "../src/embed/codes.js";
import { frameAddress } from "../src/embed/element-address.js";
import { heightOfAtlas } from "../src/embed/heights.js";
import { REPEATED, STATE } from "../src/embed/element-keys.js";
import { DAY, atlas, event, state } from "./atlas-fixture.js";

const vectors = JSON.parse(readFileSync(new URL("../../tests/vectors/embed_codes.json", import.meta.url), "utf-8"));
const BASE = "https://atlas.example/";

test("the element takes every key of the address, and no other", () => {
  const known = [...vectors.view, ...vectors.filters, ...vectors.options];
  assert.deepEqual([...STATE].sort(), known.sort());
  assert.deepEqual(ADDRESS_KEYS.map(({ key }) => key).filter((key) => !STATE.includes(key)), []);
  assert.deepEqual(REPEATED, vectors.repeated);
});

for (const { says, chosen, search, options, height, made } of vectors.cases) {
  test(`the codes of ${says}`, () => {
    const keys = [...vectors.view, ...vectors.filters];
    const shown = codesOf(chosen, {
      state: chosen.kind === "atlas" ? pairsOf(search, keys) : [], options, height, base: vectors.base, script: `${vectors.base}/embed.js`,
    }, vectors);
    assert.deepEqual(shown, made);
  });
}

const addresses = [
  [{}, "embed/a/"],
  [{ atlas: "revolution" }, "embed/a/revolution/"],
  [{ atlas: "revolution", event: "entry" }, "embed/events/entry/"],
  [{ movement: "../../admin" }, "embed/movements/..%2F..%2Fadmin/"],
  [{ atlas: "x", from: "1909-06", side: " reds  blues ", q: "two words", theme: "dark" }, "embed/a/x/?from=1909-06&q=two+words&theme=dark&side=reds&side=blues"],
  [{ lesson: "dates" }, "embed/lessons/dates/"],
  [{ lesson: "dates", step: "2", theme: "dark" }, "embed/lessons/dates/?step=2&theme=dark"],
  [{ atlas: "x", lesson: "dates", step: "2" }, "embed/a/x/?step=2&lesson=dates"],
  [{ src: "lessons/dates/?step=2", step: "3" }, "embed/lessons/dates/?step=3"],
  [{ src: BASE, lesson: "dates" }, "embed/a/?lesson=dates"],
  [{ src: BASE }, "embed/a/"],
  [{ src: `${BASE}?from=1909` }, "embed/a/?from=1909"],
  [{ src: `${BASE}a/x/?from=1909&day=1909-07-13#here`, day: "1909-07-14" }, "embed/a/x/?from=1909&day=1909-07-14"],
  [{ src: "events/entry/" }, "embed/events/entry/"],
  [{ src: `${BASE}embed/movements/march/` }, "embed/movements/march/"],
];
for (const [attributes, wanted] of addresses) {
  test(`a frame of ${JSON.stringify(attributes)}`, () => {
    assert.equal(frameAddress((name) => attributes[name] ?? null, BASE).href, BASE + wanted);
  });
}
for (const src of ["https://elsewhere.example/a/x/", "https://atlas.example.evil.example/", `${BASE}admin/`, `${BASE}events/`, "javascript:alert(1)", "http://["]) {
  test(`no frame of ${src}`, () => assert.equal(frameAddress((name) => (name === "src" ? src : null), BASE), null));
}
test("a site in a folder of another has its frames in that folder", () => {
  const base = "https://school.example/history/atlas/";
  assert.equal(frameAddress((name) => (name === "src" ? `${base}events/entry/` : null), base).href, `${base}embed/events/entry/`);
  assert.equal(frameAddress((name) => (name === "src" ? "https://school.example/events/entry/" : null), base), null);
});

const data = Object.assign(atlas([event("entry")]), {});
data.all ??= data;
const asked = [
  [{ type: "select", at: "event:entry" }, { selection: { kind: "event", slug: "entry" } }],
  [{ type: "select", at: null }, { selection: null }],
  [{ type: "day", day: "1909-07-13" }, { cursor: DAY }],
  [{ type: "window", from: "1909-07-12", to: "1909-07-14" }, { window: { from: DAY - 1, to: DAY + 1 } }],
  [{ type: "window", from: "1909-07-12" }, { window: { from: DAY - 1, to: DAY + 18 } }],
];
for (const [message, patch] of asked) {
  test(`asked ${JSON.stringify(message)}`, () => assert.deepEqual(askedPatch(message, state(), data), patch));
}
const passedOver = [
  { type: "select" }, { type: "select", at: "event:nobody" }, { type: "select", at: 7 }, { type: "select", at: "" },
  { type: "select", at: "</script>" }, { type: "day" }, { type: "day", day: "yesterday" }, { type: "day", day: DAY },
  { type: "window" }, { type: "window", from: "1909-08-01", to: "1909-07-01" }, { type: "window", from: {}, to: [] },
];
for (const message of passedOver) {
  test(`passed over ${JSON.stringify(message)}`, () => assert.equal(askedPatch(message, state(), data), null));
}

test("the height of an atlas follows its width within bounds", () => {
  assert.deepEqual([320, 900, 1200, 4000].map(heightOfAtlas), [480, 540, 680, 680]);
});
