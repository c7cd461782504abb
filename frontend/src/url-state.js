// Reads and writes the state in the page's address: one declared table of keys.

import { dayOfIso, isoOfDay } from "./iso-days.js";

export const SELECTABLE = ["event", "movement", "place", "person", "force", "source", "claim"];
// Dots alone would lead from the address of a record to that of all of them.
const SLUG = /^(?!\.{1,2}$)[\p{L}\p{N}._~:-]{1,200}$/u;
const LONGEST_SEARCH = 200;

class BadValue extends Error {}

function refuseUnless(condition, problem) {
  if (!condition) throw new BadValue(problem);
}

// Codecs: text <-> value. Decoding throws BadValue with the key of the sentence to show.

const oneOf = (...allowed) => ({
  encode: (value) => value,
  decode(text) {
    refuseUnless(allowed.includes(text), "problem.choice");
    return text;
  },
});

const day = (edge) => ({
  encode: (value) => isoOfDay(Math.floor(value)),
  decode(text) {
    const number = dayOfIso(text, edge);
    refuseUnless(number !== null, "problem.day");
    return number;
  },
});

const numbers = (count, problem, fits) => ({
  encode: (values) => values.map((value) => String(Math.round(value * 1e4) / 1e4)).join(","),
  decode(text) {
    const parts = text.split(",");
    const values = parts.map(Number);
    const whole = parts.length === count && parts.every((part) => part.trim()) && values.every(Number.isFinite);
    refuseUnless(whole && fits(...values), problem);
    return values;
  },
});

const isPoint = (lat, lon) => Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
const POINT = numbers(2, "problem.point", isPoint);
const BOX = numbers(4, "problem.box", (w, s, e, n) => isPoint(s, w) && isPoint(n, e) && s <= n && w <= e);
const VIEW = numbers(3, "problem.view", (lat, lon, zoom) => isPoint(lat, lon) && zoom >= 0 && zoom <= 22);
const KILOMETRES = numbers(1, "problem.radius", (km) => km > 0 && km <= 20040);

const RADIUS = {
  encode: (km) => KILOMETRES.encode([km]),
  decode: (text) => KILOMETRES.decode(text)[0],
};

const MAP = {
  encode: ({ lat, lon, zoom }) => VIEW.encode([lat, lon, zoom]),
  decode(text) {
    const [lat, lon, zoom] = VIEW.decode(text);
    return { lat, lon, zoom };
  },
};

const RECORD = {
  encode: ({ kind, slug }) => `${kind}:${slug}`,
  decode(text) {
    const colon = text.indexOf(":");
    const [kind, slug] = [text.slice(0, colon), text.slice(colon + 1)];
    refuseUnless(SELECTABLE.includes(kind) && SLUG.test(slug), "problem.record");
    return { kind, slug };
  },
};

const NAME = {
  encode: (value) => value,
  decode(text) {
    refuseUnless(SLUG.test(text), "problem.slug");
    return text;
  },
};

const WORDS = {
  encode: (value) => value,
  decode(text) {
    refuseUnless(text.length <= LONGEST_SEARCH, "problem.long");
    return text;
  },
};

const TRUTH = {
  encode: String,
  decode: (text) => oneOf("true", "false").decode(text) === "true",
};

// A key says which codec spells it and where in the state it stands, as a path; `always` is for links,
// `kind` the kind of record it names.

const filter = (name, codec, many = false) => ({ key: name, codec, path: ["filters", name], many });

