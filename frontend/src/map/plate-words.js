// Sets words on the plate: the wording of a language, its face, its digits, and a halo under each word.

const ORDER = ["en", "fa", "ru"];
const PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹";

// The wording of a language out of a list in the plate's order (English, Persian, Russian).
export const wordsOf = (list, language) => list[Math.max(0, ORDER.indexOf(language))];

export const digitsOf = (language) => (text) =>
  (language === "fa" ? text.replace(/[0-9]/g, (digit) => PERSIAN_DIGITS[Number(digit)]) : text);

// Letters of Latin and Cyrillic may be spaced; Persian never is.
export function setFace(context, { italic, size, spacing, weight = 400 }, colours, language, unit) {
  const persian = language === "fa";
  const px = size * unit * (persian ? 0.92 : 1);
  context.font = `${italic && !persian ? "italic " : ""}${weight} ${px}px ${persian ? colours.naskh : colours.serif}`;
  context.letterSpacing = `${persian ? 0 : spacing * px}px`;
  context.direction = persian ? "rtl" : "ltr";
  return px;
}

export function haloed(context, words, x, y, { colour, halo, width }) {
  context.lineJoin = "round";
  context.lineWidth = width;
  context.strokeStyle = halo;
  context.strokeText(words, x, y);
  context.fillStyle = colour;
  context.fillText(words, x, y);
}
