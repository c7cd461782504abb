// Holds the scale, the window and its motion to their arithmetic.
import assert from "node:assert/strict";
import { test } from "node:test";
import { atRest, between, createScale, limitsOf, mirrored, panned, revealing, spanOf, within, zoomed, zoomedAbout } from "../src/scale.js";
import { createMotion, eased } from "../src/timeline/motion.js";

const ATLAS = { from: 2416845, to: 2419766 };
const LIMITS = limitsOf(ATLAS);
const near = (a, b, slack = 1e-6) => assert.ok(Math.abs(a - b) <= slack, `${a} is not ${b}`);

test("a window shows all of its last day", () => {
  const scale = createScale({ window: { from: 100, to: 109 }, start: 50, length: 1000 });
  assert.equal(scale.at(100), 50);
  assert.equal(scale.at(110), 1050);
  near(scale.dayAt(scale.at(104.25)), 104.25);
});

test("in a page read from the right the axis is mirrored, and mirrored back", () => {
  assert.equal(mirrored(100, 1280, true), 1180);
  assert.equal(mirrored(mirrored(100, 1280, true), 1280, true), 100);
  assert.equal(mirrored(100, 1280, false), 100);
});

test("zooming keeps the day under the pointer where it was", () => {
  const window = { from: 2418428, to: 2418519 };
  for (const factor of [0.3, 0.9, 1.4, 5]) {
    for (const day of [2418428, 2418460.3, 2418519]) {
      const before = (day - window.from) / spanOf(window);
      const after = zoomed(window, factor, day, LIMITS);
      near((day - after.from) / spanOf(after), before, 1e-9);
    }
  }
});

test("a window is never shorter than a day nor longer than a century", () => {
  let window = { from: 2418428, to: 2418519 };
  for (let i = 0; i < 60; i += 1) window = zoomed(window, 1.5, 2418460, LIMITS);
  near(spanOf(window), 1);
  for (let i = 0; i < 60; i += 1) window = zoomed(window, 1 / 1.5, 2418460, LIMITS);
  near(spanOf(window), 36525, 1e-3);
});

test("panning stops at the limits and keeps the span", () => {
  const window = { from: 2418428, to: 2418519 };
  const far = panned(window, 1e9, LIMITS);
  near(spanOf(far), spanOf(window));
  near(far.to, LIMITS.to);
  near(panned(window, -1e9, LIMITS).from, LIMITS.from);
  assert.deepEqual(within(window, LIMITS), window);
});

test("a window at rest has whole days", () => {
  const { from, to } = atRest({ from: 2418428.4, to: 2418519.2 }, LIMITS);
  assert.ok(Number.isInteger(from) && Number.isInteger(to));
  assert.equal(from, 2418428);
});

test("pinching holds a day at its share of the axis", () => {
  const window = zoomedAbout(30, 2418460, 0.25, LIMITS);
  near(spanOf(window), 30);
  near((2418460 - window.from) / 30, 0.25);
});

test("on the way between two windows the span changes by even factors", () => {
  const one = { from: 0, to: 99 };
  const other = { from: 40, to: 49 };
  const spans = [0, 0.25, 0.5, 0.75].map((share) => spanOf(between(one, other, share)));
  for (let i = 1; i < spans.length; i += 1) near(spans[i] / spans[i - 1], 0.1 ** 0.25, 1e-9);
  assert.deepEqual(between(one, other, 1), other);
});

test("revealing moves the window no further than it must", () => {
  const window = { from: 2418428, to: 2418519 };
  assert.equal(revealing(window, 2418430, 2418440, LIMITS), window);
  const moved = revealing(window, 2419000, 2419002, LIMITS);
  near(spanOf(moved), spanOf(window));
  assert.ok(moved.from <= 2419000 && moved.to >= 2419002);
});

function clock() {
  let time = 0;
  let waiting = [];
  return {
    now: () => time,
    schedule: (beat) => waiting.push(beat),
    cancel: () => (waiting = []),
    run(steps) {
      for (let i = 0; i < steps; i += 1) {
        time += 16;
        const beats = waiting;
        waiting = [];
        beats.forEach((beat) => beat());
      }
    },
  };
}

function motionOf(reduced, settled = () => {}) {
  const time = clock();
  let window = { from: 2418428, to: 2418519 };
  const seen = [];
  const motion = createMotion({
    ...time, read: () => window, limits: () => LIMITS, reduced: () => reduced, settled,
    write: (next) => seen.push((window = next)),
  });
  return { motion, seen, time, window: () => window };
}

test("a glide ends on its goal in 320 ms", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { motion, seen, time, window } = motionOf(false);
  motion.glide({ from: 2418460, to: 2418479 });
  time.run(10);
  assert.ok(seen.length === 10 && spanOf(window()) > 20);
  time.run(12);
  assert.deepEqual(window(), { from: 2418460, to: 2418479 });
});

test("a reader who wants less motion gets the goal at once", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { motion, seen } = motionOf(true);
  motion.glide({ from: 2418460, to: 2418479 });
  motion.slide(0.5);
  assert.deepEqual(seen, [{ from: 2418460, to: 2418479 }]);
});

test("after the motion the window comes to rest on whole days", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const rested = [];
  const { motion } = motionOf(false, (window) => rested.push(window));
  motion.hold({ from: 2418428.3, to: 2418519.3 });
  motion.release();
  t.mock.timers.tick(400);
  assert.deepEqual(rested, [{ from: 2418428, to: 2418519 }]);
});

test("the curve of motion begins at 0, ends at 1 and never turns back", () => {
  near(eased(0), 0, 1e-4);
  near(eased(1), 1, 1e-4);
  for (let share = 0.05; share <= 1; share += 0.05) assert.ok(eased(share) >= eased(share - 0.05));
});
