// Folds text for searching; twin of geo/folding.py, held to tests/vectors/folding.json.

const REPLACED = new Map(
  Object.entries({
    ي: "ی",
    ى: "ی",
    ك: "ک",
    ة: "ه",
    ە: "ه",
    ß: "ss",
    ς: "σ",
    ı: "i",
    ø: "o",
    ł: "l",
    đ: "d",
    æ: "ae",
    œ: "oe",
  }),
);
// ʿ ʾ, apostrophes and quotation marks, tatweel, joiners and marks of direction, and all diacritics.
const DROPPED =
  /[ʿʾʻʼʹ'`´‘’‚‛“”„"«»\u0640\u00ad\u200b-\u200f\u061c\u2060\u2066-\u2069\u202a-\u202e\ufeff]|\p{Mn}/gu;
const SPACES = /[-‐‑‒–—―−_/\s]+/gu;
const DIGIT = /\p{Nd}/gu;

// Decimal digits stand in runs of ten, from zero up, in every script.
function digitValue(character) {
  const code = character.codePointAt(0);
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
  return String(code - zero);
}

/** Return the text as it is searched for: fold("Bandar-e Anzalī") is "bandar e anzali". */
export function fold(text) {
  return Array.from(
    String(text ?? "").toLowerCase().normalize("NFKD").replace(DROPPED, ""),
    (character) => REPLACED.get(character) ?? character,
  )
    .join("")
    .replace(DIGIT, digitValue)
    .replace(SPACES, " ")
    .trim();
}

/** Return the folded words of a text, each once, in order. */
export const words = (text) => [...new Set(fold(text).split(" ").filter(Boolean))];