export const ADDRESS_KEYS = [
  { key: "from", codec: day("first"), path: ["window", "from"], always: true },
  { key: "to", codec: day("last"), path: ["window", "to"], always: true },
  { key: "day", codec: day("first"), path: ["cursor"], always: true },
  { key: "at", codec: RECORD, path: ["selection"] },
  { key: "map", codec: MAP, path: ["map"] },
  { key: "lanes", codec: oneOf("theatre", "side", "force"), path: ["lanes"] },
  { key: "ruler", codec: oneOf("solar_hijri", "lunar_hijri", "julian"), path: ["ruler"] },
  { key: "lesson", codec: NAME, path: ["lesson"], always: true },
  { key: "step", codec: NAME, path: ["step"] },
  { key: "theme", codec: oneOf("auto", "light", "dark", "contrast"), path: ["theme"] },
  ...["side", "kind", "theatre", "force", "person", "place", "source", "status"].map((name) => filter(name, NAME, true)),
  filter("disputed", TRUTH),
  filter("q", WORDS),
  filter("certainty", oneOf("certainly", "possibly")),
  filter("bbox", BOX),
  filter("near", POINT),
  filter("radius_km", RADIUS),
  { ...filter("according_to", NAME), kind: "source" },
  { ...filter("compare", NAME), kind: "source" },
];

const read = (state, path) => path.reduce((value, step) => value[step], state);

function written(state, [step, ...rest], value) {
  return { ...state, [step]: rest.length ? written(state[step], rest, value) : value };
}

const spelled = ({ codec, many }, value) => {
  if (many) return value.map(codec.encode);
  return value === null || value === "" ? [] : [codec.encode(value)];
};

/**
 * Return the query string (without "?") that opens this state.
 *
 * What is as in `opening` is left out. With `whole`, window and day are spelled all the same, which
 * is what a copied link needs: it must open the same view when the atlas opens elsewhere one day. So
 * they are with a record chosen, for an address of a record alone goes to the record's own days.
 */
export function encodeState(state, opening, { whole = false } = {}) {
  const query = new URLSearchParams();
  for (const entry of ADDRESS_KEYS) {
    const texts = spelled(entry, read(state, entry.path));
    const usual = spelled(entry, read(opening, entry.path));
    if (texts.join("\n") === usual.join("\n") && !((whole || state.selection) && entry.always)) continue;
    texts.forEach((text) => query.append(entry.key, text));
  }
  return query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
}

/**
 * Return {state, problems}: the opening state changed by what the query string says.
 *
 * Unknown keys are ignored; a bad value of a known key leaves the opening value and adds
 * {problem, key, value}, `problem` naming the sentence to show.
 */
export function decodeState(text, opening) {
  const query = new URLSearchParams(text);
  const problems = [];
  let state = opening;
  for (const { key, codec, path, many } of ADDRESS_KEYS) {
    const values = [];
    for (const value of query.getAll(key)) {
      try {
        if (value !== "") values.push(codec.decode(value));
      } catch (failure) {
        if (!(failure instanceof BadValue)) throw failure;
        problems.push({ problem: failure.message, key, value });
      }
    }
    if (values.length) state = written(state, path, many ? [...new Set(values)] : values.at(-1));
  }
  if (state.window.from > state.window.to) {
    problems.push({ problem: "problem.order", key: "from", value: query.get("from") ?? query.get("to") });
    state = { ...state, window: opening.window };
  }
  return { state, problems };
}

/** Return {state, problems} with every chosen record and facet that the atlas does not hold taken out. */
export function checkAgainstAtlas(state, data) {
  const problems = [];
  let checked = state;
  // What one source leaves out is in the atlas all the same.
  const { index } = data.all;
  const refuse = (key, value) => problems.push({ problem: "problem.unknown", key, value });
  for (const { key, path, many, kind = many && key } of ADDRESS_KEYS) {
    const value = read(state, path);
    const known = index[kind];
    if (!known || !value) continue;
    const chosen = [value].flat();
    const kept = chosen.filter((slug) => known.has(slug));
    chosen.filter((slug) => !known.has(slug)).forEach((slug) => refuse(key, slug));
    if (kept.length < chosen.length) checked = written(checked, path, many ? kept : null);
  }
  const { selection } = state;
  if (selection && index[selection.kind] && !index[selection.kind].has(selection.slug)) {
    refuse("at", `${selection.kind}:${selection.slug}`);
    checked = { ...checked, selection: null };
  }
  return { state: checked, problems };
}
