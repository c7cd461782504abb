// The store keeps snapshots that cannot be changed and tells its readers once a frame.
import assert from "node:assert/strict";
import { test } from "node:test";

import { createStore } from "../src/store.js";

function storeWithFrames(initial) {
  const frames = [];
  const store = createStore(initial, { schedule: (run) => frames.push(run) });
  return { store, frame: () => frames.splice(0).forEach((run) => run()), frames };
}

test("a patch is seen at once and told in the next frame, once however many came", () => {
  const { store, frame } = storeWithFrames({ cursor: 1, speed: 1 });
  const told = [];
  store.subscribe((state, previous, source) => told.push([state.cursor, previous.cursor, source]));
  store.set({ cursor: 2 }, { source: "keys" });
  store.set({ cursor: 3 }, { source: "clock" });
  assert.equal(store.get().cursor, 3);
  assert.deepEqual(told, []);
  frame();
  assert.deepEqual(told, [[3, 1, "clock"]]);
});

test("a patch that changes nothing wakes nobody", () => {
  const { store, frames } = storeWithFrames({ window: { from: 1, to: 2 }, selection: null });
  store.set({ window: { from: 1, to: 2 } });
  store.set({ selection: null });
  assert.equal(frames.length, 0);
});

test("snapshots cannot be changed, nor what they hold", () => {
  const { store } = storeWithFrames({ filters: { side: ["reds"] } });
  const { filters } = store.get();
  assert.throws(() => filters.side.push("blues"), TypeError);
  assert.throws(() => { store.get().filters = null; }, TypeError);
});

test("what a subscriber sets is told in a frame of its own", () => {
  const { store, frame } = storeWithFrames({ cursor: 1, window: 0 });
  const told = [];
  store.subscribe((state) => {
    told.push(state.window);
    store.set({ window: state.cursor * 10 });
  });
  store.set({ cursor: 2 });
  frame();
  frame();
  assert.deepEqual(told, [0, 20]);
});

test("one who has left hears nothing more", () => {
  const { store, frame } = storeWithFrames({ cursor: 1 });
  let told = 0;
  const leave = store.subscribe(() => { told += 1; });
  leave();
  store.set({ cursor: 2 });
  frame();
  assert.equal(told, 0);
});
