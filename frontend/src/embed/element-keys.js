// Names what the element takes as attributes: the keys of a view's state, and what is shown.

// Several may be given in one attribute, with spaces between.
export const REPEATED = ["side", "kind", "theatre", "force", "person", "place", "source", "status"];
// What the frame is told of while it runs; a change of anything else opens it anew.
export const LIVE = { at: "select", from: "window", to: "window", day: "day", step: "step" };
export const STATE = [
  ...Object.keys(LIVE), "map", "lanes", "ruler", "lesson", "on", "certainty", "bbox", "near", "radius_km",
  "disputed", "q", "according_to", "compare", "theme", "lang", ...REPEATED,
];
// The first that is given is what is shown; beside another, `lesson` is a key of its state.
export const SHOWN = { event: "events", movement: "movements", atlas: "a", lesson: "lessons" };
