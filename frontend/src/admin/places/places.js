// The map of a place's form: the point picked, moved, typed or accepted, with its ring and what lies about it.

import { createChart } from "../chart/chart.js";
import { readSettings } from "../chart/settings.js";
import { ringCorners } from "../chart/scene.js";
import { asker } from "./asking.js";
import { createCandidates } from "./candidates.js";
import { placeFields } from "./fields.js";
import { showVerdict } from "./verdict.js";

const PIN = "point";
/** Milliseconds without typing after which the server is asked. */
const PAUSE = 250;

function shownOnly(element, settings) {
  const { latitude, longitude } = element.dataset;
  const chart = createChart(element, settings, { label: settings.t("places.map") });
  if (latitude && longitude) {
    chart.show({ pins: [{ id: PIN, lat: Number(latitude), lon: Number(longitude), label: settings.t("places.point"), fixed: true }] });
    chart.frame();
  }
}

// The admin's search field for records tells of a choice through its own jQuery alone.
function heard(field, hear) {
  field.addEventListener("change", hear);
  window.django?.jQuery?.(field).on("change.places", hear);
}

/** Start the map of the place form where the page has one. */
export function startPlaces(document) {
  const element = document.getElementById("place-chart");
  const settings = element && readSettings(document);
  if (!settings) return;
  const fields = placeFields(document);
  if (fields) placing(document, element, settings, fields);
  else shownOnly(element, settings);
}

function placing(document, element, settings, fields) {
  const { t, place } = settings;
  const [askCheck, askAround, askCandidates] = [asker(), asker(), asker()];
  const said = document.getElementById("placing-said");
  let point = null;
  let about = [];
  let timer = 0;
  let framed = false;

  const chart = createChart(element, settings, {
    label: t("places.map"),
    onPick(picked) {
      put(picked);
      chart.focus(PIN);
    },
    onMove: (id, moved, { done }) => put(moved, { done }),
    onRemove: clear,
    onChoose: (token) => candidates.choose(token),
    onView: look,
  });
  const candidates = createCandidates(document, {
    t,
    ask: (q) => askCandidates(place.candidates, { q, slug: place.slug, ...fields.text() }),
    onFound() {
      show();
      chart.frame();
    },
    onChosen(candidate) {
      if (!candidate) return show();
      fields.putKm(candidate.km);
      put(candidate);
      near();
      return chart.say(t("places.chosen", { name: candidate.name }));
    },
  });

  function show() {
    const pin = point && { id: PIN, ...point, label: t("places.point"), km: fields.km() };
    chart.show({ pins: pin ? [pin] : [], marks: [...about, ...candidates.marks()] });
  }

  // The point with its ring, near at hand, whatever else is on the map.
  const near = () => chart.frame(ringCorners({ ...point, km: fields.km() }));

  function put({ lat, lon }, { done = true } = {}) {
    // An answer to where the point was would put it back there.
    askCheck.stop();
    point = { lat, lon };
    fields.put(point);
    show();
    if (done) soon();
  }

  function clear() {
    askCheck.stop();
    point = null;
    fields.put({ lat: "", lon: "" });
    show();
    chart.focus();
    soon();
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  }

  // Both coordinates pasted into one field are parted once it is left: while typing they may not be whole.
  async function part() {
    await check();
    const { lat, lon } = fields.text();
    if (point && lat && !lon) fields.put(point);
  }

  async function check() {
    clearTimeout(timer);
    try {
      const answer = await askCheck(place.check, { ...fields.text(), name: fields.names(), parent: fields.parent(), self: place.key });
      if (!answer) return;
      point = answer.point;
      showVerdict(said, answer, { t, isEmpty: fields.isEmpty(), onSwap: swap });
      show();
      if (point && !framed) near();
      framed = true;
    } catch (failure) {
      said.textContent = failure.message || t("places.failed");
    }
  }

  function swap() {
    fields.turn();
    framed = false;
    check();
  }

  async function look(box) {
    const known = await askAround(place.around, { ...box, self: place.key }).catch(() => null);
    if (!known) return;
    about = known.places.map((one) => ({ ...one, context: true }));
    show();
  }

  for (const field of fields.typed) {
    field.addEventListener("input", () => {
      framed = false;
      soon();
    });
    field.addEventListener("change", part);
  }
  fields.ring?.addEventListener("input", show);
  for (const field of fields.changed) heard(field, soon);
  fields.form.addEventListener("change", (event) => {
    if (/^id_names-\d+-(text|DELETE)$/.test(event.target.id)) soon();
  });
  check();
}
