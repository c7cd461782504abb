// Finds what a reader may mean by a few letters, in any spelling.

import { fold } from "../folding.js";
import { titleOf } from "../atlas-data.js";

const MOST_OF_A_KIND = 5;
const KINDS = ["place", "person", "force", "event", "movement", "source"];
const PLURAL = { place: "places", person: "people", force: "forces", event: "events", movement: "movements", source: "sources" };

/** Return the atlas made ready for searching: [{kind, slug, title, fa, name, text}]. */
export function indexForSearch(data) {
  return KINDS.flatMap((kind) => data[PLURAL[kind]].map((record) => {
    const title = titleOf(record);
    const name = fold([title, record.fa, record.short].filter(Boolean).join(" "));
    return { kind, slug: record.id, title, fa: record.fa ?? "", name, text: record.search ? `${name} ${record.search}` : name, weight: record.importance ?? 3 };
  }));
}

// 0 the whole name, 1 it begins with it, 2 a word of it does, 3 it is in it, 4 it is in the text.
function rank(entry, query, words) {
  if (entry.name === query) return 0;
  if (entry.name.startsWith(query)) return 1;
  const inName = words.every((word) => ` ${entry.name}`.includes(` ${word}`));
  if (inName) return 2;
  if (words.every((word) => entry.name.includes(word))) return 3;
  return words.every((word) => entry.text.includes(word)) ? 4 : null;
}

// Spellings of Persian names in Latin letters part in their vowels, in letters doubled and in words joined.
const consonants = (text) => text.replace(/[aeiouyw ]/g, "").replace(/q|gh/g, "k").replace(/(.)\1+/g, "$1");
const FEWEST_CONSONANTS = 3;

function soundsLike(entries, query) {
  const sought = consonants(query);
  if (sought.length < FEWEST_CONSONANTS) return [];
  return entries.filter(({ name }) => consonants(name).includes(sought)).map((entry) => ({ entry, rank: 5 }));
}

/** Return {matches, more}: the best entries, at most five of a kind, and how many were left out. */
export function search(entries, text) {
  const query = fold(text);
  const words = query.split(" ").filter(Boolean);
  if (!words.length) return { matches: [], more: 0 };
  const found = entries.map((entry) => ({ entry, rank: rank(entry, query, words) })).filter((one) => one.rank !== null);
  const ranked = (found.length ? found : soundsLike(entries, query))
    .sort((one, other) => one.rank - other.rank || KINDS.indexOf(one.entry.kind) - KINDS.indexOf(other.entry.kind)
      || other.entry.weight - one.entry.weight || one.entry.title.localeCompare(other.entry.title));
  const counts = {};
  const matches = ranked
    .map(({ entry }) => entry)
    .filter(({ kind }) => {
      counts[kind] = (counts[kind] ?? 0) + 1;
      return counts[kind] <= MOST_OF_A_KIND;
    });
  return { matches, more: ranked.length - matches.length };
}
