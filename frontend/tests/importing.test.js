// How far an import is: the bar, the sentence, and when the page has something else to show.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isOver, show } from "../src/admin/importing.js";

function box() {
  const writes = [];
  const sentence = {
    text: "Reading the file.",
    get textContent() { return this.text; },
    set textContent(text) { writes.push(text); this.text = text; },
  };
  const bar = {};
  return { bar, writes, querySelector: (what) => (what === "progress" ? bar : sentence) };
}

test("the bar shows the rows that are done", () => {
  const shown = box();
  show(shown, { done: 3, of: 10, told: "3 of 10 rows looked at." });
  assert.deepEqual(shown.bar, { max: 10, value: 3 });
});

test("a bar whose end is not known yet is left without a value", () => {
  const shown = box();
  show(shown, { done: 0, of: 0, told: "Reading the file." });
  assert.deepEqual(shown.bar, {});
});

test("a sentence is written only where it changed, so that it is read out once", () => {
  const shown = box();
  for (const told of ["Reading the file.", "3 of 10.", "3 of 10."]) show(shown, { done: 3, of: 10, told });
  assert.deepEqual(shown.writes, ["3 of 10."]);
});

for (const [state, dead, over] of [
  ["queued", false, false], ["running", false, false], ["running", true, true], ["asked", false, true],
  ["checked", false, true], ["done", false, true], ["failed", false, true], ["cancelled", false, true],
]) {
  test(`a job ${state}${dead ? " without its worker" : ""} ${over ? "has" : "has not"} something else to show`, () => {
    assert.equal(isOver({ state, dead }), over);
  });
}
