// Which events and movements are shown: filters, windows, neighbours.
import assert from "node:assert/strict";
import { test } from "node:test";

import { distanceKm, eventsInWindow, eventsNear, movementPasses, movementsInWindow, neighboursOf, nextEvent, previousEvent, visibleEvents } from "../src/selectors.js";
import { DAY, atlas, event, filtering, state } from "./atlas-fixture.js";

const ids = (records) => records.map(({ id }) => id);

const places = [{ id: "tehran", parent: null }, { id: "gate", parent: "tehran" }, { id: "rasht", parent: null }];
const filtered = atlas([
  event("one", { sides: ["reds"], kind: "capture", place: "gate", lat: 35.7, lon: 51.4, disputed: true, sources: ["a"], search: "one enzeli" }),
  event("two", { sides: ["reds", "blues"], forces: ["riders"], people: ["sattar"], place: "rasht", lat: 37.28, lon: 49.58 }),
  event("three", { sides: [], theatre: "gilan", status: "planned", sources: ["a", "b"] }),
], { places });

for (const [name, filters, expected] of [
  ["no filter shows all", {}, ["one", "two", "three"]],
  ["one key twice is or", { kind: ["capture", "battle"] }, ["one", "two", "three"]],
  ["different keys are and", { side: ["reds"], kind: ["capture"] }, ["one"]],
  ["an event has all its sides", { side: ["blues"] }, ["two"]],
  ["theatre", { theatre: ["gilan"] }, ["three"]],
  ["force and person", { force: ["riders"], person: ["sattar"] }, ["two"]],
  ["a place holds what lies in it", { place: ["tehran"] }, ["one"]],
  ["source", { source: ["b"] }, ["three"]],
  ["status", { status: ["planned"] }, ["three"]],
  ["disputed", { disputed: true }, ["one"]],
  ["not disputed", { disputed: false }, ["two", "three"]],
  ["text in any spelling", { q: "ENZELĪ" }, ["one"]],
  ["every word of the text", { q: "one rasht" }, []],
  ["a box leaves out what has no point", { bbox: [51, 35, 52, 36] }, ["one"]],
  ["near a point", { near: [37.3, 49.6], radius_km: 20 }, ["two"]],
]) {
  test(name, () => assert.deepEqual(ids(visibleEvents(filtered, filtering(filters))), expected));
}

const spans = atlas([
  event("inside", { day: DAY }),
  event("some-day-in-a-wide-year", { when4: [DAY - 300, DAY + 200, DAY - 300, DAY + 200] }),
  event("soft-end", { shape: "span", when4: [DAY - 90, DAY - 90, DAY - 70, DAY - 50] }),
  event("covers", { shape: "span", when4: [DAY - 900, DAY - 900, DAY + 900, DAY + 900] }),
  event("open", { shape: "span", when4: [DAY - 900, DAY - 900, null, null] }),
  event("bracketed", { day: null, bracket: [DAY - 5, DAY + 5] }),
  event("half-bracketed", { day: null, bracket: [DAY - 5, null] }),
  event("undated", { day: null }),
  event("after", { day: DAY + 19 }),
]);

test("a window holds what certainly shares a day with it", () => {
  assert.deepEqual(ids(eventsInWindow(spans, state())), ["inside", "covers", "open", "bracketed"]);
});

test("possibly adds what may share a day, and nothing that cannot", () => {
  const shown = ids(eventsInWindow(spans, filtering({ certainty: "possibly" })));
  assert.deepEqual(shown, ["inside", "some-day-in-a-wide-year", "soft-end", "covers", "open", "bracketed", "half-bracketed"]);
});

test("movements obey the filters they have, and the window", () => {
  const march = (id, more) => ({ id, sides: ["reds"], theatre: "tehran", status: "happened", disputed: false, when4: [DAY, DAY, DAY, DAY], movers: [], search: id, ...more });
  const data = atlas([], { movements: [march("now"), march("later", { when4: [DAY + 30, DAY + 30, DAY + 40, DAY + 40] }), march("blue", { sides: ["blues"] })] });
  assert.deepEqual(ids(movementsInWindow(data, filtering({ side: ["reds"] }))), ["now"]);
  assert.deepEqual(ids(movementsInWindow(data, filtering({ q: "Blue" }))), ["blue"]);
});

const order = atlas([
  event("second", { day: DAY, order: 20 }), event("first", { day: DAY, order: 10 }), event("last", { day: DAY + 9 }),
  event("early", { day: DAY - 9 }), event("hidden", { day: DAY + 1, kind: "capture" }), event("nowhen", { day: null }),
]);

test("next and previous go by day, and only to what is shown", () => {
  const shown = filtering({ kind: ["battle"] });
  assert.equal(nextEvent(order, shown, DAY).id, "last");
  assert.equal(previousEvent(order, shown, DAY).id, "early");
  assert.equal(nextEvent(order, shown, DAY + 9), null);
});

test("events of one day are neighbours in the order of the story", () => {
  const { previous, next } = neighboursOf(order, state(), order.index.event.get("first"));
  assert.deepEqual([previous.id, next.id], ["early", "second"]);
});

test("what has no day has no neighbours", () => {
  assert.deepEqual(neighboursOf(order, state(), order.index.event.get("nowhen")), { previous: null, next: null });
});

test("around a day: what touches it first, then what is nearest", () => {
  assert.deepEqual(ids(eventsNear(order, state(), DAY + 8, 2)), ["hidden", "last"]);
});

test("around a day: what is known to be on it comes before what may have been", () => {
  const vague = { ...event("vague", { day: DAY }), when4: [DAY - 3, DAY + 9, DAY - 3, DAY + 9], shape: "instant" };
  const data = atlas([vague, event("known", { day: DAY, order: 90 })]);
  assert.deepEqual(ids(eventsNear(data, state(), DAY, 5)), ["known", "vague"]);
});

test("distances follow the great circle", () => {
  // Tehran to Tabriz by the spherical law of cosines, another formula: 525.6 km; a degree of meridian: 111.195 km.
  assert.equal(distanceKm(35.69, 51.39, 38.08, 46.29).toFixed(1), "525.6");
  assert.equal(distanceKm(35, 51, 36, 51).toFixed(3), "111.195");
  assert.equal(distanceKm(35.69, 51.39, 35.69, 51.39), 0);
});

test("a march is of its movers and of whoever else is told to be on it", () => {
  const march = { movers: [{ type: "person", id: "sardar" }], people: ["yeprem"], sides: [], theatre: "gilan", status: "happened", disputed: false, search: "" };
  const { filters } = state();
  for (const [person, passes] of [["sardar", true], ["yeprem", true], ["liakhov", false]]) {
    assert.equal(movementPasses(march, { ...filters, person: [person] }), passes, person);
  }
});
