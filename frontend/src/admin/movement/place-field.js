// Offers places below a text field while a name is typed: a combobox that pointer and keyboard use alike.

import { el, fill } from "../../dom.js";
import { createQuestion } from "../asking.js";

let made = 0;

/**
 * Make a text field one of places. `places` is the address that finds them; `choose(place)` hears the choice,
 * and otherwise the field is filled with it.
 */
export function placeField(input, { places, t, choose }) {
  made += 1;
  const id = `places-found-${made}`;
  const list = el("ul", { id, class: "places-found", role: "listbox", hidden: true });
  const said = el("span", { class: "unseen-words", role: "status" });
  let found = [];
  let at = -1;
  const dress = (attributes) => Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
  dress({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id });
  input.after(list, said);

  // Whoever closes the list wants no older answer to open it again.
  function close() {
    ask.stop();
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function take(place) {
    close();
    if (choose) {
      choose(place);
      return;
    }
    input.value = place.text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function mark(next) {
    at = (next + found.length) % found.length;
    [...list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    input.setAttribute("aria-activedescendant", `${id}-${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  }

  const ask = createQuestion((body) => {
    if (document.activeElement !== input) return;
    found = body.places;
    fill(said, found.length ? t("place.found", { count: found.length }) : t("place.none"));
    fill(list, found.map((place, index) => {
      const option = el("li", { id: `${id}-${index}`, role: "option", "aria-selected": "false" },
        el("bdi", {}, place.name), el("span", { class: "place-kind" }, place.kind_label));
      option.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        take(place);
      });
      return option;
    }));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
  });

  input.addEventListener("input", (event) => {
    // What is written here by a choice is no question.
    if (!event.isTrusted) return;
    if (input.value.trim()) ask(`${places}?${new URLSearchParams({ q: input.value })}`);
    else close();
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const open = !list.hidden && found.length > 0;
    if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    } else if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      mark(at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1));
    } else if (event.key === "Enter" && (open || choose)) {
      // Enter would send the form.
      event.preventDefault();
      if (open) take(found[Math.max(at, 0)]);
    }
  });
}
