// Reads the colours, faces and measures of the page's ground for drawing on canvas.

const NAMES = ["paper", "paper-raised", "ink", "ink-2", "ink-3", "rule", "land", "sea", "halo", "select", "dispute", "on-side", "focus"];
const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Return [r, g, b] of a colour written #rgb or #rrggbb; other forms are taken for black. */
export function channels(colour) {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour.trim())?.[1];
  if (!digits) return [0, 0, 0];
  const wide = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  return [0, 2, 4].map((at) => parseInt(wide.slice(at, at + 2), 16));
}

/** Return a colour so many parts of the way from `ground` to `colour`: a paler ink that hides what is under it. */
export function mixed(colour, ground, part) {
  const [one, other] = [channels(colour), channels(ground)];
  return `rgb(${one.map((value, i) => Math.round(other[i] + (value - other[i]) * part)).join(" ")})`;
}

/** Return a colour with an opacity. */
export function washed(colour, opacity) {
  return `rgb(${channels(colour).join(" ")} / ${opacity})`;
}

/**
 * Return the inks of an element's ground.
 *
 * A side's colour is the page's own on this ground (`--side-<id>`), else what the side states; `text` is
 * the twin for words.
 * `unit` is 1, or 2 in presentations.
 */
export function readInk(element, sides) {
  const style = getComputedStyle(element);
  const read = (name) => style.getPropertyValue(`--${name}`).trim();
  const dark = channels(read("paper")).reduce((sum, value) => sum + value, 0) < 384;
  const ink = Object.fromEntries(NAMES.map((name) => [camel(name), read(name)]));
  ink.serif = read("serif") || "serif";
  ink.sans = read("sans") || "sans-serif";
  ink.naskh = read("naskh") || "serif";
  ink.unit = (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
  ink.dark = dark;
  ink.sides = new Map(
    sides.map((side) => {
      const colour = read(`side-${side.id}`) || (dark && side.colour_dark) || side.colour || ink.ink;
      const text = read(`side-${side.id}-text`) || colour;
      return [side.id, { ...side, colour, text }];
    }),
  );
  ink.noSide = { id: null, colour: ink.ink2, text: ink.ink2, pattern: "solid", shape: "circle", label: "" };
  ink.sideOf = (id) => ink.sides.get(id) ?? ink.noSide;
  return ink;
}
