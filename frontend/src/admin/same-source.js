// Fills in the source and the spot where the editor read last, without leaving the page.

import { tellChange } from "./heard.js";

const SPOT = ["section", "paragraph", "page"];

function choose(select, key, name) {
  let option = [...select.options].find((each) => each.value === String(key));
  if (!option) {
    option = new Option(name, key);
    select.append(option);
  }
  select.value = String(key);
  tellChange(select);
}

/** Let the link “same source as last time” fill the form. */
export function goOnWhereLastRead(form) {
  const link = document.getElementById("same-source");
  if (!link) return;
  const last = JSON.parse(link.dataset.values);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    for (const name of SPOT) form.elements.namedItem(name).value = last[name] ?? "";
    choose(form.elements.namedItem("source"), last.source, last.source_name);
    form.elements.namedItem("sentence")?.focus();
  });
}
