// Forms of the desk: a question withdrawn stays unanswered, a changed form is not lost, a sent one not sent twice.
import assert from "node:assert/strict";
import test from "node:test";
import { createQuestion } from "../src/admin/asking.js";
import { watchForm } from "../src/admin/leaving.js";
import { asker } from "../src/admin/places/asking.js";

const answered = (body) => ({ ok: true, json: async () => body });

test("a question withdrawn before it is asked is never asked", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const fetched = context.mock.method(globalThis, "fetch", async () => answered({}));
  const ask = createQuestion(() => assert.fail("answered"));
  ask("/places/?q=Fu");
  ask.stop();
  context.mock.timers.tick(1000);
  assert.equal(fetched.mock.callCount(), 0);
});

test("a question withdrawn while the answer is on its way is not answered", async () => {
  let arrive;
  const ask = asker(() => new Promise((resolve) => { arrive = () => resolve(answered({ point: null })); }));
  const answer = ask("/check/", {});
  ask.stop();
  arrive();
  assert.equal(await answer, null);
});

function formOf(words, { wrong = false } = {}) {
  const form = Object.assign(new EventTarget(), { words, querySelector: () => (wrong ? {} : null) });
  form.send = () => form.dispatchEvent(new Event("submit", { cancelable: true }));
  return form;
}
const stops = (watch) => {
  const event = new Event("beforeunload", { cancelable: true });
  watch.leaving(event);
  return event.defaultPrevented;
};

test("only a form whose words differ from those it came with holds the page", () => {
  const form = formOf("title=Rasht");
  const watch = watchForm(form, { now: () => 0, read: (each) => each.words });
  assert.equal(stops(watch), false);
  form.words = "title=Resht";
  assert.equal(stops(watch), true);
  form.words = "title=Rasht";
  assert.equal(stops(watch), false);
});

test("a form shown again with what was wrong holds the page before anything is typed", () => {
  assert.equal(stops(watchForm(formOf("title=", { wrong: true }), { now: () => 0, read: (each) => each.words })), true);
});

test("a form goes once, holds nothing while it goes, and may go again after ten seconds or when the page comes back", () => {
  let time = 50;
  const form = formOf("title=Rasht");
  const watch = watchForm(form, { now: () => time, read: (each) => each.words });
  form.words = "title=Resht";
  assert.equal(form.send(), true);
  assert.equal(form.send(), false);
  assert.equal(stops(watch), false);
  watch.back();
  assert.equal(form.send(), true);
  time += 10_001;
  assert.equal(form.send(), true);
});
