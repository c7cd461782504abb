// Says how high each band of the timeline is in a pane of a given size.

const NARROW = 560;
const ROWS_AT_REST = 11;

/**
 * Return the measures of the pane in CSS px; `type` is the factor of all type (2 in a
 * presenter's room), `bands` how many rows of reigns and wars there are.
 */
export function metricsOf({ width, height, type = 1, bands = 1, coarse = false }) {
  const compact = width < NARROW * type;
  const px = (value) => Math.round(value * type);
  const head = px(compact ? 22 : 20);
  const reigns = compact ? 0 : px(14) * bands;
  const foot = px(17);
  const overview = compact ? 0 : px(30);
  const gap = compact ? 0 : px(3);
  const lanesHeight = Math.max(px(15), height - head - reigns - foot - overview - 2 * gap);
  const row = compact ? px(21) : Math.max(px(15), Math.min(px(19), Math.floor(lanesHeight / ROWS_AT_REST)));
  const labels = compact ? px(4) : Math.min(px(142), Math.round(width * 0.2)) + px(13);
  const lanesTop = head + reigns;
  const lanesBottom = lanesTop + lanesHeight;
  return {
    width, height, type, compact, coarse,
    padding: px(compact ? 4 : 14),
    axisStart: labels, axisLength: Math.max(40, width - labels - px(compact ? 4 : 10)),
    head: { top: 0, height: head },
    reigns: { top: head, height: reigns, row: px(14) },
    lanes: { top: lanesTop, height: lanesHeight, bottom: lanesBottom },
    foot: { top: lanesBottom, height: foot },
    overview: { top: lanesBottom + foot + gap, height: overview },
    row,
    target: coarse ? 44 : 24,
    point: type * (compact ? 1.15 : 1),
    text: {
      event: (compact ? 14 : row >= px(18) ? 14 : 13) * type,
      major: 14 * type, minorMajor: 11.5 * type, figure: 10.5 * type,
      lane: 12 * type, reign: 10.5 * type, pill: 10.5 * type,
    },
  };
}
