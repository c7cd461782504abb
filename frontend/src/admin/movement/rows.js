// Keeps the rows of the legs: their order and numbers, their tools, a further one, one taken out.

import { el, fill, svg } from "../../dom.js";
import { draggable } from "./drag.js";
import { followed, renumbered } from "./leg-numbers.js";

const named = (row, name) => row.querySelector(`[name$="-${name}"]`);
export const textOf = (row, name) => named(row, name)?.value.trim() ?? "";

const crosshair = () => svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" },
  svg("circle", { cx: 8, cy: 8, r: 5, fill: "none", stroke: "currentColor", "stroke-width": 1.5 }),
  svg("path", { d: "M8 0v5M8 11v5M0 8h5M11 8h5", stroke: "currentColor", "stroke-width": 1.5 }));

/** Put every field of a row back to how the page came, so that a row nobody wants is an empty one. */
function reset(row) {
  for (const field of row.querySelectorAll("input, select, textarea")) {
    if (field.type === "checkbox") field.checked = field.defaultChecked;
    else if (field.tagName === "SELECT") [...field.options].forEach((option) => { option.selected = option.defaultSelected; });
    else if (field.type !== "hidden") field.value = field.defaultValue;
  }
  row.dispatchEvent(new CustomEvent("leg:reset"));
}

/**
 * Take charge of the list of rows.
 *
 * `dress(row)` is called for each row once; `changed()` whenever order or number of rows changed; `say` speaks to a
 * screen reader. Returns {rows, row(number of its form), numberOf(row)}.
 */
export function createRows(list, { t, dress, changed, say, form, foot }) {
  const total = form.elements[`${list.dataset.prefix}-TOTAL_FORMS`];
  const template = document.getElementById("leg-template");
  const all = () => [...list.querySelectorAll(":scope > li.leg")];
  const rows = () => all().filter((row) => !row.hidden && !row.classList.contains("is-going"));
  const numberOf = (row) => rows().indexOf(row) + 1;
  let known = [];

  function followMovers(numbers) {
    for (const first of form.querySelectorAll('input[name$="-from_leg"]')) {
      const last = form.elements[first.name.replace(/from_leg$/, "to_leg")];
      const value = (field) => (/^\d+$/.test(field.value) ? Number(field.value) : null);
      const [joins, leaves] = followed([value(first), value(last)], numbers);
      first.value = joins ?? first.value;
      last.value = leaves ?? last.value;
    }
  }

  function renumber() {
    const now = rows();
    followMovers(renumbered(known, now));
    known = now;
    now.forEach((row, at) => {
      named(row, "position").value = at + 1;
      row.querySelector(".leg-number").textContent = at + 1;
      const number = at + 1;
      for (const [tool, key] of [["up", "legs.up"], ["down", "legs.down"], ["drag", "legs.drag"], ["map", "legs.on-map"], ["remove", "legs.remove"]]) {
        const button = row.querySelector(`[data-tool="${tool}"]`);
        button.setAttribute("aria-label", t(key, { number }));
        button.title = t(key, { number });
      }
      row.querySelector('[data-tool="up"]').disabled = at === 0;
      row.querySelector('[data-tool="down"]').disabled = at === now.length - 1;
    });
    offer();
    changed();
  }

  function move(row, by, focus) {
    const now = rows();
    const other = now[now.indexOf(row) + by];
    if (!other) return;
    if (by < 0) other.before(row);
    else other.after(row);
    renumber();
    const button = row.querySelector(`[data-tool="${focus}"]`);
    (button.disabled ? row.querySelector('[data-tool="drag"]') : button).focus();
    announce(row);
  }

  const announce = (row) => say(t("legs.moved", { way: row.querySelector(".leg-way").textContent, number: numberOf(row), count: rows().length }));

  function takeOut(row) {
    const number = numberOf(row);
    const tick = named(row, "DELETE");
    const next = rows()[number] ?? rows()[number - 2];
    if (tick && !row.classList.contains("is-new")) {
      tick.checked = true;
      row.classList.add("is-going");
      row.querySelector('[data-tool="keep"]').textContent = t("legs.keep", { number });
      say(t("legs.removed", { number }));
      renumber();
      (named(row, "claims_to") ?? row.querySelector('[data-tool="keep"]')).focus();
    } else {
      reset(row);
      row.hidden = true;
      say(t("legs.gone", { number }));
      renumber();
      (next?.querySelector('[data-tool="remove"]') ?? foot.querySelector("button")).focus();
    }
  }

  function keep(row) {
    named(row, "DELETE").checked = false;
    row.classList.remove("is-going");
    renumber();
    row.querySelector('[data-tool="remove"]').focus();
  }

  function furnish(row) {
    const tool = (name, sign, act) => el("button", { type: "button", class: "leg-tool", data: { tool: name }, on: { click: act } }, sign);
    const handle = tool("drag", "⠿", () => {});
    handle.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      move(row, by, "drag");
    });
    draggable(handle, row, () => {
      renumber();
      announce(row);
      handle.focus();
    });
    fill(row.querySelector(".leg-tools"), handle, tool("up", "↑", () => move(row, -1, "up")), tool("down", "↓", () => move(row, 1, "down")),
      tool("map", crosshair(), () => row.dispatchEvent(new CustomEvent("leg:map", { bubbles: true }))), tool("remove", "×", () => takeOut(row)),
      el("button", { type: "button", class: "leg-keep", data: { tool: "keep" }, on: { click: () => keep(row) } }, t("legs.keep", { number: "" })));
    if (named(row, "DELETE")?.checked) row.classList.add("is-going");
    dress(row);
  }

  function offer() {
    const last = rows().at(-1);
    const place = last ? textOf(last, "end").replace(/\s*\([-\w]+\)$/, "") : "";
    const button = foot.querySelector("button");
    if (button) button.textContent = last ? (place ? t("legs.add", { place }) : t("legs.add-unknown")) : t("legs.add-first");
  }

  function add() {
    const from = rows().length ? textOf(rows().at(-1), "end") : "";
    let row = all().find((one) => one.hidden && one.classList.contains("is-new"));
    if (!row) {
      row = template.content.firstElementChild.cloneNode(true);
      for (const part of row.querySelectorAll("[name], [id], [for]")) {
        for (const name of ["name", "id", "for"]) {
          if (part.hasAttribute(name)) part.setAttribute(name, part.getAttribute(name).replace("__prefix__", total.value));
        }
      }
      row.dataset.form = row.dataset.form.replace("__prefix__", total.value);
      total.value = Number(total.value) + 1;
      furnish(row);
    }
    row.hidden = false;
    list.append(row);
    named(row, "start").value = from;
    renumber();
    (from ? named(row, "end") : named(row, "start")).focus();
  }

  for (const row of all()) {
    furnish(row);
    // The further leg that the page offers without a script waits until it is asked for.
    if (row.classList.contains("is-new") && !textOf(row, "end") && !row.classList.contains("has-errors")) {
      reset(row);
      row.hidden = true;
    }
  }
  if (template) foot.append(el("button", { type: "button", class: "leg-add", on: { click: add } }));
  form.append(el("input", { type: "hidden", name: "legs-followed", value: "1" }));
  list.classList.add("is-scripted");
  known = rows();
  renumber();
  return { rows, numberOf, offer, row: (number) => all().find((one) => one.dataset.form === `${list.dataset.prefix}-${number}`) };
}
