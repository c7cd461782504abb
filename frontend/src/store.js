// Holds the one state of the atlas page and tells its readers, once a frame, that it changed.

export const NO_FILTERS = Object.freeze({
  side: [],
  kind: [],
  theatre: [],
  force: [],
  person: [],
  place: [],
  source: [],
  status: [],
  disputed: null,
  q: "",
  certainty: "certainly",
  bbox: null,
  near: null,
  radius_km: null,
  according_to: null,
  compare: null,
});

/** Return the state a page opens with, before its address is read; days are Julian day numbers, `step` is as written. */
export function openingState({ window, day, lesson = null }) {
  return {
    window: { from: window[0], to: window[1] },
    cursor: day ?? window[0],
    selection: null,
    hover: null,
    map: null,
    lanes: "theatre",
    ruler: "solar_hijri",
    theme: "auto",
    lesson,
    step: null,
    filters: NO_FILTERS,
    playing: false,
    speed: 1 / 0.7,
    spheres: true,
  };
}

function sameValue(one, other) {
  if (one === other) return true;
  if (!one || !other || typeof one !== "object" || typeof other !== "object") return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => sameValue(one[key], other[key]));
}

function frozen(value) {
  if (!value || typeof value !== "object" || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

/**
 * Return a store of immutable snapshots.
 *
 * `set(patch, {source})` replaces the named parts at once; subscribers hear of it in the next
 * frame as `(state, previous, source)`, however many patches came before, `source` being that of
 * the last. A patch that changes nothing is silent. `data` (the indexed atlas) is held apart.
 */
export function createStore(initial, { schedule = (run) => requestAnimationFrame(run) } = {}) {
  let state = frozen({ ...initial });
  let told = state;
  let pending = false;
  let lastSource = null;
  const subscribers = new Set();

  function tell() {
    pending = false;
    const previous = told;
    told = state;
    for (const subscriber of [...subscribers]) subscriber(told, previous, lastSource);
  }

  return {
    data: null,
    get: () => state,
    set(patch, { source = null } = {}) {
      const changes = Object.entries(patch).filter(([key, value]) => !sameValue(state[key], value));
      if (!changes.length) return;
      state = frozen({ ...state, ...Object.fromEntries(changes) });
      lastSource = source;
      if (pending) return;
      pending = true;
      schedule(tell);
    },
    subscribe(subscriber) {
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
  };
}
