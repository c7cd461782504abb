// The list of candidates beside the map: asked for by name, chosen by radio buttons, forms without script send the same.

import { el, fill } from "../../dom.js";

function line(candidate, { t, name, chosen }) {
  const radio = el("input", { type: "radio", name, value: candidate.token, checked: chosen });
  return el(
    "li", {},
    el(
      "label", {}, radio, " ",
      el("span", { class: "candidate-number", "aria-hidden": "true" }, candidate.number), " ",
      el("bdi", { class: "candidate-name" }, candidate.name), " ",
      el("span", { class: "candidate-facts" }, [candidate.facts, candidate.distance].filter(Boolean).join("; ")),
    ), " ",
    candidate.address && el("a", { href: candidate.address }, t("places.open")),
  );
}

/** Return the candidates the server put into the page, so that a form shown again has its map. */
function inPage(place) {
  return [...place.querySelectorAll('input[type="radio"][data-lat]')].map((radio) => ({
    token: radio.value,
    number: Number(radio.closest("li").querySelector(".candidate-number").textContent),
    name: radio.closest("li").querySelector(".candidate-name").textContent,
    lat: Number(radio.dataset.lat),
    lon: Number(radio.dataset.lon),
    km: Number.parseFloat(radio.dataset.km) || null,
  }));
}

/**
 * Keep the candidates; returns {marks(), choose(id)}.
 *
 * `ask(query)` asks the server; `onChosen(candidate)` hears the one chosen, null for none; `onFound()` a new list.
 */
export function createCandidates(document, { t, ask, onChosen, onFound }) {
  const place = document.getElementById("placing-candidates");
  const field = document.getElementById("id_geocode_text");
  const button = document.getElementById("placing-search");
  let shown = inPage(place);
  const chosenToken = () => place.querySelector('input[name="accepted"]:checked')?.value ?? "";

  function show({ summary, trouble, candidates }) {
    shown = candidates;
    const none = el("li", {}, el("label", {}, el("input", { type: "radio", name: "accepted", value: "", checked: true }), " ", t("places.none")));
    fill(
      place,
      trouble && el("p", { class: "placing-trouble" }, trouble),
      el("p", { role: "status" }, summary),
      candidates.length > 0 && el(
        "fieldset", { class: "candidates" },
        el("legend", {}, t("places.choose")),
        el("ul", {}, ...candidates.map((one) => line(one, { t, name: "accepted" })), none),
      ),
    );
    onFound();
  }

  async function search() {
    fill(place, el("p", { role: "status" }, t("places.searching")));
    try {
      const answer = await ask(field.value);
      if (answer) show(answer);
    } catch (failure) {
      shown = [];
      fill(place, el("p", { class: "placing-trouble", role: "alert" }, failure.message || t("places.failed")));
      onFound();
    }
  }

  button.addEventListener("click", (event) => {
    event.preventDefault();
    search();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    search();
  });
  place.addEventListener("change", () => onChosen(shown.find(({ token }) => token === chosenToken()) ?? null));

  return {
    marks: () => shown.map(({ token, number, name, lat, lon, km }) => ({
      id: token, number, name, lat, lon, kind: "town", choosable: true, chosen: token === chosenToken(), km: token === chosenToken() ? km : null,
    })),
    choose(token) {
      const radio = [...place.querySelectorAll('input[name="accepted"]')].find(({ value }) => value === token);
      radio?.click();
      radio?.focus();
    },
  };
}
