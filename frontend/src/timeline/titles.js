// Shortens titles to the room a label has, and cleans them of signs that turn a line round.

const LONGEST = 160;
// Bidirectional controls in data could reverse the words drawn after them.
const TURNING = /[\u202A-\u202E\u2066-\u2069\u200E\u200F]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const STRONG = /[A-Za-z\u00C0-\u024F\u0370-\u052F\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Return a title as one clean line. */
export const cleanTitle = (text) => String(text ?? "").slice(0, LONGEST * 4).replace(TURNING, "").replace(/\s+/g, " ").trim();

/** Return the direction a text is read in, by its first strong letter. */
export function directionOf(text) {
  const first = STRONG.exec(text);
  return first && RIGHT_TO_LEFT.test(first[0]) ? "rtl" : "ltr";
}

/** Return the text, cut at a word where it can be, to at most `room` px by `width(text)`. */
export function shortened(text, room, width) {
  if (text.length <= LONGEST && width(text) <= room) return text;
  const letters = [...text.slice(0, LONGEST * 2)];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (width(`${letters.slice(0, middle).join("")}…`) <= room) low = middle;
    else high = middle - 1;
  }
  const kept = letters.slice(0, low).join("");
  const word = kept.replace(/[\s,;:]+\S*$/, "");
  return `${word.length > kept.length * 0.6 ? word : kept}…`;
}
