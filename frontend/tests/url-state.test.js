// The address holds the whole view and comes back as it went; bad values become sentences.
import assert from "node:assert/strict";
import { test } from "node:test";

import { ADDRESS_KEYS, checkAgainstAtlas, decodeState, encodeState } from "../src/url-state.js";
import { DAY, atlas, event, state } from "./atlas-fixture.js";

const opening = state();

const views = {
  "the opening view": {},
  "another window": { window: { from: DAY - 400, to: DAY + 5 } },
  "another day": { cursor: DAY + 3 },
  "a chosen event": { selection: { kind: "event", slug: "entry-into-tehran" } },
  "a chosen claim": { selection: { kind: "claim", slug: "triumph-of-tehran-12" } },
  "a map view": { map: { lat: 35.7219, lon: 51.3347, zoom: 7.25 } },
  "other lanes, ruler and ground": { lanes: "side", ruler: "julian", theme: "dark" },
  "a step of a lesson": { lesson: "two-dates", step: "2" },
  "one source's telling beside another's": { filters: { ...opening.filters, according_to: "triumph", compare: "picks-2025" } },
  "every filter at once": {
    filters: {
      ...opening.filters, side: ["reds", "blues"], kind: ["battle"], theatre: ["gilan"], force: ["riders"], person: ["sattar-khan"],
      place: ["anzali"], source: ["triumph"], status: ["planned"], disputed: false, q: "انزلی & “Enzeli”?", certainty: "possibly",
      bbox: [44.5, 30, 60, 40.25], near: [35.7, 51.4], radius_km: 120,
    },
  },
};

for (const [name, patch] of Object.entries(views)) {
  for (const full of [true, false]) {
    test(`${name} comes back from ${full ? "a copied link" : "the address"}`, () => {
      const view = state(patch);
      const text = encodeState(view, opening, { whole: full });
      const { state: back, problems } = decodeState(text, opening);
      assert.deepEqual(problems, []);
      assert.deepEqual(back, view);
    });
  }
}

test("an address with a record chosen holds window and day, so that it opens the view and not the record's days", () => {
  const query = new URLSearchParams(encodeState(state(views["a chosen event"]), opening));
  assert.deepEqual([...query.keys()].sort(), ["at", "day", "from", "to"]);
});

test("a window may be one day", () => {
  const { state: told, problems } = decodeState("from=1909-07-13&to=1909-07-13", opening);
  assert.deepEqual(problems, []);
  assert.equal(told.window.from, told.window.to);
});

test("the opening view needs no query", () => assert.equal(encodeState(opening, opening), ""));

test("a copied link names window and day even where they are the usual ones", () => {
  const text = encodeState(opening, opening, { whole: true });
  assert.match(text, /^from=1909-05-14&to=1909-07-31&day=1909-07-11$/);
});

test("every key of the table is spelled by some view", () => {
  const said = new Set(Object.values(views).flatMap((patch) => [...new URLSearchParams(encodeState(state(patch), opening, { whole: true })).keys()]));
  assert.deepEqual(ADDRESS_KEYS.map(({ key }) => key).filter((key) => !said.has(key)), []);
});

for (const [query, problem] of [
  ["from=nonsense", "problem.day"],
  ["day=1909-13-40", "problem.day"],
  ["day=1909-02-29", "problem.day"],
  [`day=${"9".repeat(500)}`, "problem.day"],
  ["at=entry-into-tehran", "problem.record"],
  ["at=dragon:smaug", "problem.record"],
  ["at=event:<script>alert(1)</script>", "problem.record"],
  ["map=a,b,c", "problem.view"],
  ["map=91,0,5", "problem.view"],
  ["map=1,2", "problem.view"],
  ["lanes=colour", "problem.choice"],
  ["theme=pink", "problem.choice"],
  ["disputed=perhaps", "problem.choice"],
  ["side=<b>", "problem.slug"],
  ["lesson=..", "problem.slug"],
  ["lesson=.", "problem.slug"],
  ["at=claim:..", "problem.record"],
  ["bbox=60,30,44,40", "problem.box"],
  ["near=1", "problem.point"],
  ["radius_km=-4", "problem.radius"],
  ["from=1910-01-01&to=1909-01-01", "problem.order"],
  [`q=${"a".repeat(201)}`, "problem.long"],
]) {
  test(`?${query.slice(0, 40)} opens the usual view and says so`, () => {
    const { state: back, problems } = decodeState(query, opening);
    assert.deepEqual(problems.map((one) => one.problem), [problem]);
    assert.deepEqual(back, opening);
  });
}

test("unknown keys are ignored and a month or a year stands for its days", () => {
  const { state: back, problems } = decodeState("utm_source=x&from=1909&to=1909-07", opening);
  assert.deepEqual(problems, []);
  assert.deepEqual(back.window, { from: DAY - 193, to: DAY + 18 });
});

test("what the atlas does not hold is taken out, with a sentence for each", () => {
  const data = atlas([event("entry")]);
  const asked = state({ selection: { kind: "event", slug: "no-such" }, filters: { ...opening.filters, side: ["reds", "greens"], kind: ["picnic"] } });
  const { state: kept, problems } = checkAgainstAtlas(asked, data);
  assert.equal(kept.selection, null);
  assert.deepEqual(kept.filters.side, ["reds"]);
  assert.deepEqual(kept.filters.kind, []);
  assert.deepEqual(problems.map(({ value }) => value).sort(), ["event:no-such", "greens", "picnic"]);
});

test("a claim is asked of the server, not of the atlas", () => {
  const asked = state({ selection: { kind: "claim", slug: "triumph-1" } });
  assert.deepEqual(checkAgainstAtlas(asked, atlas()), { state: asked, problems: [] });
});
