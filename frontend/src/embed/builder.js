// Keeps code and preview in step with the choices made, without asking the server again.

import { codesOf, pairsOf } from "./codes.js";

const QUIET = 300;

/**
 * Start a section as templates/pages/embedding.html writes it; `search` is the state to be carried ("?from=…"), `base`
 * the address of the page it was written for.
 */
export function startBuilder(section, search = null, base = document.baseURI) {
  const form = section.querySelector("form");
  const patterns = JSON.parse(section.querySelector("#embedding-patterns").textContent);
  const said = section.querySelector("[role=status]");
  const preview = section.querySelector("[data-preview]");
  const field = (name) => form.elements.namedItem(name);
  if (search !== null) field("url").value = field("url").value.split("?")[0] + search;
  let kind = form.querySelector("[name=what]:checked").value;
  let waiting = null;
  let shown = null;

  function chosen() {
    const { value, dataset } = form.querySelector("[name=what]:checked");
    return { kind: value, slug: dataset.slug, title: dataset.title, page: dataset.page, embed: dataset.embed, named: dataset.named };
  }

  function codes(one) {
    const own = field("url").value.split("?")[1] ?? "";
    const keys = ["view", "filters"].filter((name) => field(name).checked).flatMap((name) => patterns[name]);
    // From the page of a record its atlas is shown with that record chosen, or the lesson begun.
    const has = new URLSearchParams(own);
    const carried = one.named && ![...new URLSearchParams(one.named).keys()].some((key) => has.has(key)) ? one.named : own;
    const options = ["theme", "lang"].map((name) => [name, field(name)?.value]).filter(([, value]) => value && value !== "auto");
    return codesOf(one, {
      state: one.kind === "atlas" ? pairsOf(carried, keys) : [],
      options,
      height: Number(field("height").value) || patterns.heights[one.kind],
      base,
      script: new URL(patterns.script, base).href,
    }, patterns);
  }

  function show() {
    const one = chosen();
    if (one.kind !== kind) field("height").value = patterns.heights[one.kind];
    kind = one.kind;
    form.querySelector("[data-of=atlas]").hidden = kind !== "atlas";
    const made = codes(one);
    for (const area of section.querySelectorAll("[data-code]")) area.value = made[area.dataset.code];
    said.textContent = "";
    clearTimeout(waiting);
    waiting = setTimeout(look, shown === null ? 0 : QUIET, new URL(made.embed, base).href, one.title);
  }

  function look(address, title) {
    preview.height = field("height").value;
    preview.title = title;
    if (address === shown) return;
    shown = address;
    // Replaced: the choices leave no steps in the history.
    if (preview.contentWindow) preview.contentWindow.location.replace(address);
    else preview.src = address;
  }

  async function copy(area) {
    area.select();
    try {
      await navigator.clipboard.writeText(area.value);
      said.textContent = section.dataset.copied;
    } catch {
      said.textContent = section.dataset.byHand;
    }
  }

  section.querySelector("[data-without-script]")?.setAttribute("hidden", "");
  for (const button of section.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(section.querySelector(`#${button.dataset.copy}`)));
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => field("height").checkValidity() && show());
  show();
}
