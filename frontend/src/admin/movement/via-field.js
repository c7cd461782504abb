// Shows the places a leg passes as a list that can be put in order, over the text field that is sent.

import { el, fill } from "../../dom.js";
import { placeField } from "./place-field.js";

const bare = (text) => text.replace(/\s*\([-\w]+\)$/, "");
const read = (input) => input.value.split(";").map((part) => part.trim()).filter(Boolean);

/**
 * Make a text field of places such a list; returns {put(texts), draw(), stops()}: the last gives the texts as they stand,
 * `draw` shows them where somebody else wrote them.
 */
export function viaField(input, { places, t }) {
  const list = el("ol", { class: "via-list" });
  const adder = el("input", { type: "text", class: "via-adder", size: 22, autocomplete: "off", spellcheck: "false", placeholder: t("via.add"), "aria-label": t("via.add") });
  const box = el("div", { class: "via-box" }, list, el("span", { class: "place-box" }, adder));
  input.classList.add("is-behind");
  input.tabIndex = -1;
  input.setAttribute("aria-hidden", "true");
  input.after(box);

  function put(texts) {
    input.value = texts.join("; ");
    input.dispatchEvent(new Event("input", { bubbles: true }));
    draw();
  }

  function moved(at, by) {
    const texts = read(input);
    const [text] = texts.splice(at, 1);
    if (by !== null) texts.splice(at + by, 0, text);
    put(texts);
    const next = by === null ? Math.min(at, texts.length - 1) : at + by;
    (list.children[next]?.querySelector(by === null ? "[data-drop]" : `[data-by="${by}"]:not(:disabled), [data-by]:not(:disabled)`) ?? adder).focus();
  }

  function draw() {
    const texts = read(input);
    fill(list, texts.map((text, at) => {
      const place = bare(text);
      const button = (key, sign, more, act) => el("button", { type: "button", "aria-label": t(key, { place }), on: { click: act }, ...more }, sign);
      return el("li", {}, el("bdi", {}, place),
        button("via.earlier", "‹", { data: { by: -1 }, disabled: at === 0 }, () => moved(at, -1)),
        button("via.later", "›", { data: { by: 1 }, disabled: at === texts.length - 1 }, () => moved(at, 1)),
        button("via.drop", "×", { data: { drop: "" } }, () => moved(at, null)));
    }));
  }

  placeField(adder, { places, t, choose(place) {
    adder.value = "";
    put([...read(input), place.text]);
  } });
  draw();
  return { put, draw, stops: () => read(input) };
}
