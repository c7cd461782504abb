// Lets the bounds of an atlas be picked: two corners on a chart that fill the four fields, and follow them.

import { el } from "../../dom.js";
import { createChart } from "../chart/chart.js";

const EDGES = ["west", "south", "east", "north"];
const CORNERS = { "south-west": ["south", "west"], "north-east": ["north", "east"] };
const rounded = (degrees) => String(Math.round(degrees * 100) / 100);

/** Set a chart below the four fields of the bounds. */
export function chartBounds(fieldset, settings) {
  const { t } = settings;
  const field = Object.fromEntries(EDGES.map((edge) => [edge, fieldset.querySelector(`[name="${edge}"]`)]));
  if (EDGES.some((edge) => !field[edge])) return;
  const frame = el("div", { class: "bounds-chart" });
  fieldset.append(el("p", { class: "help" }, t("atlas.how")), frame);

  const read = () => {
    const box = Object.fromEntries(EDGES.map((edge) => [edge, field[edge].value.trim() === "" ? NaN : Number(field[edge].value)]));
    return EDGES.every((edge) => Number.isFinite(box[edge]) && Math.abs(box[edge]) <= (edge === "south" || edge === "north" ? 85 : 180)) ? box : null;
  };
  const show = () => {
    const box = read();
    chart.show({
      pins: box ? Object.entries(CORNERS).map(([id, [lat, lon]]) => ({ id, lat: box[lat], lon: box[lon], label: t(`atlas.${id}`) })) : [],
      boxes: box && box.south < box.north && box.west < box.east ? [{ id: "bounds", ...box }] : [],
    });
    return box;
  };
  const put = (corner, { lat, lon }) => {
    const [latitude, longitude] = CORNERS[corner];
    field[latitude].value = rounded(lat);
    field[longitude].value = rounded(lon);
    show();
  };
  const chart = createChart(frame, settings, {
    label: t("atlas.chart"),
    onMove: put,
    onPick(point) {
      const box = read();
      if (!box) {
        // Nothing is typed yet: a frame about the point picked, to be drawn out.
        put("south-west", { lat: point.lat - 2, lon: point.lon - 3 });
        put("north-east", { lat: point.lat + 2, lon: point.lon + 3 });
        return;
      }
      put(point.lat + point.lon < (box.south + box.north + box.west + box.east) / 2 ? "south-west" : "north-east", point);
    },
  });
  for (const edge of EDGES) field[edge].addEventListener("input", show);
  if (show()) chart.frame();
}
