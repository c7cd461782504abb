// Messages fill their parameters and follow the plural rules and digits of the language.
import assert from "node:assert/strict";
import { test } from "node:test";

import { createMessages } from "../src/messages.js";

const catalogue = { hello: "“{name}”, twice “{name}”", events: { one: "{count} event", other: "{count} events" } };

test("parameters are put in wherever they stand", () => {
  assert.equal(createMessages(catalogue, "en")("hello", { name: "a" }), "“a”, twice “a”");
});

test("what a parameter holds is not looked into again", () => {
  assert.equal(createMessages({ say: "{text}" }, "en")("say", { text: "{count} $& <b>" }), "{count} $& <b>");
});

for (const [count, said] of [[0, "0 events"], [1, "1 event"], [2, "2 events"], [1234, "1,234 events"]]) {
  test(`${count} in English`, () => assert.equal(createMessages(catalogue, "en")("events", { count }), said));
}

test("Russian has three forms", () => {
  const t = createMessages({ days: { one: "{count} день", few: "{count} дня", many: "{count} дней", other: "{count} дней" } }, "ru");
  assert.deepEqual([1, 3, 5, 21].map((count) => t("days", { count })), ["1 день", "3 дня", "5 дней", "21 день"]);
});

test("Persian counts in its own digits", () => {
  assert.equal(createMessages({ n: { other: "{count}" } }, "fa")("n", { count: 12 }), "۱۲");
});

test("a missing wording is a defect, not a word on the page", () => {
  assert.throws(() => createMessages(catalogue, "en")("nothing"), RangeError);
  assert.throws(() => createMessages(catalogue, "en")("toString"), RangeError);
});
