// Turns the pointer over the plate into hover and selection, and brings what is chosen into view.

import { stopsOf } from "./routes.js";

const REACH = { mouse: 5, pen: 8, touch: 14 };

/** Return the points [lat, lon] where a selection is, [] where it has none. */
export function pointsOf(data, selection) {
  if (!selection) return [];
  const record = data.index[selection.kind]?.get(selection.slug);
  if (!record) return [];
  if (selection.kind === "movement") {
    return record.legs.flatMap((leg) => stopsOf(leg, data.index.place)).map((place) => [place.lat, place.lon]);
  }
  if (!["event", "place"].includes(selection.kind) || record.lat === null || record.lat === undefined) return [];
  return [[record.lat, record.lon]];
}

/** Follow the pointer over a map; returns {follow(state, previous), destroy}. */
export function createChoice(leafletMap, chart, { store, data, view }) {
  const container = leafletMap.getContainer();

  function under(event) {
    const { x, y } = event.containerPoint ?? leafletMap.mouseEventToContainerPoint(event);
    return chart.hit(x, y, REACH[event.originalEvent?.pointerType] ?? REACH.mouse);
  }

  function move(event) {
    // Whoever holds a button down drags the map, or is about to.
    if (event.originalEvent?.buttons || leafletMap.dragging?.moving?.()) return;
    const target = under(event);
    container.classList.toggle("over-sign", Boolean(target));
    store.set({ hover: target && target.kind !== "cluster" ? target : null }, { source: "map" });
  }

  function leave() {
    container.classList.remove("over-sign");
    store.set({ hover: null }, { source: "map" });
  }

  function click(event) {
    const target = under(event);
    if (!target) return;
    if (target.kind === "cluster") open(target.sign);
    else store.set({ selection: target }, { source: "map" });
  }

  // A cluster opens by zooming to what is in it; what no zoom can part is shown as its place.
  function open(sign) {
    const points = sign.members.map(({ place, events }) => (place ? [place.lat, place.lon] : [events[0].lat, events[0].lon]));
    const apart = points.some(([lat, lon]) => Math.abs(lat - points[0][0]) > 1e-4 || Math.abs(lon - points[0][1]) > 1e-4);
    if (apart && leafletMap.getZoom() < leafletMap.getMaxZoom()) {
      const size = leafletMap.getSize();
      leafletMap.fitBounds(points, { padding: [size.x / 4, size.y / 4], maxZoom: leafletMap.getZoom() + 3 });
      return;
    }
    const [member] = sign.members;
    const selection = member.place ? { kind: "place", slug: member.place.id } : { kind: "event", slug: member.events[0].id };
    store.set({ selection }, { source: "map" });
  }

  leafletMap.on("mousemove", move);
  leafletMap.on("mouseout", leave);
  leafletMap.on("click", click);

  return {
    follow(state, previous, source) {
      if (state.selection === previous.selection || !state.selection || source === "map") return;
      // An address, or the back button, says itself where to look.
      if (state.map && state.map !== previous.map) return;
      const points = pointsOf(data, state.selection);
      if (points.length) view.travel(points);
    },
    destroy() {
      leafletMap.off("mousemove", move);
      leafletMap.off("mouseout", leave);
      leafletMap.off("click", click);
    },
  };
}
