// The cut of Leaflet: it holds what our code asks of L, and its style sheet what that needs.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { withoutUnusedRules } from "../leaflet-styles.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

function filesUnder(folder, ending) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(root, folder, name), "utf8"));
}

const offeredBy = (name, mark) => readFileSync(join(root, "frontend", name), "utf8").split(mark)[1];
const offered = offeredBy("leaflet.mjs", "window.L =");

test("everything our scripts and Folium's templates ask of L is in it", () => {
  const sources = [...filesUnder("frontend/src", ".js"), ...filesUnder("geo/rendering", ".py")];
  const asked = new Set(sources.flatMap((text) => [...text.matchAll(/(?<![\w.])L\.(\w+)/g)].map((match) => match[1])));
  assert.ok(asked.has("map"));
  const missing = [...asked].filter((name) => !new RegExp(`\\b${name}\\b`).test(offered));
  assert.deepEqual(missing, []);
});

test("tile layers come with the script for atlases that have them", () => {
  assert.match(offeredBy("leaflet-tiles.mjs", "Object.assign(window.L"), /\btileLayer\b/);
});

test("rules of parts left out go, rules shared with them stay", () => {
  const style = ".leaflet-popup{a:b}.leaflet-pane{c:d}.leaflet-pane,.leaflet-marker-icon{e:f}";
  assert.equal(withoutUnusedRules(style), ".leaflet-pane{c:d}.leaflet-pane{e:f}");
});

test("no picture of a control or pin is asked for", () => {
  const style = readFileSync(join(root, "frontend", "node_modules", "leaflet", "dist", "leaflet.css"), "utf8");
  assert.doesNotMatch(withoutUnusedRules(style), /url\(/);
});
