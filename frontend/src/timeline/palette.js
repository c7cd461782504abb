// Reads the inks and typefaces of the page's ground from its custom properties.

const INKS = {
  paper: "--paper", raised: "--paper-raised", sunk: "--paper-sunk", ink: "--ink", ink2: "--ink-2", ink3: "--ink-3",
  rule: "--rule", hairline: "--hairline", control: "--control", focus: "--focus", dispute: "--dispute",
  wash: "--dispute-wash", reign: "--reign",
};

/** Return {inks, sides, serif, sans, naskh}; `sides` gives each side its colour, shape and line. */
export function readPalette(element, sides) {
  const style = getComputedStyle(element);
  const value = (name, otherwise = "") => style.getPropertyValue(name).trim() || otherwise;
  const inks = Object.fromEntries(Object.entries(INKS).map(([name, property]) => [name, value(property)]));
  const one = (side) => ({ colour: value(`--side-${side.id}`, inks.ink2), shape: side.shape, pattern: side.pattern });
  return {
    inks,
    sides: new Map(sides.map((side) => [side.id, one(side)])),
    noSide: { colour: inks.ink2, shape: "circle", pattern: "solid" },
    serif: value("--serif", "serif"), sans: value("--sans", "sans-serif"), naskh: value("--naskh", "serif"),
  };
}
