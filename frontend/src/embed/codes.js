// Fills the patterns of code that another site pastes: pure, the same as timeline/embedding/codes.py.

const MARKUP = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => MARKUP[sign]);
const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_whole, name) => values[name]);

const spelled = (text) => encodeURIComponent(text)
  .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  .replaceAll("%20", "+").replaceAll("%2C", ",").replaceAll("%3A", ":");

/** Return the pairs of a query string that these keys name, in the order of the keys. */
export function pairsOf(search, keys) {
  const query = new URLSearchParams(search);
  return keys.flatMap((key) => query.getAll(key).filter(Boolean).map((value) => [key, value]));
}

/** Return the path with these pairs behind it. */
export function addressWith(path, pairs) {
  return pairs.length ? `${path}?${pairs.map(([key, value]) => `${spelled(key)}=${spelled(value)}`).join("&")}` : path;
}

/**
 * Return {embed, script, frame, link} for what is chosen: {kind, slug, title, page, embed}.
 *
 * state: pairs carried along; options: pairs of theme and language; height: pixels; base: the address of our front
 * page; script: that of our script; patterns, repeated and heights: as the page of the codes hands them over.
 */
export function codesOf(chosen, { state, options, height, base, script }, { patterns, repeated, heights }) {
  const { kind, slug, title } = chosen;
  const embed = addressWith(chosen.embed, [...state, ...options]);
  const whole = (path) => new URL(path, base).href;
  const attributes = new Map([[kind, [slug]]]);
  for (const [key, value] of [...state, ...options]) {
    attributes.set(key, repeated.includes(key) ? [...(attributes.get(key) ?? []), value] : [value]);
  }
  // Left alone, the element finds its own.
  if (height !== heights[kind]) attributes.set("height", [height]);
  const words = {
    embed: escaped(whole(embed)),
    page: escaped(whole(addressWith(chosen.page, state))),
    script: escaped(script),
    title: escaped(title),
    width: "100%",
    height,
    attributes: [...attributes].map(([key, values]) => ` ${key}="${escaped(values.join(" "))}"`).join(""),
  };
  return { embed, ...Object.fromEntries(Object.entries(patterns).map(([name, pattern]) => [name, filled(pattern, words)])) };
}
