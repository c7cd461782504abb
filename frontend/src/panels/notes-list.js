// Numbers the places in the sources that a panel cites, one number a place.

import { el } from "../dom.js";

const MARKED = { "(lead)": "locator.lead", "(infobox)": "locator.infobox", "(caption)": "locator.caption" };

/** Return where in a work something stands: “Events in Tehran”, para. 4. */
export function locatorText({ section, paragraph, page }, t) {
  return [
    section && (MARKED[section] ? t(MARKED[section]) : t("quoted", { text: section })),
    paragraph && t("locator.paragraph", { number: paragraph }),
    page && t("locator.page", { number: page }),
  ].filter(Boolean).join(", ");
}

const spotOf = ({ citation }) =>
  [citation.source, citation.locator?.section, citation.locator?.paragraph, citation.locator?.page].join("|");

/**
 * Return {numberOf(claim), entries}: each spot in a source has one number, from 1 in the order
 * of the claims given; an entry is {number, source, locator, text, claims}.
 */
export function numberNotes(claims) {
  const entries = new Map();
  for (const claim of claims) {
    const spot = spotOf(claim);
    if (!entries.has(spot)) {
      entries.set(spot, {
        number: entries.size + 1,
        source: claim.citation.source,
        locator: claim.citation.locator ?? {},
        text: claim.citation.text,
        claims: [],
      });
    }
    entries.get(spot).claims.push(claim);
  }
  const byKey = new Map(claims.map((claim) => [claim.id, entries.get(spotOf(claim)).number]));
  return { numberOf: (claim) => byKey.get(claim.id ?? claim) ?? null, entries: [...entries.values()] };
}

/** Return the raised figures of notes, each leading to its entry. */
export function marks(numbers, { t, wording }) {
  const shown = [...new Set(numbers.filter(Boolean))].sort((one, other) => one - other);
  if (!shown.length) return null;
  return el("sup", { class: "marks" }, shown.map((number, at) => [
    at > 0 && ", ",
    el("a", { href: `#note-${number}`, "aria-label": t("panel.note", { number }), on: { click: lead } }, wording.figures(String(number))),
  ]));
}

// The address holds the state, so a note is led to without touching it.
function lead(event) {
  event.preventDefault();
  const entry = document.getElementById(event.currentTarget.getAttribute("href").slice(1));
  entry?.scrollIntoView({ block: "nearest" });
  entry?.querySelector("a")?.focus({ preventScroll: true });
}

/** Return the list of numbered notes: source, place in it, each leading to its claim. */
export function notesList(notes, shell) {
  const { data, t, wording } = shell;
  let before = null;
  return el("ol", { class: "notes-list" }, notes.entries.map((entry) => {
    const where = locatorText(entry.locator, t);
    const source = data.index.source.get(entry.source);
    const same = entry.source === before;
    before = entry.source;
    const open = (event) => {
      event.preventDefault();
      shell.choose({ kind: "claim", slug: entry.claims[0].id });
    };
    const address = shell.config.urls.page.claim.replace("{slug}", encodeURIComponent(entry.claims[0].id));
    const named = same ? t("cite.same", { where }) : [source?.short || source?.title || entry.text, where && `, ${where}`];
    return el("li", { id: `note-${entry.number}` },
      el("span", { class: "number", "aria-hidden": "true" }, wording.figures(String(entry.number))),
      el("a", { href: address, title: entry.text, on: { click: open } }, named));
  }));
}
