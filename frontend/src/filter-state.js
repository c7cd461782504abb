// Changes the filters of the state, and says whether any is set.

import { NO_FILTERS } from "./store.js";

/** Return the filters with one choice added, or taken away where it was made before. */
export function toggled(filters, name, id) {
  const chosen = filters[name];
  const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
  return { ...filters, [name]: next };
}

/** Return the filters with one of them replaced. */
export const changed = (filters, name, value) => ({ ...filters, [name]: value });

/** Return no filters, keeping certainly or possibly and whose telling is shown: those are ways of reading. */
export const cleared = ({ certainty, according_to, compare }) => ({ ...NO_FILTERS, certainty, according_to, compare });

/** Return the state with the atlas as all sources tell it. */
export const asAllTell = (state) => ({ ...state, filters: { ...state.filters, according_to: null, compare: null } });

/** Whether anything narrows what is shown. */
export function isFiltering(filters) {
  return Object.entries(cleared(filters)).some(([name, empty]) => (Array.isArray(empty) ? filters[name].length > 0 : filters[name] !== empty));
}
