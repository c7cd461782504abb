// Lists the claims that put the forces of a march where their tokens stand on the cursor's day.

import { el, fill } from "../dom.js";
import { block } from "./head.js";
import { marks } from "./notes-list.js";
import { valueOf } from "./statements.js";

const REST = 120;
// What a claim must speak of to place a mover: days, places, the way between and how long it took.
const PLACING = ["date", "place", "route", "duration"];

/** Return [[position, names]]: positions that the same claims put at the same spot, with who stands there. */
export function standingTogether(positions) {
  const groups = new Map();
  for (const position of positions) {
    const { kind, certainty, place, leg, fraction, claims } = position;
    const key = JSON.stringify([kind, certainty, place, leg, fraction, claims]);
    groups.set(key, [...(groups.get(key) ?? []), position]);
  }
  return [...groups.values()].map((same) => [same[0], same.map(({ mover }) => mover.name)]);
}

/**
 * Return the ids of the claims of a march's body that put a mover where `positionsOn` has found it.
 *
 * The twin of `_body` in timeline/scenes.py: of the legs it is on, of those whose dates put it there, of the march as
 * a whole; what dates the end of the leg before a stretch bounds it, and what dates the start of the leg after it.
 */
export function placing(body, { kind, leg, legs = [leg], stated = [] }) {
  const orders = [...legs, ...stated].map(({ order }) => order);
  const bounds = kind === "stretch"
    ? { [legs[0].order - 1]: ["arrives", "end"], [legs.at(-1).order + 1]: ["departs", "begin"] }
    : {};
  return body.claims.filter(({ id, attribute, edge, subject }) => {
    if (!PLACING.includes(attribute)) return false;
    const order = body.legs.find(({ claims }) => claims.includes(id))?.order;
    if (order === undefined) return subject.type === "movement";
    return orders.includes(order) || bounds[order]?.includes(edge);
  }).map(({ id }) => id);
}

/** Return the claims by the leg they speak of, in the order of the march; those of no leg last, as `leg` null. */
export function byLeg(legs, claims) {
  const groups = legs.map((leg) => ({ leg, claims: claims.filter(({ id }) => leg.claims.includes(id)) }));
  const rest = claims.filter(({ id }) => !legs.some((leg) => leg.claims.includes(id)));
  return [...groups, { leg: null, claims: rest }].filter((group) => group.claims.length);
}

function where(position, body, { t, data }, stops) {
  const place = data.index.place.get(position.place)?.name;
  const legs = body.legs.filter(({ order }) => (position.legs.length ? position.legs : [position.leg]).includes(order));
  const words = { where: place ?? legs.map(stops).join(", ") };
  if (position.kind === "trace") return t("standing.trace", words);
  if (place) return t(`standing.at-${position.certainty}`, words);
  return t(`standing.between-${position.certainty}`, words);
}

const ORDER = ["from", "departs", "via", "to", "arrives"];
const inOrder = (one, other) => ORDER.indexOf(one.edge) - ORDER.indexOf(other.edge);

// Words that name no day by themselves are followed by the days they were read as.
function words(claim, shell) {
  const said = valueOf(claim, shell) || claim.note;
  const read = claim.attribute === "date" && claim.face.precision !== "day" && claim.face.display;
  return read ? shell.t("standing.read-as", { said, read }) : said;
}

function claimRows(claims, shell, notes) {
  const { t, wording } = shell;
  return el("dl", { class: "statements" }, [...claims].sort(inOrder).map((claim) => el("div", {},
    el("dt", {}, t(claim.edge ? `edge.${claim.edge}` : `attribute.${claim.attribute}`)),
    el("dd", {}, words(claim, shell), marks([notes.numberOf(claim)], { t, wording })))));
}

function standing(position, names, body, shell, notes, stops) {
  const claims = body.claims.filter(({ id }) => position.claims.includes(id));
  return [
    el("p", { class: "stands" }, el("b", {}, names.join(", ")), " ", where(position, body, shell, stops)),
    byLeg(body.legs, claims).map((group) => [
      el("p", { class: "leg-facts" }, group.leg ? stops(group.leg) : shell.t("standing.whole-way")),
      claimRows(group.claims, shell, notes),
    ]),
  ];
}

/**
 * Return the block that says why a march's tokens stand where they do; it follows the cursor while it is shown.
 *
 * `stops` words the ends of a leg.
 */
export function whyHere(body, shell, notes, stops) {
  const { data, positionsOn, store, t, wording } = shell;
  const held = el("div", { "aria-live": "polite" });
  const section = block(t("standing.title"), held);
  // As all sources tell it: the panel is of the whole record, whoever tells the atlas beside it.
  const marches = data.all.movements.filter(({ id }) => id === body.id);
  let day = null;

  function show(next) {
    day = next;
    const ours = standingTogether(positionsOn(data.all, next, marches).map((position) => ({
      ...position,
      leg: position.leg.order,
      legs: (position.legs ?? []).map(({ order }) => order),
      claims: placing(body, position),
    })));
    fill(held,
      el("p", { class: "role" }, t(ours.length ? "standing.on" : "standing.nowhere", { date: wording.day(next) })),
      ours.map(([position, names]) => standing(position, names, body, shell, notes, stops)));
  }

  let rest = 0;
  let seen = false;
  const forget = store.subscribe((state) => {
    seen ||= section.isConnected;
    if (seen && !section.isConnected) {
      forget();
      return;
    }
    const next = Math.floor(state.cursor);
    if (state.playing || next === day) return;
    clearTimeout(rest);
    rest = setTimeout(show, REST, next);
  });
  show(Math.floor(store.get().cursor));
  return section;
}
