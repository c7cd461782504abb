// Which signs a plate shows: what belongs together, what crowds, what is too vague for a spot.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dissents, letterOf, onceEach, stacked } from "../src/map/day-signs.js";
import { gathered } from "../src/map/density.js";
import { entriesOf } from "../src/map/listing.js";
import { layOutEvents } from "../src/map/plate-layout.js";
import { lineage, sheetOf } from "../src/map/sheet.js";
import { oneLine } from "../src/map/sprites.js";
import { people, waySigns } from "../src/map/way-signs.js";
import { placeSigns } from "../src/map/place-signs.js";
import { slotsOf, widthOf } from "../src/map/routes.js";
import { toWorld } from "../src/map/mercator.js";
import { NO_FILTERS } from "../src/store.js";

const INK = { unit: 1, sideOf: () => ({ id: "a", colour: "#942A14", text: "#942A14", pattern: "solid", shape: "circle" }) };
const WIDTHS = { few: 300, many: 30000, most: 12 };
const NAMES = { namesFrom: { capital: 0, city: 4.5, port: 5, town: 5.25, village: 7 } };

const place = (id, kind, lat, lon, more = {}) => ({ id, name: id, fa: "", kind, lat, lon, uncertainty_km: 1, parent: null, ...more });
const event = (id, where, when, more = {}) => ({
  id, title: id, kind: "battle", theatre: "t", sides: [], importance: 3, shape: "instant", when4: [when, when, when, when],
  bracket: null, place: where, lat: null, lon: null, disputed: false, status: "happened", ticks: [], ghosts: [],
  people: [], forces: [], sources: [], order: 1, search: id, ...more,
});
const leg = (order, from, to, more = {}) => ({ order, from, via: [], to, departs: null, arrives: null, status: "happened", inferred: true, strength: null, ...more });
const movement = (id, legs, more = {}) => ({
  id, title: id, status: "happened", theatre: "t", event: null, sides: ["a"], importance: 3, when4: [null, null, null, null],
  movers: [{ type: "force", id: "f", name: "Force", letter: "F", side: "a", from_leg: null, to_leg: null }], disputed: false, legs, ...more,
});

function atlas({ places, events = [], movements = [] }) {
  const byId = (records) => new Map(records.map((record) => [record.id, record]));
  return { places, events, movements, index: { place: byId(places), event: byId(events), movement: byId(movements) } };
}

const STATE = { window: { from: 100, to: 200 }, cursor: 150, selection: null, filters: NO_FILTERS };

function viewAt(lat, lon, zoom, width = 900, height = 500) {
  const scale = 256 * 2 ** zoom;
  const [x, y] = toWorld(lat, lon);
  return { zoom, scale, left: x * scale - width / 2, top: y * scale - height / 2, width, height };
}

const TEHRAN = [
  place("tehran", "capital", 35.69, 51.42, { parent: "iran" }),
  place("gate", "gate", 35.7, 51.41, { parent: "tehran" }),
  place("iran", "country", 32.5, 54, { uncertainty_km: 900 }),
];

test("far out the events of a gate are counted at its town", () => {
  const data = atlas({ places: TEHRAN, events: [event("a", "gate", 150), event("b", "gate", 151), event("c", "tehran", 152)] });
  const signs = placeSigns(data, sheetOf(data, STATE), viewAt(35.7, 51.4, 6), INK, NAMES);
  assert.deepEqual(signs.map(({ id, count, cluster }) => [id, count, cluster]), [["tehran", 3, false]]);
});

test("close by the gate has its own sign", () => {
  const data = atlas({ places: TEHRAN, events: [event("a", "gate", 150), event("c", "tehran", 152)] });
  const signs = placeSigns(data, sheetOf(data, STATE), viewAt(35.7, 51.4, 13), INK, NAMES);
  assert.deepEqual(signs.map(({ id, count }) => [id, count]).sort(), [["gate", 1], ["tehran", 1]]);
});

test("a whole country is no spot on the plate", () => {
  const data = atlas({ places: TEHRAN, events: [event("a", "iran", 150)] });
  const signs = placeSigns(data, sheetOf(data, STATE), viewAt(33, 53, 5), INK, NAMES);
  assert.deepEqual(signs.map(({ id }) => id), ["tehran"]);
});

