// Runs the search field of the header: a list of what was found, worked by keyboard and pointer.

import { el, fill, isolated } from "../dom.js";
import { changed } from "../filter-state.js";
import { indexForSearch, search } from "./matches.js";

/** Make `field` search the atlas; Enter with nothing marked takes what stands first. */
export function searchIn(field, shell) {
  const { data, store, t } = shell;
  const form = field.closest("form");
  const list = el("ul", { id: "search-results", role: "listbox", "aria-label": t("search.results") });
  const said = el("p", { class: "search-said", role: "status" });
  const popup = el("div", { class: "search-results", hidden: true }, list, said);
  form.append(popup);
  Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" })
    .forEach(([name, value]) => field.setAttribute(name, value));

  let entries = null;
  let told = null;
  let options = [];
  let marked = -1;

  function close() {
    popup.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    marked = -1;
  }

  function mark(index) {
    marked = index;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === index)));
    const item = list.children[index];
    if (item) field.setAttribute("aria-activedescendant", item.id);
    else field.removeAttribute("aria-activedescendant");
    item?.scrollIntoView({ block: "nearest" });
  }

  function choose(index) {
    const option = options[index];
    close();
    if (option.slug) shell.choose({ kind: option.kind, slug: option.slug });
    else store.set({ filters: changed(store.get().filters, "q", option.query) }, { source: "search" });
    if (option.slug) field.value = "";
    field.blur();
  }

  function line(option, at) {
    const parts = option.slug
      ? [el("span", { class: "found-title" }, isolated(option.title)), ["place", "person", "force"].includes(option.kind) && option.fa && el("bdi", { lang: "fa", class: "found-fa" }, option.fa),
        el("span", { class: "found-kind" }, t(`search.${option.kind}`))]
      : [el("span", { class: "found-filter" }, t("search.filter", { query: option.query }))];
    return el("li", {
      id: `found-${at}`,
      role: "option",
      "aria-selected": "false",
      on: { pointerdown: (event) => event.preventDefault(), click: () => choose(at), pointermove: () => marked !== at && mark(at) },
    }, parts);
  }

  function look() {
    const query = field.value.trim();
    if (!query) {
      close();
      return;
    }
    // Another source may have come to tell the atlas since.
    if (told !== data.events) entries = indexForSearch(data);
    told = data.events;
    const { matches, more } = search(entries, query);
    const mentioned = matches.some(({ kind }) => kind === "event");
    options = mentioned || !matches.length ? [...matches, ...(matches.length ? [{ query }] : [])] : matches;
    fill(list, options.map(line));
    said.textContent = matches.length
      ? [t("search.found", { count: matches.length + more }), more && t("search.more", { count: more })].filter(Boolean).join(", ")
      : t("search.none", { query });
    popup.hidden = false;
    field.setAttribute("aria-expanded", "true");
    mark(-1);
  }

  field.addEventListener("input", look);
  field.addEventListener("focus", () => field.value && look());
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && !popup.hidden) {
      event.preventDefault();
      // One place more than there are options: the field itself, where nothing is marked.
      const places = options.length + 1;
      mark(((marked + 1 + steps[event.key] + places) % places) - 1);
    } else if (event.key === "Enter" && !popup.hidden && marked >= 0) {
      event.preventDefault();
      choose(marked);
    } else if (event.key === "Escape") {
      if (popup.hidden) field.blur();
      else close();
      event.preventDefault();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (options.length) choose(Math.max(0, marked));
  });
  look();
}
