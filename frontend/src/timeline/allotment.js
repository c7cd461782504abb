// Shares the rows of the pane out among the lanes.

const sum = (rows) => rows.reduce((a, b) => a + b, 0);

/**
 * Return rows for each lane.
 *
 * `gains[lane][row]` is what showing one row more would tell (the importance of what stands in
 * it); its length is what the lane needs; null folds the lane away. Every other lane has one row
 * at least; where the pane has too few, each further row goes where it tells most. `before` (rows given last time) are kept where they still
 * fit, so that lanes do not jump while the reader moves.
 */
export function allotRows(gains, available, before = null) {
  const needs = gains.map((gain) => (gain ? Math.max(1, gain.length) : 0));
  if (before && before.length === needs.length) {
    const kept = needs.map((need, index) => Math.max(need, before[index]));
    if (sum(kept) <= available) return kept;
  }
  if (sum(needs) <= available) return needs;
  const rows = needs.map((need) => Math.min(1, need));
  const tells = (lane) => gains[lane][rows[lane]];
  const lacks = (lane) => needs[lane] - rows[lane];
  for (let spare = available - sum(rows); spare > 0; spare -= 1) {
    let best = -1;
    for (let lane = 0; lane < rows.length; lane += 1) {
      if (rows[lane] >= needs[lane]) continue;
      if (best < 0 || tells(lane) > tells(best) || (tells(lane) === tells(best) && lacks(lane) > lacks(best))) best = lane;
    }
    rows[best] += 1;
  }
  return rows;
}
