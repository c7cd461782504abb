// Places the bands of reigns and wars: soft ends where their ends are in doubt, names where they fit.

const firstDay = ({ begin, end }) => begin?.[0] ?? (end?.[1] ?? end?.[0] ?? Infinity) - 1e7;

/** Return the rows of bands of an atlas, in order. */
export function periodRows(periods) {
  const rows = new Map();
  for (const period of periods) {
    const row = period.row ?? 0;
    if (!rows.has(row)) rows.set(row, []);
    rows.get(row).push(period);
  }
  return [...rows.entries()].sort(([a], [b]) => a - b)
    .map(([, members]) => members.sort((a, b) => firstDay(a) - firstDay(b)));
}

/** A period without either end cannot be placed; one without a begin follows the one before it. */
function bounds(periods) {
  const placed = periods.filter(({ begin, end }) => [...(begin ?? []), ...(end ?? [])].some((day) => day !== null));
  return placed.map((period, index) => {
    const [begin, end] = [period.begin ?? [null, null], period.end ?? [null, null]];
    const next = placed[index + 1]?.begin?.[0];
    return {
      period,
      begin: [begin[0] ?? -Infinity, begin[1] ?? begin[0] ?? -Infinity],
      // "Before January 1907" ends, softly, where its successor may have begun.
      end: [end[0] ?? (end[1] === null ? Infinity : Math.min(next ?? end[1], end[1])), end[1] ?? Infinity],
    };
  });
}

/** Return the bands of one row in view: solid and soft stretches and the name's box, in inline px. */
export function bandsOf(periods, scale, { measure, nameOf, air = 5 }) {
  const clamp = (at) => Math.max(scale.start, Math.min(scale.end, at));
  let named = -Infinity;
  return bounds(periods).map(({ period, begin, end }, index) => {
    const from = scale.at(begin[0]);
    const to = scale.at(end[1] + 1);
    const visible = { from: clamp(from), to: clamp(to) };
    const text = nameOf(period);
    // Periods of one row may overlap; their names may not.
    const at = Math.max(visible.from + air, named + 2 * air);
    const width = measure(text, "reign");
    const fits = at + width + air <= visible.to;
    if (fits) named = at + width;
    return {
      period, text: fits ? text : "", at,
      ...visible, solidFrom: clamp(scale.at(begin[1])), solidTo: Math.max(clamp(scale.at(begin[1])), clamp(scale.at(end[0] + 1))),
      begins: from >= scale.start && from <= scale.end ? from : null,
      shaded: index % 2 === 0,
    };
  }).filter((band) => band.to > band.from);
}
