// Keeps words drawn once, with their halo, so that a frame only copies pictures.

const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Return a text fit for one line of a label: no control or direction marks, and cut at `most` characters. */
export function oneLine(text, most = 42) {
  const clean = String(text ?? "").replace(CONTROLS, " ").replace(/\s+/g, " ").trim();
  const letters = [...clean];
  return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : clean;
}

/** Return a cache of words: `word(text, style)` is {width, height, draw(context, x, y)} with x, y the box's corner. */
export function createSprites(ratio) {
  const kept = new Map();
  const measure = document.createElement("canvas").getContext("2d");

  function made({ text, font, colour, halo, haloWidth, rtl, ...style }) {
    measure.font = font;
    measure.direction = rtl ? "rtl" : "ltr";
    const size = parseFloat(/([\d.]+)px/.exec(font)[1]);
    const told = measure.measureText(text);
    const width = told.width;
    const ascent = size * 0.78;
    const height = size * 1.04;
    const pad = haloWidth + 2;
    const canvas = document.createElement("canvas");
    // Slanted and Arabic letters reach beyond their advance.
    const room = pad + size * 0.35;
    canvas.width = Math.max(1, Math.ceil((width + 2 * room) * ratio));
    canvas.height = Math.max(1, Math.ceil((height + 2 * room) * ratio));
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    context.font = font;
    context.direction = rtl ? "rtl" : "ltr";
    context.textAlign = "left";
    context.lineJoin = "round";
    if (halo && haloWidth) {
      context.strokeStyle = halo;
      context.lineWidth = haloWidth * 2;
      context.strokeText(text, room, room + ascent);
    }
    context.fillStyle = colour;
    context.fillText(text, room, room + ascent);
    return {
      ...style,
      width,
      height,
      draw(target, x, y) {
        target.drawImage(canvas, x - room, y - room, canvas.width / ratio, canvas.height / ratio);
      },
    };
  }

  return {
    word(style) {
      const key = `${style.font}|${style.colour}|${style.halo}|${style.text}`;
      if (!kept.has(key)) {
        if (kept.size > 600) kept.clear();
        kept.set(key, made(style));
      }
      return kept.get(key);
    },
    clear: () => kept.clear(),
  };
}
