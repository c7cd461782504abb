// Days that readings give stand apart from those that claims print, and no copy makes them twice.
import assert from "node:assert/strict";
import { test } from "node:test";

import { claimedDays, readDays } from "../src/panels/claim-days.js";
import { disputePage, disputesOf } from "../src/panels/disputes.js";
import { anchorOf, layOutStrip } from "../src/panels/strip-layout.js";

const day = (number) => ({ begin_earliest: number, end_latest: number, edtf: "" });
const claim = (id, number, meant) => ({
  id, attribute: "date", edge: "on", subject: { id: "fall" }, face: day(number), interpreted: meant ? day(meant) : null,
});
const notes = { numberOf: (one) => ({ a: 1, b: 2, copy: 3 })[one.id ?? one] };
const claims = [claim("a", 17), claim("b", 25, 16), claim("copy", 25, 16)];
const proposals = [{ claim: "a", days: [16, 16] }, { claim: "b", days: [17, 17] }, { claim: "a", days: [null, 20] }];

test("a day that only readings give has one mark, with the notes of all that are read so", () => {
  const [mark, ...others] = readDays(claims, proposals, claimedDays(claims, notes), notes);
  assert.deepEqual([mark.first, mark.last, mark.read, mark.notes], [16, 16, true, [2, 3, 1]]);
  assert.deepEqual(others, []);
});

test("a day that is read neither sets the axis nor widens the hatch", () => {
  const printed = claimedDays(claims, notes);
  const marks = [...readDays(claims, proposals, printed, notes), ...printed];
  assert.equal(anchorOf(marks).first, 17);
  const { hatch, ticks, x } = layOutStrip(marks, 352);
  assert.deepEqual(hatch, { from: x(17), to: x(25) });
  assert.deepEqual(ticks.filter(({ claimed }) => claimed).map((tick) => tick.day), [17, 25]);
});

test("a dispute carries what the API tells of it", () => {
  const told = { id: "fall:date:on", explanation: { code: "day_off" } };
  const body = { id: "fall", claims, disputes: ["fall:date:on", "fall:place"], disagreements: [told] };
  assert.deepEqual(disputesOf(body).map((dispute) => dispute.told), [told, null]);
});

test("every dispute leads to the page that sets its statements side by side", () => {
  const shell = { config: { urls: { disputes: "/disputes/" } } };
  const body = { id: "march", disputes: ["march/6:date:end"], claims: [] };
  assert.deepEqual(disputesOf(body).map(({ id }) => disputePage(shell, id)), ["/disputes/march/6:date:end/"]);
});
