// Reckons how the page is divided between map, panel and timeline: pure shares of the whole.

export const DIVISIONS = {
  panel: { usual: 0.3, least: 0.18, most: 0.6 },
  timeline: { usual: 0.378, least: 0.16, most: 0.75 },
};

/** Return a share kept within the bounds of its division. */
export function bounded(name, share) {
  const { usual, least, most } = DIVISIONS[name];
  return Number.isFinite(share) ? Math.min(most, Math.max(least, share)) : usual;
}

/** Return the share of the part after the divider when it stands at `position` of `length` pixels. */
export const shareAt = (position, length) => 1 - position / length;

const STEP = 0.02;

/** Return the share after a key, or null for a key that means nothing to a divider. */
export function shareAfterKey(name, share, key, { grow, shrink }) {
  const { least, most, usual } = DIVISIONS[name];
  if (key === grow) return bounded(name, share + STEP);
  if (key === shrink) return bounded(name, share - STEP);
  if (key === "Home") return least;
  if (key === "End") return most;
  return key === "Enter" ? usual : null;
}
