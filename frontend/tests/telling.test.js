// One source tells the atlas, a second stands beside it: what is put in place, paired, outlined.
import assert from "node:assert/strict";
import { test } from "node:test";

import { put, tell } from "../src/telling/telling.js";
import { joinedTo } from "../src/telling/beside.js";
import { outlined, SECOND, withReading } from "../src/telling/marks.js";
import { retell } from "../src/telling/choice.js";
import { createSecondPlate, ringsOf, sameWay } from "../src/telling/second-plate.js";
import { asAllTell, cleared, isFiltering } from "../src/filter-state.js";
import { RequestFailed } from "../src/api.js";
import { createStore } from "../src/store.js";
import { dateMark, extentOf } from "../src/timeline/marks.js";
import { filterSentence } from "../src/filter-sentence.js";
import { stateOfAddress } from "../src/address.js";
import { visibleEvents } from "../src/selectors.js";
import { wholeWindow } from "../src/sync.js";
import { DAY, atlas, event, filtering, state } from "./atlas-fixture.js";

globalThis.document ??= { querySelector: () => null };

const SOURCES = [{ id: "one", title: "One", short: "One" }, { id: "other", title: "Other", short: "Other" }];
const t = (key, params = {}) => [key, ...Object.values(params)].join("|");
const words = { t, source: "Other" };
const whole = (events, more) => atlas(events, { sources: SOURCES, ...more });
const ids = (events) => events.map(({ id }) => id);

const everything = () => whole([event("capture"), event("march", { day: DAY + 3 }), event("letter", { day: DAY - 900 })]);
const asOther = () => whole([event("capture", { day: DAY + 9 }), event("letter", { day: null })]);

test("what one source tells is put in place of everything, and everything comes back", () => {
  const data = everything();
  const { events, index } = data;
  put(data, { first: asOther(), according_to: "other", t });
  assert.deepEqual(ids(visibleEvents(data, state())), ["capture", "letter"]);
  assert.equal(data.index.event.get("capture").when4[0], DAY + 9);
  assert.equal(data.index.event.has("march"), false);
  assert.equal(data.index.source, index.source);
  put(data, { t });
  assert.equal(data.events, events);
  assert.equal(data.index.event.get("march").id, "march");
  assert.equal(data.told, undefined);
});

test("the whole of time stays that of the whole atlas, so that nothing stretches under the reader", () => {
  const data = everything();
  const before = wholeWindow(data);
  put(data, { first: asOther(), according_to: "other", t });
  assert.deepEqual(wholeWindow(data), before);
});

test("the sentence says who tells it before anything else", () => {
  const data = everything();
  const say = { t: (key, params) => (key === "shown.sentence" ? params.parts : t(key, params)), figures: String, stretch: () => "in May" };
  put(data, { first: asOther(), second: whole([]), according_to: "other", compare: "one", t });
  assert.equal(filterSentence(data, filtering({ kind: ["battle"] }), say), "shown.according-to|Other, shown.compare|One, kinds.battle, in May");
});

test("clearing the filters keeps who tells the atlas: that narrows nothing", () => {
  const { filters } = filtering({ kind: ["battle"], according_to: "one", compare: "other", certainty: "possibly" });
  assert.equal(isFiltering(filters), true);
  assert.deepEqual(cleared(filters), filtering({ according_to: "one", compare: "other", certainty: "possibly" }).filters);
  assert.equal(isFiltering(cleared(filters)), false);
  assert.deepEqual(asAllTell({ filters: cleared(filters) }).filters, filtering({ certainty: "possibly" }).filters);
});

test("an address names sources the atlas holds, and others with a sentence", () => {
  const { state: read, problems } = stateOfAddress("according_to=one&compare=nobody", state(), everything());
  assert.deepEqual([read.filters.according_to, read.filters.compare], ["one", null]);
  assert.deepEqual(problems, [{ problem: "problem.unknown", key: "compare", value: "nobody" }]);
});

test("a record that one source leaves out is in the atlas all the same", () => {
  const data = everything();
  put(data, { first: asOther(), according_to: "other", t });
  const { state: read, problems } = stateOfAddress("at=event:march&according_to=other", state(), data);
  assert.deepEqual([read.selection, problems], [{ kind: "event", slug: "march" }, []]);
});

test("an event of both tellings is one with both dates, and nothing of either is lost", () => {
  const first = [event("capture", { display: "13 July" }), event("march", { display: "16 July" })];
  const second = [event("capture", { day: DAY + 9, display: "22 July" }), event("order", { day: DAY + 1, display: "14 July" })];
  const [capture, march, order] = joinedTo(first, second, words);
  assert.deepEqual([capture.mark.begin, capture.mark.end], [DAY, DAY + 10]);
  assert.equal(capture.display, "telling.date-other|13 July|22 July|Other");
  assert.equal(march, first[1]);
  assert.deepEqual([order.alone, order.display, typeof order.mark.draw], [true, "telling.date-alone|14 July|Other", "function"]);
});

