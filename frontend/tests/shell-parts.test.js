// Facets, the sentence, the clock, the search and the claims of the panel, on plain data.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { bounded, shareAfterKey } from "../src/layout/divisions.js";
import { candidatesOf, claimedDays } from "../src/panels/claim-days.js";
import { cleared, isFiltering, toggled } from "../src/filter-state.js";
import { createWording } from "../src/wording.js";
import { contradictionsOf } from "../src/panels/contradictions.js";
import { disputesOf } from "../src/panels/disputes.js";
import { facet } from "../src/facets.js";
import { filterSentence } from "../src/filter-sentence.js";
import { indexForSearch, search } from "../src/search/matches.js";
import { numberNotes } from "../src/panels/notes-list.js";
import { played, rested } from "../src/play.js";
import { DAY, atlas, event, filtering, state } from "./atlas-fixture.js";

const vocabulary = JSON.parse(readFileSync(new URL("../../chronology/wording/en.json", import.meta.url), "utf8"));
const wording = createWording(vocabulary);

const data = atlas([
  event("a", { sides: ["reds"] }), event("b", { sides: ["reds", "blues"], kind: "capture", disputed: true }),
  event("c", { sides: ["blues"], day: DAY + 400 }),
]);

test("each facet is counted without its own filter, with all the others, in the window", () => {
  const counts = (filters, name) => facet(data, filtering(filters), name).map(({ id, count, chosen }) => [id, count, chosen]);
  assert.deepEqual(counts({ side: ["blues"] }, "side"), [["reds", 2, false], ["blues", 1, true]]);
  assert.deepEqual(counts({ side: ["blues"] }, "kind"), [["capture", 1, false]]);
  assert.deepEqual(counts({ kind: ["battle"] }, "side"), [["reds", 1, false]]);
});

test("a choice that no longer counts stays to be taken back", () => {
  assert.deepEqual(facet(data, filtering({ kind: ["capture"], disputed: false }), "kind").at(-1), { id: "capture", label: "Capture", count: 0, chosen: true });
});

test("filters toggle, and clearing keeps the way of reading", () => {
  const once = toggled(state().filters, "side", "reds");
  assert.deepEqual(once.side, ["reds"]);
  assert.equal(isFiltering(once), true);
  assert.deepEqual(toggled(once, "side", "reds").side, []);
  const after = cleared({ ...once, certainty: "possibly", q: "x", disputed: false });
  assert.equal(after.certainty, "possibly");
  assert.equal(isFiltering(after), false);
});

const t = (key, params = {}) => `${key}${Object.values(params).length ? `(${Object.values(params).join("|")})` : ""}`;
const said = { t: (key, params) => ({
  "shown.count": `${params?.shown} of ${params?.count} events`, "shown.sentence": `${params?.count}: ${params?.parts}`,
  "list.or": `${params?.first} or ${params?.last}`, "kinds.capture": "captures",
})[key] ?? t(key, params), figures: wording.figures, stretch: wording.stretch };

for (const [name, view, expected] of [
  ["nothing chosen", state({ window: { from: DAY - 73, to: DAY + 18 } }), "2 of 3 events: shown.all-sides, May to July 1909"],
  ["chosen", filtering({ kind: ["capture"], side: ["reds", "blues"], disputed: true, q: "gate" }), "0 of 3 events: captures, Reds or Blues, shown.disputed, shown.query(gate), May to July 1909"],
]) {
  test(`the sentence, ${name}`, () => assert.equal(filterSentence(data, view, said), expected));
}

for (const [from, to, words] of [
  [DAY, DAY, "13 July 1909"],
  [DAY, DAY + 3, "13 to 16 July 1909"],
  [DAY - 20, DAY, "23 June to 13 July 1909"],
  [DAY - 12, DAY + 18, "July 1909"],
  [DAY - 73, DAY + 18, "May to July 1909"],
  [DAY - 250, DAY, "November 1908 to July 1909"],
  [DAY - 193, DAY + 171, "1909"],
  [DAY - 1654, DAY + 1266, "1905 to 1912"],
]) {
  test(`${to - from + 1} days are “${words}”`, () => assert.equal(wording.stretch(from, to), words));
}

test("the clock moves the cursor, then the window with it, and stops at the end", () => {
  const view = state({ cursor: DAY, playing: true, speed: 2 });
  assert.deepEqual(played(view, 0.5, DAY + 900), { cursor: DAY + 1 });
  const late = played({ ...view, cursor: DAY + 17 }, 1, DAY + 900);
  assert.ok(late.window.to > DAY + 18);
  assert.equal(late.window.to - late.window.from, 78);
  assert.equal(played({ ...view, cursor: DAY + 899.5 }, 1, DAY + 900).playing, false);
});

test("at rest days are whole and the width is kept", () => {
  const { cursor, window } = rested({ cursor: DAY + 0.7, window: { from: DAY - 60.4, to: DAY + 17.6 } });
  assert.equal(cursor, DAY);
  assert.deepEqual(window, { from: DAY - 60, to: DAY + 18 });
});

const library = atlas([event("landing", { title: "The landing at Anzali", search: "landing fleet anzali enzeli" })], {
  places: [{ id: "anzali", name: "Anzali", fa: "بندر انزلی", search: "anzali enzeli bandar e anzali بندر انزلی" }, { id: "tehran", name: "Tehran", fa: "تهران" }],
  people: [{ id: "sattar", name: "Sattar Khan", fa: "ستارخان" }],
});

