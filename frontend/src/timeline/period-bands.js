// Places the bands of reigns and wars: soft ends where their ends are in doubt, names where they fit.

/** Return the rows of bands of an atlas, in order. */
export function periodRows(periods) {
  const rows = new Map();
  for (const period of periods) {
    const row = period.row ?? 0;
    if (!rows.has(row)) rows.set(row, []);
    rows.get(row).push(period);
  }
  return [...rows.entries()].sort(([a], [b]) => a - b)
    .map(([, members]) => members.sort((a, b) => (a.begin?.[0] ?? -Infinity) - (b.begin?.[0] ?? -Infinity)));
}

/** Return the bands of one row in view: solid and soft stretches and the name's box, in inline px. */
export function bandsOf(periods, scale, { measure, nameOf, air = 5 }) {
  const clamp = (at) => Math.max(scale.start, Math.min(scale.end, at));
  const day = (value, none) => (value == null ? none : scale.at(value));
  return periods.map((period, index) => {
    const [from, solidFrom] = [day(period.begin?.[0], -Infinity), day(period.begin?.[1], -Infinity)];
    const [solidTo, to] = [
      period.end?.[0] == null ? Infinity : scale.at(period.end[0] + 1),
      period.end?.[1] == null ? Infinity : scale.at(period.end[1] + 1),
    ];
    const visible = { from: clamp(from), to: clamp(to) };
    const text = nameOf(period);
    const width = measure(text, "reign");
    const fits = visible.from + air + width + air <= visible.to;
    return {
      period, index, text: fits ? text : "", at: visible.from + air,
      from: visible.from, solidFrom: clamp(Math.max(from, solidFrom)), solidTo: clamp(Math.min(to, solidTo)), to: visible.to,
      begins: from >= scale.start && from <= scale.end ? from : null,
      shaded: index % 2 === 0,
    };
  }).filter((band) => band.to > band.from);
}
