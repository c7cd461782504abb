// Keeps the view of the map and the state's `map` the same, whichever of the two moved.

const REST = 200;
const SLIVER = 0.09;
const WIDE = 640;
const rounded = (value, digits) => Number(value.toFixed(digits));
const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Return the state of a view: degrees to four places, zoom to two. */
export function viewOf(leafletMap) {
  const { lat, lng } = leafletMap.getCenter();
  return { lat: rounded(lat, 4), lon: rounded(lng, 4), zoom: rounded(leafletMap.getZoom(), 2) };
}

const alike = (one, other) =>
  Boolean(one && other) && Math.abs(one.lat - other.lat) < 1e-3 && Math.abs(one.lon - other.lon) < 1e-3 && Math.abs(one.zoom - other.zoom) < 0.01;

/**
 * Follow the map both ways; returns {travel(points), destroy}.
 *
 * What the reader moved is told to the store when the map has come to rest; what the store says
 * (back button, search, lesson) the map shows. `bounds()` is the box it opens on.
 */
export function followView(leafletMap, { store, bounds }) {
  let timer = 0;
  let ours = 0;

  function quietly(move) {
    ours += 1;
    move();
    ours -= 1;
  }

  // Fill the pane: where one step more of zoom cuts off only a sliver, the sliver is given up.
  function open() {
    const box = window.L.latLngBounds(bounds());
    const zoom = leafletMap.getBoundsZoom(box);
    const more = zoom + leafletMap.options.zoomSnap;
    const [low, high] = [box.getSouthWest(), box.getNorthEast()].map((corner) => leafletMap.project(corner, more));
    const size = leafletMap.getSize();
    const fits = size.x >= WIDE && Math.abs(high.x - low.x) * (1 - SLIVER) <= size.x && Math.abs(high.y - low.y) * (1 - SLIVER) <= size.y;
    const middle = low.add(high).divideBy(2);
    // What is cut off is cut off below, where the legend stands anyhow.
    if (fits) middle.y = Math.min(middle.y, high.y + size.y / 2 + (low.y - high.y - size.y) * 0.3);
    leafletMap.setView(leafletMap.unproject(middle, more), fits ? more : zoom, { animate: false });
  }

  function show(place, { animate = false } = {}) {
    // While it zooms, Leaflet passes over what it is asked: it is asked again when it has.
    if (leafletMap._animatingZoom) leafletMap.once("zoomend", () => show(store.get().map, { animate }));
    else quietly(() => {
      if (place) leafletMap.setView([place.lat, place.lon], place.zoom, { animate: animate && !still() });
      else open();
    });
  }

  function told() {
    clearTimeout(timer);
    if (ours) return;
    const before = store.get().map;
    timer = setTimeout(() => {
      const now = viewOf(leafletMap);
      // Sent elsewhere meanwhile, it has yet to go there.
      if (store.get().map === before && !alike(now, before)) store.set({ map: now }, { source: "map" });
    }, REST);
  }

  show(store.get().map);
  leafletMap.on("moveend", told);
  leafletMap.on("marchlines:whole", () => store.set({ map: null }, { source: "whole" }));
  const resized = new ResizeObserver(() => {
    const opening = !store.get().map;
    quietly(() => leafletMap.invalidateSize({ animate: false, pan: false }));
    if (opening) show(null);
  });
  resized.observe(leafletMap.getContainer());
  const forget = store.subscribe((state, previous, source) => {
    if (state.map === previous.map || source === "map" || (state.map && alike(state.map, viewOf(leafletMap)))) return;
    show(state.map, { animate: true });
  });

  return {
    /** Move so that all points [lat, lon] are seen, unless they already are. */
    travel(points) {
      const size = leafletMap.getSize();
      const margin = Math.min(60, size.x / 6, size.y / 6);
      const seen = points.every((point) => {
        const { x, y } = leafletMap.latLngToContainerPoint(point);
        return x >= margin / 2 && y >= margin / 2 && x <= size.x - margin / 2 && y <= size.y - margin / 2;
      });
      if (seen) return;
      const duration = still() ? 0 : 0.7;
      if (points.length === 1 || points.every(([lat, lon]) => lat === points[0][0] && lon === points[0][1])) {
        leafletMap.panTo(points[0], { animate: duration > 0, duration });
        return;
      }
      leafletMap.fitBounds(points, { animate: duration > 0, duration, padding: [margin, margin], maxZoom: Math.max(7, leafletMap.getZoom()) });
    },
    destroy() {
      clearTimeout(timer);
      leafletMap.off("moveend", told);
      resized.disconnect();
      forget();
    },
  };
}