for (const [text, slugs] of [
  ["anz", ["anzali", "landing"]],
  ["ENZELI", ["anzali", "landing"]],
  ["انزلی", ["anzali", "landing"]],
  ["ستارخان", ["sattar"]],
  ["khan", ["sattar"]],
  ["fleet", ["landing"]],
  ["zzz", []],
  ["   ", []],
]) {
  test(`“${text}” finds ${slugs.join(", ") || "nothing"}`, () => {
    const expected = text === "انزلی" ? ["anzali"] : slugs;
    const found = search(indexForSearch(library), text).matches.map(({ slug }) => slug);
    assert.deepEqual(found.slice(0, expected.length), expected);
    if (!expected.length) assert.deepEqual(found, []);
  });
}

test("no kind crowds the others out", () => {
  const many = atlas(Array.from({ length: 9 }, (unused, at) => event(`tabriz-${at}`)), { places: [{ id: "tabriz", name: "Tabriz" }] });
  const { matches, more } = search(indexForSearch(many), "tabriz");
  assert.deepEqual([matches.length, more, matches[0].kind], [6, 4, "place"]);
});

const claim = (id, more = {}) => ({
  id, attribute: "date", edge: "on", as_printed: id, accepted: null, subject: { type: "event", id: "entry" },
  citation: { source: "triumph", locator: { section: "(lead)", paragraph: 1 }, text: "" }, face: null, ...more,
});
const when = (first, last = first, edtf = "") => ({ begin_earliest: first, begin_latest: last, end_earliest: first, end_latest: last, edtf });

test("one place in a source has one number", () => {
  const notes = numberNotes([claim("a"), claim("b"), claim("c", { citation: { source: "triumph", locator: { section: "Events", paragraph: 4 } } })]);
  assert.deepEqual(["a", "b", "c"].map((key) => notes.numberOf(key)), [1, 1, 2]);
  assert.equal(notes.numberOf("unknown"), null);
});

test("the same day claimed twice is one mark with both notes", () => {
  const claims = [claim("a", { face: when(13), accepted: true }), claim("b", { face: when(13), citation: { source: "other", locator: {} } }), claim("c", { face: when(22) })];
  const marks = claimedDays(claims, numberNotes(claims));
  assert.deepEqual(marks.map(({ first, accepted, notes }) => [first, accepted, notes]), [[13, true, [1, 2]], [22, false, [1]]]);
});

test("an ambiguous date keeps its readings apart and claims nothing between them", () => {
  assert.deepEqual(candidatesOf({ edtf: "[1871-05-05,1909-05-05]" }).map(([first]) => DAY - first), [13948, 69]);
  assert.equal(candidatesOf({ edtf: "[1909-05-05..1909-06-22]" }), null);
  assert.equal(candidatesOf({ edtf: "1909-05-05" }), null);
  const claims = [claim("a", { face: when(0, 0, "[1871-05-05,1909-05-05]"), accepted: true })];
  assert.deepEqual(claimedDays(claims, numberNotes(claims)).map(({ candidate, accepted }) => [candidate, accepted]), [[true, false], [true, false]]);
});

test("each disagreement gathers its own claims", () => {
  const body = {
    id: "march",
    disputes: ["march/6:date:end", "march:strength"],
    claims: [
      claim("a", { edge: "arrives", subject: { type: "leg", id: "march/6" } }), claim("b", { edge: "departs", subject: { type: "leg", id: "march/6" } }),
      claim("c", { edge: "arrives", subject: { type: "leg", id: "march/1" } }), claim("d", { attribute: "strength", edge: "", subject: { type: "movement", id: "march" } }),
    ],
  };
  assert.deepEqual(disputesOf(body).map(({ attribute, claims }) => [attribute, claims.map(({ id }) => id)]), [["date", ["a"]], ["strength", ["d"]]]);
});

test("a divider stays within its bounds, however it is moved", () => {
  assert.equal(bounded("panel", 0.99), 0.6);
  assert.equal(bounded("panel", "much"), 0.3);
  const keys = { grow: "ArrowLeft", shrink: "ArrowRight" };
  assert.ok(shareAfterKey("panel", 0.3, "ArrowLeft", keys) > 0.3);
  assert.equal(shareAfterKey("panel", 0.18, "ArrowRight", keys), 0.18);
  assert.equal(shareAfterKey("panel", 0.5, "Enter", keys), 0.3);
  assert.equal(shareAfterKey("panel", 0.5, "x", keys), null);
});

test("a contradiction of order names the other things, whichever of them is looked at", () => {
  const disputes = ["entry:sequence:fall", "entry:first:isfahan", "entry:date:on"];
  assert.deepEqual(contradictionsOf({ id: "entry", disputes }), [
    { kind: "sequence", others: ["fall"] }, { kind: "first", others: ["isfahan"] },
  ]);
  assert.deepEqual(contradictionsOf({ id: "fall", disputes: disputes.slice(0, 1) }), [{ kind: "sequence", others: ["entry"] }]);
  assert.deepEqual(contradictionsOf({ id: "march", disputes: ["march/1:sequence", "entry:sequence:march/2"] }), [
    { kind: "sequence", others: [] }, { kind: "sequence", others: ["entry"] },
  ]);
  assert.deepEqual(contradictionsOf({ id: "entry", disputes: ["entry:strength:men"] }), []);
});
