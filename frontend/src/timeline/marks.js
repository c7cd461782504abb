// Says what form an event takes on the axis: which days are known, which are in doubt.
import { boundsOf } from "../spans.js";

// Axis days: the day d runs from d to d + 1, so ends are one more than the last day.

const opened = (day, none) => (Math.abs(day) >= 10_000_000 ? none : day);

/** Forms: point, bar, between (some day of these), bracket (undated, bounded), undated. */
export function dateMark(event) {
  const bounds = boundsOf(event.when4 ?? [null, null, null, null], event.shape);
  if (!bounds) return bracketMark(event);
  const begin = opened(bounds[0], -Infinity);
  const end = opened(bounds[3], Infinity) + 1;
  if (event.shape !== "span") {
    if (end - begin === 1) return { form: "point", begin, end };
    return { form: "between", begin, end };
  }
  const begun = opened(bounds[1], -Infinity);
  const ending = opened(bounds[2], Infinity);
  if (begun > ending) return { form: "between", begin, end };
  return bar(begin, begun, ending + 1, end);
}

function bar(begin, solidFrom, solidTo, end) {
  return {
    form: "bar", begin, solidFrom, solidTo, end,
    knownBegin: begin === solidFrom && Number.isFinite(begin),
    knownEnd: end === solidTo && Number.isFinite(end),
  };
}

function bracketMark(event) {
  const [from, to] = event.bracket ?? [];
  if (from == null || to == null || to < from) return { form: "undated" };
  return { form: "bracket", begin: from, end: to + 1 };
}

/** A claim's place among the ticks: accepted, claimed, proposed, or a copy of another. */
const ROLES = ["claimed", "accepted", "proposed", "copy"];

const tickOf = ([earliest, latest, source, accepted, role]) => ({
  begin: earliest,
  end: latest + 1,
  middle: (earliest + latest + 1) / 2,
  source,
  role: role ?? ROLES[Number(accepted)] ?? "claimed",
});

/**
 * Return the event's mark; a disputed date carries `dispute` (first and last claimed day, ticks)
 * and `best`, the mark of the accepted reading, or null.
 */
export function markOf(event) {
  const mark = dateMark(event);
  const ticks = (event.ticks ?? []).filter(([earliest, latest]) => earliest != null && latest != null).map(tickOf);
  const spoken = ticks.filter((tick) => tick.role !== "copy");
  const differ = spoken.some((tick) => tick.begin !== spoken[0].begin || tick.end !== spoken[0].end);
  if (!event.disputed || !differ) return mark;
  const first = Math.min(...spoken.map((tick) => tick.begin));
  const last = Math.max(...spoken.map((tick) => tick.end));
  const dated = mark.form !== "bracket" && mark.form !== "undated";
  return {
    form: dated ? mark.form : "disputed",
    best: dated ? mark : null,
    begin: dated ? Math.min(mark.begin, first) : first,
    end: dated ? Math.max(mark.end, last) : last,
    dispute: { begin: first, end: last, ticks },
  };
}

const POINT = 8;
const SHORTEST_BAR = 6;

/** Return how the mark is drawn at this many px a day: its form and its extent in px of day 0. */
export function extentOf(mark, pixelsPerDay, points = 1) {
  const from = mark.begin * pixelsPerDay;
  const to = mark.end * pixelsPerDay;
  const half = (POINT / 2) * points;
  if (mark.dispute) {
    if (!Number.isFinite(to - from)) return { form: mark.form, from, to };
    const middle = (from + to) / 2;
    const reach = Math.max((to - from) / 2, half + 1);
    return { form: mark.form, from: middle - reach, to: middle + reach };
  }
  if (mark.form === "point" || (mark.form === "bar" && to - from < SHORTEST_BAR * points)) {
    const middle = (from + to) / 2;
    return { form: "point", from: middle - half, to: middle + half };
  }
  const reach = Math.max(0, SHORTEST_BAR * points - (to - from)) / 2;
  return { form: mark.form, from: from - reach, to: to + reach };
}

/** An event that did not happen is drawn hollow, with the word for what it was. */
export const isHollow = (event) => ["planned", "ordered", "abandoned"].includes(event.status);
