// Keeps the address in step with the state, and the state with the back button.

import { broughtIntoView, choosing } from "./sync.js";
import { checkAgainstAtlas, decodeState, encodeState } from "./url-state.js";

const QUIET = 250;

/**
 * Return {state, problems} of an address, checked against what the atlas holds.
 *
 * An address that names a record but no days opens at the days of that record: that is how the
 * other pages lead to the atlas "at that moment".
 */
export function stateOfAddress(search, opening, data) {
  const decoded = decodeState(search, opening);
  const checked = checkAgainstAtlas(decoded.state, data);
  const query = new URLSearchParams(search);
  const { selection } = checked.state;
  let { state } = checked;
  const event = selection?.kind === "event" && data.index.event.get(selection.slug);
  if (event && !["from", "to", "day"].some((key) => query.has(key))) state = { ...state, ...choosing(data, state, event) };
  else if (selection && !query.has("from") && !query.has("to")) state = { ...state, ...broughtIntoView(data, state, selection) };
  return { state, problems: [...decoded.problems, ...checked.problems] };
}

/** Return the whole address that opens this state anywhere. */
export function linkTo(location, state, opening) {
  return `${location.origin}${location.pathname}?${encodeState(state, opening, { whole: true })}`;
}

/**
 * Write the address as the state changes: a new entry in the history when something else is
 * chosen or told, the same entry, a quarter of a second after the last change, while anything moves.
 * `arrive` brings about the state of an address.
 */
export function followAddress(store, { opening, data, window, arrive, onProblems }) {
  const { history, location } = window;
  let waiting = null;

  function address(state) {
    const query = encodeState(state, opening);
    return location.pathname + (query ? `?${query}` : "");
  }

  function write() {
    waiting = null;
    const next = address(store.get());
    if (next !== location.pathname + location.search) history.replaceState(null, "", next);
  }

  store.subscribe((state, previous, source) => {
    if (source === "address") return;
    const turned = ({ selection, filters }) => [selection, filters.according_to, filters.compare];
    if (turned(state).some((part, at) => part !== turned(previous)[at])) {
      window.clearTimeout(waiting);
      waiting = null;
      if (address(state) !== location.pathname + location.search) history.pushState(null, "", address(state));
      return;
    }
    window.clearTimeout(waiting);
    waiting = window.setTimeout(write, QUIET);
  });

  window.addEventListener("popstate", () => {
    window.clearTimeout(waiting);
    const { state, problems } = stateOfAddress(location.search, opening, data);
    arrive({ ...state, theme: store.get().theme, playing: false, hover: null }, "address");
    onProblems(problems);
  });
}
