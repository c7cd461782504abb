// Counts events into even bins and gives the height of each engraved stroke.

const COMPRESSION = 0.42;

/** Return bins of counts of a list of axis days, `binDays` wide, from a first day on. */
export function countsByBin(days, from, binDays, bins) {
  const counts = new Uint32Array(Math.max(0, bins));
  for (const day of days) {
    const bin = Math.floor((day - from) / binDays);
    if (bin >= 0 && bin < bins) counts[bin] += 1;
  }
  return counts;
}

/** Return a stroke's share (0 to 1) of the height, so that one event among hundreds still shows. */
export const strokeShare = (count, most) => (count ? (count / Math.max(1, most)) ** COMPRESSION : 0);

/** Return the bins of an overview: three a month, fewer where the strip is too short for them. */
export function overviewBins(days, window, length) {
  const span = window.to - window.from + 1;
  const binDays = Math.max(365.25 / 36, (span * 3) / length);
  const bins = Math.ceil(span / binDays);
  const counts = countsByBin(days, window.from, binDays, bins);
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  return Array.from(counts, (count, index) => ({
    day: window.from + (index + 0.5) * binDays,
    share: strokeShare(count, most),
    count,
  })).filter(({ count }) => count);
}
