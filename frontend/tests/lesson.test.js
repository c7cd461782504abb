// Steps of a lesson: which one is meant, where a key leads, which address shows it, and whether its view is the one shown.
import assert from "node:assert/strict";
import { test } from "node:test";

import { decodeState, encodeState } from "../src/url-state.js";
import { isBare, queryOfStep, queryWithout, sameView, stepAfterKey, stepNumber, viewOfStep } from "../src/lesson/steps.js";
import { DAY, atlas, event, filtering, state } from "./atlas-fixture.js";

for (const [text, count, number] of [
  ["1", 3, 1], ["3", 3, 3], ["4", 3, null], ["0", 3, null], ["-1", 3, null], ["1.5", 3, null], ["two", 3, null],
  ["", 3, null], [null, 3, null], ["99999", 3, null], ["1", 0, null],
]) {
  test(`step ${JSON.stringify(text)} of ${count}`, () => assert.equal(stepNumber(text, count), number));
}

for (const [key, step, rightToLeft, next] of [
  ["ArrowRight", 2, false, 3], ["ArrowLeft", 2, false, 1], ["ArrowRight", 2, true, 1], ["ArrowLeft", 2, true, 3],
  ["PageDown", 2, false, 3], ["PageUp", 2, false, 1], ["PageDown", 2, true, 3], ["PageUp", 2, true, 1],
  ["Home", 2, false, 1], ["End", 2, true, 3], ["ArrowRight", 3, false, 3], ["ArrowLeft", 1, false, 1],
  ["ArrowDown", 2, false, null], [" ", 2, false, null], ["a", 2, false, null], ["toString", 2, false, null],
]) {
  test(`${key} at ${step} of 3${rightToLeft ? ", from right to left" : ""}`, () =>
    assert.equal(stepAfterKey(key, step, 3, { rightToLeft }), next));
}

const of = (own) => ({ slug: "dates", number: 2, state: own });
for (const [says, own, present, left, query] of [
  ["is its view with lesson and number", "day=1909-07-13&at=event:entry", "", "", "day=1909-07-13&at=event:entry&lesson=dates&step=2"],
  ["takes nothing of the view before", "day=1909-07-13", "day=1909-01-01&side=reds&lesson=dates&step=1", "", "day=1909-07-13&lesson=dates&step=2"],
  ["keeps the ground and the ruler that the reader chose", "", "theme=dark&ruler=julian&lesson=dates", "", "theme=dark&ruler=julian&lesson=dates&step=2"],
  ["has its own ruler before the reader's", "ruler=lunar_hijri", "ruler=julian", "", "ruler=lunar_hijri&lesson=dates&step=2"],
  ["leaves the ruler of another step behind", "", "ruler=julian", "ruler=julian", "lesson=dates&step=2"],
  ["is of its own lesson, whatever stands in its view", "lesson=other&step=9", "", "", "lesson=dates&step=2"],
  ["keeps what is given twice", "side=reds&side=blues", "", "", "side=reds&side=blues&lesson=dates&step=2"],
]) {
  test(`the address of a step ${says}`, () => assert.equal(queryOfStep(of(own), present, left), query));
}

test("leaving a lesson keeps the view", () => {
  assert.equal(queryWithout("?lesson=dates&step=2&map=35.7,51.4,8&at=event:entry"), "map=35.7,51.4,8&at=event:entry");
});

for (const [present, bare] of [
  ["?lesson=dates", true], ["?lesson=dates&step=2&theme=dark&lang=fa", true], ["", true], ["?lesson=dates&day=", true],
  ["?lesson=dates&day=1909-07-13", false], ["?lesson=dates&side=reds", false],
]) {
  test(`an address that names the lesson ${bare ? "alone" : "and a view"}: ${present}`, () => assert.equal(isBare(present), bare));
}

const data = atlas([event("entry"), event("gate", { day: DAY + 400 })]);
const opening = state();
const view = viewOfStep({ state: "from=1909-06-01&to=1909-07-31&day=1909-07-13&at=event:entry&map=35.7,51.4,8&side=reds" }, opening, data);

test("the view of a step is the state of its address", () => {
  assert.equal(view.cursor, DAY);
  assert.deepEqual(view.selection, { kind: "event", slug: "entry" });
  assert.deepEqual(view.filters.side, ["reds"]);
});

for (const [says, patch, same] of [
  ["untouched", {}, true],
  ["of another ground and ruler", { theme: "dark", ruler: "julian", hover: { kind: "event", slug: "gate" }, lesson: "dates", step: "2" }, true],
  ["with the map a few pixels aside", { map: { lat: 35.71, lon: 51.41, zoom: 8.2 } }, true],
  ["a day on", { cursor: DAY + 1 }, false],
  ["in another window", { window: { from: DAY - 3, to: DAY + 3 } }, false],
  ["with another event chosen", { selection: { kind: "event", slug: "gate" } }, false],
  ["with nothing chosen", { selection: null }, false],
  ["with another filter", { filters: filtering({ side: ["blues"] }).filters }, false],
  ["told by another source", { filters: { ...view.filters, according_to: "letters" } }, false],
  ["in lanes by side", { lanes: "side" }, false],
  ["zoomed out", { map: { lat: 35.7, lon: 51.4, zoom: 6 } }, false],
  ["with the map elsewhere", { map: { lat: 36.9, lon: 50, zoom: 8 } }, false],
  ["with the map as it opens", { map: null }, false],
]) {
  test(`the view ${says} is ${same ? "the step's" : "the reader's own"}`, () => assert.equal(sameView({ ...view, ...patch }, view), same));
}

test("a lesson and its step stand in the address, and in a copied link though the page is of that lesson", () => {
  const { state: read, problems } = decodeState("lesson=dates&step=2", opening);
  assert.deepEqual([read.lesson, read.step, problems], ["dates", "2", []]);
  assert.match(encodeState(read, opening), /^lesson=dates&step=2$/);
  const framed = { ...opening, lesson: "dates" };
  assert.equal(encodeState({ ...framed, step: "1" }, framed), "step=1");
  assert.match(encodeState({ ...framed, step: "1" }, framed, { whole: true }), /lesson=dates&step=1/);
  assert.equal(decodeState("lesson=%00", opening).problems[0].key, "lesson");
});
