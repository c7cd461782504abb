// Which fields of a claim's form are shown follows the attribute and the kind of subject.

import assert from "node:assert/strict";
import { test } from "node:test";
import { endsOf, notBelonging, otherSubjects } from "../src/admin/field-groups.js";

const rules = {
  belongs: { date: ["calendar", "face"], strength: ["low", "unit"], casualties: ["low", "unit"], sequence: ["low"] },
  edges: { date: ["", "on", "begin"] },
  subjects: ["event", "movement", "leg"],
};

test("fields_of_other_attributes_are_hidden_and_shared_ones_are_not", () => {
  assert.deepEqual(notBelonging(rules, "strength"), ["calendar", "face"]);
  assert.deepEqual(notBelonging(rules, "sequence"), ["calendar", "face", "unit"]);
});

test("before_an_attribute_is_chosen_and_for_one_without_a_value_all_are_hidden", () => {
  assert.deepEqual(notBelonging(rules, ""), ["calendar", "face", "low", "unit"]);
  assert.deepEqual(notBelonging(rules, "participant"), ["calendar", "face", "low", "unit"]);
});

test("only_what_has_ends_is_asked_for_one", () => {
  assert.deepEqual(endsOf(rules, "date"), ["", "on", "begin"]);
  assert.deepEqual(endsOf(rules, "outcome"), [""]);
});

test("all_subjects_are_shown_until_a_kind_is_chosen", () => {
  assert.deepEqual(otherSubjects(rules, ""), []);
  assert.deepEqual(otherSubjects(rules, "movement"), ["event", "leg"]);
});
