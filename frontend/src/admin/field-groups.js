// Shows only the fields that belong to the attribute and the kind of subject chosen; hidden ones are not sent.

import { hearChanges } from "./heard.js";

/** The names of the fields to hide for an attribute: those that belong to others alone. */
export function notBelonging(rules, attribute) {
  const own = new Set(rules.belongs[attribute] ?? []);
  const all = new Set(Object.values(rules.belongs).flat());
  return [...all].filter((name) => !own.has(name));
}

/** The ends an attribute may speak of; "" stands for the whole. */
export function endsOf(rules, attribute) {
  return rules.edges[attribute] ?? [""];
}

/** The subjects to hide once a kind is chosen; none before. */
export function otherSubjects(rules, kind) {
  return kind ? rules.subjects.filter((name) => name !== kind) : [];
}

// One field of several in a row has a box of its own.
function rowOf(form, name) {
  const box = form.querySelector(`.fieldBox.field-${name}`);
  return box ? box.parentElement : form.querySelector(`.form-row.field-${name}`);
}

function show(form, name, shown) {
  const row = rowOf(form, name);
  if (!row) return;
  row.hidden = !shown;
  for (const control of row.querySelectorAll("input, select, textarea")) control.disabled = !shown;
}

function showGroups(form) {
  for (const group of form.querySelectorAll("fieldset.module")) {
    const rows = [...group.querySelectorAll(":scope > .form-row, .flex-container.form-multiline > div")]
      .filter((row) => !row.matches(".form-row:has(.form-multiline)"));
    if (rows.length) group.hidden = rows.every((row) => row.hidden || row.classList.contains("hidden"));
  }
  for (const row of form.querySelectorAll(".form-row:has(.form-multiline)")) {
    row.hidden = [...row.querySelectorAll(".form-multiline > div")].every((each) => each.hidden);
  }
}

function showEnds(form, ends) {
  const select = form.elements.namedItem("edge");
  if (!select) return;
  for (const option of select.options) {
    option.hidden = option.disabled = !ends.includes(option.value);
  }
  if (!ends.includes(select.value)) select.value = "";
  show(form, "edge", ends.length > 1);
}

function apply(form, rules) {
  const attribute = form.elements.namedItem("attribute")?.value ?? "";
  const kind = new FormData(form).get("subject_kind") ?? "";
  const hidden = new Set([...notBelonging(rules, attribute), ...otherSubjects(rules, kind)]);
  for (const name of [...Object.values(rules.belongs).flat(), ...rules.subjects]) show(form, name, !hidden.has(name));
  showEnds(form, endsOf(rules, attribute));
  showGroups(form);
}

function openCountedFrom(form) {
  const details = form.querySelector("fieldset.counted-from details");
  const anchors = ["relative_to_claim", "relative_to_event"].map((name) => form.elements.namedItem(name));
  if (details && anchors.some((each) => each?.value)) details.open = true;
}

/** Keep the form to what belongs, from now on. */
export function showWhatBelongs(form, rules) {
  if (!form.elements.namedItem("attribute")) return;
  form.classList.add("follows-choice");
  apply(form, rules);
  openCountedFrom(form);
  hearChanges(form, ({ target }) => {
    if (["attribute", "subject_kind"].includes(target.name)) apply(form, rules);
  });
}
