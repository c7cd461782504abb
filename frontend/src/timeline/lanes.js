// Deals the events out to lanes, by theatre, by side or by force.
import { markOf } from "./marks.js";

const keyOf = {
  theatre: (event) => event.theatre ?? "",
  side: (event) => event.sides?.[0] ?? "",
  force: (event) => event.forces?.[0] ?? "",
};

function headings(data, division) {
  if (division === "theatre") {
    return [...data.atlas.theatres].sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
      .map(({ id, label, label_fa }) => ({ id, label, labelFa: label_fa }));
  }
  if (division === "side") return data.atlas.sides.map(({ id, label, label_fa }) => ({ id, label, labelFa: label_fa }));
  return data.forces.map(({ id, name, fa }) => ({ id, label: name, labelFa: fa }));
}

const byTime = (a, b) =>
  (a.mark.begin ?? Infinity) - (b.mark.begin ?? Infinity) ||
  (b.event.importance ?? 0) - (a.event.importance ?? 0) ||
  (a.event.order ?? 0) - (b.event.order ?? 0) ||
  (a.event.id < b.event.id ? -1 : 1);

/** Of equally important events those drawn first must not all be the earliest. */
function scattered(id) {
  let hash = 7;
  for (let i = 0; i < id.length; i += 1) hash = (hash * 31 + id.charCodeAt(i)) % 1000003;
  return hash;
}

function byRank(entries) {
  const places = new Map(entries.map((entry) => [entry, scattered(entry.event.id)]));
  return [...entries].sort((a, b) => (b.event.importance ?? 0) - (a.event.importance ?? 0) || places.get(a) - places.get(b));
}

function ordered(lane) {
  const entries = [...lane.entries].sort(byTime);
  return {
    ...lane, entries,
    ranked: byRank(entries),
    // A long span must be found from any day in it, so the search back needs the longest one.
    longest: entries.reduce((most, { mark }) => Math.max(most, mark.end - mark.begin || 0), 0),
  };
}

/**
 * Return lanes in the atlas's order, each with its entries {event, mark} in order of
 * time (and `ranked`, by importance).
 *
 * An event stands once, in the lane of its theatre or of the first side or force named.
 * Theatres and sides stay when empty; a force with no event at all has no lane.
 */
export function lanesOf(events, data, division, restLabel) {
  const lanes = new Map(headings(data, division).map((lane) => [lane.id, { ...lane, entries: [] }]));
  const rest = { id: "", label: restLabel, labelFa: restLabel, entries: [] };
  const key = keyOf[division] ?? keyOf.theatre;
  for (const event of events) (lanes.get(key(event)) ?? rest).entries.push({ event, mark: event.mark ?? markOf(event) });
  const kept = [...lanes.values()].filter((lane) => division !== "force" || lane.entries.length);
  if (rest.entries.length || !kept.length) kept.push(rest);
  return kept.map(ordered);
}

/** Return the lanes as one, for a pane too narrow to name them. */
export function mergedLane(lanes) {
  const entries = lanes.flatMap((lane) => lane.entries);
  return [ordered({ id: "all", label: "", labelFa: "", entries })];
}

/** Return {event, later} of the lane's event nearest after a stretch of days, else before it; or null. */
export function nearestOutside({ entries }, from, to) {
  const dated = entries.filter(({ mark }) => mark.begin !== undefined && mark.form !== "bracket");
  const next = dated.find(({ mark }) => mark.begin > to);
  if (next) return { event: next.event, later: true };
  const last = dated.filter(({ mark }) => mark.end <= from).pop();
  return last ? { event: last.event, later: false } : null;
}
