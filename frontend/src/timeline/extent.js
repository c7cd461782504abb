// Finds the years the overview shows: those the atlas tells of, without a few strays far off.

const STRAYS = 0.03;
const GAP = 2;

function yearsOf(days, calendar) {
  const counts = new Map();
  for (const day of days) {
    const [year] = calendar.fromDay(day);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts.entries()].sort(([a], [b]) => a - b);
}

/** Drop years from one end while they are few events, far from the rest. */
function trimmed(years, most) {
  let dropped = 0;
  let kept = years;
  for (let cut = 1; cut < years.length; cut += 1) {
    const strays = years.slice(0, cut).reduce((sum, [, count]) => sum + count, 0);
    if (strays > most) break;
    if (Math.abs(years[cut][0] - years[cut - 1][0]) > GAP) {
      kept = years.slice(cut);
      dropped = strays;
    }
  }
  return { kept, dropped };
}

/**
 * Return {from, to, before, after}: whole years of the calendar holding the days, and how many
 * days lie before and after them. Without a day at all, the years of `window` are shown.
 */
export function overviewExtent(days, window, calendar) {
  const years = yearsOf(days.length ? days : [Math.round(window.from), Math.round(window.to)], calendar);
  const most = Math.floor(days.length * STRAYS);
  const late = trimmed([...years].reverse(), most);
  const early = trimmed(late.kept.reverse(), most);
  const first = early.kept[0][0];
  const last = early.kept[early.kept.length - 1][0];
  return {
    from: calendar.toDay(first, 1, 1), to: calendar.toDay(last + 1, 1, 1) - 1,
    before: early.dropped, after: late.dropped,
  };
}
