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

/** Return no filters, keeping the choice between certainly and possibly: that is a way of reading. */
export const cleared = (filters) => ({ ...NO_FILTERS, certainty: filters.certainty });

/** Whether anything narrows what is shown. */
export function isFiltering(filters) {
  return Object.entries(NO_FILTERS).some(([name, empty]) => {
    if (name === "certainty") return false;
    return Array.isArray(empty) ? filters[name].length > 0 : filters[name] !== empty;
  });
}
