// Draws the legs on a chart, and adds to the leg in hand what is clicked there.

import { el, fill } from "../../dom.js";
import { createQuestion } from "../asking.js";
import { createChart } from "../chart/chart.js";

const placed = ({ lat, lon }) => lat !== null && lon !== null;
const IN_VIEW = 7;

/** Return {show(outlook), hold(row)}; `add(row, role, place)` is told what to add to which row. */
export function createLegsChart(element, settings, { rows, add }) {
  const { t, places } = settings;
  const found = el("div", { class: "legs-found", role: "status" });
  const hint = el("p", { class: "help" }, t("legs.picking-none"));
  const missing = el("p", { class: "help legs-missing" });
  element.after(hint, found, missing);
  let held = null;
  let legs = [];
  let around = [];
  let seen = new Set();

  const side = settings.sides[0]?.id;
  const numberOf = () => (held?.isConnected && !held.hidden ? rows.numberOf(held) : 0);

  function draw() {
    const number = numberOf();
    const stops = new Map(legs.flatMap((leg) => leg.stops).filter(placed).map((stop) => [stop.slug, stop]));
    chart.show({
      marks: [
        ...[...stops.values()].map((stop) => ({ id: stop.slug, ...stop, weight: 50, choosable: true })),
        ...around.filter(({ slug }) => !stops.has(slug)).map((place) => ({ id: place.slug, ...place, context: true, choosable: true })),
      ],
      lines: legs.map((leg) => ({
        id: String(leg.row), points: leg.stops.filter(placed).map(({ lat, lon }) => [lat, lon]), side,
        inferred: leg.inferred, planned: leg.planned, open: leg.open, chosen: leg.number === number,
      })),
    });
    fill(missing, [
      ...legs.filter(({ open }) => open).map((leg) => t("legs.open", { number: leg.number })),
      ...new Set(legs.flatMap((leg) => leg.stops).filter((stop) => !placed(stop)).map(({ name }) => t("legs.unplaced", { place: name }))),
    ].join(" "));
    fill(hint, number ? t("legs.picking", { number }) : t("legs.picking-none"));
  }

  // A stop that is new and out of sight brings the whole march into view; else the view is the editor's.
  function look() {
    const stops = legs.flatMap((leg) => leg.stops).filter(placed);
    const fresh = stops.filter(({ slug }) => !seen.has(slug));
    const first = seen.size === 0;
    seen = new Set(stops.map(({ slug }) => slug));
    const inSight = chart.map.getBounds();
    if (fresh.length && (first || fresh.some(({ lat, lon }) => !inSight.contains([lat, lon])))) chart.frame();
  }

  function offer(offered, point, addAddress) {
    const number = numberOf();
    if (!number) {
      fill(found, el("p", {}, t("legs.picking-none")));
      return;
    }
    const row = held;
    const button = (role, place) => el("button", { type: "button", on: { click: () => {
      add(row, role, place);
      fill(found);
      chart.focus();
    } } }, t(`legs.as-${role}`));
    const address = addAddress && point && `${addAddress}?${new URLSearchParams({ latitude: point.lat, longitude: point.lon })}`;
    fill(found, el("p", {}, offered.length ? t("legs.near", { number }) : t("legs.none-near")),
      offered.length > 0 && el("ul", {}, offered.slice(0, 5).map((place) => el("li", {},
        el("bdi", {}, place.km ? t("legs.place-km", { place: place.name, km: place.km }) : place.name),
        ["start", "via", "end"].map((role) => button(role, place))))),
      address && el("p", {}, el("a", { href: address, target: "_blank", rel: "noopener" }, t("legs.new-place"))));
    found.querySelector("button")?.focus();
  }

  const askNear = createQuestion(
    ({ places: near, add: more }) => offer(near, askNear.point, more),
    (sentence) => fill(found, el("p", {}, sentence || t("legs.unread"))),
  );
  const askView = createQuestion(({ places: inside }) => {
    around = inside;
    draw();
  });
  const chart = createChart(element, settings, {
    label: t("legs.chart"),
    onPick(point) {
      askNear.point = point;
      askNear(`${places}?${new URLSearchParams({ near: `${point.lat},${point.lon}` })}`);
    },
    onChoose(slug) {
      askNear.stop();
      const known = [...legs.flatMap((leg) => leg.stops), ...around].find((place) => place.slug === slug);
      if (known) offer([known], null, null);
    },
    onView({ south, west, north, east, zoom }) {
      if (zoom < IN_VIEW) {
        askView.stop();
        around = [];
        draw();
        return;
      }
      const held = [south, west, north, east].map((degrees, at) => Math.max(at % 2 ? -180 : -90, Math.min(at % 2 ? 180 : 90, degrees)).toFixed(3));
      askView(`${places}?${new URLSearchParams({ box: held.join(",") })}`);
    },
  });

  return {
    show(outlook) {
      legs = outlook.legs;
      draw();
      look();
    },
    hold(row, { go = false } = {}) {
      // What was offered was offered to another leg.
      if (row !== held) fill(found);
      held = row;
      draw();
      if (go) {
        element.scrollIntoView({ block: "nearest" });
        chart.focus();
      }
    },
  };
}
