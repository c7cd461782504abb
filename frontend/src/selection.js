// Brings what is chosen into the window of time, whichever pane it was chosen in.

import { broughtIntoView } from "./sync.js";

/** Follow the store's selection; what is already in view is left where it is. */
export function followSelection(store, data) {
  const look = (state) => store.set(broughtIntoView(data, state, state.selection), { source: "selection" });
  store.subscribe((state, previous, source) => {
    if (state.selection && state.selection !== previous.selection && source !== "address") look(state);
  });
}
