// A small atlas for tests of the shell: events by name, day numbers counted from a day zero.

import { indexAtlas } from "../src/atlas-data.js";
import { openingState } from "../src/store.js";

export const DAY = 2418501; // 13 July 1909

export function event(id, more = {}) {
  const { day = DAY, ...rest } = more;
  return {
    id, title: id, fa: "", kind: "battle", theatre: "tehran", sides: [], importance: 3, shape: "instant",
    when4: day === null ? [null, null, null, null] : [day, day, day, day], bracket: null, display: "", place: null,
    lat: null, lon: null, disputed: false, status: "happened", people: [], forces: [], sources: [], order: 0, search: id,
    ...rest,
  };
}

export function atlas(events = [], more = {}) {
  return indexAtlas({
    atlas: {
      title: "Atlas", window: [DAY - 60, DAY + 18], rulers: [],
      sides: [{ id: "reds", label: "Reds" }, { id: "blues", label: "Blues" }],
      theatres: [{ id: "tehran", label: "Tehran" }, { id: "gilan", label: "Gilan" }],
      kinds: [{ id: "battle", label: "Battle" }, { id: "capture", label: "Capture" }],
    },
    // As the server sends them: in the order of the story.
    events: [...events].sort((one, other) => one.order - other.order), movements: [], places: [], people: [], forces: [], sources: [],
    ...more,
  });
}

export const state = (patch = {}) => ({ ...openingState({ window: [DAY - 60, DAY + 18], day: DAY - 2 }), ...patch });
export const filtering = (patch, more = {}) => state({ filters: { ...state().filters, ...patch }, ...more });
