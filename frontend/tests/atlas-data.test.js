// The indexed atlas is searchable by everything the document tells once.
import assert from "node:assert/strict";
import { test } from "node:test";

import { indexAtlas } from "../src/atlas-data.js";

const whole = {
  atlas: { sides: [], theatres: [], kinds: [] },
  events: [
    { id: "landing", title: "The landing", fa: "پیاده‌شدن", search: "of troops", place: "anzali", people: ["liakhov"], forces: ["fleet"] },
    { id: "bare", title: "Bare", fa: "", search: "", place: null, people: [], forces: [] },
  ],
  movements: [{ id: "march", title: "March", search: "", movers: [{ type: "force", id: "fleet" }, { type: "goods", id: null }] }],
  places: [{ id: "anzali", name: "Anzali", search: "anzali enzeli انزلی" }],
  people: [{ id: "liakhov", name: "Liakhov", search: "liakhov liakhoff" }],
  forces: [{ id: "fleet", name: "Fleet", search: "fleet caspian flotilla" }],
  sources: [],
};

test("an event is found by its title, its own words and every name it mentions", () => {
  const { search } = indexAtlas(whole).index.event.get("landing");
  for (const word of ["landing", "پیادهشدن", "troops", "enzeli", "انزلی", "liakhoff", "flotilla"]) {
    assert.ok(search.includes(word), word);
  }
});

test("a march is found by its movers", () => {
  assert.ok(indexAtlas(whole).index.movement.get("march").search.includes("flotilla"));
});

test("a record that mentions nothing has its title alone", () => {
  assert.equal(indexAtlas(whole).index.event.get("bare").search, "bare");
});