test("two tellings that agree say so", () => {
  const [both] = joinedTo([event("capture", { display: "13 July" })], [event("capture", { display: "13 July" })], words);
  assert.equal(both.display, "telling.date-same|13 July|13 July|Other");
  assert.equal(both.alone, undefined);
});

test("where only the second dates an event, it stands on the shelf and on the axis", () => {
  const [shelved, drawn] = joinedTo([event("capture", { day: null })], [event("capture", { display: "13 July" })], words);
  assert.deepEqual([shelved.id, shelved.mark, drawn.id, drawn.alone], ["capture", undefined, "capture", true]);
  const [kept] = joinedTo([event("capture", { display: "13 July" })], [event("capture", { day: null })], words);
  assert.deepEqual([kept.mark, kept.display], [undefined, "telling.date-other|13 July|timeline.undated|Other"]);
});

test("a mark of two tellings takes the room of both", () => {
  const [own, other] = [event("a"), event("a", { day: DAY + 9 })].map(dateMark);
  const mark = outlined(own, other, SECOND);
  const [mine, theirs, both] = [own, other, mark].map((one) => extentOf(one, 20));
  assert.deepEqual([both.from, both.to, both.form], [mine.from, theirs.to, "point"]);
});

test("the reading an editor accepts is drawn beside what is printed, and only where it is another", () => {
  const printed = event("capture", { day: DAY + 9 });
  assert.equal(withReading(printed).draw, undefined);
  const mark = withReading({ ...printed, meant4: [DAY, DAY, DAY, DAY] });
  assert.deepEqual([mark.begin, mark.end, typeof mark.draw], [DAY, DAY + 10, "function"]);
});

test("a march of both tellings is one way only between the same places", () => {
  const way = (order, ...stops) => ({ route: { movement: { id: "march" }, leg: { order }, stops: stops.map((id) => ({ id })) } });
  const first = [way(1, "rasht", "qazvin"), way(2, "qazvin", "karaj")];
  assert.equal(sameWay(way(2, "qazvin", "karaj"), first), first[1]);
  assert.equal(sameWay(way(2, "karaj"), first), null);
});

test("a ring lies outside whatever the first telling draws at the place", () => {
  const sign = (id, radius, count) => ({ id, radius, count, x: 5, y: 6 });
  const rings = ringsOf([sign("tehran", 8, 2), sign("qazvin", 4, 0)], [sign("tehran", 12, 9)], { unit: 1 });
  assert.deepEqual(rings.map(({ x, y, radius }) => [x, y, radius]), [[5, 6, 15]]);
});

/** A canvas context that remembers its strokes, each with its dashes, and what was filled. */
function recorder() {
  const strokes = [];
  let dash = [];
  const context = new Proxy({ strokes, setLineDash: (parts) => (dash = parts), stroke: () => strokes.push(dash) }, {
    get: (own, name) => own[name] ?? (() => {}),
    set: () => true,
  });
  return { context, strokes };
}

const scene = {
  scale: { pixelsPerDay: 20, start: 0, end: 900, at: (day) => (day - DAY) * 20 },
  metrics: { type: 1, point: 1 }, inks: { ink3: "#000" }, styleOf: () => ({ colour: "#123456", shape: "circle", pattern: "solid" }),
};

test("a march that the second tells alone is laid over the plate with its name, in the list and in the legend", () => {
  const place = (id, lat, lon) => ({ id, name: id, fa: "", kind: "city", lat, lon, uncertainty_km: 0, parent: null, search: "" });
  const places = [place("rasht", 37.28, 49.58), place("qazvin", 36.27, 50)];
  const leg = { order: 1, from: "rasht", via: [], to: "qazvin", departs: [DAY - 4, DAY - 4], arrives: [DAY, DAY], mode: "foot", status: "happened", inferred: false, strength: null, km: 130 };
  const march = {
    id: "march", title: "March", fa: "", status: "happened", theatre: "gilan", event: null, sides: ["reds"], importance: 3, when4: [DAY - 4, DAY - 4, DAY, DAY],
    display: "", disputed: false, movers: [{ type: "force", id: "army", name: "Army", letter: "A", side: "reds", from_leg: null, to_leg: null }], people: [], legs: [leg], search: "",
  };
  const second = whole([event("capture", { place: "qazvin", lat: 36.27, lon: 50 })], { places, movements: [march] });
  const side = { id: "reds", colour: "#942a14", text: "#942a14", shape: "circle", pattern: "solid" };
  const ink = { unit: 1, land: "#fff", halo: "#fff", ink: "#000", noSide: side, sides: new Map([["reds", side]]), sideOf: () => side };
  const elements = {
    places: { names_from: { city: 4 } }, routes: { few: 100, many: 30000, most: 12 }, tokens: { size: 16 }, uncertainty: { least_pixels: 1e6 },
  };
  const scale = 256 * 2 ** 7;
  const view = { zoom: 7, scale, left: 0.637 * scale - 200, top: 0.391 * scale - 200, width: 400, height: 400 };
  const laidOver = createSecondPlate(second, { ...words, first: "One" });
  const plate = { state: state({ cursor: DAY - 2 }), ground: { signs: [], ways: [] }, view, ink, day: DAY - 2, elements, wordDay: String };
  const today = { tokens: [], happening: [], copies: [] };
  const laid = laidOver(today, plate);
  assert.equal(laid.second.ways.length, 1);
  assert.deepEqual(laid.copies.map(({ text, target }) => [text, target.slug]), [["map.if-source|Other", "march"]]);
  assert.deepEqual(laid.second.entries.map(({ words: said }) => said), ["map.as-told|Army|Other", "map.as-told|map.events-at|qazvin|1|Other"]);
  assert.deepEqual(laid.second.legend.map(({ label }) => label), ["telling.solid|One", "telling.outline|Other"]);
  // The ways stay the same while only the moment moves, so that the sheet they lie on is kept.
  assert.equal(laidOver(today, { ...plate, state: state({ cursor: DAY - 1.5 }) }).second.ways, laid.second.ways);
  const { context, strokes } = recorder();
  laid.second.drawWays(context);
  assert.equal(strokes.length, 3);
  const planned = createSecondPlate(whole([], { places, movements: [{ ...march, status: "planned" }] }), { ...words, first: "One" });
  const headless = recorder();
  planned(today, { ...plate, ground: { signs: [], ways: [] } }).second.drawWays(headless.context);
  assert.equal(headless.strokes.length, 2);
});

