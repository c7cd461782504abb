import { test } from "node:test";
import assert from "node:assert/strict";
import { nameCells, nameChoice } from "../src/admin/named-choices.js";

const box = () => ({ named: null, setAttribute(_name, value) { this.named = value; } });
const field = (labels, boxes, cell = null) => ({
  labels,
  nextElementSibling: { querySelectorAll: () => boxes },
  closest: () => cell,
});

test("a field that chooses while typing is called as its label says", () => {
  const boxes = [box(), box()];
  nameChoice(field([{ textContent: " Theatre: " }], boxes));
  assert.deepEqual(boxes.map((each) => each.named), ["Theatre", "Theatre"]);
});

test("in a table of parts it is called as its column", () => {
  const cells = [{ textContent: "Person" }, { textContent: "Side " }];
  const cell = { cellIndex: 1, closest: () => ({ tHead: { rows: [{ cells }] } }) };
  const boxes = [box()];
  nameChoice(field([], boxes, cell));
  assert.equal(boxes[0].named, "Side");
});

test("what has neither stays as it is", () => {
  const boxes = [box()];
  nameChoice(field([], boxes));
  assert.equal(boxes[0].named, null);
});

test("a bare field of a table of parts is called as its column, and one with a label keeps that", () => {
  const cells = [{ textContent: "Days, at least" }];
  const cell = { cellIndex: 0, closest: () => ({ tHead: { rows: [{ cells }] } }) };
  const [bare, labelled] = [[], [{ textContent: "Low" }]].map((labels) => ({ ...field(labels, [], cell), ...box() }));
  nameCells({ querySelectorAll: () => [bare, labelled] });
  assert.deepEqual([bare.named, labelled.named], ["Days, at least", null]);
});
