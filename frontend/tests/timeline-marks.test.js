// Holds each form of date to the mark it is drawn with.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dateMark, extentOf, isHollow, markOf } from "../src/timeline/marks.js";

const D = 2418501;
const event = (shape, when4, more = {}) => ({ id: "e", shape, when4, bracket: null, disputed: false, status: "happened", ...more });

test("every form of date has its own mark", () => {
  const cases = [
    ["a day", event("instant", [D, D, D, D]), { form: "point", begin: D, end: D + 1 }],
    ["some day between", event("instant", [D, D + 30, D, D + 30]), { form: "between", begin: D, end: D + 31 }],
    ["before a day", event("instant", [null, D, null, D]), { form: "between", begin: -Infinity, end: D + 1 }],
    ["a span with known ends", event("span", [D, D, D + 4, D + 4]), { form: "bar", begin: D, solidFrom: D, solidTo: D + 5, end: D + 5, knownBegin: true, knownEnd: true }],
    ["a span whose end is in doubt", event("span", [D, D, D + 4, D + 9]), { form: "bar", begin: D, solidFrom: D, solidTo: D + 5, end: D + 10, knownBegin: true, knownEnd: false }],
    ["a span that goes on", event("span", [D, D, null, null]), { form: "bar", begin: D, solidFrom: D, solidTo: Infinity, end: Infinity, knownBegin: true, knownEnd: false }],
    ["a span with no day that is certain", event("span", [D, D + 9, D + 3, D + 12]), { form: "between", begin: D, end: D + 13 }],
    ["bounded by its neighbours", event("instant", [null, null, null, null], { bracket: [D, D + 6] }), { form: "bracket", begin: D, end: D + 7 }],
    ["bounded on one side only", event("instant", [null, null, null, null], { bracket: [D, null] }), { form: "undated", since: D }],
    ["bounded on the other side only", event("instant", [null, null, null, null], { bracket: [null, D] }), { form: "undated", until: D + 1 }],
    ["no date at all", event("span", [null, null, null, null]), { form: "undated" }],
  ];
  for (const [name, one, mark] of cases) assert.deepEqual(dateMark(one), mark, name);
});

test("a disputed date reaches from the first to the last claimed day, with a tick for every claim", () => {
  const mark = markOf(event("instant", [D, D, D, D], { disputed: true, ticks: [[D, D, "a", 1], [D + 9, D + 9, "b", 0], [D, D, "c", 3], [D + 2, D + 4, "d", 2]] }));
  assert.deepEqual([mark.begin, mark.end], [D, D + 10]);
  assert.deepEqual(mark.dispute.ticks.map(({ role, middle }) => [role, middle]), [["accepted", D + 0.5], ["claimed", D + 9.5], ["copy", D + 0.5], ["proposed", D + 3.5]]);
  assert.equal(mark.best.form, "point");
});

test("a copy of a claim widens no dispute", () => {
  const mark = markOf(event("instant", [D, D, D, D], { disputed: true, ticks: [[D, D, "a", 1], [D + 40, D + 40, "b", 3]] }));
  assert.equal(mark.dispute, undefined);
});

test("a dispute about something else than the date draws no hatch", () => {
  const mark = markOf(event("instant", [D, D, D, D], { disputed: true, ticks: [[D, D, "a", 1], [D, D, "b", 0]] }));
  assert.equal(mark.form, "point");
  assert.equal(mark.dispute, undefined);
});

test("a bar too short to be seen is drawn as the side's shape, never thinner than it", () => {
  const mark = dateMark(event("span", [D, D, D + 3, D + 3]));
  assert.equal(extentOf(mark, 0.2).form, "point");
  assert.equal(extentOf(mark, 10).form, "bar");
  const { from, to } = extentOf(mark, 0.2);
  assert.equal(Math.round(to - from), 8);
});

test("what did not happen is hollow", () => {
  for (const status of ["planned", "ordered", "abandoned"]) assert.ok(isHollow({ status }));
  for (const status of ["happened", "unknown"]) assert.ok(!isHollow({ status }));
});
