// Says how high each band of the timeline is in a pane of a given size.

const NARROW = 560;
const ROWS_AT_REST = 11;
/** Rows grow taller only where this many still fit. */
const ROWS_BEFORE_GROWTH = 14;

/**
 * Return the measures of the pane in CSS px; `type` is the factor of all type (2 in a
 * presenter's room), `names` how wide the names of the lanes are, `bands` how many rows of reigns and wars there are to be shown.
 */
export function metricsOf({ width, height, type = 1, bands = 1, coarse = false, names = 128 }) {
  const compact = width < NARROW * type;
  const px = (value) => Math.round(value * type);
  const head = px(compact ? 22 : 20);
  const foot = px(17);
  const overview = compact ? 0 : px(30);
  const gap = compact ? 0 : px(3);
  const band = px(14);
  // Wars and assemblies may stand under the reigns where the lanes keep their rows.
  const spare = height - head - foot - overview - 2 * gap - ROWS_AT_REST * px(15);
  const shown = compact ? 0 : Math.min(bands, Math.max(1, Math.floor(spare / band)));
  const reigns = band * shown;
  const lanesHeight = Math.max(px(15), height - head - reigns - foot - overview - 2 * gap);
  const row = compact ? px(21) : Math.max(px(15), Math.min(px(19), Math.floor(lanesHeight / ROWS_BEFORE_GROWTH)));
  const labels = compact ? px(4) : Math.min(Math.max(px(155), px(14) + Math.ceil(names) + px(13)), Math.round(width * 0.2));
  const lanesTop = head + reigns;
  const lanesBottom = lanesTop + lanesHeight;
  return {
    width, height, type, compact, coarse,
    padding: px(compact ? 4 : 14),
    axisStart: labels, axisLength: Math.max(40, width - labels - px(compact ? 4 : 10)),
    head: { top: 0, height: head },
    reigns: { top: head, height: reigns, row: band, rows: shown },
    lanes: { top: lanesTop, height: lanesHeight, bottom: lanesBottom },
    foot: { top: lanesBottom, height: foot },
    overview: { top: lanesBottom + foot + gap, height: overview },
    row,
    target: coarse ? 44 : 24,
    point: type * (compact ? 1.15 : 1),
    text: {
      event: (compact ? 14 : row >= px(18) ? 14 : 13) * type,
      major: 14 * type, minorMajor: 11.5 * type, figure: 10.5 * type,
      lane: 12 * type, caption: 11 * type, reign: 10.5 * type, pill: 10.5 * type,
    },
  };
}
