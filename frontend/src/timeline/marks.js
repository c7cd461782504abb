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
  // Bounded on one side it has no bracket, but it is known in which windows it can't lie.
  if (from == null && to != null) return { form: "undated", until: to + 1 };
  if (from != null && to == null) return { form: "undated", since: from };
  if (from == null || to < from) return { form: "undated" };
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

const isWithin = (inner, outer) => outer.begin <= inner.begin && outer.end >= inner.end;

/** A vaguer claim that holds the accepted days agrees with them; a copy says nothing of its own. */
function speaking(ticks, best) {
  const spoken = ticks.filter((tick) => tick.role !== "copy");
  if (!best) return spoken;
  return spoken.filter((tick) => !(isWithin(best, tick) && tick.end - tick.begin > best.end - best.begin));
}

const stretch = (parts) => ({ begin: Math.min(...parts.map(({ begin }) => begin)), end: Math.max(...parts.map(({ end }) => end)) });

/** The stretches under dispute: all the claimed days, or of a span those about each of its ends. */
function disputedStretches(spoken, best) {
  if (best?.form !== "bar") return [stretch(spoken)];
  const ends = [{ begin: best.begin, end: best.solidFrom + 1 }, { begin: best.solidTo - 1, end: best.end }];
  const away = (tick, end) => Math.abs(tick.begin + tick.end - end.begin - end.end);
  const near = [[], []];
  for (const tick of spoken) near[away(tick, ends[0]) <= away(tick, ends[1]) ? 0 : 1].push(tick);
  return ends.flatMap((end, index) => {
    const beyond = near[index].filter((tick) => !isWithin(tick, end));
    return beyond.length ? [stretch([...near[index], end])] : [];
  }).filter((one) => Number.isFinite(one.begin) && Number.isFinite(one.end));
}

/**
 * Return the event's mark; a disputed date carries `dispute` (the disputed stretches, and a tick
 * for every claim in them) and `best`, the mark of the accepted reading, or null.
 */
export function markOf(event) {
  const own = dateMark(event);
  const dated = own.form !== "bracket" && own.form !== "undated";
  const ticks = (event.ticks ?? []).filter(([earliest, latest]) => earliest != null && latest != null).map(tickOf);
  const spoken = speaking(ticks, dated ? own : null);
  const differ = spoken.some((tick) => tick.begin !== spoken[0].begin || tick.end !== spoken[0].end);
  if (!event.disputed || !differ) return own;
  const stretches = disputedStretches(spoken, dated ? own : null);
  if (!stretches.length) return own;
  const { begin, end } = stretch(dated ? [own, ...stretches] : stretches);
  const shown = ticks.filter((tick) => stretches.some((one) => isWithin(tick, one)));
  return { form: dated ? own.form : "disputed", best: dated ? own : null, begin, end, dispute: { stretches, ticks: shown } };
}

const POINT = 8;
const SHORTEST_BAR = 6;

/**
 * Return how the mark is drawn at this many px a day: its form and its extent in px of day 0.
 *
 * A mark of two tellings (telling/marks.js) knows it itself.
 */
export function extentOf(mark, pixelsPerDay, points = 1) {
  if (mark.extent) return mark.extent(pixelsPerDay, points);
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

/** An event that did not happen is drawn hollow, with the word for what it was, and what a second source alone tells. */
export const isHollow = (event) => event.alone || ["planned", "ordered", "abandoned"].includes(event.status);