test("an event without any point is nowhere on the plate", () => {
  const data = atlas({ places: [place("nowhere", "town", null, null)], events: [event("a", "nowhere", 150), event("b", null, 150)] });
  assert.equal(sheetOf(data, STATE).spots.size, 0);
});

test("a circle of parents ends", () => {
  const one = place("one", "town", 1, 1, { parent: "two" });
  const two = place("two", "town", 1, 1, { parent: "one" });
  assert.deepEqual(lineage(one, new Map([["one", one], ["two", two]])), ["one", "two"]);
});

const WAY = [place("a", "city", 36, 50), place("b", "city", 36, 52), place("c", "city", 34, 52)];

test("an undated march is shown with the event it belongs to, and goes by its days", () => {
  const march = movement("m", [leg(1, "a", "b")], { event: "fight" });
  const shown = sheetOf(atlas({ places: WAY, events: [event("fight", "b", 150)], movements: [march] }), STATE);
  assert.deepEqual(shown.movements, [march]);
  assert.deepEqual(shown.spans.get(march), [150, 150, 150, 150]);
  const outside = sheetOf(atlas({ places: WAY, events: [event("fight", "b", 250)], movements: [march] }), STATE);
  assert.deepEqual(outside.movements, []);
});

test("a leg that sets out after the window is not in it, unless the march is chosen", () => {
  const march = movement("m", [leg(1, "a", "b", { departs: [110, 110], arrives: [120, 120] }), leg(2, "b", "c", { departs: [230, 230] })], { when4: [110, 110, 240, 240] });
  const data = atlas({ places: WAY, movements: [march] });
  assert.deepEqual(sheetOf(data, STATE).routes.map(({ leg: { order } }) => order), [1]);
  const chosen = sheetOf(data, { ...STATE, selection: { kind: "movement", slug: "m" } });
  assert.deepEqual(chosen.routes.map(({ leg: { order } }) => order), [1, 2]);
});

test("marches sharing a stretch lie side by side, whichever way they go", () => {
  const forth = { stops: [{ id: "a" }, { id: "b" }] };
  const back = { stops: [{ id: "b" }, { id: "a" }] };
  const alone = { stops: [{ id: "b" }, { id: "c" }] };
  const slots = slotsOf([forth, back, alone]);
  assert.equal(slots.get(forth), slots.get(back), "both keep to the same hand, so they part");
  assert.ok(slots.get(forth) !== 0 && !slots.has(alone));
});

test("a way beyond the view ends in a flag towards its place", () => {
  const march = movement("m", [leg(1, "a", "c")], { when4: [110, 110, 140, 140] });
  const data = atlas({ places: [WAY[0], place("c", "city", 50, 10)], movements: [march] });
  const [way] = waySigns(sheetOf(data, STATE), viewAt(36, 50, 7), INK, WIDTHS);
  assert.deepEqual(way.flags.map(({ place: { id }, towards }) => [id, towards]), [["c", true]]);
  assert.ok(way.flags[0].x >= 0 && way.flags[0].x <= 900);
});

for (const [strength, pattern, width] of [
  [null, "solid", 4],
  [null, "double", 5],
  [{ low: 300, high: 300 }, "solid", 5],
  [{ low: 30000, high: 30000 }, "solid", 12],
  [{ low: 500000, high: 500000 }, "solid", 12],
]) {
  test(`strength ${strength?.high ?? "not given"}, ${pattern}: ${width} px`, () => assert.equal(widthOf(strength, pattern, WIDTHS), width));
}

test("guns and battalions widen no arrow", () => {
  assert.equal(people({ high: 40, unit: "guns" }), null);
  assert.ok(people({ high: 40, unit: "riders" }));
});

test("two tokens on one point stand one under the other, 16 pixels apart", () => {
  const token = (id, importance) => ({ id, x: 100, y: 100, movement: { importance } });
  const [first, second] = stacked([token("low", 1), token("high", 5)], 1);
  assert.deepEqual([first.id, first.y, second.id, second.y], ["high", 100, "low", 116]);
});

