// Reads the plate's colours and faces from the page's tokens, so that a change of theme is only a redraw.

const TOKENS = {
  sea: "--sea", seaLine: "--sea-line", coast: "--coast", land: "--land", landOther: "--land-other",
  river: "--river", border: "--border", halo: "--halo", ink: "--ink", ink2: "--ink-2", ink3: "--ink-3",
  waterInk: "--water-ink", paper: "--paper", rule: "--rule", persia: "--ribbon-persia",
  russia: "--ribbon-russia", ottoman: "--ribbon-ottoman", other: "--ribbon-other",
  sphereRussia: "--sphere-russia", sphereBritain: "--sphere-britain",
  serif: "--serif", sans: "--sans", naskh: "--naskh",
};

// Shade and light of the relief, each with the share that the steepest slope takes.
const INKS = {
  light: { shade: [92, 70, 42], shadeShare: 0.42, light: [255, 252, 240], lightShare: 0.62 },
  dark: { shade: [0, 0, 0], shadeShare: 0.62, light: [214, 190, 150], lightShare: 0.15 },
  plain: { shade: [0, 0, 0], shadeShare: 0.3, light: [255, 255, 255], lightShare: 0 },
};

// Red, green and blue from 0 to 255 of a colour written #rgb or #rrggbb; white for anything else.
export function parts(colour) {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour.trim());
  if (!digits) return [255, 255, 255];
  const hex = digits[1].length === 3 ? [...digits[1]].map((digit) => digit + digit).join("") : digits[1];
  return [0, 2, 4].map((start) => parseInt(hex.slice(start, start + 2), 16));
}

// Relative luminance of WCAG 2, from 0 to 1.
export function luminance(colour) {
  const [red, green, blue] = parts(colour)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function reliefInk(colours) {
  const ground = luminance(colours.land);
  if (ground < 0.2) return INKS.dark;
  return ground > 0.99 ? INKS.plain : INKS.light;
}

export function readColours(element) {
  const style = getComputedStyle(element);
  const colours = {};
  for (const [name, token] of Object.entries(TOKENS)) colours[name] = style.getPropertyValue(token).trim();
  // Presenter mode doubles the root's size; type and lines of the plate follow it.
  colours.unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  return colours;
}