for (const [manner, mark, dashes] of [
  ["a second source's day is a plain outline, tied to the first by dots", () => outlined(dateMark(event("a")), dateMark(event("a", { day: DAY + 9 })), SECOND), [[1, 2.4], []]],
  ["the day that is meant is a dashed outline", () => withReading({ ...event("a", { day: DAY + 9 }), meant4: [DAY, DAY, DAY, DAY] }), [[1, 2.4], [2.6, 2]]],
  ["two that agree are tied by nothing", () => outlined(dateMark(event("a")), dateMark(event("a")), SECOND), [[]]],
]) {
  test(manner, () => {
    const { context, strokes } = recorder();
    const drawn = [];
    const own = mark();
    own.draw({ context, x: (at) => at, rightToLeft: false }, { event: event("a"), top: 0, height: 15, mark: own }, scene, (pen, box) => drawn.push(box.mark));
    assert.deepEqual(strokes, dashes);
    assert.deepEqual(drawn.map(({ draw }) => draw), [undefined]);
  });
}

/** A shell whose source documents arrive when the test lets them. */
function shellOf(data = everything()) {
  const waiting = [];
  const said = [];
  const frames = [];
  const store = createStore(state(), { schedule: (run) => frames.push(run) });
  const get = (address) => new Promise((resolve, reject) => waiting.push({ address, resolve, reject }));
  const shell = { api: { get }, config: { urls: { told: `/told-${Math.random()}/{source}.json` } }, data, store, t, notes: { say: (text) => said.push(text) } };
  shell.arrive = (next, source) => tell(shell, next, source);
  return { shell, waiting, said, store };
}
const document = (events) => ({ ...whole(events), all: undefined, index: undefined });

test("records and state change together, once the source's atlas is here", async () => {
  const { shell, waiting, store } = shellOf();
  const going = retell(shell, { according_to: "other" });
  assert.equal(store.get().filters.according_to, null);
  assert.match(waiting[0].address, /\/other\.json$/);
  waiting[0].resolve(document([event("capture")]));
  await going;
  assert.equal(store.get().filters.according_to, "other");
  assert.deepEqual(ids(shell.data.events), ["capture"]);
});

test("of two wishes the last one counts, whichever is answered first", async () => {
  const { shell, waiting, store } = shellOf();
  const both = [retell(shell, { according_to: "one" }), retell(shell, { according_to: "other" })];
  waiting[1].resolve(document([event("capture")]));
  waiting[0].resolve(document([event("march")]));
  await Promise.all(both);
  assert.equal(store.get().filters.according_to, "other");
  assert.deepEqual(ids(shell.data.events), ["capture"]);
});

test("what cannot be fetched leaves the atlas as it was, with a sentence", async () => {
  const { shell, waiting, said, store } = shellOf();
  const going = retell(shell, { according_to: "other" });
  waiting[0].reject(new RequestFailed("error.unreachable", {}, 0));
  await going;
  assert.equal(store.get().filters.according_to, null);
  assert.equal(shell.data.events.length, 3);
  assert.deepEqual(said, ["error.unreachable"]);
});

test("a source is not compared with itself", async () => {
  const { shell, waiting, said, store } = shellOf();
  const going = tell(shell, { filters: { ...store.get().filters, according_to: "one", compare: "one" } });
  waiting.forEach(({ resolve }) => resolve(document([event("capture")])));
  await going;
  assert.deepEqual([store.get().filters.according_to, store.get().filters.compare], ["one", null]);
  assert.deepEqual([shell.data.second, said], [null, ["telling.twice"]]);
});