test("no two of thirty tokens on one point touch", () => {
  const set = stacked(Array.from({ length: 30 }, (_, i) => ({ id: `t${i}`, x: 100 + (i % 3) * 5, y: 100, movement: { importance: 1 } })), 1);
  set.forEach((one, i) => set.slice(i + 1).forEach((other) => assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > 15.9)));
});

test("a dissenting date alone puts a copy on its day", () => {
  const disputed = event("e", "gate", 150, { disputed: true, ticks: [[150, 150, "s", 1], [159, 159, "s", 0]] });
  assert.equal(dissents(disputed, 150), null);
  assert.deepEqual(dissents(disputed, 159), [159, 159, "s", 0]);
  assert.equal(dissents({ ...disputed, disputed: false }, 159), null);
});

test("a thick crowd is gathered, and no event is lost", () => {
  const signs = Array.from({ length: 400 }, (_, i) => ({ id: `s${i}`, place: null, x: (i % 20) * 22, y: Math.floor(i / 20) * 22, events: [i], members: [i] }));
  const view = { width: 440, height: 440 };
  const clusters = gathered(signs, view, 1);
  assert.ok(clusters.length < 260);
  assert.equal(clusters.reduce((sum, { events }) => sum + events.length, 0), 400);
  assert.deepEqual(gathered(signs.slice(0, 5), view, 1), signs.slice(0, 5));
});

for (const [text, clean] of [
  ["  two\nlines ", "two lines"],
  ["\u202eevil\u202c", "evil"],
  ["<script>alert(1)</script>", "<script>alert(1)</script>"],
  ["x".repeat(10000), `${"x".repeat(41)}…`],
  [null, ""],
]) {
  test(`“${String(text).slice(0, 20)}” is one harmless line`, () => assert.equal(oneLine(text), clean));
}

test("a token's letter is the force's own, else the first of its name, never a direction mark", () => {
  assert.equal(letterOf({ letter: "G", name: "Gilan" }), "G");
  assert.equal(letterOf({ letter: "", name: "\u202eyeprem" }), "Y");
  assert.equal(letterOf({ letter: "", name: "" }), "");
});

test("a force told of in two marches stands once, where it is surest", () => {
  const stands = (kind, certainty, id = "b") => ({ kind, certainty, mover: { type: "force", id }, movement: { id: kind, importance: 3 }, number: 0 });
  const [trace, stretch, point] = [stands("trace", "possibly"), stands("stretch", "possibly"), stands("point", "certainly")];
  assert.deepEqual(onceEach([trace, point, stretch]), [point]);
  assert.deepEqual(onceEach([stretch, trace]), [stretch]);
  assert.equal(onceEach([stretch, stands("trace", "possibly", "g")]).length, 2);
  assert.equal(onceEach([stands("point", "possibly", null), { ...stands("point", "possibly", null), number: 1 }]).length, 2, "goods have no id");
});

test("a disputed place is named by the sources that put it there, on the plate and in the list", () => {
  const fight = event("fight", "tehran", 150, { disputed: true, ghosts: [[36.27, 50], [38.08, 46.29]], ghosts_by: [["one", "other"], ["other"]] });
  const data = atlas({ places: TEHRAN, events: [fight] });
  data.index.source = new Map([["one", { short: "One" }], ["other", { short: "Other" }]]);
  const t = (key, params) => [key, ...Object.values(params ?? {})].join("|");
  const view = viewAt(36, 50, 6);
  const { ghosts } = layOutEvents(sheetOf(data, STATE), { signs: [] }, [], view, INK, 150, { wordDay: String, t, data });
  assert.deepEqual(ghosts.map(({ text }) => text), ["map.if-source|One, Other", "map.if-source|Other"]);
  const listed = entriesOf({ tokens: [], signs: [], ghosts, view }, { t, language: "en" });
  assert.deepEqual(listed.map(({ words, target }) => [words, target.slug]), [
    ["map.ghost|fight|map.if-source|One, Other", "fight"],
    ["map.ghost|fight|map.if-source|Other", "fight"],
  ]);
});
