// Starts the editing of a march leg by leg where the page is its form.

import { readSettings } from "../chart/settings.js";
import { bestIndex } from "./leg-numbers.js";
import { createLegsChart } from "./legs-chart.js";
import { createOutlook } from "./outlook.js";
import { placeField } from "./place-field.js";
import { createRows } from "./rows.js";
import { viaField } from "./via-field.js";

/** Begin where the page holds rows of legs. */
export function startMovement(document) {
  const list = document.getElementById("legs-list");
  const settings = list && readSettings(document);
  if (!settings) return;
  const { t, places } = settings;
  const form = list.closest("form");
  const said = document.getElementById("legs-said");
  const vias = new WeakMap();
  let legs = [];
  let ask = () => {};

  const rows = createRows(list, {
    t, form,
    foot: document.getElementById("legs-foot"),
    say: (sentence) => { said.textContent = sentence; },
    changed: () => ask(),
    dress(row) {
      for (const input of row.querySelectorAll('[data-place="one"]')) placeField(input, { places, t });
      vias.set(row, viaField(row.querySelector('[data-place="many"]'), { places, t }));
      row.addEventListener("leg:reset", () => vias.get(row).draw());
    },
  });

  function add(row, role, place) {
    if (role !== "via") {
      const input = row.querySelector(`[name$="-${role}"]`);
      input.value = place.text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      return;
    }
    const via = vias.get(row);
    const texts = via.stops();
    const leg = legs.find((one) => rows.row(one.row) === row);
    const points = leg?.stops.every(({ lat }) => lat !== null) ? leg.stops.map(({ lat, lon }) => [lat, lon]) : [];
    // Where both ends are known the stop goes where it lengthens the way least; else it comes last.
    const at = points.length === texts.length + 2 ? bestIndex(points, [place.lat, place.lon]) - 1 : texts.length;
    via.put([...texts.slice(0, at), place.text, ...texts.slice(at)]);
  }

  const chart = createLegsChart(document.getElementById("legs-chart"), settings, { rows, add });
  ask = createOutlook({ form, rows, t, address: settings.outlook, answered(body) {
    legs = body.legs;
    chart.show(body);
  } });
  list.addEventListener("input", () => {
    rows.offer();
    ask();
  });
  list.addEventListener("change", () => ask());
  list.addEventListener("focusin", (event) => chart.hold(event.target.closest(".leg")));
  list.addEventListener("leg:map", (event) => chart.hold(event.target.closest(".leg"), { go: true }));
  ask();
}
